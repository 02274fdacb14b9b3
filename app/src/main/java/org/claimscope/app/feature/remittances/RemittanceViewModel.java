package org.claimscope.app.feature.remittances;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.app.feature.remittances.Remittance.Fact;
import org.claimscope.app.feature.remittances.Remittance.Reversal;
import org.claimscope.app.feature.remittances.Remittance.Settled;
import org.claimscope.app.feature.remittances.Remittance.Unmatched;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Place;
import org.claimscope.app.present.RowTables;
import org.claimscope.app.present.Shapes;
import org.claimscope.app.widget.BalanceCheck;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.code.ProviderAdjustmentCode;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.Lineage;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.MetricQuery.Filter;
import org.claimscope.data.query.Queries;
import org.claimscope.data.query.RowOrder;
import org.jspecify.annotations.Nullable;

/// Fills the side panel of one remittance. The filters of the window do not apply: a payment adds
/// up as a whole or not at all.
public final class RemittanceViewModel {
    private final Queries queries;
    private final Lineage lineage;
    private final String key;

    /// @param key `source/id`
    public RemittanceViewModel(Queries queries, Lineage lineage, String key) {
        this.queries = queries;
        this.lineage = lineage;
        this.key = key;
    }

    /// @throws ClaimscopeException USER when there is no such remittance
    Remittance remittance() {
        try (Frame one = rows("remittance_count");
                Frame claims = rows("remitted_claim_count");
                Frame plb = rows("provider_adjustments")) {
            if (one.rowCount() == 0) {
                throw new ClaimscopeException(
                        ErrorKind.USER, "This remittance is not in the workspace any more.");
            }
            return new Remittance(
                    RowTables.text(one, "row_remittance", 0),
                    RowTables.text(one, "row_payer", 0),
                    facts(one),
                    List.of(payment(one), claims(one), lines(one)),
                    settled(plb),
                    reversals(claims),
                    unmatched(claims),
                    table(claims),
                    lineage.of(Entity.REMITTANCE.table(), key));
        }
    }

    private Frame rows(String measure) {
        return queries.rows(
                MetricQuery.of(measure).where(Filter.is(Dimension.REMITTANCE, key)),
                false,
                RowOrder.LARGEST,
                0);
    }

    private static List<Fact> facts(Frame one) {
        return List.of(
                new Fact("Paid", Figures.exact(Unit.MONEY, money(one, "row_paid", 0))),
                new Fact("Payment date", day(one.date("row_payment_date", 0))),
                new Fact(
                        "Method",
                        RemittancesViewModel.method(RowTables.text(one, "row_payment_method", 0))),
                new Fact("Claims", count(one, "row_claims")),
                new Fact("Facility", RowTables.text(one, "row_facility", 0)));
    }

    /// BPR02 = ΣCLP04 − ΣPLB (005010X221A1, 1.10.2.1.3).
    private static BalanceCheck payment(Frame one) {
        BigDecimal off = money(one, "row_payment_difference", 0);
        BigDecimal claims = money(one, "row_claims_paid", 0);
        BigDecimal plb = money(one, "row_provider_adjusted", 0);
        return new BalanceCheck(
                "Payment",
                "claims "
                        + Figures.ledger(claims)
                        + (plb.signum() < 0 ? " + " : " − ")
                        + "PLB "
                        + Figures.ledger(plb.abs())
                        + " = "
                        + Figures.ledger(claims.subtract(plb))
                        + (off.signum() == 0
                                ? ""
                                : ", BPR02 is " + Figures.ledger(money(one, "row_paid", 0))),
                off.signum() == 0,
                Figures.ledger(off));
    }

    /// CLP03 less all CAS is CLP04, for each claim.
    private static BalanceCheck claims(Frame one) {
        BigDecimal off = money(one, "row_claims_off", 0);
        return new BalanceCheck(
                "Claims",
                off.signum() == 0
                        ? "charge "
                                + Figures.ledger(money(one, "row_billed", 0))
                                + " − adjusted "
                                + Figures.ledger(money(one, "row_adjusted", 0))
                                + " = "
                                + Figures.ledger(money(one, "row_claims_paid", 0))
                        : count(one, "row_claims_off")
                                + " of "
                                + count(one, "row_claims")
                                + ": charge − adjusted is not paid",
                off.signum() == 0,
                Figures.ledger(money(one, "row_claim_difference", 0)));
    }

