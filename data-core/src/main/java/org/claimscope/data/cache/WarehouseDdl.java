package org.claimscope.data.cache;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Entity.Versions;

/// The one DDL of the warehouse, derived from [Entity]. The engine runs it; `warehouse.sql` is its
/// reviewed copy and the source of the generated jOOQ tables.
final class WarehouseDdl {
    /// Where a row came from and whether it is news: on every table and in every segment.
    static final String IS_CLOSED = "is_closed";

    static final String CONTENT_HASH = "content_hash";
    static final String DELIVERY_ID = "delivery_id";
    static final String LINE = "line";

    /// When what a patch tells happened; absent where the row is a whole record.
    static final String EVENT_MICROS = "event_micros";

    private WarehouseDdl() {}

    static String all() {
        return Arrays.stream(Entity.values())
                .map(e -> createTable(e) + ";\n")
                .collect(Collectors.joining("\n"));
    }

    static String createTable(Entity entity) {
        String valid =
                entity.versions() == Versions.SCD2
                        ? ",\n    valid_from date not null,\n    valid_to date not null"
                        : "";
        return "create table " + entity.table() + " (\n" + columns(entity) + valid + "\n)";
    }

    /// The columns of a segment: the entity's fields and the row's origin.
    static String columns(Entity entity) {
        return entity.fields().stream()
                        .map(f ->
                                "    "
                                        + f.name()
                                        + " "
                                        + f.type().sqlType()
                                        + (f.name().equals("source") || f.name().equals("id")
                                                ? " not null"
                                                : ""))
                        .collect(Collectors.joining(",\n"))
                + ",\n    is_closed boolean not null"
                + ",\n    content_hash bigint not null"
                + ",\n    delivery_id bigint not null"
                + ",\n    line bigint not null"
                + ",\n    event_micros bigint";
    }
}
