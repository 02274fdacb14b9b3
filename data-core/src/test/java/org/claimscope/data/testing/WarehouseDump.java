package org.claimscope.data.testing;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.claimscope.data.cache.Reads;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Entity.Versions;
import org.claimscope.data.progress.Cancellation;
import org.jooq.impl.DSL;

/// The content of the warehouse as one short text per table, equal for equal content.
public final class WarehouseDump {
    private WarehouseDump() {}

    /// Row count and digest of every table: all columns but the delivery's id, whatever the order
    /// of rows.
    public static Map<String, String> of(Workspace workspace) {
        var digests = new TreeMap<String, String>();
        for (Entity entity : Entity.values()) {
            digests.put(entity.table(), table(workspace, entity, columns(entity)));
        }
        return digests;
    }

    /// Digests without line numbers and validity: what is known now, however it came.
    public static Map<String, String> currentContent(Workspace workspace) {
        var digests = new TreeMap<String, String>();
        for (Entity entity : Entity.values()) {
            digests.put(entity.table(), current(workspace, entity));
        }
        return digests;
    }

    private static String current(Workspace workspace, Entity entity) {
        String columns =
                entity.fields().stream().map(f -> f.name()).collect(Collectors.joining(", "));
        String where =
                entity.versions() == Versions.SCD2
                        ? " where valid_to = date '9999-12-31' and not is_closed"
                        : "";
        return digest(workspace, entity, columns, where);
    }

    private static String columns(Entity entity) {
        return entity.fields().stream().map(f -> f.name()).collect(Collectors.joining(", "))
                + ", is_closed, content_hash, line"
                + (entity.versions() == Versions.SCD2 ? ", valid_from, valid_to" : "");
    }

    private static String table(Workspace workspace, Entity entity, String columns) {
        return digest(workspace, entity, columns, "");
    }

    private static String digest(Workspace workspace, Entity entity, String columns, String where) {
        return text(
                workspace,
                entity,
                "select count(*) || ' ' || coalesce(md5(string_agg(r, chr(10) order by r)), '-') from"
                        + " (select cast(row("
                        + columns
                        + ") as varchar) as r from "
                        + entity.table()
                        + where
                        + ") rows_as_text");
    }

    /// The first column of a query's first row.
    public static String text(Workspace workspace, Entity entity, String sql) {
        return text(workspace, new Reads(Set.of(entity), Map.of(), false), sql);
    }

    /// The first column of a query's first row.
    public static String text(Workspace workspace, Reads reads, String sql) {
        return workspace.query(
                reads,
                DSL.resultQuery(sql),
                Cancellation.NONE,
                rows -> {
                    rows.loadNextBatch();
                    return String.valueOf(rows.getVectorSchemaRoot().getVector(0).getObject(0));
                });
    }
}
