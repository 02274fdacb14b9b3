package org.claimscope.data.query;

import static org.claimscope.data.query.DimensionSql.dateOf;
import static org.claimscope.data.query.DimensionSql.textOf;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.claimscope.data.cache.schema.warehouse.Tables;
import org.claimscope.data.catalog.DateRole;
import org.claimscope.data.catalog.Measure;
import org.claimscope.data.catalog.Measure.RowRule;
import org.claimscope.data.catalog.Population;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Entity;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JoinType;
import org.jooq.Record;
import org.jooq.SelectQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// What a single row of a population means: its day, the rules it meets, and what it adds to a
/// measure. Joins what that takes.
final class RowSql {
    static final Field<BigDecimal> ZERO = inline(BigDecimal.valueOf(0));

    private final SelectQuery<Record> select;
    private final Table<?> f;
    private final Population population;
    private final DateRole role;
    private final String measures;
    private final Set<Entity> tables;
    private boolean paymentsJoined;

    /// @param measures the metrics asked for, for messages
    /// @param tables takes the tables that were joined
    RowSql(
            SelectQuery<Record> select,
            Table<?> f,
            Population population,
            DateRole role,
            String measures,
            Set<Entity> tables) {
        this.select = select;
        this.f = f;
        this.population = population;
        this.role = role;
        this.measures = measures;
        this.tables = tables;
    }

    /// The day that decides which period a row is in.
    Field<LocalDate> day() {
        return switch (population) {
            case LEDGER ->
                    switch (role) {
                        case SERVICE_DATE -> dateOf(f, "service_date");
                        case POSTING_DATE ->
                                coalesce(dateOf(f, "posted_date"), dateOf(f, "service_date"));
                        case PAYMENT_DATE -> dateOf(f, "payment_date");
                        case SUBMISSION_DATE, ADJUDICATION_DATE, AS_OF -> throw noSuchDate();
                    };
            case ENCOUNTERS ->
                    switch (role) {
                        case SERVICE_DATE -> dateOf(f, "service_date");
                        case POSTING_DATE,
                                PAYMENT_DATE,
                                SUBMISSION_DATE,
                                ADJUDICATION_DATE,
                                AS_OF ->
                                throw noSuchDate();
                    };
            case CLAIMS ->
                    switch (role) {
                        case SERVICE_DATE -> dateOf(f, "service_date");
                        case SUBMISSION_DATE -> dateOf(f, "submitted_date");
                        case ADJUDICATION_DATE ->
                                coalesce(
                                        dateOf(f, "adjudicated_date"), dateOf(f, "submitted_date"));
                        case PAYMENT_DATE -> firstPaid();
                        case POSTING_DATE, AS_OF -> throw noSuchDate();
                    };
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

    /// The first payment on a claim: its own date, else that of the ledger row it names (plain
    /// extracts).
    private Field<LocalDate> firstPaid() {
        Table<?> t = Tables.TRANSACTION.as("payment");
        if (!paymentsJoined) {
            paymentsJoined = true;
            tables.add(Entity.TRANSACTION);
            select.addJoin(
                    t,
                    JoinType.LEFT_OUTER_JOIN,
                    textOf(t, "source").eq(textOf(f, "source")),
                    textOf(t, "id").eq(textOf(f, "transaction_id")),
                    money(t, "paid").gt(ZERO));
        }
        return coalesce(dateOf(f, "payment_date"), dateOf(t, "payment_date"));
    }

    Condition condition(RowRule rule) {
        return switch (rule) {
            case ADJUDICATED ->
                    textOf(f, "claim_status")
                            .in(inline("Paid"), inline("Approved"), inline("Denied"))
                            .and(textOf(f, "carc").isDistinctFrom(inline("18")))
                            // A replacement is the same family again: only the first adjudication
                            // counts.
                            .and(textOf(f, "frequency_code").isDistinctFrom(inline("7")));
            case DENIED ->
                    textOf(f, "claim_status").eq(inline("Denied")).or(money(f, "denied").gt(ZERO));
            case PAID_AFTER_SUBMISSION -> firstPaid().ge(dateOf(f, "submitted_date"));
            case CONTRACTUAL -> textOf(f, "adjustment_type").eq(inline("Contractual"));
            case OWING -> number(f, "balance").gt(ZERO);
            case OVER_90_DAYS -> ageOf().gt(90);
            case BILLED -> dateOf(f, "first_billed").le(dateOf(f, "as_of_day"));
        };
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
            case Measure.AmountPerDay(String name) -> onlyIf(all, own, amount(name));
            case Measure.Each() -> onlyIf(all, own, inline(1));
            case Measure.EachPatient() -> {
                Field<String> person =
                        concat(textOf(f, "source"), inline("/"), textOf(f, "patient_id"));
                yield all ? person : when(own, person);
            }
            case Measure.DaysToPay() ->
                    onlyIf(
                            all,
                            own,
                            field(
                                    "date_diff('day', {0}, {1})",
                                    Integer.class, dateOf(f, "submitted_date"), firstPaid()));
            case Measure.Balance() -> onlyIf(all, own, number(f, "balance"));
        };
    }

    private static <T extends Number> Field<T> onlyIf(boolean all, Condition own, Field<T> value) {
        return all ? value : when(own, value).otherwise(inline(0).cast(value.getDataType()));
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
