package org.claimscope.data.query;

import static org.claimscope.data.query.DimensionSql.textOf;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.cache.schema.warehouse.Tables;
import org.claimscope.data.model.Entity;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// Every name and number of persons and records in the cache, one after the other: for the check
/// that none of them leaves the machine, and for nothing else.
final class Identifiers {
    private static final Map<Entity, Table<?>> NUMBERED =
            Map.of(
                    Entity.ENCOUNTER, Tables.ENCOUNTER,
                    Entity.CLAIM, Tables.CLAIM);

    private final Workspace workspace;

    Identifiers(Workspace workspace) {
        this.workspace = workspace;
    }

    void forEach(Consumer<String> taken) {
        if (workspace.has(Entity.PATIENT)) {
            people(taken);
        }
        NUMBERED.forEach((entity, table) -> {
            if (workspace.has(entity)) {
                columns(entity, table, List.of("id"), taken);
            }
        });
    }

    /// Names in both orders, and each name alone.
    private void people(Consumer<String> taken) {
        Table<?> p = Tables.PATIENT;
        columns(
                Entity.PATIENT,
                p,
                List.of("id", "last_name", "first_name", "ssn", "phone", "address"),
                taken);
        Field<String> last = textOf(p, "last_name");
        Field<String> first = textOf(p, "first_name");
        read(Entity.PATIENT, p, DSL.concat(first, DSL.inline(" "), last), taken);
        read(Entity.PATIENT, p, DSL.concat(last, DSL.inline(" "), first), taken);
    }

    private void columns(
            Entity entity, Table<?> table, List<String> names, Consumer<String> taken) {
        names.forEach(name -> read(entity, table, textOf(table, name), taken));
    }

    private void read(Entity entity, Table<?> table, Field<String> what, Consumer<String> taken) {
        var select =
                DSL.using(SQLDialect.DUCKDB)
                        .selectDistinct(what.as("entry"))
                        .from(table)
                        .where(what.isNotNull());
        try (Frame frame =
                workspace.query(
                        EnumSet.of(entity),
                        select,
                        rows -> Frame.copy(rows, workspace.allocator()))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                String entry = frame.text("entry", r);
                if (entry != null && !entry.isBlank()) {
                    taken.accept(entry);
                }
            }
        }
    }
}
