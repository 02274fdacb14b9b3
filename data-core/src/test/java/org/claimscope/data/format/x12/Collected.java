package org.claimscope.data.format.x12;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.claimscope.data.format.Finding;
import org.claimscope.data.format.Format;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Records;
import org.claimscope.data.model.Rejection;
import org.claimscope.data.model.RowWriter;
import org.claimscope.data.progress.Cancellation;

/// Everything that reading a delivery gave, in words that a test can compare.
final class Collected implements Records {
    final List<Rejection> rejections = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<Line> rows = new ArrayList<>();
    private final Map<Entity, Writer> writers = new EnumMap<>(Entity.class);

    /// @param event null for a whole row
    record Line(Entity entity, Map<String, String> values, long place, Instant event) {
        String id() {
            return values.get("id");
        }

        /// Values in the order of the names; absent is empty.
        String show(String... names) {
            var shown = new ArrayList<String>();
            for (String name : names) {
                entity.indexOf(name);
                shown.add(values.getOrDefault(name, ""));
            }
            return String.join(" ", shown);
        }

        BigDecimal money(String name) {
            return new BigDecimal(values.getOrDefault(name, "0"));
        }
    }

    static Collected read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Collected read(byte[] bytes) throws IOException {
        var collected = new Collected();
        new X12Format()
                .read(
                        new ByteArrayInputStream(bytes),
                        new Format.Reading(
                                "payer",
                                collected,
                                collected.rejections::add,
                                collected.findings::add,
                                Cancellation.NONE));
        return collected;
    }

    List<Line> all(Entity entity) {
        return rows.stream().filter(r -> r.entity() == entity).toList();
    }

    List<String> show(Entity entity, String... names) {
        return all(entity).stream().map(r -> r.show(names)).toList();
    }

    List<String> codes() {
        return findings.stream().map(Finding::code).toList();
    }

    BigDecimal sum(Entity entity, String money) {
        return all(entity).stream()
                .map(r -> r.money(money))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public RowWriter of(Entity entity) {
        return writers.computeIfAbsent(entity, Writer::new);
    }

    private final class Writer implements RowWriter {
        private final Entity entity;
        private Map<String, String> values = new TreeMap<>();

        Writer(Entity entity) {
            this.entity = entity;
        }

        private void put(int field, String value) {
            values.put(entity.fields().get(field).name(), value);
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
            put(field, "(cleared)");
        }

        @Override
        public void endRow(long line) {
            end(line, null);
        }

        @Override
        public void endPatch(long line, long eventMicros) {
            end(line, Instant.EPOCH.plus(eventMicros, ChronoUnit.MICROS));
        }

        private void end(long line, Instant event) {
            rows.add(new Line(entity, values, line, event));
            values = new TreeMap<>();
        }

        @Override
        public void abandonRow() {
            values = new TreeMap<>();
        }
    }
}
