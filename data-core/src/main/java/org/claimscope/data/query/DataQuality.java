package org.claimscope.data.query;

import static org.claimscope.data.query.DimensionSql.dateOf;
import static org.claimscope.data.query.DimensionSql.textOf;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.cache.schema.warehouse.DefaultSchema;
import org.claimscope.data.cache.schema.warehouse.Tables;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Npi;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// What is odd about data that were taken as they are: references that point nowhere or contradict
/// each other, dates in impossible order, payments above charges, provider numbers that fail their
/// check.
///
/// None of it is corrected or dropped: sources contradict themselves, and hiding that would hide
/// money.
final class DataQuality {
    private final Workspace workspace;

    DataQuality(Workspace workspace) {
        this.workspace = workspace;
    }

    /// @param rows how many are odd
    /// @param of how many were looked at
    record Finding(String source, String check, long rows, long of) {}

    /// All checks for all sources, also those that find nothing; by source, then by check.
    List<Finding> findings() {
        var all = new ArrayList<Finding>();
        for (Entity entity : Entity.values()) {
            for (var field : entity.fields()) {
                String target = field.references();
                if (target != null) {
                    all.addAll(dangling(entity, field.name(), Entity.named(target).orElseThrow()));
                }
            }
        }
        Table<?> t = Tables.TRANSACTION.as("f");
        Table<?> c = Tables.CLAIM.as("f");
        Table<?> e = Tables.ENCOUNTER.as("o");
        Table<?> paidFor = Tables.TRANSACTION.as("o");
        Field<LocalDate> service = dateOf(t, "service_date");
        all.addAll(
                check(
                        Entity.TRANSACTION,
                        "transaction: paid before service",
                        dateOf(t, "payment_date").lt(service),
                        dateOf(t, "payment_date").isNotNull()));
        all.addAll(
                check(
                        Entity.TRANSACTION,
                        "transaction: visit after service",
                        dateOf(t, "visit_date").gt(service),
                        dateOf(t, "visit_date").isNotNull()));
        all.addAll(
                check(
                        Entity.TRANSACTION,
                        "transaction: paid above billed on one row",
                        money(t, "paid").gt(money(t, "billed")),
                        money(t, "billed").isNotNull().and(money(t, "paid").isNotNull())));
        all.addAll(
                check(
                        Entity.CLAIM,
                        "claim: paid above billed",
                        money(c, "paid").gt(money(c, "billed")),
                        DSL.noCondition()));
        all.addAll(
                check(
                        Entity.CLAIM,
                        "claim: denied or rejected, with a payment",
                        money(c, "paid").gt(BigDecimal.ZERO),
                        textOf(c, "claim_status").in("Denied", "Rejected")));
        all.addAll(
                check(
                        Entity.CLAIM,
                        "claim: submitted before service",
                        dateOf(c, "submitted_date").lt(dateOf(c, "service_date")),
                        DSL.noCondition()));
        all.addAll(
                contradicting(
                        Entity.TRANSACTION,
                        "encounter_id",
                        Entity.ENCOUNTER,
                        e,
                        "transaction: patient is not the encounter's"));
        all.addAll(
                contradicting(
                        Entity.CLAIM,
                        "transaction_id",
                        Entity.TRANSACTION,
                        paidFor,
                        "claim: patient is not the transaction's"));
        all.addAll(npis());
        all.sort(Comparator.comparing(Finding::source).thenComparing(Finding::check));
        return all;
    }

    /// References that name nothing we know.
    private List<Finding> dangling(Entity entity, String field, Entity target) {
        Table<?> f = table(entity).as("f");
        Table<?> o = table(target).as("o");
        Condition known = textOf(o, "source").eq(textOf(f, "source"));
        known = known.and(textOf(o, "id").eq(textOf(f, field)));
        Condition missing =
                DSL.notExists(DSL.selectOne().from(o).where(known.and(current(target, o))));
        return run(
                EnumSet.of(entity, target),
                entity,
                f,
                entity.table() + ": " + field + " names no " + target.table(),
                missing,
                textOf(f, field).isNotNull());
    }

