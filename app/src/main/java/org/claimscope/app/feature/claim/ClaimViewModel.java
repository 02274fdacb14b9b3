package org.claimscope.app.feature.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.claimscope.app.present.LedgerTable;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Place;
import org.claimscope.app.present.RowTables;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.query.ClaimStanding;
import org.claimscope.data.query.ClaimTold;
import org.claimscope.data.query.ClaimTold.Event;
import org.claimscope.data.query.ClaimTold.Event.Kind;
import org.claimscope.data.query.CodeTitles;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.MetricQuery.Filter;
import org.claimscope.data.query.Queries;
import org.claimscope.data.query.RowOrder;
import org.claimscope.nlq.answer.BillStatus;
import org.jspecify.annotations.Nullable;

/// Fills the page of one claim from its current version and its account's ledger. The filters of
/// the window do not apply: a claim is a claim.
public final class ClaimViewModel {
    private static final Set<Kind> SENDINGS =
            EnumSet.of(Kind.SENT, Kind.SENT_CORRECTED, Kind.SENT_VOID);
    private static final Set<Kind> DECISIONS =
            EnumSet.of(Kind.PAID, Kind.PART_DENIED, Kind.DENIED, Kind.DECIDED, Kind.TAKEN_BACK);
    private static final Set<Kind> BAD =
            EnumSet.of(
                    Kind.REJECTED,
                    Kind.INFORMATION_REQUESTED,
                    Kind.PART_DENIED,
                    Kind.DENIED,
                    Kind.TAKEN_BACK);

    private final Queries queries;
    private final String key;

    /// @param key `source/id`
    public ClaimViewModel(Queries queries, String key) {
        this.queries = queries;
        this.key = key;
    }

    /// @throws ClaimscopeException USER when there is no such claim
    public ClaimPage page() {
        try (Frame claim =
                queries.rows(
                        MetricQuery.of("claim_count").where(Filter.is(Dimension.CLAIM, key)),
                        false,
                        RowOrder.NEWEST,
                        1)) {
            if (claim.rowCount() == 0) {
                throw new ClaimscopeException(
                        ErrorKind.USER,
                        "Claim " + Place.masked(key) + " is not in the workspace any more.");
            }
            String encounter = claim.text("row_encounter_key", 0);
            try (Frame ledger =
                    queries.rows(
                            MetricQuery.of("transaction_count")
                                    .where(
                                            encounter == null
                                                    ? Filter.is(Dimension.CLAIM, key)
                                                    : Filter.is(Dimension.ENCOUNTER, encounter)),
                            false,
                            RowOrder.OLDEST,
                            0)) {
                return page(claim, ledger);
            }
        }
    }

    private ClaimPage page(Frame claim, Frame ledger) {
        ClaimTold told = queries.claim(key);
        ClaimStanding standing = ClaimStanding.of(claim, told);
        BigDecimal billed = standing.billed();
        BigDecimal paid = standing.paid();
        BigDecimal denied = standing.denied();
        BigDecimal patient = standing.patient();
        BigDecimal allowed = standing.allowed();
        boolean settled = paid.signum() > 0 || denied.signum() > 0 || patient.signum() > 0;
        BigDecimal reduced =
                settled
                        ? billed.subtract(paid).subtract(denied).subtract(patient)
                        : BigDecimal.ZERO;
        BigDecimal open = settled ? BigDecimal.ZERO : billed;
        var parts = new ArrayList<ClaimPage.Part>();
        part(parts, "Denied", denied, true);
        part(parts, "Paid", paid, false);
        part(parts, "Contract reduction", reduced, false);
        part(parts, "Patient share", patient, false);
        part(parts, "Not decided", open, false);
        var facts = new ArrayList<ClaimPage.Fact>();
        fact(facts, "Patient", word(claim, "row_patient"));
        fact(facts, "Payer", word(claim, "row_payer"));
        fact(facts, "Facility", word(claim, "row_facility"));
        fact(facts, "Rendering provider", word(claim, "row_provider"));
        fact(facts, "Service", day(claim.date("row_service_date", 0)));
        fact(facts, "Charge", Figures.exact(Unit.MONEY, billed));
        fact(facts, "Allowed", allowed.signum() == 0 ? "–" : Figures.exact(Unit.MONEY, allowed));
        fact(facts, "Paid", Figures.exact(Unit.MONEY, paid));
        if (denied.signum() > 0) {
            fact(facts, "At risk", Figures.exact(Unit.MONEY, denied));
        }
        String patientKey = claim.text("row_patient_key", 0);
        var lines = new ClaimLines(told);
        Set<String> codes = LedgerTable.codes(ledger);
        codes.addAll(lines.codes());
        CodeTitles titles = queries.titles(codes);
        return new ClaimPage(
                key,
                word(claim, "row_claim"),
                standing.status().isEmpty()
                        ? "state unknown"
                        : standing.status().toLowerCase(Locale.US),
                denied.signum() > 0,
                BillStatus.why(standing),
                facts,
                events(claim, standing, ledger, told.events()),
                parts,
                lines.table(titles, claim.date("row_service_date", 0)),
                lines.checks(billed),
                LedgerTable.of(ledger, titles),
                patientKey == null ? null : Place.patient(patientKey));
    }

