package org.claimscope.data.query;

import static org.claimscope.data.query.DimensionSql.any;

import java.util.List;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Population;
import org.jooq.Record;
import org.jooq.SelectQuery;
import org.jooq.Table;

/// What a reader wants to see of a single row beside what it adds to a number: whom it concerns,
/// its days, its money, its state. Identifiers come masked, keys in full: they open the record and
/// are never shown.
final class RowDetail {
    private static final String KEY = PopulationRows.KEY_SUFFIX;

    private RowDetail() {}

    static void addTo(
            SelectQuery<Record> select, Table<?> f, Population population, DimensionSql d) {
        for (Dimension dimension : members(population)) {
            select.addSelect(d.label(dimension).as("row_" + dimension.id()));
            if (dimension.kind() == Dimension.Kind.MEMBER) {
                select.addSelect(d.key(dimension).as("row_" + dimension.id() + KEY));
            }
        }
        for (String column : columns(population)) {
            select.addSelect(any(f, column).as("row_" + column));
        }
    }

    private static List<Dimension> members(Population population) {
        return switch (population) {
            case LEDGER ->
                    List.of(
                            Dimension.PATIENT,
                            Dimension.ENCOUNTER,
                            Dimension.CLAIM,
                            Dimension.PAYER,
                            Dimension.FACILITY,
                            Dimension.PROVIDER);
            case CLAIMS, ADJUDICATIONS, ADJUDICATED_LINES, SUBMISSIONS, ENTRIES, PRICED_LINES ->
                    List.of(
                            Dimension.CLAIM,
                            Dimension.PATIENT,
                            Dimension.ENCOUNTER,
                            Dimension.PAYER,
                            Dimension.FACILITY,
                            Dimension.PROVIDER,
                            Dimension.CLAIM_STATUS);
            case APPEALS ->
                    List.of(
                            Dimension.CLAIM,
                            Dimension.PATIENT,
                            Dimension.ENCOUNTER,
                            Dimension.PAYER,
                            Dimension.FACILITY,
                            Dimension.PROVIDER);
            case FIRST_CHARGES ->
                    List.of(
                            Dimension.ENCOUNTER,
                            Dimension.PATIENT,
                            Dimension.PAYER,
                            Dimension.FACILITY,
                            Dimension.DEPARTMENT,
                            Dimension.PROVIDER);
            case REMITTANCES -> List.of(Dimension.REMITTANCE, Dimension.PAYER, Dimension.FACILITY);
            case REMITTED_ADJUSTMENTS ->
                    List.of(
                            Dimension.REMITTANCE,
                            Dimension.CLAIM,
                            Dimension.PAYER,
                            Dimension.FACILITY);
            case REMITTED_CLAIMS ->
                    List.of(
                            Dimension.REMITTANCE,
                            Dimension.CLAIM,
                            Dimension.CLAIM_STATUS,
                            Dimension.MATCH_STATE,
                            Dimension.PATIENT,
                            Dimension.PAYER,
                            Dimension.FACILITY,
                            Dimension.DEPARTMENT,
                            Dimension.PROVIDER);
            case MONTHLY_FACTS ->
                    List.of(Dimension.FACILITY, Dimension.DEPARTMENT, Dimension.PAYER);
            case ENCOUNTERS ->
                    List.of(
                            Dimension.ENCOUNTER,
                            Dimension.PATIENT,
                            Dimension.PAYER,
                            Dimension.FACILITY,
                            Dimension.DEPARTMENT,
                            Dimension.PROVIDER,
                            Dimension.ENCOUNTER_TYPE);
            case ACCOUNTS ->
                    List.of(
                            Dimension.ENCOUNTER,
                            Dimension.PAYER,
                            Dimension.FACILITY,
                            Dimension.PROVIDER,
                            Dimension.AGING_BUCKET);
        };
    }

    private static List<String> columns(Population population) {
        return switch (population) {
            case LEDGER ->
                    List.of(
                            "service_date",
                            "posted_date",
                            "payment_date",
                            "transaction_type",
                            "procedure_code",
                            "billed",
                            "paid",
                            "adjusted",
                            "adjustment_type",
                            "payment_source",
                            "group_code",
                            "carc");
            case APPEALS ->
                    List.of(
                            "denied_date",
                            "sent_date",
                            "decided_date",
                            "appeal_level",
                            "outcome",
                            "appealed",
                            "recovered");
            case REMITTANCES ->
                    List.of(
                            "payment_date",
                            "production_date",
                            "payment_method",
                            "claims",
                            "billed",
                            "adjusted",
                            "paid",
                            "patient_responsibility",
                            "provider_adjusted",
                            "claims_paid",
                            "balance_state",
                            "payment_difference",
                            "claims_off",
                            "claim_difference",
                            "lines_off",
                            "line_difference",
                            "reversals",
                            "unmatched");
            case REMITTED_CLAIMS ->
                    List.of(
                            "service_date",
                            "payment_date",
                            "billed",
                            "allowed",
                            "adjusted",
                            "paid",
                            "patient_responsibility",
                            "denied",
                            "group_code",
                            "carc",
                            "claim_difference",
                            "lines_off",
                            "line_difference",
                            "reversed_id",
                            "reversed_remittance_id",
                            "reversed_date",
                            "reversed_paid");
            case REMITTED_ADJUSTMENTS ->
                    List.of(
                            "payment_date",
                            "level",
                            "adjustment_group",
                            "adjustment_reason",
                            "reference",
                            "adjusted");
            case FIRST_CHARGES -> List.of("service_date", "posted_date", "billed");
            case MONTHLY_FACTS -> List.of("kind", "balance", "quantity");
            case CLAIMS, ADJUDICATIONS, ADJUDICATED_LINES, SUBMISSIONS, ENTRIES, PRICED_LINES ->
                    List.of(
                            "service_date",
                            "submitted_date",
                            "adjudicated_date",
                            "payment_date",
                            "billed",
                            "allowed",
                            "paid",
                            "patient_responsibility",
                            "deductible",
                            "coinsurance",
                            "copay",
                            "denied",
                            "group_code",
                            "carc",
                            "frequency_code");
            case ENCOUNTERS ->
                    List.of("service_date", "discharge_date", "procedure_code", "diagnosis_code");
            case ACCOUNTS -> List.of();
        };
    }
}