    /// SVC02 less its CAS is SVC03, for each line.
    private static BalanceCheck lines(Frame one) {
        BigDecimal off = money(one, "row_lines_off", 0);
        return new BalanceCheck(
                "Lines",
                off.signum() == 0
                        ? "charge − adjusted = paid in every line"
                        : count(one, "row_lines_off")
                                + (off.intValue() == 1 ? " line" : " lines")
                                + ": charge − adjusted is not paid",
                off.signum() == 0,
                Figures.ledger(money(one, "row_line_difference", 0)));
    }

    private static List<Settled> settled(Frame plb) {
        var all = new ArrayList<Settled>();
        for (int r = 0; r < plb.rowCount(); r++) {
            String code = RowTables.text(plb, "row_adjustment_reason", r);
            String reference = RowTables.text(plb, "row_reference", r);
            all.add(
                    new Settled(
                            code,
                            ProviderAdjustmentCode.label(code).orElse("Not in the code list"),
                            // It may be a claim's number.
                            reference.isEmpty() ? "" : Place.masked(reference),
                            Figures.ledger(money(plb, "row_adjusted", r))));
        }
        return all;
    }

    private static List<Reversal> reversals(Frame claims) {
        var all = new ArrayList<Reversal>();
        for (int r = 0; r < claims.rowCount(); r++) {
            if (!RowTables.text(claims, "row_claim_status", r).equals("Reversal")) {
                continue;
            }
            String of = RowTables.text(claims, "row_reversed_remittance_id", r);
            all.add(
                    new Reversal(
                            RowTables.text(claims, "row_claim", r),
                            Figures.ledger(money(claims, "row_paid", r)),
                            of.isEmpty()
                                    ? "no earlier decision is loaded"
                                    : "takes back "
                                            + Figures.ledger(money(claims, "row_reversed_paid", r))
                                            + " of "
                                            + day(claims.date("row_reversed_date", r))
                                            + ", trace "
                                            + Place.masked(trace(of))));
        }
        return all;
    }

    /// A remittance's id is its trace number and the company that sent it.
    private static String trace(String id) {
        int end = id.indexOf('|');
        return end < 0 ? id : id.substring(0, end);
    }

    private static List<Unmatched> unmatched(Frame claims) {
        var all = new ArrayList<Unmatched>();
        for (int r = 0; r < claims.rowCount(); r++) {
            String state = RowTables.text(claims, "row_match_state", r);
            if (!state.equals("Matched")) {
                all.add(
                        new Unmatched(
                                RowTables.text(claims, "row_claim", r),
                                Figures.ledger(money(claims, "row_paid", r)),
                                state));
            }
        }
        return all;
    }

    private static Table table(Frame claims) {
        var columns =
                List.of(
                        Column.name("Claim"),
                        Column.words("Status"),
                        Column.ledger("Charge"),
                        Column.ledger("Paid"),
                        Column.ledger("Off by"));
        if (claims.rowCount() == 0) {
            return Table.empty(columns, "claims");
        }
        var rows = new ArrayList<Row>();
        for (int r = 0; r < claims.rowCount(); r++) {
            BigDecimal off = money(claims, "row_claim_difference", r);
            BigDecimal shown = off.signum() == 0 ? money(claims, "row_line_difference", r) : off;
            Row row =
                    Row.of(
                            Cell.of(RowTables.text(claims, "row_claim", r)),
                            Cell.of(RowTables.text(claims, "row_claim_status", r)),
                            Shapes.cell(claims, "row_billed", r),
                            Shapes.cell(claims, "row_paid", r),
                            shown.signum() == 0 ? Cell.of("") : Cell.of(shown.doubleValue()));
            // Without a claim number there is nothing to open.
            String claim = claims.text("row_claim_key", r);
            rows.add(claim == null ? row : row.opening(Place.claim(claim)));
        }
        return new Table(columns, rows, null, "claims");
    }

    private static String count(Frame frame, String column) {
        return Figures.count(money(frame, column, 0).longValue());
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "–" : PageContext.day(day);
    }

    private static BigDecimal money(Frame frame, String column, int row) {
        BigDecimal value = frame.number(column, row);
        return value == null ? BigDecimal.ZERO : value;
    }
}
