package org.claimscope.data.query;

import static org.claimscope.data.query.DimensionSql.dateOf;
import static org.claimscope.data.query.DimensionSql.textOf;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.claimscope.data.cache.Kept;
import org.claimscope.data.cache.schema.warehouse.Tables;
import org.claimscope.data.model.Entity;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JoinType;
import org.jooq.Record;
import org.jooq.SelectQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// What must be looked up beside a row to know which rules it meets: its visit, the bills of its
/// visit. Each is joined once, when it is first asked for.
final class RowJoins {
    private final SelectQuery<Record> select;
    private final Table<?> f;
    private final @Nullable LocalDate asOf;
    private final Field<LocalDate> end;
    private final Set<Entity> tables;
    private final Map<String, Kept> kept;
    private final Set<String> joined = new HashSet<>();

    /// @param end the last day of the period that a row is shown in
    /// @param tables takes the tables that were joined
    /// @param kept takes the rows that were joined and are made first
    RowJoins(
            SelectQuery<Record> select,
            Table<?> f,
            @Nullable LocalDate asOf,
            Field<LocalDate> end,
            Set<Entity> tables,
            Map<String, Kept> kept) {
        this.select = select;
        this.f = f;
        this.asOf = asOf;
        this.end = end;
        this.tables = tables;
        this.kept = kept;
    }

    private Table<?> visit() {
        Table<?> visit = Tables.ENCOUNTER.as("visit");
        if (joined.add("visit")) {
            tables.add(Entity.ENCOUNTER);
            select.addJoin(
                    visit,
                    JoinType.LEFT_OUTER_JOIN,
                    textOf(visit, "source").eq(textOf(f, "source")),
                    textOf(visit, "id").eq(textOf(f, "encounter_id")));
        }
        return visit;
    }

    /// The discharge, else the row's own day of care.
    Field<LocalDate> lastDayOfCare() {
        return coalesce(dateOf(visit(), "discharge_date"), dateOf(f, "service_date"));
    }

    /// Whether the visit was over on the last day: who is still in house cannot be billed.
    Condition over() {
        Table<?> visit = visit();
        return dateOf(visit, "discharge_date")
                .le(end)
                .or(
                        dateOf(visit, "discharge_date")
                                .isNull()
                                .and(
                                        textOf(visit, "encounter_type")
                                                .isDistinctFrom(inline("Inpatient")))
                                .and(dateOf(f, "service_date").le(end)));
    }

    /// On the last day no claim had entered the claims tool; only of sources that tell of claims,
    /// and not of patients who pay themselves: no claim is made for them, and no feed tells of
    /// their statements.
    Condition notFinalBilled() {
        Field<LocalDate> entered = bill("entered_date");
        return entered.isNull().or(entered.gt(end)).and(billingSource()).and(insured());
    }

    private Condition insured() {
        Steps steps = Steps.of("self_payers", asOf);
        tables.addAll(steps.tables());
        return field(
                        "({0}, coalesce({1}, '')) not in {2}",
                        Boolean.class,
                        textOf(f, "source"),
                        textOf(f, "payer_id"),
                        DSL.sql(steps.sql()))
                .isTrue();
    }

    Condition finalBilledNotSent() {
        Field<LocalDate> sent = bill("submitted_date");
        return bill("entered_date").le(end).and(sent.isNull().or(sent.gt(end)));
    }

    private Field<LocalDate> bill(String column) {
        if (joined.add("bill")) {
            derived("first_bills", "bill", "encounter_id");
        }
        return field(name("bill", column), SQLDataType.LOCALDATE);
    }

    private Condition billingSource() {
        Steps steps = Steps.of("billing", asOf);
        tables.addAll(steps.tables());
        return field("{0} in {1}", Boolean.class, textOf(f, "source"), DSL.sql(steps.sql()))
                .isTrue();
    }

    /// Whether no claim of the visit was taken back.
    Condition notVoided() {
        if (joined.add("void")) {
            derived("void_encounters", "void", "encounter_id");
        }
        return field(name("void", "encounter_id"), SQLDataType.VARCHAR).isNull();
    }

    /// Whom the row's patient is now.
    Field<String> survivorId() {
        if (joined.add("survivor")) {
            derived(Steps.of(MemberTables.MERGED, null), "survivor", "patient_id");
        }
        return coalesce(
                field(name("survivor", "survivor_id"), SQLDataType.VARCHAR),
                textOf(f, "patient_id"));
    }

    private void derived(String step, String alias, String key) {
        derived(Steps.of(step, asOf), alias, key);
    }

    private void derived(Steps steps, String alias, String key) {
        tables.addAll(steps.tables());
        kept.put(steps.name(), steps.kept());
        select.addJoin(
                DSL.table(name(steps.name())).as(alias),
                JoinType.LEFT_OUTER_JOIN,
                field(name(alias, "source"), SQLDataType.VARCHAR).eq(textOf(f, "source")),
                field(name(alias, key), SQLDataType.VARCHAR).eq(textOf(f, key)));
    }
}
