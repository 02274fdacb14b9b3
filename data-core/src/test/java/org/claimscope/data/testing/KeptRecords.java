package org.claimscope.data.testing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.FieldType;
import org.claimscope.data.model.Records;
import org.claimscope.data.model.RowWriter;

/// Keeps the rows that a format writes, as text: dates as ISO, money as dollars, quantities as
/// plain decimals, a cleared field as `(cleared)`.
public final class KeptRecords implements Records {
    public static final String CLEARED = "(cleared)";

    /// @param eventMicros of a patch
    public record Row(Entity entity, long line, long eventMicros, Map<String, String> fields) {
        public String get(String field) {
            return fields.getOrDefault(field, "");
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final Map<Entity, RowWriter> writers = new EnumMap<>(Entity.class);

    @Override
    public RowWriter of(Entity entity) {
        return writers.computeIfAbsent(entity, Writer::new);
    }

    public List<Row> rows() {
        return rows;
    }

    public List<Row> rows(Entity entity) {
        return rows.stream().filter(r -> r.entity() == entity).toList();
    }

    /// The only row of an entity and id.
    public Row row(Entity entity, String id) {
        List<Row> found = rows(entity).stream().filter(r -> r.get("id").equals(id)).toList();
        if (found.size() != 1) {
            throw new AssertionError(
                    found.size()
                            + " rows of "
                            + entity
                            + " "
                            + id
                            + "; there are "
                            + rows(entity).stream().map(r -> r.get("id")).toList());
        }
        return found.getFirst();
    }

    /// Entity and id to fields: of each field what the newest event told, whatever came first. Of
    /// two of one time the greater text, as any fixed rule would do.
    public Map<String, Map<String, String>> finalState() {
        var told = new TreeMap<String, Map<String, String>>();
        var when = new TreeMap<String, Long>();
        for (Row row : rows) {
            String key = row.entity().table() + " " + row.get("id");
            Map<String, String> fields = told.computeIfAbsent(key, k -> new TreeMap<>());
            row.fields()
                    .forEach((field, value) -> {
                        Long before = when.get(key + " " + field);
                        boolean newer = before == null || row.eventMicros() > before;
                        boolean tie = before != null && row.eventMicros() == before;
                        if (newer || tie && value.compareTo(fields.getOrDefault(field, "")) > 0) {
                            fields.put(field, value);
                            when.put(key + " " + field, row.eventMicros());
                        }
                    });
        }
        return told;
    }

    private final class Writer implements RowWriter {
        private final Entity entity;
        private Map<String, String> fields = new TreeMap<>();

        Writer(Entity entity) {
            this.entity = entity;
        }

        private void put(int field, String value) {
            fields.put(entity.fields().get(field).name(), value);
        }

        @Override
        public void text(int field, byte[] utf8, int from, int length) {
            put(field, new String(utf8, from, length, StandardCharsets.UTF_8));
        }

        @Override
        public void date(int field, int epochDay) {
            put(field, LocalDate.ofEpochDay(epochDay).toString());
        }

        @Override
        public void money(int field, long cents) {
            put(field, BigDecimal.valueOf(cents, 2).toPlainString());
        }

        @Override
        public void quantity(int field, long tenThousandths) {
            put(field, BigDecimal.valueOf(tenThousandths, 4).stripTrailingZeros().toPlainString());
        }

        @Override
        public void clear(int field) {
            FieldType type = entity.fields().get(field).type();
            if (type == FieldType.MONEY || type == FieldType.QUANTITY) {
                throw new AssertionError(
                        "a number cannot be cleared: " + entity.fields().get(field));
            }
            put(field, CLEARED);
        }

        @Override
        public void endRow(long line) {
            throw new AssertionError("messages are patches");
        }

        @Override
        public void endPatch(long line, long eventMicros) {
            rows.add(new Row(entity, line, eventMicros, fields));
            fields = new TreeMap<>();
        }

        @Override
        public void abandonRow() {
            fields = new TreeMap<>();
        }
    }
}
