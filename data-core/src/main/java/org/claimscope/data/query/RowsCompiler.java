package org.claimscope.data.query;

import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Measure;
import org.claimscope.data.security.Decision;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.SelectQuery;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// Turns a query into the select of the rows behind its first metric: the same rows that the number
/// is the sum of, not summed.
final class RowsCompiler {
    private final Compiler compiler;

    RowsCompiler(Compiler compiler) {
        this.compiler = compiler;
    }

    /// The rows whose sum is the number.
    ///
    /// @param denominator the rows of the denominator instead of the numerator's
    Compiler.Compiled drill(
            MetricQuery query, boolean denominator, Decision decision, LocalDate today, int limit) {
        Kpi kpi = compiler.check(query).getFirst();
        Kpi.Definition d = kpi.definition();
        Measure measure =
                denominator && d.denominator().isPresent() ? d.denominator().get() : d.numerator();
        var rows =
                new PopulationRows(query, measure, Compiler.role(query, measure), decision, today);
        Table<Record> inner = rows.rows(List.of(measure)).asTable("r");
        SelectQuery<Record> select = DSL.using(SQLDialect.DUCKDB).selectQuery();
        select.addFrom(inner);
        if (measure.contribution() instanceof Measure.EachPatient) {
            Compiler.memberColumns(query).forEach(m -> select.addSelect(Compiler.column(inner, m)));
            select.addSelect(DSL.count().as("row_count"), inline(1).as(measure.id()));
            select.addGroupBy(
                    Stream.concat(
                                    Compiler.memberColumns(query).stream()
                                            .map(m -> Compiler.column(inner, m)),
                                    Stream.of(Compiler.column(inner, measure.id())))
                            .toList());
        } else {
            select.addConditions(
                    counts(measure, field(name(inner.getName(), measure.id()), BigDecimal.class)));
            select.addOrderBy(
                    Compiler.column(inner, "row_source"), Compiler.column(inner, "row_id"));
        }
        if (limit > 0) {
            select.addLimit(limit);
        }
        return new Compiler.Compiled(select, rows.reads());
    }

    /// The rows whose sum is the number, each with its detail; `all_rows` and `all_sum` count and
    /// sum those that the limit leaves out too.
    Compiler.Compiled rows(
            MetricQuery query,
            boolean denominator,
            RowOrder order,
            Decision decision,
            LocalDate today,
            int limit) {
        Kpi.Definition d = compiler.check(query).getFirst().definition();
        Measure measure =
                denominator && d.denominator().isPresent() ? d.denominator().get() : d.numerator();
        var population =
                new PopulationRows(query, measure, Compiler.role(query, measure), decision, today);
        Table<Record> inner = population.detailed(measure).asTable("r");
        Field<BigDecimal> value = field(name("r", measure.id()), BigDecimal.class);
        boolean patients = measure.contribution() instanceof Measure.EachPatient;
        SelectQuery<Record> select = DSL.using(SQLDialect.DUCKDB).selectQuery();
        select.addFrom(inner);
        select.addSelect(inner.asterisk());
        select.addSelect((patients ? inline(1) : value).as("row_value"));
        Field<Integer> different = countDistinct(Compiler.column(inner, measure.id())).over();
        select.addSelect((patients ? different : DSL.count().over()).as("all_rows"));
        select.addSelect((patients ? different : total(measure, value)).as("all_sum"));
        if (patients) {
            // One visit stands for its patient.
            select.addConditions(Compiler.column(inner, measure.id()).isNotNull());
            select.addQualify(
                    DSL.rowNumber()
                            .over(DSL.partitionBy(Compiler.column(inner, measure.id())))
                            .eq(inline(1)));
        } else {
            select.addConditions(counts(measure, value));
        }
        List<SortField<?>> by =
                orderOfRows(inner, order, patients ? inline(BigDecimal.ONE) : value);
        select.addOrderBy(by);
        if (limit > 0 && patients) {
            select.addLimit(limit);
        } else if (limit > 0) {
            // DuckDB 2.0.0.1 loses a LIMIT above a union that records are looked up for.
            select.addQualify(DSL.rowNumber().over(DSL.orderBy(by)).le(inline(limit)));
        }
        return new Compiler.Compiled(select, population.reads());
    }

    /// Whether a row is behind the number: it adds something, or it is one of those that a median
    /// is taken of.
    private static Condition counts(Measure measure, Field<BigDecimal> value) {
        return measure.isSum() ? value.ne(inline(BigDecimal.ZERO)) : value.isNotNull();
    }

    private static Field<?> total(Measure measure, Field<BigDecimal> value) {
        return measure.contribution() instanceof Measure.DaysAt(String days, double share)
                ? field("quantile_cont({0}, {1}) over ()", Double.class, value, inline(share))
                : sum(value).over();
    }

    private static List<SortField<?>> orderOfRows(
            Table<?> rows, RowOrder order, Field<BigDecimal> value) {
        var by = new ArrayList<SortField<?>>();
        Field<Object> day =
                rows.field("row_date") == null
                        ? Compiler.column(rows, "row_age_days")
                        : Compiler.column(rows, "row_date");
        switch (order) {
            case LARGEST -> by.add(DSL.abs(value).desc());
            case NEWEST -> by.add(day.desc().nullsLast());
            case OLDEST -> by.add(day.asc().nullsLast());
        }
        by.add(Compiler.column(rows, "row_source").asc());
        by.add(Compiler.column(rows, "row_id").asc());
        return by;
    }
}
