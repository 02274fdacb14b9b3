package org.claimscope.data.query;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.right;
import static org.jooq.impl.DSL.trim;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.claimscope.data.cache.schema.warehouse.Tables;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Population;
import org.claimscope.data.model.code.Carc;
import org.claimscope.data.security.Decision;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// How dimensions become columns of a population's rows: which tables they need and what a member
/// is called.
final class DimensionSql {
    static final String NONE = "(none)";
    static final String UNMATCHED = "(unmatched)";

    private final Table<?> f;
    private final Population population;
    private final Decision decision;
    private final @Nullable LocalDate asOf;
    private final LocalDate today;
    private final MemberTables members;

    /// @param f the population's rows, which have `source` and the ids they refer to
    /// @param asOf the day whose versions of people and providers are shown; null for the newest
    /// @param today the day that ages run to when there is no such day
    /// @param members the tables that members are looked up in
    DimensionSql(
            Table<?> f,
            Population population,
            Decision decision,
            @Nullable LocalDate asOf,
            LocalDate today,
            MemberTables members) {
        this.f = f;
        this.population = population;
        this.decision = decision;
        this.asOf = asOf;
        this.today = asOf == null ? today : asOf;
        this.members = members;
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
            case PATIENT,
                    PLAN,
                    DOCUMENTATION_STATUS,
                    FIRST_ANSWER,
                    DENIAL_FOLLOW_UP,
                    DENIAL_OUTCOME ->
                    Lookup.OWN;
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
                    DENIAL_CATEGORY,
                    REMITTANCE,
                    PAYMENT_METHOD,
                    BALANCE_STATE,
                    MATCH_STATE,
                    ADJUSTMENT_GROUP,
                    ADJUSTMENT_REASON,
                    AGING_BUCKET,
                    AR_AGE_DAYS,
                    CLAIM_AGE_DAYS ->
                    Lookup.ROW;
        };
    }

    /// What a member is called.
    Field<String> label(Dimension dimension) {
        return switch (dimension) {
            case SOURCE -> members.text("source");
            case FACILITY -> member(members.facility(), members.text("facility_id"), "name");
            case DEPARTMENT -> member(members.department(), members.text("department_id"), "name");
            case PROVIDER -> {
                Table<?> p = members.provider();
                yield named(
                        p,
                        members.text("provider_id"),
                        trim(
                                concat(
                                        coalesce(textOf(p, "first_name"), inline("")),
                                        inline(" "),
                                        coalesce(textOf(p, "last_name"), inline("")))));
            }
            case PROVIDER_DEPARTMENT ->
                    member(members.providerDepartment(), members.text("provider_id"), "name");
            case SPECIALTY ->
                    named(
                            members.provider(),
                            members.text("provider_id"),
                            textOf(members.provider(), "specialty"));
            case PAYER ->
                    population.namesPayer()
                            ? coalesce(
                                    textOf(members.payer(), "name"),
                                    members.text("payer_name"),
                                    missing(members.text("payer_id")))
                            : member(members.payer(), members.text("payer_id"), "name");
            case PAYER_TYPE ->
                    population.namesPayer()
                            ? coalesce(
                                    textOf(members.payer(), "payer_type"),
                                    members.text("payer_type"),
                                    missing(members.text("payer_id")))
                            : named(
                                    members.payer(),
                                    members.text("payer_id"),
                                    textOf(members.payer(), "payer_type"));
            case PATIENT ->
                    named(
                            members.patient(),
                            members.survivorId(),
                            decision.revealsIdentifiers()
                                    ? textOf(members.patient(), "id")
                                    : masked(textOf(members.patient(), "id")));
            case CLAIM, ENCOUNTER -> {
                Field<String> id = members.text(idColumn(dimension));
                yield coalesce(decision.revealsIdentifiers() ? id : masked(id), inline(NONE));
            }
            case PROCEDURE -> attribute(members.text("procedure_code"));
            case DIAGNOSIS -> attribute(members.text("diagnosis_code"));
            case ENCOUNTER_TYPE ->
                    population == Population.ENCOUNTERS
                            ? attribute(members.text("encounter_type"))
                            : named(
                                    members.encounter(),
                                    members.text("encounter_id"),
                                    textOf(members.encounter(), "encounter_type"));
            case CLAIM_STATUS,
                    FINANCIAL_CLASS,
                    LINE_OF_BUSINESS,
                    VISIT_TYPE,
                    ADJUSTMENT_TYPE,
                    PAYMENT_METHOD,
                    BALANCE_STATE,
                    MATCH_STATE,
                    ADJUSTMENT_GROUP,
                    ADJUSTMENT_REASON ->
                    attribute(members.text(dimension.id()));
            case DENIAL_REASON -> attribute(members.text("carc"));
            case DENIAL_CATEGORY -> denialCategory();
            case PLAN -> plan();
            case DOCUMENTATION_STATUS -> documentationStatus();
            case FIRST_ANSWER -> coalesce(path(dimension), inline("Pending"));
            case DENIAL_FOLLOW_UP, DENIAL_OUTCOME -> attribute(path(dimension));
            case REMITTANCE -> {
                Field<String> trace = members.text("trace_number");
                yield coalesce(decision.revealsIdentifiers() ? trace : masked(trace), inline(NONE));
            }
            case AGING_BUCKET -> agingBucket();
            case AR_AGE_DAYS, CLAIM_AGE_DAYS -> number(dimension).cast(SQLDataType.VARCHAR);
        };
    }

    /// The number that a row is compared by.
    Field<Integer> number(Dimension dimension) {
        if (dimension == Dimension.AR_AGE_DAYS) {
            members.uses("age");
            return DSL.field(DSL.name(f.getName(), "age"), Integer.class);
        }
        return DSL.field(
                "date_diff('day', {0}, {1})",
                Integer.class,
                coalesce(members.day("submitted_date"), members.day("service_date")),
                inline(today));
    }

    /// What tells members of the same name apart, `source/id`; null for those that are not matched.
    Field<String> key(Dimension dimension) {
        return switch (dimension) {
            case FACILITY -> key(members.facility());
            case DEPARTMENT -> key(members.department());
            case PROVIDER -> key(members.provider());
            case PROVIDER_DEPARTMENT -> key(members.providerDepartment());
            case PAYER ->
                    population.namesPayer()
                            ? coalesce(
                                    key(members.payer()),
                                    concat(
                                            members.text("source"),
                                            inline("/"),
                                            members.text("payer_name")))
                            : key(members.payer());
            case PATIENT -> key(members.patient());
            case REMITTANCE ->
                    concat(members.text("source"), inline("/"), members.text("remittance_id"));
            case CLAIM, ENCOUNTER ->
                    concat(members.text("source"), inline("/"), members.text(idColumn(dimension)));
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
                    DENIAL_CATEGORY,
                    PAYMENT_METHOD,
                    BALANCE_STATE,
                    MATCH_STATE,
                    ADJUSTMENT_GROUP,
                    ADJUSTMENT_REASON,
                    PLAN,
                    DOCUMENTATION_STATUS,
                    FIRST_ANSWER,
                    DENIAL_FOLLOW_UP,
                    DENIAL_OUTCOME,
                    AGING_BUCKET,
                    AR_AGE_DAYS,
                    CLAIM_AGE_DAYS ->
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
            case FACILITY -> oneOf(Tables.FACILITY, members.text("facility_id"), values);
            case DEPARTMENT -> oneOf(Tables.DEPARTMENT, members.text("department_id"), values);
            case PAYER ->
                    // A claim may name its payer itself.
                    population.namesPayer()
                            ? DSL.noCondition()
                            : oneOf(Tables.PAYER, members.text("payer_id"), values);
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
                    DENIAL_CATEGORY,
                    REMITTANCE,
                    PAYMENT_METHOD,
                    BALANCE_STATE,
                    MATCH_STATE,
                    ADJUSTMENT_GROUP,
                    ADJUSTMENT_REASON,
                    PLAN,
                    DOCUMENTATION_STATUS,
                    FIRST_ANSWER,
                    DENIAL_FOLLOW_UP,
                    DENIAL_OUTCOME,
                    AGING_BUCKET,
                    AR_AGE_DAYS,
                    CLAIM_AGE_DAYS ->
                    DSL.noCondition();
        };
    }

    private static Condition oneOf(Table<?> table, Field<String> id, List<String> values) {
        Table<?> m = table.as("member");
        Condition alike = DSL.falseCondition();
        for (String value : values) {
            Field<String> v = DSL.val(value, SQLDataType.VARCHAR);
            alike = alike.or(textOf(m, "name").eq(v)).or(alike(key(m), v));
        }
        return id.in(DSL.select(textOf(m, "id")).from(m).where(alike));
    }

    /// Whether a member is the one that a value names: by its key, or by its id alone. A patient's
    /// number that was merged into another names whom it was merged into.
    Condition named(Dimension dimension, Field<String> value) {
        Field<String> key = key(dimension);
        Condition itself = alike(key, value);
        if (dimension != Dimension.PATIENT) {
            return itself;
        }
        Table<?> m =
                DSL.table(DSL.name(Steps.of(MemberTables.MERGED, null).name())).as("merged_key");
        Field<String> source = made("merged_key", "source");
        return itself.or(
                key.in(
                        DSL.select(concat(source, inline("/"), made("merged_key", "survivor_id")))
                                .from(m)
                                .where(
                                        alike(
                                                concat(
                                                        source,
                                                        inline("/"),
                                                        made("merged_key", "patient_id")),
                                                value))));
    }

    private static Condition alike(Field<String> key, Field<String> value) {
        return key.eq(value).or(key.like(concat(inline("%/"), value)));
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
                    REMITTED_CLAIMS,
                    REMITTED_ADJUSTMENTS,
                    APPEALS ->
                    dimension == Dimension.CLAIM ? "claim_id" : "encounter_id";
            case FIRST_CHARGES, MONTHLY_FACTS, REMITTANCES -> "encounter_id";
            case ENCOUNTERS, ACCOUNTS -> "id";
        };
    }

    /// Day 90 is in 61–90 (metrics.md KPI-03).
    private Field<String> agingBucket() {
        members.uses("age");
        Field<Integer> age = DSL.field(DSL.name(f.getName(), "age"), Integer.class);
        return when(age.le(30), inline("0–30"))
                .when(age.le(60), inline("31–60"))
                .when(age.le(90), inline("61–90"))
                .when(age.le(120), inline("91–120"))
                .when(age.gt(120), inline("over 120"))
                .otherwise(inline(NONE));
    }

    private Field<String> plan() {
        Field<String> patient = members.patientId();
        Field<LocalDate> served =
                population == Population.ACCOUNTS
                        ? dateOf(members.encounter(), "service_date")
                        : members.day("service_date");
        members.derived(
                "plans",
                made("plans", "patient_id")
                        .eq(patient)
                        .and(made("plans", "payer_id").eq(members.text("payer_id")))
                        .and(served.ge(DSL.field(DSL.name("plans", "begins"), LocalDate.class)))
                        .and(served.lt(DSL.field(DSL.name("plans", "ends"), LocalDate.class))));
        return attribute(made("plans", "plan_name"));
    }

    private Field<String> documentationStatus() {
        Field<String> visit =
                members.text(population == Population.ENCOUNTERS ? "id" : "encounter_id");
        members.derived("documentation", made("documentation", "encounter_id").eq(visit));
        Field<Boolean> told =
                DSL.field(
                        "{0} in {1}",
                        Boolean.class,
                        members.text("source"),
                        DSL.sql(Steps.of("noting", asOf).sql()));
        return coalesce(
                made("documentation", "documentation_status"),
                when(visit.isNotNull().and(told), inline("Missing")).otherwise(inline(NONE)));
    }

    private Field<String> path(Dimension dimension) {
        members.derived(
                "claim_paths", made("claim_paths", "claim_id").eq(members.text("claim_id")));
        return made("claim_paths", dimension.id());
    }

    private Field<String> denialCategory() {
        Field<String> carc = members.text("carc");
        CaseConditionStep<String> named = when(carc.isNull(), inline(NONE));
        for (Carc.Category category : Carc.Category.values()) {
            List<String> codes = Carc.codes(category);
            if (!codes.isEmpty()) {
                named =
                        named.when(
                                carc.in(codes.stream().map(DSL::inline).toList()),
                                inline(category.label()));
            }
        }
        return named.otherwise(inline(Carc.Category.UNMAPPED.label()));
    }

    private static Field<String> made(String step, String column) {
        return DSL.field(DSL.name(step, column), SQLDataType.VARCHAR);
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
