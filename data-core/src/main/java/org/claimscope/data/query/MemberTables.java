package org.claimscope.data.query;

import static org.claimscope.data.query.DimensionSql.dateOf;
import static org.claimscope.data.query.DimensionSql.textOf;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.claimscope.data.cache.Kept;
import org.claimscope.data.cache.schema.warehouse.Tables;
import org.claimscope.data.catalog.Population;
import org.claimscope.data.model.Entity;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JoinType;
import org.jooq.Record;
import org.jooq.SelectQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The tables that members of a population's rows are looked up in, each joined once, when it is
/// first asked for.
final class MemberTables {
    /// The step of patients that were merged into another.
    static final String MERGED = "merged_patients";

    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private final Table<?> f;
    private final Population population;
    private final @Nullable LocalDate asOf;
    private final Map<String, Kept> kept;
    private final Set<Entity> tables = EnumSet.noneOf(Entity.class);
    private final Map<String, Table<?>> joined = new LinkedHashMap<>();
    private final Map<Table<?>, Condition> joins = new LinkedHashMap<>();
    private final Set<String> columns = new LinkedHashSet<>();

    /// @param kept takes the rows that are joined and are made first
    MemberTables(
            Table<?> f, Population population, @Nullable LocalDate asOf, Map<String, Kept> kept) {
        this.f = f;
        this.population = population;
        this.asOf = asOf;
        this.kept = kept;
    }

    /// The tables that were joined.
    Set<Entity> tables() {
        return tables;
    }

    /// The columns of the population's rows that were used: what rows must be grouped by so that
    /// the members of a group are those of each of its rows.
    Set<String> columns() {
        return columns;
    }

    /// Joins the tables that labels and keys were taken from and that are not joined yet.
    void joinTo(SelectQuery<Record> select) {
        joins.forEach((table, on) -> select.addJoin(table, JoinType.LEFT_OUTER_JOIN, on));
        joins.clear();
    }

    void uses(String column) {
        columns.add(column);
    }

    Table<?> facility() {
        return join(Entity.FACILITY, Tables.FACILITY, "facility", text("facility_id"), null);
    }

    Table<?> department() {
        return join(
                Entity.DEPARTMENT, Tables.DEPARTMENT, "department", text("department_id"), null);
    }

    Table<?> provider() {
        Table<?> p = Tables.PROVIDER.as("provider");
        return join(Entity.PROVIDER, Tables.PROVIDER, "provider", text("provider_id"), valid(p));
    }

    Table<?> providerDepartment() {
        return join(
                Entity.DEPARTMENT,
                Tables.DEPARTMENT,
                "provider_department",
                textOf(provider(), "department_id"),
                null);
    }

    Table<?> payer() {
        return join(Entity.PAYER, Tables.PAYER, "payer", text("payer_id"), null);
    }

    Table<?> patient() {
        Table<?> p = Tables.PATIENT.as("patient");
        return join(Entity.PATIENT, Tables.PATIENT, "patient", survivorId(), valid(p));
    }

    /// Whom the patient is now: numbers that were merged are one person, on every day.
    Field<String> survivorId() {
        Field<String> id = patientId();
        made(
                Steps.of(MERGED, null),
                MERGED,
                DSL.field(DSL.name(MERGED, "patient_id"), String.class).eq(id));
        return coalesce(DSL.field(DSL.name(MERGED, "survivor_id"), String.class), id);
    }

    /// The patient's number as the row has it; an account is of an encounter's patient.
    Field<String> patientId() {
        return population == Population.ACCOUNTS
                ? textOf(encounter(), "patient_id")
                : text("patient_id");
    }

    Table<?> encounter() {
        return join(Entity.ENCOUNTER, Tables.ENCOUNTER, "encounter", text("encounter_id"), null);
    }

    /// Joins rows that are made first, under the name of their step.
    void derived(String step, Condition on) {
        made(Steps.of(step, asOf), step, on);
    }

    private void made(Steps steps, String step, Condition on) {
        joined.computeIfAbsent(
                step,
                alias -> {
                    tables.addAll(steps.tables());
                    kept.put(steps.name(), steps.kept());
                    Table<?> rows = DSL.table(DSL.name(steps.name())).as(alias);
                    joins.put(
                            rows,
                            DSL.field(DSL.name(step, "source"), String.class)
                                    .eq(text("source"))
                                    .and(on));
                    return rows;
                });
    }

    private Condition valid(Table<?> versioned) {
        return valid(versioned, asOf);
    }

    /// The version that was valid on a day; the newest one for null.
    static Condition valid(Table<?> versioned, @Nullable LocalDate asOf) {
        Field<LocalDate> from = dateOf(versioned, "valid_from");
        Field<LocalDate> to = dateOf(versioned, "valid_to");
        Condition inForce =
                asOf == null ? to.eq(inline(END)) : from.le(inline(asOf)).and(to.gt(inline(asOf)));
        return inForce.andNot(
                Objects.requireNonNull(versioned.field("is_closed", Boolean.class)).isTrue());
    }

    private Table<?> join(
            Entity entity,
            Table<?> table,
            String alias,
            Field<String> id,
            @Nullable Condition valid) {
        return joined.computeIfAbsent(
                alias,
                name -> {
                    Table<?> t = table.as(name);
                    Condition on =
                            textOf(t, "source").eq(text("source")).and(textOf(t, "id").eq(id));
                    joins.put(t, valid == null ? on : on.and(valid));
                    tables.add(entity);
                    return t;
                });
    }

    Field<String> text(String name) {
        columns.add(name);
        return textOf(f, name);
    }

    Field<LocalDate> day(String name) {
        columns.add(name);
        return dateOf(f, name);
    }
}