    /// References that resolve, to a record of another patient.
    private List<Finding> contradicting(
            Entity entity, String reference, Entity target, Table<?> o, String check) {
        Table<?> f = table(entity).as("f");
        Condition same =
                textOf(o, "source")
                        .eq(textOf(f, "source"))
                        .and(textOf(o, "id").eq(textOf(f, reference)))
                        .and(current(target, o));
        Condition resolves = DSL.exists(DSL.selectOne().from(o).where(same));
        Condition other =
                DSL.exists(
                        DSL.selectOne()
                                .from(o)
                                .where(
                                        same.and(
                                                textOf(o, "patient_id")
                                                        .ne(textOf(f, "patient_id")))));
        return run(EnumSet.of(entity, target), entity, f, check, other, resolves);
    }

    private List<Finding> check(Entity entity, String name, Condition odd, Condition looked) {
        return run(EnumSet.of(entity), entity, table(entity).as("f"), name, odd, looked);
    }

    private List<Finding> run(
            Set<Entity> tables,
            Entity entity,
            Table<?> f,
            String name,
            Condition odd,
            Condition looked) {
        var select =
                DSL.using(SQLDialect.DUCKDB)
                        .select(
                                textOf(f, "source").as("source"),
                                sum(when(odd, 1).otherwise(0)).cast(Long.class).as("odd"),
                                count().as("looked"))
                        .from(f)
                        .where(looked.and(current(entity, f)))
                        .groupBy(textOf(f, "source"));
        var found = new ArrayList<Finding>();
        try (Frame frame =
                workspace.query(tables, select, rows -> Frame.copy(rows, workspace.allocator()))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                found.add(
                        new Finding(
                                String.valueOf(frame.text("source", r)),
                                name,
                                (long) frame.real("odd", r),
                                (long) frame.real("looked", r)));
            }
        }
        return found;
    }

    private List<Finding> npis() {
        Table<?> p = Tables.PROVIDER.as("f");
        var select =
                DSL.using(SQLDialect.DUCKDB)
                        .select(textOf(p, "source").as("source"), textOf(p, "npi").as("npi"))
                        .from(p)
                        .where(textOf(p, "npi").isNotNull().and(current(Entity.PROVIDER, p)))
                        .orderBy(textOf(p, "source"));
        var bySource = new TreeMap<String, long[]>();
        try (Frame frame =
                workspace.query(
                        EnumSet.of(Entity.PROVIDER),
                        select,
                        rows -> Frame.copy(rows, workspace.allocator()))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                String npi = String.valueOf(frame.text("npi", r));
                long[] counts =
                        bySource.computeIfAbsent(
                                String.valueOf(frame.text("source", r)), s -> new long[3]);
                counts[0]++;
                counts[1] += Npi.isValid(npi) ? 0 : 1;
                counts[2] += npi.length() < 10 ? 1 : 0;
            }
        }
        var found = new ArrayList<Finding>();
        bySource.forEach((source, n) -> {
            found.add(new Finding(source, "provider: NPI fails its check", n[1], n[0]));
            found.add(
                    new Finding(
                            source,
                            "provider: NPI shorter than 10 digits, leading zero lost",
                            n[2],
                            n[0]));
        });
        return found;
    }

    private static Condition current(Entity entity, Table<?> table) {
        return entity.versions() == Entity.Versions.SCD2
                ? MemberTables.valid(table, null)
                : DSL.noCondition();
    }

    private static Table<?> table(Entity entity) {
        return Objects.requireNonNull(DefaultSchema.DEFAULT_SCHEMA.getTable(entity.table()));
    }

    private static Field<BigDecimal> money(Table<?> table, String name) {
        return Objects.requireNonNull(table.field(name, BigDecimal.class));
    }
}
