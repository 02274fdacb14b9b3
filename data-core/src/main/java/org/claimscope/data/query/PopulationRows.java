package org.claimscope.data.query;

import static org.claimscope.data.query.DimensionSql.any;
import static org.claimscope.data.query.DimensionSql.dateOf;
import static org.claimscope.data.query.DimensionSql.textOf;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.cache.schema.warehouse.Tables;
import org.claimscope.data.catalog.DateRole;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.catalog.Measure;
import org.claimscope.data.catalog.Measure.RowRule;
import org.claimscope.data.catalog.Measure.Window;
import org.claimscope.data.catalog.Population;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Entity;
import org.claimscope.data.security.Decision;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JoinType;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// The rows behind one step of a query, before anything is summed: which rows take part, the
/// members they belong to, and what each adds to the step's measures.
///
/// The number is the sum over these rows, and a drill lists these rows: both come from here, so
/// they cannot differ.
final class PopulationRows {
    static final String PERIOD = "period";
    static final Field<BigDecimal> ZERO = inline(BigDecimal.valueOf(0));

    static final String KEY_SUFFIX = "_key";

    private final MetricQuery query;
    private final Population population;
    private final Window window;
    private final DateRole role;
    private final List<Period> periods;
    private final SelectQuery<Record> select = DSL.using(SQLDialect.DUCKDB).selectQuery();
    private final Set<Entity> tables = EnumSet.noneOf(Entity.class);
    private final Table<?> f;
    private final DimensionSql dimensions;

    /// @param role the date that decides, after the query's own wish
    PopulationRows(
            MetricQuery query, Measure first, DateRole role, Decision decision, LocalDate today) {
        this.query = query;
        this.population = first.population();
        this.window = first.window();
        this.role = role;
        this.periods = Period.of(query, window, today);
        this.f = from();
        this.dimensions =
                new DimensionSql(select, f, population, decision, query.asOf().orElse(null));
        decision.facilities()
                .ifPresent(allowed -> select.addConditions(textOf(f, "facility_id").in(allowed)));
    }

    /// The tables that the rows are read from.
    Set<Entity> tables() {
        var all = EnumSet.copyOf(tables);
        all.addAll(dimensions.tables());
        return all;
    }

    /// The select of the rows: members and their keys, the period, and one column for each measure.
    ///
    /// @param identify also the columns that name the row, for a drill
    SelectQuery<Record> rows(List<Measure> measures, boolean identify) {
        for (Dimension dimension : query.dimensions()) {
            select.addSelect(dimensions.label(dimension).as(dimension.id()));
            if (dimension.kind() == Dimension.Kind.MEMBER) {
                select.addSelect(dimensions.key(dimension).as(dimension.id() + KEY_SUFFIX));
            }
        }
        query.grain().ifPresent(g -> select.addSelect(period(g).as(PERIOD)));
        if (identify) {
            identity().forEach(select::addSelect);
        }
        Set<RowRule> shared = EnumSet.copyOf(EnumSet.allOf(RowRule.class));
        measures.forEach(m -> shared.retainAll(m.rules()));
        shared.forEach(rule -> select.addConditions(condition(rule)));
        for (Measure measure : measures) {
            Condition own = DSL.noCondition();
            for (RowRule rule : measure.rules()) {
                if (!shared.contains(rule)) {
                    own = own.and(condition(rule));
                }
            }
            select.addSelect(contribution(measure, own).as(measure.id()));
        }
        window();
        query.filters().forEach(this::filter);
        return select;
    }

    private Table<?> from() {
        return switch (population) {
            case LEDGER -> table(Entity.TRANSACTION, Tables.TRANSACTION);
            case ENCOUNTERS -> table(Entity.ENCOUNTER, Tables.ENCOUNTER);
            case CLAIMS -> {
                Table<?> claims = table(Entity.CLAIM, Tables.CLAIM);
                select.addConditions(DimensionSql.valid(claims, query.asOf().orElse(null)));
                yield claims;
            }
            case ACCOUNTS -> {
                tables.add(Entity.TRANSACTION);
                Table<?> accounts = AccountsSql.of(periods).asTable("f");
                select.addFrom(accounts);
                select.addConditions(number(accounts, "balance").ne(ZERO));
                yield accounts;
            }
        };
    }

    private Table<?> table(Entity entity, Table<?> table) {
        tables.add(entity);
        Table<?> aliased = table.as("f");
        select.addFrom(aliased);
        return aliased;
    }

    private Field<LocalDate> period(Grain grain) {
        if (population == Population.ACCOUNTS) {
            return dateOf(f, PERIOD);
        }
        if (window != Window.PERIOD) {
            return field(DSL.name("p", PERIOD), LocalDate.class);
        }
        return field(
                "cast(date_trunc({0}, {1}) as date)", LocalDate.class, inline(grain.id()), day());
    }

