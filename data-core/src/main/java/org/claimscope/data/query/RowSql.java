package org.claimscope.data.query;

import static org.claimscope.data.query.DimensionSql.dateOf;
import static org.claimscope.data.query.DimensionSql.textOf;
import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.claimscope.data.catalog.DateRole;
import org.claimscope.data.catalog.Measure;
import org.claimscope.data.catalog.Measure.Per;
import org.claimscope.data.catalog.Measure.RowRule;
import org.claimscope.data.catalog.Population;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// What a single row of a population means: its day, the rules it meets, and what it adds to a
/// measure.
final class RowSql {
    static final Field<BigDecimal> ZERO = inline(BigDecimal.valueOf(0));

    private static final int LATE_DAYS = 3;
    private static final int AT_SERVICE_DAYS = 7;

    private final Table<?> f;
    private final Population population;
    private final DateRole role;
    private final String measures;
    private final RowJoins joins;

    /// @param measures the metrics asked for, for messages
    RowSql(Table<?> f, Population population, DateRole role, String measures, RowJoins joins) {
        this.f = f;
        this.population = population;
        this.role = role;
        this.measures = measures;
        this.joins = joins;
    }

    /// The day that decides which period a row is in.
    Field<LocalDate> day() {
        return switch (population) {
            case LEDGER ->
                    switch (role) {
                        case SERVICE_DATE -> dateOf(f, "service_date");
                        case POSTING_DATE -> posted();
                        case PAYMENT_DATE -> dateOf(f, "payment_date");
                        case SUBMISSION_DATE, ADJUDICATION_DATE, DISCHARGE_DATE, AS_OF ->
                                throw noSuchDate();
                    };
            case FIRST_CHARGES ->
                    switch (role) {
                        case SERVICE_DATE -> dateOf(f, "service_date");
                        case POSTING_DATE -> dateOf(f, "posted_date");
                        case PAYMENT_DATE,
                                SUBMISSION_DATE,
                                ADJUDICATION_DATE,
                                DISCHARGE_DATE,
                                AS_OF ->
                                throw noSuchDate();
                    };
            case ENCOUNTERS ->
                    switch (role) {
                        case SERVICE_DATE -> dateOf(f, "service_date");
                        case DISCHARGE_DATE -> dateOf(f, "discharge_date");
                        case POSTING_DATE,
                                PAYMENT_DATE,
                                SUBMISSION_DATE,
                                ADJUDICATION_DATE,
                                AS_OF ->
                                throw noSuchDate();
                    };
            case CLAIMS, ADJUDICATIONS, ADJUDICATED_LINES, SUBMISSIONS, ENTRIES, PRICED_LINES ->
                    switch (role) {
                        case SERVICE_DATE -> dateOf(f, "service_date");
                        case SUBMISSION_DATE -> dateOf(f, "submitted_date");
                        case ADJUDICATION_DATE -> decided();
                        case PAYMENT_DATE -> dateOf(f, "payment_date");
                        case POSTING_DATE, DISCHARGE_DATE, AS_OF -> throw noSuchDate();
                    };
            case REMITTED_CLAIMS ->
                    switch (role) {
                        case SERVICE_DATE -> dateOf(f, "service_date");
                        case SUBMISSION_DATE -> dateOf(f, "submitted_date");
                        case ADJUDICATION_DATE -> dateOf(f, "adjudicated_date");
                        case PAYMENT_DATE -> dateOf(f, "payment_date");
                        case POSTING_DATE, DISCHARGE_DATE, AS_OF -> throw noSuchDate();
                    };
            case REMITTANCES, REMITTED_ADJUSTMENTS ->
                    switch (role) {
                        case PAYMENT_DATE -> dateOf(f, "payment_date");
                        case SERVICE_DATE,
                                POSTING_DATE,
                                SUBMISSION_DATE,
                                ADJUDICATION_DATE,
                                DISCHARGE_DATE,
                                AS_OF ->
                                throw noSuchDate();
                    };
            case APPEALS ->
                    switch (role) {
                        case SUBMISSION_DATE -> dateOf(f, "sent_date");
                        case ADJUDICATION_DATE -> dateOf(f, "decided_date");
                        case SERVICE_DATE, POSTING_DATE, PAYMENT_DATE, DISCHARGE_DATE, AS_OF ->
                                throw noSuchDate();
                    };
            // A month's figure has one day, whatever the others of a quotient are dated by.
            case MONTHLY_FACTS -> dateOf(f, "month_end");
            case ACCOUNTS -> throw noSuchDate();
        };
    }

