package org.claimscope.data.query;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimscope.data.cache.Reads;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.DateRole;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Measure;
import org.claimscope.data.catalog.Measure.Window;
import org.claimscope.data.catalog.Population;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.security.Decision;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectQuery;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Turns a checked [MetricQuery] into one select made of named steps.
///
/// Measures over the same rows (population, date, window) share a step; each step is the sum over
/// its rows. Where there are several, a spine of all members that any of them has keeps every
/// member of every step.
final class Compiler {
    static final String NUMERATOR = "_numerator";
    static final String DENOMINATOR = "_denominator";

    private static final String SPINE = "members";

    private final Catalog catalog;

    Compiler(Catalog catalog) {
        this.catalog = catalog;
    }

    /// A select, and what must be in the engine before it runs.
    record Compiled(Select<?> select, Reads reads) {}

    private record StepKey(Population population, DateRole role, Window window) {}

    private record Step(
            StepKey key, List<Measure> measures, CommonTableExpression<?> table, String name) {}

    /// @param decision what the asker may see: without one there is no SQL
    Compiled compile(MetricQuery query, Decision decision, LocalDate today) {
        List<Kpi> kpis = check(query);
        var reads = new ArrayList<Reads>();
        Map<StepKey, List<Measure>> grouped = group(query, kpis);
        var steps = new ArrayList<Step>();
        grouped.forEach(
                (key, measures) -> steps.add(step(query, key, measures, decision, today, reads)));
        List<String> members = memberColumns(query);
        var named = new ArrayList<CommonTableExpression<?>>();
        steps.forEach(s -> named.add(s.table()));
        boolean joined = steps.size() > 1 && !members.isEmpty();
        if (joined) {
            named.add(spine(steps, members));
        }
        Table<?> base = named.getLast();
        if (!joined) {
            base = steps.getFirst().table();
        }
        var columns = new ArrayList<Field<?>>();
        for (String member : members) {
            columns.add(column(base, member));
        }
        for (Kpi kpi : kpis) {
            addValue(columns, kpi, steps);
        }
        Condition having = DSL.noCondition();
        for (MetricQuery.Having h : query.having()) {
            having = having.and(having(h, kpis, steps));
        }
        var ordered =
                DSL.using(SQLDialect.DUCKDB)
                        .with(named)
                        .select(columns)
                        .from(joined ? joined(base, steps, members) : crossed(steps))
                        .where(having)
                        .orderBy(order(query, base, kpis, steps));
        Select<?> select = query.limit() > 0 ? ordered.limit(query.limit()) : ordered;
        return new Compiled(select, Reads.all(reads));
    }