    /// The claim's own dates, and what feeds tell beside them. Where they tell of a step, they tell
    /// all its times; the claim's row has one.
    private static List<ClaimPage.Event> events(
            Frame claim, ClaimStanding standing, Frame ledger, List<Event> told) {
        boolean denied = standing.denied().signum() > 0;
        var events = new ArrayList<ClaimPage.Event>();
        event(events, "Service", claim.date("row_service_date", 0), "clinical", false);
        LocalDate posted = null;
        for (int r = 0; r < ledger.rowCount(); r++) {
            LocalDate day = ledger.date("row_posted_date", r);
            if (money(ledger, "row_billed", r).signum() > 0 && day != null) {
                posted = posted == null || day.isBefore(posted) ? day : posted;
            }
        }
        event(events, "Charges posted", posted, "billing", false);
        if (told.stream().noneMatch(e -> SENDINGS.contains(e.kind()))) {
            event(events, "Claim sent", claim.date("row_submitted_date", 0), "billing", false);
        }
        if (told.stream().noneMatch(e -> DECISIONS.contains(e.kind()))) {
            event(
                    events,
                    denied ? (standing.paid().signum() > 0 ? "Part denied" : "Denied") : "Decided",
                    standing.decided(),
                    "payer",
                    denied);
            event(events, "Paid", claim.date("row_payment_date", 0), "payer", false);
        }
        told.forEach(e ->
                event(
                        events,
                        label(e.kind()),
                        e.day(),
                        ours(e.kind()) ? "billing" : "payer",
                        BAD.contains(e.kind())));
        // Of one day in the order that they are told.
        events.sort(Comparator.comparing(ClaimPage.Event::day));
        return events;
    }

    private static boolean ours(Kind kind) {
        return SENDINGS.contains(kind) || kind == Kind.APPEALED;
    }

    private static String label(Kind kind) {
        return switch (kind) {
            case SENT -> "Claim sent";
            case SENT_CORRECTED -> "Sent corrected";
            case SENT_VOID -> "Void sent";
            case ACCEPTED -> "Accepted";
            case REJECTED -> "Rejected";
            case PENDING -> "Pending";
            case INFORMATION_REQUESTED -> "More asked";
            case PAID -> "Paid";
            case PART_DENIED -> "Part denied";
            case DENIED -> "Denied";
            case DECIDED -> "Decided";
            case TAKEN_BACK -> "Taken back";
            case APPEALED -> "Appealed";
            case APPEAL_DECIDED -> "Appeal decided";
        };
    }

    private static void event(
            List<ClaimPage.Event> events,
            String label,
            @Nullable LocalDate day,
            String actor,
            boolean warns) {
        if (day != null) {
            events.add(new ClaimPage.Event(label, day.toString(), actor, warns));
        }
    }

    private static void part(
            List<ClaimPage.Part> parts, String label, BigDecimal value, boolean risk) {
        if (value.signum() != 0) {
            parts.add(new ClaimPage.Part(label, value.doubleValue(), risk));
        }
    }

    private static void fact(List<ClaimPage.Fact> facts, String name, String value) {
        facts.add(new ClaimPage.Fact(name, value.isEmpty() ? "–" : value));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : PageContext.day(day);
    }

    private static String word(Frame frame, String column) {
        return RowTables.text(frame, column, 0);
    }

    private static BigDecimal money(Frame frame, String column, int row) {
        BigDecimal value = frame.number(column, row);
        return value == null ? BigDecimal.ZERO : value;
    }
}
