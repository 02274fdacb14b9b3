package org.claimscope.data.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.RowWriter;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.testing.WarehouseDump;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many small deliveries end in few files that tell what the many told.
final class CompactionTest {
    private static final int PAYERS = 7;

    /// Counts the seconds by being asked.
    private static final class Seconds extends Clock {
        private long now = Instant.parse("2026-03-01T00:00:00Z").getEpochSecond();

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(now++);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @TempDir Path temp;
    private final Clock clock = new Seconds();

    /// The ids of the deliveries, by their number.
    private final List<Long> deliveries = new ArrayList<>();

    private Workspace open(@Nullable Instant knownAt) {
        Path folder = temp.resolve("w");
        return folder.toFile().exists()
                ? Workspace.open(folder, new Credentials.None(), clock, "test", knownAt)
                : Workspace.create(folder, new Credentials.None(), clock, "test");
    }

    /// One payer gets its next name.
    private void deliver(Workspace workspace, int number) throws IOException {
        try (Load load = workspace.load("hos/payers", "payer", "hos")) {
            byte[] bytes = ("delivery " + number).getBytes(StandardCharsets.UTF_8);
            try (var in = load.archiving(new ByteArrayInputStream(bytes))) {
                in.readAllBytes();
            }
            RowWriter row = load.of(Entity.PAYER);
            put(row, "id", "P" + number % PAYERS);
            put(row, "name", "N" + number);
            row.endRow(1);
            load.archived();
            deliveries.add(
                    load.commit(
                                    new Load.Origin(
                                            "run",
                                            "payers",
                                            "p",
                                            "own",
                                            "INCREMENTAL",
                                            false,
                                            null,
                                            ""))
                            .deliveryId()
                            .orElseThrow());
        }
    }

    private static void put(RowWriter row, String field, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        row.text(Entity.PAYER.indexOf(field), utf8, 0, utf8.length);
    }

    private void deliver(Workspace workspace, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            deliver(workspace, i);
        }
    }

    /// What the deliveries before one leave, by hand.
    private static String told(int before, Set<Integer> undone) {
        var names = new TreeMap<String, String>();
        for (int i = 0; i < before; i++) {
            if (!undone.contains(i)) {
                names.put("P" + i % PAYERS, "N" + i);
            }
        }
        return String.join(
                " ", names.entrySet().stream().map(e -> e.getKey() + e.getValue()).toList());
    }

    private static String payers(Workspace workspace) {
        return WarehouseDump.text(
                workspace,
                Entity.PAYER,
                "select string_agg(id || name, ' ' order by id) from payer");
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(temp.resolve("w/segment"))) {
            return files.count();
        }
    }

    @Test
    void manySmallSegmentsBecomeFewThatSayTheSame() throws IOException {
        int count = 2 * Compaction.FAN + 5;
        try (Workspace w = open(null)) {
            deliver(w, 0, count);
            assertEquals(told(count, Set.of()), payers(w));
        }
        try (Workspace w = open(null)) {
            // Two packs and what came since; what they took the place of is swept.
            assertEquals(2 + 5, files());
            assertEquals(told(count, Set.of()), payers(w));
            deliver(w, count, count + 3);
            assertEquals(told(count + 3, Set.of()), payers(w));
        }
        try (Workspace w = open(null)) {
            assertEquals(told(count + 3, Set.of()), payers(w));
        }
    }

    @Test
    void aDeliveryInAPackIsUndoneAndEarlierStatesAreShown() throws IOException {
        int count = Compaction.FAN + 2;
        Instant afterForty;
        try (Workspace w = open(null)) {
            deliver(w, 0, 40);
            afterForty = clock.instant();
            deliver(w, 40, count);
            w.undo(deliveries.get(count - 3));
            w.undo(deliveries.get(12));
            assertEquals(told(count, Set.of(count - 3, 12)), payers(w));
        }
        try (Workspace w = open(null)) {
            assertEquals(1 + 2, files());
            assertEquals(told(count, Set.of(count - 3, 12)), payers(w));
        }
        try (Workspace then = open(afterForty)) {
            assertEquals(told(40, Set.of()), payers(then));
        }
    }

    @Test
    void aDamagedPackNamesTheDeliveriesThatItIsOf() throws IOException {
        try (Workspace w = open(null)) {
            deliver(w, 0, Compaction.FAN);
        }
        open(null).close();
        try (Stream<Path> files = Files.list(temp.resolve("w/segment"))) {
            Path pack = files.toList().getFirst();
            byte[] bytes = Files.readAllBytes(pack);
            bytes[bytes.length / 2] ^= 1;
            Files.write(pack, bytes);
        }
        try (Workspace w = open(null)) {
            var e = assertThrows(ClaimscopeException.class, () -> payers(w));
            assertTrue(
                    String.valueOf(e.getMessage())
                            .contains("undo deliveries 1 to " + Compaction.FAN),
                    e.getMessage());
        }
    }

    @Test
    @Tag("deep")
    void packsBecomePacksOfPacks() throws IOException {
        int count = Compaction.FAN * Compaction.FAN + 3;
        try (Workspace w = open(null)) {
            deliver(w, 0, count);
        }
        try (Workspace w = open(null)) {
            assertEquals(1 + 3, files());
            w.undo(deliveries.get(count - 1));
            w.undo(deliveries.get(70));
            assertEquals(told(count, Set.of(count - 1, 70)), payers(w));
        }
    }
}