    /// The KPIs of a query that can be answered.
    List<Kpi> check(MetricQuery query) {
        if (query.measures().isEmpty()) {
            throw new ClaimscopeException(ErrorKind.USER, "Name at least one metric.");
        }
        List<Kpi> kpis = query.measures().stream().distinct().map(catalog::kpi).toList();
        if (query.from().isPresent()
                && query.to().isPresent()
                && query.from().get().isAfter(query.to().get())) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "The period ends before it begins: " + query.from().get() + ".");
        }
        query.dimensions().stream()
                .filter(d -> d.kind() == Dimension.Kind.NUMBER)
                .findFirst()
                .ifPresent(d -> {
                    throw new ClaimscopeException(
                            ErrorKind.USER, d.id() + " is a number: it is compared, not split by.");
                });
        for (Kpi kpi : kpis) {
            for (Measure measure : measures(kpi)) {
                Stream.concat(
                                query.dimensions().stream(),
                                query.filters().stream().map(MetricQuery.Filter::dimension))
                        .filter(d -> !d.splits(measure.population()))
                        .findFirst()
                        .ifPresent(d -> refuse(kpi, d));
            }
        }
        return kpis;
    }

    private static void refuse(Kpi kpi, Dimension dimension) {
        throw new ClaimscopeException(
                ErrorKind.USER,
                kpi.id() + " cannot be split by " + dimension.id() + ": its rows do not have one.");
    }

    private static List<Measure> measures(Kpi kpi) {
        Kpi.Definition d = kpi.definition();
        return Stream.concat(Stream.of(d.numerator()), d.denominator().stream()).toList();
    }

    static DateRole role(MetricQuery query, Measure measure) {
        return measure.window() == Window.PERIOD
                ? query.dateRole().orElse(measure.role())
                : measure.role();
    }

    private static Map<StepKey, List<Measure>> group(MetricQuery query, List<Kpi> kpis) {
        var grouped = new LinkedHashMap<StepKey, List<Measure>>();
        var seen = new LinkedHashSet<String>();
        for (Kpi kpi : kpis) {
            for (Measure m : measures(kpi)) {
                if (seen.add(m.id())) {
                    grouped.computeIfAbsent(
                                    new StepKey(m.population(), role(query, m), m.window()),
                                    k -> new ArrayList<>())
                            .add(m);
                }
            }
        }
        return grouped;
    }

    private static Step step(
            MetricQuery query,
            StepKey key,
            List<Measure> measures,
            Decision decision,
            LocalDate today,
            List<Reads> reads) {
        var rows = new PopulationRows(query, measures.getFirst(), key.role(), decision, today);
        Table<Record> r = rows.parts(measures).asTable("r");
        reads.add(rows.reads());
        SelectQuery<Record> sums = DSL.using(SQLDialect.DUCKDB).selectQuery();
        sums.addFrom(r);
        for (String member : memberColumns(query)) {
            sums.addSelect(column(r, member));
            sums.addGroupBy(column(r, member));
        }
        for (Measure m : measures) {
            sums.addSelect(total(r, m).as(m.id()));
        }
        String name =
                (key.population().name() + "_" + key.role().name() + "_" + key.window().name())
                        .toLowerCase(Locale.ROOT);
        return new Step(key, measures, name(name).as(sums), name);
    }

    private static Field<?> total(Table<?> r, Measure m) {
        Field<BigDecimal> value = field(name(r.getName(), m.id()), BigDecimal.class);
        return switch (m.contribution()) {
            case Measure.EachPatient() -> countDistinct(column(r, m.id()));
            case Measure.Each() -> sum(value).cast(SQLDataType.BIGINT);
            case Measure.Days(String days) -> sum(value).cast(SQLDataType.BIGINT);
            case Measure.DaysAt(String days, double share) ->
                    field("quantile_cont({0}, {1})", Double.class, value, inline(share));
            case Measure.AmountPerDay(String amount) -> perDay(r, value);
            case Measure.EachPerMonth() -> perMonth(value);
            case Measure.Amount(String amount) -> sum(value);
            case Measure.AbsoluteAmount(String amount) -> sum(value);
            case Measure.Balance() -> sum(value);
            case Measure.Fact(String kind, Measure.Per per) ->
                    switch (per) {
                        case ALL, COUNT -> sum(value);
                        case DAY -> perDay(r, value);
                        case MONTH -> perMonth(value);
                    };
        };
    }

    private static Field<?> perDay(Table<?> r, Field<BigDecimal> value) {
        Field<Integer> days = field(name(r.getName(), PopulationRows.WINDOW_DAYS), Integer.class);
        return sum(value).cast(SQLDataType.DOUBLE).div(max(days));
    }

    private static Field<?> perMonth(Field<BigDecimal> value) {
        return sum(value).cast(SQLDataType.DOUBLE).div(inline(3.0));
    }

    static List<String> memberColumns(MetricQuery query) {
        var columns = new ArrayList<String>();
        for (Dimension dimension : query.dimensions()) {
            columns.add(dimension.id());
            if (dimension.kind() == Dimension.Kind.MEMBER) {
                columns.add(dimension.id() + PopulationRows.KEY_SUFFIX);
            }
        }
        query.grain().ifPresent(g -> columns.add(PopulationRows.PERIOD));
        return columns;
    }

    /// All members that any step has.
    private static CommonTableExpression<?> spine(List<Step> steps, List<String> members) {
        Select<Record> all = members(steps.getFirst(), members);
        for (Step step : steps.subList(1, steps.size())) {
            all = all.union(members(step, members));
        }
        return name(SPINE).as(all);
    }

    private static Select<Record> members(Step step, List<String> members) {
        return DSL.select(members.stream().map(m -> column(step.table(), m)).toList())
                .from(step.table());
    }

    private static Table<?> joined(Table<?> spine, List<Step> steps, List<String> members) {
        Table<?> all = spine;
        for (Step step : steps) {
            Condition same = DSL.noCondition();
            for (String member : members) {
                same =
                        same.and(
                                column(spine, member)
                                        .isNotDistinctFrom(column(step.table(), member)));
            }
            all = all.leftJoin(step.table()).on(same);
        }
        return all;
    }

    /// Without members every step is one row.
    private static Table<?> crossed(List<Step> steps) {
        Table<?> all = steps.getFirst().table();
        for (Step step : steps.subList(1, steps.size())) {
            all = all.crossJoin(step.table());
        }
        return all;
    }

    private void addValue(List<Field<?>> columns, Kpi kpi, List<Step> steps) {
        Kpi.Definition d = kpi.definition();
        columns.add(value(kpi, steps).as(kpi.id()));
        d.denominator()
                .ifPresent(denominator -> {
                    columns.add(sumOf(d.numerator(), steps).as(kpi.id() + NUMERATOR));
                    columns.add(sumOf(denominator, steps).as(kpi.id() + DENOMINATOR));
                });
    }

    private Field<?> value(Kpi kpi, List<Step> steps) {
        Kpi.Definition d = kpi.definition();
        if (!catalog.missing(kpi).isEmpty()) {
            // Absent inputs are n/a, never 0.
            return inline(null, SQLDataType.DOUBLE);
        }
        Field<?> numerator = sumOf(d.numerator(), steps);
        if (d.denominator().isEmpty()) {
            return numerator;
        }
        return numerator
                .cast(SQLDataType.DOUBLE)
                .div(
                        nullif(
                                sumOf(d.denominator().get(), steps).cast(SQLDataType.DOUBLE),
                                inline(0.0)));
    }

    /// A member without rows sums to zero.
    private static Field<?> sumOf(Measure measure, List<Step> steps) {
        Step step =
                steps.stream()
                        .filter(s -> s.measures().contains(measure))
                        .findFirst()
                        .orElseThrow();
        Field<BigDecimal> sum = field(name(step.name(), measure.id()), BigDecimal.class);
        // No rows add up to nothing; of no rows there is no median.
        return measure.isSum() ? coalesce(sum, inline(BigDecimal.ZERO)) : sum;
    }

    private Condition having(MetricQuery.Having h, List<Kpi> kpis, List<Step> steps) {
        Kpi kpi =
                kpis.stream()
                        .filter(k -> k.id().equals(h.measure()))
                        .findFirst()
                        .orElseThrow(() ->
                                new ClaimscopeException(
                                        ErrorKind.USER,
                                        "A condition on "
                                                + h.measure()
                                                + " needs "
                                                + h.measure()
                                                + " among the metrics."));
        Field<BigDecimal> value = value(kpi, steps).cast(SQLDataType.DECIMAL(38, 6));
        Field<BigDecimal> bound = DSL.val(h.value());
        return switch (h.op()) {
            case EQUAL -> value.eq(bound);
            case NOT_EQUAL -> value.ne(bound);
            case GREATER -> value.gt(bound);
            case GREATER_OR_EQUAL -> value.ge(bound);
            case LESS -> value.lt(bound);
            case LESS_OR_EQUAL -> value.le(bound);
            case CONTAINS ->
                    throw new ClaimscopeException(
                            ErrorKind.USER, "A number is compared with = != > >= < <=.");
        };
    }

    /// As asked, then by the members in their order, so that equal queries give equal tables.
    private List<SortField<?>> order(
            MetricQuery query, Table<?> spine, List<Kpi> kpis, List<Step> steps) {
        var order = new ArrayList<SortField<?>>();
        for (MetricQuery.Order o : query.order()) {
            boolean absent =
                    kpis.stream()
                            .anyMatch(k -> k.id().equals(o.by()) && !catalog.missing(k).isEmpty());
            if (absent) {
                // A metric without its inputs is n/a for every member: nothing to order by, and the
                // engine refuses a constant.
                continue;
            }
            Field<?> by =
                    kpis.stream()
                            .filter(k -> k.id().equals(o.by()))
                            .findFirst()
                            .<Field<?>>map(k -> value(k, steps))
                            .orElseGet(() -> column(spine, memberNamed(query, o.by())));
            order.add(o.descending() ? by.desc().nullsLast() : by.asc().nullsLast());
        }
        memberColumns(query).forEach(m -> order.add(column(spine, m).asc().nullsLast()));
        return order;
    }

    private static String memberNamed(MetricQuery query, String name) {
        if (query.grain().isPresent() && query.grain().get().id().equals(name)) {
            return PopulationRows.PERIOD;
        }
        if (query.dimensions().stream().noneMatch(d -> d.id().equals(name))) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "Cannot order by "
                            + name
                            + ": it is neither among the metrics nor among the dimensions ("
                            + query.dimensions().stream()
                                    .map(Dimension::id)
                                    .collect(Collectors.joining(", "))
                            + ").");
        }
        return name;
    }

    static Field<Object> column(Table<?> table, String column) {
        return field(name(table.getName(), column));
    }
}
