package org.claimscope.data.query;

import static org.claimscope.data.query.DimensionSql.any;
import static org.claimscope.data.query.DimensionSql.dateOf;
import static org.claimscope.data.query.DimensionSql.textOf;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.claimscope.data.cache.Kept;
import org.claimscope.data.cache.Reads;
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
import org.claimscope.data.query.DimensionSql.Lookup;
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

    static final String KEY_SUFFIX = "_key";
    static final String WINDOW_DAYS = "window_days";
    private static final String DAY = "its_day";

    private final MetricQuery query;
    private final Population population;
    private final Window window;
    private final List<Period> periods;
    private final SelectQuery<Record> select = DSL.using(SQLDialect.DUCKDB).selectQuery();
    private final Set<Entity> tables = EnumSet.noneOf(Entity.class);
    private final Map<String, Kept> kept = new TreeMap<>();
    private final Table<?> f;
    private final RowSql row;
    private final MemberTables members;
    private final DimensionSql dimensions;

    /// @param role the date that decides, after the query's own wish
    PopulationRows(
            MetricQuery query, Measure first, DateRole role, Decision decision, LocalDate today) {
        this.query = query;
        this.population = first.population();
        this.window = first.window();
        this.periods = Period.of(query, window, today);
        this.f = from();
        var joins = new RowJoins(select, f, query.asOf().orElse(null), lastDay(), tables, kept);
        this.row = new RowSql(f, population, role, String.join(", ", query.measures()), joins);
        this.members = new MemberTables(f, population, query.asOf().orElse(null), kept);
        this.dimensions =
                new DimensionSql(
                        f, population, decision, query.asOf().orElse(null), today, members);
        decision.facilities()
                .ifPresent(allowed -> select.addConditions(textOf(f, "facility_id").in(allowed)));
    }

    /// What the rows are read from.
    Reads reads() {
        var all = EnumSet.copyOf(tables);
        all.addAll(members.tables());
        return new Reads(all, kept, population == Population.ACCOUNTS);
    }

    /// The select of the rows: members and their keys, the period, what names the row, and one
    /// column for each measure.
    SelectQuery<Record> rows(List<Measure> measures) {
        members(select, query.grain().map(this::period));
        identity().forEach(select::addSelect);
        contributions(measures)
                .forEach((measure, value) -> select.addSelect(value.as(measure.id())));
        window();
        query.filters().forEach(f -> filter(select, f));
        members.joinTo(select);
        return select;
    }

    /// The rows with what a reader wants to see of each, and how many there are and what they add
    /// up to, however many are returned.
    SelectQuery<Record> detailed(Measure measure) {
        SelectQuery<Record> rows = rows(List.of(measure));
        RowDetail.addTo(rows, f, population, dimensions);
        members.joinTo(rows);
        return rows;
    }

    /// What is summed for each member and period: the same rows without their names.
    ///
    /// Where many rows share a record of the members' tables, they are summed by what they refer to
    /// before it is looked up: a hundred look-ups in place of a million. Where windows overlap,
    /// they are summed by day before the windows take the days they want: a row is read once, not
    /// once for each of thirteen windows.
    SelectQuery<Record> parts(List<Measure> measures) {
        Map<Measure, Field<?>> contributions = contributions(measures);
        boolean perDay = measures.stream().anyMatch(Measure::perDay);
        if (!summedFirst(measures)) {
            window();
            members(select, query.grain().map(this::period));
            contributions.forEach((measure, value) -> select.addSelect(value.as(measure.id())));
            if (perDay) {
                select.addSelect(windowDays().as(WINDOW_DAYS));
            }
            query.filters().forEach(filter -> filter(select, filter));
            members.joinTo(select);
            return select;
        }
        SelectQuery<Record> parts = DSL.using(SQLDialect.DUCKDB).selectQuery();
        members(parts, query.grain().map(_ -> partPeriod()));
        query.filters().forEach(filter -> filter(parts, filter));
        // Known only now: what the members and filters look up.
        for (String column : members.columns()) {
            select.addSelect(any(f, column));
            select.addGroupBy(any(f, column));
        }
        sumByPeriod(parts, perDay);
        contributions.forEach((measure, value) -> {
            select.addSelect(sum(value.coerce(BigDecimal.class)).as(measure.id()));
            parts.addSelect(outer(measure.id(), BigDecimal.class));
        });
        parts.addFrom(select.asTable(f.getName()));
        if (overlapping()) {
            joinPeriods(parts, outer(DAY, LocalDate.class));
        }
        members.joinTo(parts);
        return parts;
    }

    private Field<LocalDate> partPeriod() {
        return overlapping()
                ? field(DSL.name("p", PERIOD), LocalDate.class)
                : outer(PERIOD, LocalDate.class);
    }

    /// Sums the rows by period, or by day where periods overlap.
    private void sumByPeriod(SelectQuery<Record> parts, boolean perDay) {
        if (overlapping()) {
            Field<LocalDate> day = row.day();
            select.addSelect(day.as(DAY));
            select.addGroupBy(day);
            select.addConditions(day.le(inline(periods.getLast().last().orElseThrow())));
            periods.getFirst()
                    .first()
                    .ifPresent(first -> select.addConditions(day.ge(inline(first))));
            if (perDay) {
                parts.addSelect(windowDays().as(WINDOW_DAYS));
            }
            return;
        }
        window();
        query.grain()
                .ifPresent(g -> {
                    select.addSelect(period(g).as(PERIOD));
                    select.addGroupBy(period(g));
                });
        if (perDay) {
            select.addSelect(max(windowDays()).as(WINDOW_DAYS));
            parts.addSelect(outer(WINDOW_DAYS, Integer.class));
        }
    }

    private void joinPeriods(SelectQuery<Record> to, Field<LocalDate> day) {
        Table<?> p = Period.table(periods);
        to.addJoin(p, JoinType.JOIN, day.between(dateOf(p, "first_day"), dateOf(p, "last_day")));
    }

    /// Whether a row may be in several periods.
    private boolean overlapping() {
        return query.grain().isPresent()
                && window != Window.PERIOD
                && population != Population.ACCOUNTS;
    }

    private <T> Field<T> outer(String column, Class<T> type) {
        return field(DSL.name(f.getName(), column), type);
    }

    private boolean summedFirst(List<Measure> measures) {
        Set<Lookup> lookups = EnumSet.noneOf(Lookup.class);
        query.dimensions().forEach(d -> lookups.add(DimensionSql.lookup(d, population)));
        query.filters().forEach(x -> lookups.add(DimensionSql.lookup(x.dimension(), population)));
        return (lookups.contains(Lookup.SHARED) || overlapping())
                && !lookups.contains(Lookup.OWN)
                // Different patients of two groups may be the same, and a median is no sum.
                && measures.stream()
                        .noneMatch(m ->
                                m.contribution() instanceof Measure.EachPatient
                                        || !m.isSum()
                                        || m.atPeriodEnd());
    }

    private void members(SelectQuery<Record> shown, Optional<Field<LocalDate>> period) {
        for (Dimension dimension : query.dimensions()) {
            shown.addSelect(dimensions.label(dimension).as(dimension.id()));
            if (dimension.kind() == Dimension.Kind.MEMBER) {
                shown.addSelect(dimensions.key(dimension).as(dimension.id() + KEY_SUFFIX));
            }
        }
        period.ifPresent(p -> shown.addSelect(p.as(PERIOD)));
    }

    private Map<Measure, Field<?>> contributions(List<Measure> measures) {
        Set<RowRule> shared = EnumSet.copyOf(EnumSet.allOf(RowRule.class));
        measures.forEach(m -> shared.retainAll(m.rules()));
        shared.forEach(rule -> select.addConditions(row.condition(rule)));
        var contributions = new LinkedHashMap<Measure, Field<?>>();
        for (Measure measure : measures) {
            Condition own = DSL.noCondition();
            for (RowRule rule : measure.rules()) {
                if (!shared.contains(rule)) {
                    own = own.and(row.condition(rule));
                }
            }
            contributions.put(measure, row.contribution(measure, own));
        }
        return contributions;
    }

    private Table<?> from() {
        return switch (population) {
            case LEDGER -> table(Entity.TRANSACTION, Tables.TRANSACTION);
            case ENCOUNTERS -> table(Entity.ENCOUNTER, Tables.ENCOUNTER);
            case CLAIMS -> {
                Table<?> claims = table(Entity.CLAIM, Tables.CLAIM);
                select.addConditions(MemberTables.valid(claims, query.asOf().orElse(null)));
                yield claims;
            }
            case APPEALS -> table(Entity.APPEAL, Tables.APPEAL);
            case MONTHLY_FACTS -> table(Entity.MONTHLY_FACT, Tables.MONTHLY_FACT);
            case ADJUDICATIONS,
                    ADJUDICATED_LINES,
                    SUBMISSIONS,
                    ENTRIES,
                    FIRST_CHARGES,
                    PRICED_LINES,
                    REMITTANCES,
                    REMITTED_CLAIMS,
                    REMITTED_ADJUSTMENTS -> {
                DerivedRows rows = DerivedRows.of(population);
                Steps steps = rows.steps(query.asOf().orElse(null));
                tables.addAll(steps.tables());
                kept.put(steps.name(), steps.kept());
                Table<?> derived = rows.table(steps);
                select.addFrom(derived);
                yield derived;
            }
            case ACCOUNTS -> {
                tables.add(Entity.TRANSACTION);
                Table<?> accounts = AccountsSql.of(query.grain(), periods).asTable("f");
                select.addFrom(accounts);
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
        return start(grain, row.day());
    }

    /// The first day of the period that a day is in.
    static Field<LocalDate> start(Grain grain, Field<LocalDate> day) {
        return field(
                "cast(date_trunc({0}, {1}) as date)", LocalDate.class, inline(grain.id()), day);
    }

    /// Which rows fall into the days asked for.
    private void window() {
        if (population == Population.ACCOUNTS) {
            return;
        }
        if (overlapping()) {
            joinPeriods(select, row.day());
            return;
        }
        if (query.grain().isPresent()) {
            query.from().ifPresent(from -> select.addConditions(row.day().ge(inline(from))));
            Optional<LocalDate> end = query.to().isPresent() ? query.to() : query.asOf();
            end.ifPresent(to -> select.addConditions(row.day().le(inline(to))));
            return;
        }
        Period period = periods.getFirst();
        period.first().ifPresent(from -> select.addConditions(row.day().ge(inline(from))));
        period.last().ifPresent(to -> select.addConditions(row.day().le(inline(to))));
    }

    /// The last day of the period that a row is shown in.
    private Field<LocalDate> lastDay() {
        return query.grain().isPresent()
                ? field(DSL.name("p", "last_day"), LocalDate.class)
                : inline(periods.getFirst().last().orElse(LocalDate.MAX.withYear(9999)));
    }

    /// The days of the window, for sums per day; 1 otherwise.
    private Field<Integer> windowDays() {
        return query.grain().isPresent()
                ? field(DSL.name("p", "days"), Integer.class)
                : inline((int) periods.getFirst().days());
    }

    private void filter(SelectQuery<Record> shown, MetricQuery.Filter filter) {
        if (filter.dimension().kind() == Dimension.Kind.NUMBER) {
            compare(shown, filter);
            return;
        }
        if (filter.op() == MetricQuery.Op.EQUAL) {
            select.addConditions(dimensions.narrowed(filter.dimension(), filter.values()));
        }
        Field<String> label = dimensions.label(filter.dimension());
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
                one = one.or(dimensions.named(filter.dimension(), v));
            }
            condition = condition.or(one);
        }
        shown.addConditions(
                filter.op() == MetricQuery.Op.NOT_EQUAL
                        ? coalesce(field(condition), inline(false)).eq(inline(false))
                        : condition);
    }

    /// Several numbers mean any of them.
    private void compare(SelectQuery<Record> shown, MetricQuery.Filter filter) {
        Field<BigDecimal> number =
                dimensions.number(filter.dimension()).cast(SQLDataType.DECIMAL(18, 6));
        Condition any = DSL.falseCondition();
        for (String value : filter.values()) {
            Field<BigDecimal> bound = DSL.val(numberOf(filter.dimension(), value));
            any =
                    any.or(
                            switch (filter.op()) {
                                case EQUAL, NOT_EQUAL -> number.eq(bound);
                                case GREATER -> number.gt(bound);
                                case GREATER_OR_EQUAL -> number.ge(bound);
                                case LESS -> number.lt(bound);
                                case LESS_OR_EQUAL -> number.le(bound);
                                case CONTAINS ->
                                        throw new ClaimscopeException(
                                                ErrorKind.USER,
                                                "A number is compared with = != > >= < <=.");
                            });
        }
        shown.addConditions(filter.op() == MetricQuery.Op.NOT_EQUAL ? any.not() : any);
    }

    private static BigDecimal numberOf(Dimension dimension, String value) {
        try {
            return MetricQuery.plain(new BigDecimal(value));
        } catch (NumberFormatException e) {
            // The value itself may be a name.
            throw new ClaimscopeException(
                    ErrorKind.USER, dimension.id() + " is compared with a number of days.", e);
        }
    }

    /// The columns that say which row it is.
    private List<SelectFieldOrAsterisk> identity() {
        var columns = new ArrayList<SelectFieldOrAsterisk>();
        columns.add(textOf(f, "source").as("row_source"));
        columns.add(textOf(f, "id").as("row_id"));
        if (population == Population.ACCOUNTS) {
            columns.add(row.ageOf().as("row_age_days"));
        } else {
            columns.add(row.day().as("row_date"));
            columns.add(any(f, "delivery_id").as("row_delivery"));
            columns.add(any(f, "line").as("row_line"));
        }
        return columns;
    }
}
