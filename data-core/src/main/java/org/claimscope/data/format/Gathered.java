package org.claimscope.data.format;

import java.util.LinkedHashMap;
import java.util.Map;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Records;

/// The records that one message or resource tells about, each once, until the whole of it has been
/// read.
public final class Gathered {
    private final Map<Key, PatchRow> rows = new LinkedHashMap<>();

    private record Key(Entity entity, String id) {}

    /// The row of a record, a new one or what this unit told of it so far.
    public PatchRow row(Entity entity, String id) {
        return rows.computeIfAbsent(new Key(entity, id), k -> new PatchRow(k.entity, k.id));
    }

    public boolean has(Entity entity, String id) {
        return rows.containsKey(new Key(entity, id));
    }

    /// Hands all rows over as patches.
    ///
    /// @param line the unit's place in the delivery
    /// @param eventMicros when it happened; a row's `modified_date` is its UTC day
    public void writeTo(Records records, long line, long eventMicros) {
        int day = (int) Math.floorDiv(eventMicros, 86_400_000_000L);
        for (PatchRow row : rows.values()) {
            row.date(Fields.modified(row.entity()), day);
            row.writeTo(records.of(row.entity()), line, eventMicros);
        }
    }
}