    /// Which rows fall into the days asked for.
    private void window() {
        if (population == Population.ACCOUNTS) {
            return;
        }
        if (query.grain().isPresent() && window != Window.PERIOD) {
            Table<?> p = Period.table(periods);
            select.addJoin(
                    p, JoinType.JOIN, day().between(dateOf(p, "first_day"), dateOf(p, "last_day")));
            return;
        }
        if (query.grain().isPresent()) {
            query.from().ifPresent(from -> select.addConditions(day().ge(inline(from))));
            Optional<LocalDate> end = query.to().isPresent() ? query.to() : query.asOf();
            end.ifPresent(to -> select.addConditions(day().le(inline(to))));
            return;
        }
        Period period = periods.getFirst();
        period.first().ifPresent(from -> select.addConditions(day().ge(inline(from))));
        period.last().ifPresent(to -> select.addConditions(day().le(inline(to))));
    }

    /// The days of the window, for sums per day; 1 otherwise.
    Field<Integer> windowDays() {
        return query.grain().isPresent()
                ? field(DSL.name("p", "days"), Integer.class)
                : inline((int) periods.getFirst().days());
    }

    private Field<LocalDate> day() {
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
                String.join(", ", query.measures())
                        + " cannot be dated by "
                        + role.id()
                        + ". Leave out --date-role for each measure's own date.");
    }

    private boolean paymentsJoined;

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

    private Condition condition(RowRule rule) {
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
            case BILLED -> billed();
        };
    }

    private Field<Integer> ageOf() {
        return Objects.requireNonNull(f.field("age", Integer.class));
    }

    private boolean billedJoined;

    private Condition billed() {
        Table<?> billed = AccountsSql.firstBilled();
        if (!billedJoined) {
            billedJoined = true;
            tables.add(Entity.CLAIM);
            select.addJoin(
                    billed,
                    JoinType.LEFT_OUTER_JOIN,
                    textOf(billed, "source").eq(textOf(f, "source")),
                    textOf(billed, "encounter_id").eq(textOf(f, "encounter_id")));
        }
        return dateOf(billed, "submitted_date").le(dateOf(f, "as_of_day"));
    }

    private Field<?> contribution(Measure measure, Condition own) {
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
                                    .otherwise(ZERO));
        }
        return money(f, name);
    }

    static Field<BigDecimal> money(Table<?> table, String name) {
        return coalesce(number(table, name), ZERO);
    }

    private static Field<BigDecimal> number(Table<?> table, String name) {
        return Objects.requireNonNull(
                table.field(name, BigDecimal.class), () -> "no column " + name);
    }

    private void filter(MetricQuery.Filter filter) {
        Field<String> label = dimensions.label(filter.dimension());
        Field<String> key = dimensions.key(filter.dimension());
        // Values are bound, never part of the text.
        Condition condition = DSL.falseCondition();
        for (String value : filter.values()) {
            Field<String> v = DSL.val(value, SQLDataType.VARCHAR);
            Condition one =
                    switch (filter.op()) {
                        case EQUAL, NOT_EQUAL -> label.eq(v);
                        case GREATER -> label.gt(v);
                        case GREATER_OR_EQUAL -> label.ge(v);
                        case LESS -> label.lt(v);
                        case LESS_OR_EQUAL -> label.le(v);
                        case CONTAINS -> label.containsIgnoreCase(v);
                    };
            boolean byKey =
                    filter.dimension().kind() == Dimension.Kind.MEMBER
                            && (filter.op() == MetricQuery.Op.EQUAL
                                    || filter.op() == MetricQuery.Op.NOT_EQUAL);
            if (byKey) {
                one = one.or(key.eq(v)).or(key.like(concat(inline("%/"), v)));
            }
            condition = condition.or(one);
        }
        select.addConditions(
                filter.op() == MetricQuery.Op.NOT_EQUAL
                        ? coalesce(field(condition), inline(false)).eq(inline(false))
                        : condition);
    }

    /// The columns that say which row it is.
    private List<SelectFieldOrAsterisk> identity() {
        var columns = new ArrayList<SelectFieldOrAsterisk>();
        columns.add(textOf(f, "source").as("row_source"));
        columns.add(textOf(f, "id").as("row_id"));
        if (population == Population.ACCOUNTS) {
            columns.add(ageOf().as("row_age_days"));
        } else {
            columns.add(day().as("row_date"));
            columns.add(any(f, "delivery_id").as("row_delivery"));
            columns.add(any(f, "line").as("row_line"));
        }
        return columns;
    }
}
