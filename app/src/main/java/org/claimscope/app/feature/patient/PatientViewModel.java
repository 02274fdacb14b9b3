package org.claimscope.app.feature.patient;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimscope.app.present.Figuring;
import org.claimscope.app.present.LedgerTable;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Place;
import org.claimscope.app.present.RowTables;
import org.claimscope.app.present.Shapes;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.MetricQuery.Filter;
import org.claimscope.data.query.Person;
import org.claimscope.data.query.Queries;
import org.claimscope.data.query.RowOrder;

/// Fills the list of patients, and the page of one.
public final class PatientViewModel {
    private static final int MOST = 500;
    private static final int MOST_ROWS = 2_000;
    private static final String PATIENT_OWES = "Patient owes";
    private static final String WITH_PAYERS = "With payers";
    private static final List<String> TILES =
            List.of("patient_count", "encounter_count", "charges", "payments", "denied_amount");

    private final Queries queries;

    public PatientViewModel(Queries queries) {
        this.queries = queries;
    }

    /// The patients with most charges in the period.
    public PatientsPage list(PageContext context) {
        var columns =
                List.of(
                        Column.name("Patient"),
                        Column.figure("Visits", Unit.COUNT),
                        Column.ledger("Charges"),
                        Column.ledger("Payments"),
                        Column.ledger("Adjustments"),
                        Column.ledger("Denied"));
        MetricQuery query =
                context.now(
                        MetricQuery.of(
                                "encounter_count",
                                "charges",
                                "payments",
                                "adjustments",
                                "denied_amount"));
        var rows = new ArrayList<Row>();
        try (Frame frame =
                queries.run(
                        query.by(Dimension.PATIENT)
                                .ordered(MOST, new MetricQuery.Order("charges", true)))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                String key = frame.text("patient_key", r);
                Row row =
                        Row.of(
                                Shapes.name(frame, "patient", r),
                                Shapes.cell(frame, "encounter_count", r),
                                Shapes.cell(frame, "charges", r),
                                Shapes.cell(frame, "payments", r),
                                Shapes.cell(frame, "adjustments", r),
                                Shapes.cell(frame, "denied_amount", r));
                rows.add(key == null ? row : row.opening(Place.patient(key)));
            }
        }
        return new PatientsPage(
                context.words(),
                new Figuring(queries, context).tiles(TILES),
                new Table(columns, rows, null, "patients"));
    }

    /// One patient, over all time.
    ///
    /// @param reason why identifiers are shown in full; empty to keep them masked
    /// @throws ClaimscopeException USER when nobody is known by the key
    public PatientPage one(String key, Optional<String> reason) {
        Person person =
                reason.map(why -> queries.reveal(key, why))
                        .orElseGet(() -> queries.person(key))
                        .orElseThrow(() ->
                                new ClaimscopeException(
                                        ErrorKind.USER,
                                        "Patient "
                                                + Place.masked(key)
                                                + " is not in the workspace any more."));
        Filter filter = Filter.is(Dimension.PATIENT, person.key());
        try (Frame claims =
                        queries.rows(
                                MetricQuery.of("claim_count").where(filter),
                                false,
                                RowOrder.NEWEST,
                                MOST_ROWS);
                Frame ledger =
                        queries.rows(
                                MetricQuery.of("transaction_count").where(filter),
                                false,
                                RowOrder.OLDEST,
                                MOST_ROWS)) {
            Table lines = LedgerTable.of(ledger, queries.titles(LedgerTable.codes(ledger)));
            List<PatientPage.Part> money = money(ledger, responsibility(claims));
            double charges = money.stream().mapToDouble(PatientPage.Part::value).sum();
            double owes = part(money, PATIENT_OWES) + part(money, WITH_PAYERS);
            double denied = 0;
            int openDenials = 0;
            for (int r = 0; r < claims.rowCount(); r++) {
                BigDecimal d = claims.number("row_denied", r);
                if (d != null && d.signum() > 0) {
                    denied += d.doubleValue();
                    openDenials++;
                }
            }
            return new PatientPage(
                    person.key(),
                    person.name(),
                    about(person),
                    person.revealed(),
                    List.of(
                            new PatientPage.Fact("Number", person.number()),
                            new PatientPage.Fact("Phone", word(person.phone())),
                            new PatientPage.Fact("SSN", word(person.ssn())),
                            new PatientPage.Fact("Claims", Figures.count(claims.rowCount())),
                            new PatientPage.Fact("Charges", Figures.exact(Unit.MONEY, charges)),
                            new PatientPage.Fact("Open balance", Figures.exact(Unit.MONEY, owes)),
                            new PatientPage.Fact(
                                    PATIENT_OWES,
                                    Figures.exact(Unit.MONEY, part(money, PATIENT_OWES))),
                            new PatientPage.Fact(
                                    "Denied",
                                    openDenials == 0
                                            ? "none"
                                            : Figures.exact(Unit.MONEY, denied)
                                                    + " on "
                                                    + openDenials)),
                    money,
                    RowTables.claims(claims),
                    lines);
        }
    }

    private static String about(Person person) {
        var words = new ArrayList<String>();
        if (!person.birth().isEmpty()) {
            words.add("born " + person.birth());
        }
        if (!person.sex().isEmpty()) {
            words.add(person.sex());
        }
        String place = (person.city() + " " + person.state()).strip();
        if (!place.isEmpty()) {
            words.add(place);
        }
        if (person.revealed() && !person.address().isEmpty()) {
            words.add(person.address());
        }
        if (!person.merged().isEmpty()) {
            words.add("also " + String.join(", ", person.merged()));
        }
        return String.join(" · ", words);
    }

    private static String word(String text) {
        return text.isEmpty() ? "–" : text;
    }

    /// What payers moved to the patient, over all decisions.
    private static BigDecimal responsibility(Frame claims) {
        BigDecimal all = BigDecimal.ZERO;
        for (int r = 0; r < claims.rowCount(); r++) {
            all = all.add(number(claims, "row_patient_responsibility", r));
        }
        return all;
    }

    private static double part(List<PatientPage.Part> money, String label) {
        return money.stream()
                .filter(p -> p.label().equals(label))
                .mapToDouble(PatientPage.Part::value)
                .sum();
    }

    /// Insurers + reductions + patient + what the patient owes + what is with payers = charges.
    ///
    /// @param responsibility the patient's, as payers decided: what is not paid of it, the patient
    ///   owes
    private static List<PatientPage.Part> money(Frame ledger, BigDecimal responsibility) {
        BigDecimal charges = BigDecimal.ZERO;
        BigDecimal insurer = BigDecimal.ZERO;
        BigDecimal patient = BigDecimal.ZERO;
        BigDecimal reductions = BigDecimal.ZERO;
        for (int r = 0; r < ledger.rowCount(); r++) {
            charges = charges.add(number(ledger, "row_billed", r));
            reductions = reductions.add(number(ledger, "row_adjusted", r));
            BigDecimal paid = number(ledger, "row_paid", r);
            if (RowTables.text(ledger, "row_payment_source", r).equalsIgnoreCase("patient")) {
                patient = patient.add(paid);
            } else {
                insurer = insurer.add(paid);
            }
        }
        BigDecimal open = charges.subtract(insurer).subtract(patient).subtract(reductions);
        // No more than is open: a second payer may have paid what the first one moved.
        BigDecimal owes = responsibility.subtract(patient).min(open).max(BigDecimal.ZERO);
        return List.of(
                new PatientPage.Part("Insurers paid", insurer.doubleValue()),
                new PatientPage.Part("Reductions", reductions.doubleValue()),
                new PatientPage.Part("Patient paid", patient.doubleValue()),
                new PatientPage.Part(PATIENT_OWES, owes.doubleValue()),
                new PatientPage.Part(WITH_PAYERS, open.subtract(owes).doubleValue()));
    }

    private static BigDecimal number(Frame rows, String column, int r) {
        BigDecimal value = rows.number(column, r);
        return value == null ? BigDecimal.ZERO : value;
    }
}
