package org.claimscope.data.query;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.right;
import static org.jooq.impl.DSL.trim;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.claimscope.data.cache.schema.warehouse.Tables;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Population;
import org.claimscope.data.model.Entity;
import org.claimscope.data.security.Decision;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JoinType;
import org.jooq.Record;
import org.jooq.SelectQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// How dimensions become columns of a population's rows: which tables they need and what a member
/// is called.
final class DimensionSql {
    static final String NONE = "(none)";
    static final String UNMATCHED = "(unmatched)";

    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private final Table<?> f;
    private final Population population;
    private final Decision decision;
    private final @Nullable LocalDate asOf;
    private final Set<Entity> tables = EnumSet.noneOf(Entity.class);
    private final Map<String, Table<?>> joined = new LinkedHashMap<>();
    private final Map<Table<?>, Condition> joins = new LinkedHashMap<>();
    private final Set<String> columns = new LinkedHashSet<>();

    /// @param f the population's rows, which have `source` and the ids they refer to
    /// @param asOf the day whose versions of people and providers are shown; null for the newest
    DimensionSql(Table<?> f, Population population, Decision decision, @Nullable LocalDate asOf) {
        this.f = f;
        this.population = population;
        this.decision = decision;
        this.asOf = asOf;
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

    /// Where a dimension's members are found.
    enum Lookup {
        /// In the row itself.
        ROW,
        /// In a table that many rows share a record of.
        SHARED,
        /// In a table with a record for every few rows.
        OWN
    }

    static Lookup lookup(Dimension dimension, Population population) {
        return switch (dimension) {
            case FACILITY,
                    DEPARTMENT,
                    PROVIDER,
                    PROVIDER_DEPARTMENT,
                    SPECIALTY,
                    PAYER,
                    PAYER_TYPE ->
                    Lookup.SHARED;
            case PATIENT -> Lookup.OWN;
            case ENCOUNTER_TYPE -> population == Population.ENCOUNTERS ? Lookup.ROW : Lookup.OWN;
            case SOURCE,
                    CLAIM,
                    ENCOUNTER,
                    PROCEDURE,
                    DIAGNOSIS,
                    CLAIM_STATUS,
                    FINANCIAL_CLASS,
                    LINE_OF_BUSINESS,
                    VISIT_TYPE,
                    ADJUSTMENT_TYPE,
                    DENIAL_REASON,
                    AGING_BUCKET ->
                    Lookup.ROW;
        };
    }

    /// What a member is called.
    Field<String> label(Dimension dimension) {
        return switch (dimension) {
            case SOURCE -> text("source");
            case FACILITY -> member(facility(), text("facility_id"), "name");
            case DEPARTMENT -> member(department(), text("department_id"), "name");
            case PROVIDER -> {
                Table<?> p = provider();
                yield named(
                        p,
                        text("provider_id"),
                        trim(
                                concat(
                                        coalesce(textOf(p, "first_name"), inline("")),
                                        inline(" "),
                                        coalesce(textOf(p, "last_name"), inline("")))));
            }
            case PROVIDER_DEPARTMENT -> member(providerDepartment(), text("provider_id"), "name");
            case SPECIALTY ->
                    named(provider(), text("provider_id"), textOf(provider(), "specialty"));
            case PAYER ->
                    population.ofClaims()
                            ? coalesce(
                                    textOf(payer(), "name"),
                                    text("payer_name"),
                                    missing(text("payer_id")))
                            : member(payer(), text("payer_id"), "name");
            case PAYER_TYPE ->
                    population.ofClaims()
                            ? coalesce(
                                    textOf(payer(), "payer_type"),
                                    text("payer_type"),
                                    missing(text("payer_id")))
                            : named(payer(), text("payer_id"), textOf(payer(), "payer_type"));
            case PATIENT ->
                    named(
                            patient(),
                            text("patient_id"),
                            decision.revealsIdentifiers()
                                    ? textOf(patient(), "id")
                                    : masked(textOf(patient(), "id")));
            case CLAIM, ENCOUNTER -> {
                Field<String> id = text(idColumn(dimension));
                yield coalesce(decision.revealsIdentifiers() ? id : masked(id), inline(NONE));
            }
            case PROCEDURE -> attribute(text("procedure_code"));
            case DIAGNOSIS -> attribute(text("diagnosis_code"));
            case ENCOUNTER_TYPE ->
                    population == Population.ENCOUNTERS
                            ? attribute(text("encounter_type"))
                            : named(
                                    encounter(),
                                    text("encounter_id"),
                                    textOf(encounter(), "encounter_type"));
            case CLAIM_STATUS -> attribute(text("claim_status"));
            case FINANCIAL_CLASS -> attribute(text("financial_class"));
            case LINE_OF_BUSINESS -> attribute(text("line_of_business"));
            case VISIT_TYPE -> attribute(text("visit_type"));
            case ADJUSTMENT_TYPE -> attribute(text("adjustment_type"));
            case DENIAL_REASON -> attribute(text("carc"));
            case AGING_BUCKET -> agingBucket();
        };
    }

    /// What tells members of the same name apart, `source/id`; null for those that are not matched.
    Field<String> key(Dimension dimension) {
        return switch (dimension) {
            case FACILITY -> key(facility());
            case DEPARTMENT -> key(department());
            case PROVIDER -> key(provider());
            case PROVIDER_DEPARTMENT -> key(providerDepartment());
            case PAYER ->
                    population.ofClaims()
                            ? coalesce(
                                    key(payer()),
                                    concat(text("source"), inline("/"), text("payer_name")))
                            : key(payer());
            case PATIENT -> key(patient());
            case CLAIM, ENCOUNTER -> concat(text("source"), inline("/"), text(idColumn(dimension)));
            case SOURCE,
                    SPECIALTY,
                    PAYER_TYPE,
                    PROCEDURE,
                    DIAGNOSIS,
                    ENCOUNTER_TYPE,
                    CLAIM_STATUS,
                    FINANCIAL_CLASS,
                    LINE_OF_BUSINESS,
                    VISIT_TYPE,
                    ADJUSTMENT_TYPE,
                    DENIAL_REASON,
                    AGING_BUCKET ->
                    label(dimension);
        };
    }

    /// What rows of the population meet whose member is called or keyed like one of the values, and
    /// some others at most: rows that are dropped before they are summed and looked up cost little.
    Condition narrowed(Dimension dimension, List<String> values) {
        if (values.contains(NONE) || values.contains(UNMATCHED)) {
            return DSL.noCondition();
        }
        return switch (dimension) {
            case FACILITY -> oneOf(Tables.FACILITY, text("facility_id"), values);
            case DEPARTMENT -> oneOf(Tables.DEPARTMENT, text("department_id"), values);
            case PAYER ->
                    // A claim may name its payer itself.
                    population.ofClaims()
                            ? DSL.noCondition()
                            : oneOf(Tables.PAYER, text("payer_id"), values);
            case SOURCE,
                    PROVIDER,
                    PROVIDER_DEPARTMENT,
                    SPECIALTY,
                    PAYER_TYPE,
                    PATIENT,
                    CLAIM,
                    ENCOUNTER,
                    PROCEDURE,
                    DIAGNOSIS,
                    ENCOUNTER_TYPE,
                    CLAIM_STATUS,
                    FINANCIAL_CLASS,
                    LINE_OF_BUSINESS,
                    VISIT_TYPE,
                    ADJUSTMENT_TYPE,
                    DENIAL_REASON,
                    AGING_BUCKET ->
                    DSL.noCondition();
        };
    }

    private static Condition oneOf(Table<?> table, Field<String> id, List<String> values) {
        Table<?> m = table.as("member");
        Condition alike = DSL.falseCondition();
        for (String value : values) {
            Field<String> v = DSL.val(value, SQLDataType.VARCHAR);
            alike =
                    alike.or(textOf(m, "name").eq(v))
                            .or(key(m).eq(v))
                            .or(key(m).like(concat(inline("%/"), v)));
        }
        return id.in(DSL.select(textOf(m, "id")).from(m).where(alike));
    }

    /// The last four characters: enough to recognise, too few to identify.
    static Field<String> masked(Field<String> id) {
        return concat(inline("••••"), right(id, 4));
    }

    private String idColumn(Dimension dimension) {
        return switch (population) {
            case CLAIMS -> dimension == Dimension.CLAIM ? "id" : "encounter_id";
            case LEDGER,
                    ADJUDICATIONS,
                    ADJUDICATED_LINES,
                    SUBMISSIONS,
                    ENTRIES,
                    PRICED_LINES,
                    APPEALS ->
                    dimension == Dimension.CLAIM ? "claim_id" : "encounter_id";
            case FIRST_CHARGES, MONTHLY_FACTS -> "encounter_id";
            case ENCOUNTERS, ACCOUNTS -> "id";
        };
    }

    /// Day 90 is in 61–90 (metrics.md KPI-03).
    private Field<String> agingBucket() {
        columns.add("age");
        Field<Integer> age = DSL.field(DSL.name(f.getName(), "age"), Integer.class);
        return when(age.le(30), inline("0–30"))
                .when(age.le(60), inline("31–60"))
                .when(age.le(90), inline("61–90"))
                .when(age.le(120), inline("91–120"))
                .when(age.gt(120), inline("over 120"))
                .otherwise(inline(NONE));
    }

    private Table<?> facility() {
        return join(Entity.FACILITY, Tables.FACILITY, "facility", text("facility_id"), null);
    }

    private Table<?> department() {
        return join(
                Entity.DEPARTMENT, Tables.DEPARTMENT, "department", text("department_id"), null);
    }

    private Table<?> provider() {
        Table<?> p = Tables.PROVIDER.as("provider");
        return join(Entity.PROVIDER, Tables.PROVIDER, "provider", text("provider_id"), valid(p));
    }

    private Table<?> providerDepartment() {
        return join(
                Entity.DEPARTMENT,
                Tables.DEPARTMENT,
                "provider_department",
                textOf(provider(), "department_id"),
                null);
    }

    private Table<?> payer() {
        return join(Entity.PAYER, Tables.PAYER, "payer", text("payer_id"), null);
    }

    private Table<?> patient() {
        Table<?> p = Tables.PATIENT.as("patient");
        return join(Entity.PATIENT, Tables.PATIENT, "patient", text("patient_id"), valid(p));
    }

    private Table<?> encounter() {
        return join(Entity.ENCOUNTER, Tables.ENCOUNTER, "encounter", text("encounter_id"), null);
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

    private static Field<String> member(Table<?> table, Field<String> id, String name) {
        return named(table, id, textOf(table, name));
    }

    private static Field<String> named(Table<?> table, Field<String> id, Field<String> name) {
        return when(textOf(table, "id").isNotNull(), coalesce(name, inline(NONE)))
                .otherwise(missing(id));
    }

    private static Field<String> missing(Field<String> id) {
        return when(id.isNull(), inline(NONE)).otherwise(inline(UNMATCHED));
    }

    private static Field<String> attribute(Field<String> value) {
        return coalesce(value, inline(NONE));
    }

    private static Field<String> key(Table<?> table) {
        return concat(textOf(table, "source"), inline("/"), textOf(table, "id"));
    }

    private Field<String> text(String name) {
        columns.add(name);
        return textOf(f, name);
    }

    static Field<String> textOf(Table<?> table, String name) {
        return Objects.requireNonNull(
                table.field(name, String.class), () -> table.getName() + " has no " + name);
    }

    static Field<LocalDate> dateOf(Table<?> table, String name) {
        return Objects.requireNonNull(
                table.field(name, LocalDate.class), () -> table.getName() + " has no " + name);
    }

    static Field<?> any(Table<?> table, String name) {
        return Objects.requireNonNull(table.field(DSL.name(name)), () -> "no column " + name);
    }
}