    private ClaimscopeException noSuchDate() {
        return new ClaimscopeException(
                ErrorKind.USER,
                measures
                        + " cannot be dated by "
                        + role.id()
                        + ". Leave out --date-role for each measure's own date.");
    }

    private Field<LocalDate> decided() {
        Field<LocalDate> decided = dateOf(f, "adjudicated_date");
        return population == Population.CLAIMS
                ? coalesce(decided, dateOf(f, "submitted_date"))
                : decided;
    }

    private Field<LocalDate> posted() {
        return coalesce(dateOf(f, "posted_date"), dateOf(f, "service_date"));
    }

    Condition condition(RowRule rule) {
        return switch (rule) {
            case DENIED -> flag("is_denied");
            case RESOLVED -> flag("is_denied").not();
            case ZERO_PAID -> flag("is_zero_paid");
            case PAID_AFTER_SUBMISSION -> days("payment_lag").ge(0L);
            case ANSWERED_AFTER_SUBMISSION -> days("remit_lag").ge(0L);
            case NOT_VOIDED -> flag("is_void").not();
            case BILLED_AFTER_CARE -> days("bill_lag").ge(0L);
            case REWORKED -> flag("is_reworked");
            case CLEAN -> flag("is_clean");
            case POSTED_AFTER_CARE -> postedAfterCare();
            case POSTED_LATE ->
                    dateOf(f, "posted_date")
                            .gt(DSL.localDateAdd(joins.lastDayOfCare(), LATE_DAYS))
                            .and(joins.notVoided());
            case CONTRACTUAL -> adjustment("Contractual");
            case DENIAL_WRITE_OFF -> adjustment("Denial write-off");
            case BAD_DEBT -> adjustment("Bad debt", "Bad debt recovery");
            case CHARITY -> adjustment("Charity");
            case FROM_PATIENT -> textOf(f, "payment_source").eq(inline("Patient"));
            case AT_SERVICE ->
                    dateOf(f, "payment_date")
                            .le(DSL.localDateAdd(joins.lastDayOfCare(), AT_SERVICE_DAYS));
            case NOT_FINAL_BILLED -> joins.over().and(joins.notFinalBilled());
            case FINAL_BILLED_NOT_SENT -> joins.finalBilledNotSent();
            case NOT_SENT ->
                    joins.over().and(joins.notFinalBilled()).or(joins.finalBilledNotSent());
            case PRICED -> flag("is_priced");
            case DECIDED -> dateOf(f, "decided_date").isNotNull();
            case OVERTURNED ->
                    textOf(f, "outcome").in(inline("Favourable"), inline("Partly favourable"));
            case SENT_AFTER_DENIAL -> dateOf(f, "sent_date").ge(dateOf(f, "denied_date"));
            case UNBALANCED -> flag("is_unbalanced");
            case REVERSAL -> flag("is_reversal");
            case UNMATCHED -> flag("is_unmatched");
            case AT_CLAIM -> flag("is_provider_level").not();
            case AT_PROVIDER -> flag("is_provider_level");
            case OWING -> number(f, "balance").gt(ZERO);
            case IN_CREDIT -> number(f, "balance").lt(ZERO);
            case OVER_90_DAYS -> ageOf().gt(90);
            case BILLED -> dateOf(f, "first_billed").le(dateOf(f, "as_of_day"));
        };
    }

