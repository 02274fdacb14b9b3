package org.claimscope.data.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.claimscope.data.cache.Reads;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// What two definitions make of the same data, record by record: which they count alike and which
/// make the difference. The groups add up to both numbers.
///
/// @param by what is compared one by one: claims, or visits where the numbers are about the ledger
/// @param groups those that have records, in the order of [How]
/// @param records those that are not counted alike, the largest difference first
public record Disagreement(Dimension by, List<Group> groups, List<One> records) {
    public Disagreement {
        groups = List.copyOf(groups);
        records = List.copyOf(records);
    }

    /// How two definitions count a record.
    public enum How {
        ALIKE,
        /// In both numerators, with other amounts.
        AMOUNT,
        FIRST_ONLY,
        SECOND_ONLY,
        /// Alike above the line, not below it.
        DENOMINATOR
    }

    /// What a record, or a group of them, adds to both numbers.
    ///
    /// @param firstDenominator 0 for numbers that are no quotients
    public record Sums(
            BigDecimal first,
            BigDecimal firstDenominator,
            BigDecimal second,
            BigDecimal secondDenominator) {}

    public record Group(How how, long records, Sums sums) {}

    /// @param key `source/id`; empty for what belongs to no record
    public record One(String key, How how, Sums sums) {
        /// Names nobody.
        @Override
        public String toString() {
            return "One[" + how + ", " + sums + "]";
        }
    }

    private static final List<Dimension> RECORDS = List.of(Dimension.CLAIM, Dimension.ENCOUNTER);
    private static final List<String> SUMS =
            List.of("one", "one_denominator", "other", "other_denominator");

    /// What both numbers can be told by: the claim, or the visit.
    ///
    /// @throws ClaimscopeException USER when there is no such thing
    static Dimension by(Kpi first, Kpi second) {
        return RECORDS.stream()
                .filter(d ->
                        Stream.of(first, second)
                                .allMatch(kpi -> kpi.definition().dimensions().contains(d)))
                .findFirst()
                .orElseThrow(() ->
                        new ClaimscopeException(
                                ErrorKind.USER,
                                first.id()
                                        + " and "
                                        + second.id()
                                        + " are about figures of whole months: no claim or visit makes"
                                        + " their difference."));
    }

    /// @param run asks the engine
    static Disagreement of(
            Dimension by,
            Kpi first,
            Compiler.Compiled one,
            Kpi second,
            Compiler.Compiled other,
            int limit,
            Function<Compiler.Compiled, Frame> run) {
        Table<?> both = both(by, first, one.select(), second, other.select());
        Reads reads = Reads.all(List.of(one.reads(), other.reads()));
        var groups = new ArrayList<Group>();
        try (Frame frame = run.apply(new Compiler.Compiled(groups(both), reads))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                groups.add(
                        new Group(how(frame, r), (long) frame.real("records", r), sums(frame, r)));
            }
        }
        groups.sort(Comparator.comparing(Group::how));
        var records = new ArrayList<One>();
        try (Frame frame = run.apply(new Compiler.Compiled(records(both, limit), reads))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                String key = frame.text("key", r);
                records.add(new One(key == null ? "" : key, how(frame, r), sums(frame, r)));
            }
        }
        return new Disagreement(by, groups, records);
    }

    private static How how(Frame frame, int row) {
        return How.valueOf(String.valueOf(frame.text("how", row)));
    }

    private static Sums sums(Frame frame, int row) {
        return new Sums(
                number(frame, SUMS.get(0), row),
                number(frame, SUMS.get(1), row),
                number(frame, SUMS.get(2), row),
                number(frame, SUMS.get(3), row));
    }

    private static BigDecimal number(Frame frame, String column, int row) {
        BigDecimal number = frame.number(column, row);
        return number == null ? BigDecimal.ZERO : number;
    }

    private static Select<?> groups(Table<?> both) {
        SelectQuery<Record> select = DSL.using(SQLDialect.DUCKDB).selectQuery();
        select.addFrom(both);
        select.addSelect(column(both, "how"), DSL.count().as("records"));
        for (String sum : SUMS) {
            select.addSelect(DSL.sum(column(both, sum)).as(sum));
        }
        select.addGroupBy(column(both, "how"));
        return select;
    }

    private static Select<?> records(Table<?> both, int limit) {
        SelectQuery<Record> select = DSL.using(SQLDialect.DUCKDB).selectQuery();
        select.addFrom(both);
        select.addSelect(both.asterisk());
        select.addConditions(
                DSL.field(DSL.name(both.getName(), "how"), String.class).ne(How.ALIKE.name()));
        select.addOrderBy(
                DSL.abs(column(both, "one").minus(column(both, "other"))).desc(),
                DSL.abs(column(both, "one_denominator").minus(column(both, "other_denominator")))
                        .desc(),
                column(both, "key").asc());
        select.addLimit(limit);
        return select;
    }

    /// Every record that one of the two counts, with what it adds to both and how that compares.
    private static Table<?> both(
            Dimension by, Kpi first, Select<?> one, Kpi second, Select<?> other) {
        return DSL.table(
                        "(select *, case when one <> 0 and other <> 0 and one <> other then 'AMOUNT'"
                                + " when one <> 0 and other = 0 then 'FIRST_ONLY' when one = 0 and other <> 0 then 'SECOND_ONLY'"
                                + " when one_denominator <> other_denominator then 'DENOMINATOR' else 'ALIKE' end as how from"
                                + " (select coalesce(a.{0}, b.{0}) as key, coalesce(a.{1}, 0) as one,"
                                + " coalesce({2}, 0) as one_denominator, coalesce(b.{3}, 0) as other,"
                                + " coalesce({4}, 0) as other_denominator"
                                + " from ({5}) a full join ({6}) b on a.{0} is not distinct from b.{0})"
                                + " where one <> 0 or other <> 0 or one_denominator <> 0 or other_denominator <> 0)",
                        DSL.name(by.id() + PopulationRows.KEY_SUFFIX),
                        DSL.name(numerator(first)),
                        denominator(first, "a"),
                        DSL.name(numerator(second)),
                        denominator(second, "b"),
                        one,
                        other)
                .as("both_ways");
    }

    private static String numerator(Kpi kpi) {
        return kpi.id() + (kpi.definition().denominator().isPresent() ? "_numerator" : "");
    }

    private static Field<?> denominator(Kpi kpi, String side) {
        return kpi.definition().denominator().isPresent()
                ? DSL.field(DSL.name(side, kpi.id() + "_denominator"))
                : DSL.inline(0);
    }

    private static Field<BigDecimal> column(Table<?> table, String column) {
        return DSL.field(DSL.name(table.getName(), column), BigDecimal.class);
    }
}
