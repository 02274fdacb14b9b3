package org.claimscope.data.query;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.claimscope.data.catalog.Population;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// The columns of the populations that are made of [Steps], so that members and rules find them as
/// they find those of a table.
record DerivedRows(
        String step,
        List<String> texts,
        List<String> dates,
        List<String> money,
        List<String> days,
        List<String> flags) {
    private static final List<String> KEYS =
            List.of(
                    "source",
                    "id",
                    "encounter_id",
                    "patient_id",
                    "facility_id",
                    "department_id",
                    "provider_id",
                    "payer_id");
    private static final List<String> CLAIM_TEXTS =
            Stream.concat(
                            KEYS.stream(),
                            Stream.of(
                                    "claim_id",
                                    "payer_name",
                                    "payer_type",
                                    "claim_status",
                                    "group_code",
                                    "carc",
                                    "frequency_code"))
                    .toList();
    private static final List<String> REMITTED_TEXTS =
            List.of(
                    "source",
                    "id",
                    "remittance_id",
                    "trace_number",
                    "facility_id",
                    "department_id",
                    "provider_id",
                    "payer_id",
                    "payer_name",
                    "payer_type");
    private static final List<String> CLAIM_DATES =
            List.of("service_date", "submitted_date", "adjudicated_date", "payment_date");
    private static final List<String> CLAIM_MONEY =
            List.of(
                    "billed",
                    "allowed",
                    "paid",
                    "patient_responsibility",
                    "deductible",
                    "coinsurance",
                    "copay",
                    "denied");

    static DerivedRows of(Population population) {
        return switch (population) {
            case ADJUDICATIONS ->
                    claims(
                            "adjudications",
                            List.of(),
                            List.of("expected"),
                            List.of(),
                            List.of("is_denied", "is_zero_paid"));
            case ADJUDICATED_LINES ->
                    claims(
                            "adjudicated_lines",
                            List.of("procedure_code"),
                            List.of(),
                            List.of(),
                            List.of("is_denied"));
            case SUBMISSIONS ->
                    claims(
                            "submissions",
                            List.of(),
                            List.of(),
                            List.of("bill_lag", "accepted_lag", "payment_lag", "remit_lag"),
                            List.of("is_reworked", "is_void"));
            case ENTRIES -> claims("entries", List.of(), List.of(), List.of(), List.of("is_clean"));
            case PRICED_LINES ->
                    claims(
                            "priced_lines",
                            List.of("procedure_code"),
                            List.of("expected", "underpaid"),
                            List.of(),
                            List.of("is_priced"));
            case FIRST_CHARGES ->
                    new DerivedRows(
                            "first_charges",
                            KEYS,
                            List.of("service_date", "posted_date"),
                            List.of("billed"),
                            List.of("charge_lag"),
                            List.of());
            case REMITTANCES ->
                    new DerivedRows(
                            "remittances",
                            Stream.concat(
                                            REMITTED_TEXTS.stream(),
                                            Stream.of("payment_method", "balance_state"))
                                    .toList(),
                            List.of("payment_date", "production_date"),
                            List.of(
                                    "billed",
                                    "adjusted",
                                    "paid",
                                    "patient_responsibility",
                                    "provider_adjusted",
                                    "claims_paid",
                                    "payment_difference",
                                    "claim_difference",
                                    "line_difference"),
                            List.of("claims", "claims_off", "lines_off", "reversals", "unmatched"),
                            List.of("is_unbalanced"));
            case REMITTED_CLAIMS ->
                    new DerivedRows(
                            "remitted_claims",
                            Stream.concat(
                                            CLAIM_TEXTS.stream(),
                                            Stream.of(
                                                    "remittance_id",
                                                    "trace_number",
                                                    "match_state",
                                                    "reversed_id",
                                                    "reversed_remittance_id"))
                                    .toList(),
                            Stream.concat(CLAIM_DATES.stream(), Stream.of("reversed_date"))
                                    .toList(),
                            List.of(
                                    "billed",
                                    "allowed",
                                    "adjusted",
                                    "paid",
                                    "patient_responsibility",
                                    "denied",
                                    "reversed_paid",
                                    "claim_difference",
                                    "line_difference"),
                            List.of("lines_off"),
                            List.of("is_reversal", "is_unmatched"));
            case REMITTED_ADJUSTMENTS ->
                    new DerivedRows(
                            "remitted_adjustments",
                            Stream.concat(
                                            REMITTED_TEXTS.stream(),
                                            Stream.of(
                                                    "claim_id",
                                                    "adjustment_group",
                                                    "adjustment_reason",
                                                    "reference",
                                                    "level"))
                                    .toList(),
                            List.of("payment_date"),
                            List.of("adjusted"),
                            List.of(),
                            List.of("is_provider_level"));
            case LEDGER, ENCOUNTERS, CLAIMS, APPEALS, MONTHLY_FACTS, ACCOUNTS ->
                    throw new IllegalArgumentException(population + " is a table");
        };
    }

    private static DerivedRows claims(
            String step,
            List<String> texts,
            List<String> money,
            List<String> days,
            List<String> flags) {
        return new DerivedRows(
                step,
                Stream.concat(CLAIM_TEXTS.stream(), texts.stream()).toList(),
                CLAIM_DATES,
                Stream.concat(CLAIM_MONEY.stream(), money.stream()).toList(),
                days,
                flags);
    }

    Steps steps(@Nullable LocalDate asOf) {
        return Steps.of(step, asOf);
    }

    /// The rows as table `f`.
    Table<?> table(Steps steps) {
        Table<?> from = DSL.table(name(steps.name())).as(step);
        var columns = new ArrayList<Field<?>>();
        add(columns, texts, SQLDataType.VARCHAR);
        add(columns, dates, SQLDataType.LOCALDATE);
        add(columns, money, SQLDataType.DECIMAL(18, 2));
        add(columns, days, SQLDataType.BIGINT);
        add(columns, flags, SQLDataType.BOOLEAN);
        add(columns, List.of("delivery_id", "line"), SQLDataType.BIGINT);
        return DSL.select(columns).from(from).asTable("f");
    }

    private void add(List<Field<?>> columns, List<String> names, DataType<?> type) {
        names.forEach(n -> columns.add(field(name(step, n), type)));
    }
}