    private Condition postedAfterCare() {
        return population == Population.FIRST_CHARGES
                ? days("charge_lag").ge(0L)
                : dateOf(f, "posted_date")
                        .ge(dateOf(f, "service_date"))
                        .and(number(f, "billed").gt(ZERO));
    }

    private Condition adjustment(String... types) {
        Field<String> type = textOf(f, "adjustment_type");
        return types.length == 1
                ? type.eq(inline(types[0]))
                : type.in(Arrays.stream(types).map(DSL::inline).toList());
    }

    private Condition flag(String name) {
        return DSL.condition(Objects.requireNonNull(f.field(name, Boolean.class)));
    }

    private Field<Long> days(String name) {
        return Objects.requireNonNull(f.field(name, Long.class), () -> "no column " + name);
    }

    Field<Integer> ageOf() {
        return Objects.requireNonNull(f.field("age", Integer.class));
    }

    /// What a row adds to a measure.
    ///
    /// @param own further conditions of this measure among several that are read together
    Field<?> contribution(Measure measure, Condition own) {
        boolean all = own.equals(DSL.noCondition());
        return switch (measure.contribution()) {
            case Measure.Amount(String name) -> onlyIf(all, own, amount(name));
            case Measure.AbsoluteAmount(String name) -> onlyIf(all, own, abs(amount(name)));
            case Measure.AmountPerDay(String name) -> onlyIf(all, own, amount(name));
            case Measure.Each() -> onlyIf(all, own, inline(1));
            case Measure.EachPerMonth() -> onlyIf(all, own, inline(1));
            case Measure.EachPatient() -> {
                Field<String> person = concat(textOf(f, "source"), inline("/"), joins.survivorId());
                yield all ? person : when(own, person);
            }
            case Measure.Days(String name) -> onlyIf(all, own, lag(name));
            // A row that does not count has no days, not none.
            case Measure.DaysAt(String name, double share) ->
                    all ? lag(name) : when(own, lag(name));
            case Measure.Balance() -> onlyIf(all, own, number(f, "balance"));
            case Measure.Fact(String kind, Per per) ->
                    onlyIf(
                            false,
                            own.and(textOf(f, "kind").eq(inline(kind))),
                            per == Per.COUNT ? money(f, "quantity") : money(f, "balance"));
        };
    }

    private static <T extends Number> Field<T> onlyIf(boolean all, Condition own, Field<T> value) {
        return all ? value : when(own, value).otherwise(inline(0).cast(value.getDataType()));
    }

    private Field<Long> lag(String name) {
        return switch (name) {
            case "line_lag" -> between(dateOf(f, "service_date"), dateOf(f, "posted_date"));
            case "appeal_lag" -> between(dateOf(f, "denied_date"), dateOf(f, "sent_date"));
            case "resolution_lag" -> between(dateOf(f, "denied_date"), dateOf(f, "decided_date"));
            default -> days(name);
        };
    }

    private static Field<Long> between(Field<LocalDate> first, Field<LocalDate> last) {
        return DSL.field("date_diff('day', {0}, {1})", Long.class, first, last);
    }

    /// `collectible` is what the contract leaves to collect: billed less contractual adjustments.
    private Field<BigDecimal> amount(String name) {
        if (name.equals("collectible")) {
            return money(f, "billed")
                    .minus(
                            when(condition(RowRule.CONTRACTUAL), money(f, "adjusted"))
                                    .otherwise(ZERO))
                    // A difference is a digit wider than money, and sums of it cost twice as much.
                    .cast(SQLDataType.DECIMAL(18, 2));
        }
        return money(f, name);
    }

    static Field<BigDecimal> money(Table<?> table, String name) {
        return coalesce(number(table, name), ZERO);
    }

    static Field<BigDecimal> number(Table<?> table, String name) {
        return Objects.requireNonNull(
                table.field(name, BigDecimal.class), () -> "no column " + name);
    }
}
