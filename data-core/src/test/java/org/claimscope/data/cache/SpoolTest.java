package org.claimscope.data.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.claimscope.data.model.Entity;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.security.SealedStreams;
import org.claimscope.data.security.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows that wait on the disk are the same as those that wait in memory.
final class SpoolTest {
    /// Three batches of 65,536 and a part of one.
    private static final int ROWS = 200_000;

    @TempDir Path folder;
    private BufferAllocator allocator;
    private Segments segments;

    @BeforeEach
    void begin() {
        allocator = new RootAllocator();
        Vault vault = Vault.create(new VaultFiles(folder), new Credentials.None());
        segments = new Segments(folder, new SealedStreams(vault), allocator);
    }

    @AfterEach
    void end() {
        assertEquals(0, allocator.getAllocatedMemory());
        allocator.close();
    }

    private RowStage staged(long memory) {
        var stage =
                new RowStage(
                        allocator,
                        new Spool(segments, allocator, memory),
                        Entity.PATIENT,
                        "hos-a",
                        7);
        int id = Entity.PATIENT.indexOf("id");
        int name = Entity.PATIENT.indexOf("last_name");
        for (int i = 0; i < ROWS; i++) {
            text(stage, id, "P" + i);
            if (i % 3 > 0) {
                text(stage, name, "Näme " + i * 31L);
            }
            stage.endRow(i + 2L);
        }
        stage.seal();
        return stage;
    }

    private static void text(RowStage stage, int field, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        stage.text(field, bytes, 0, bytes.length);
    }

    private static List<String> rows(ArrowReader reader, String... columns) {
        var all = new ArrayList<String>();
        try (reader) {
            while (reader.loadNextBatch()) {
                var root = reader.getVectorSchemaRoot();
                for (int r = 0; r < root.getRowCount(); r++) {
                    var row = new StringBuilder();
                    for (String column : columns) {
                        row.append(root.getVector(column).getObject(r)).append('|');
                    }
                    all.add(row.toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static List<String> news(RowStage stage) {
        return rows(stage.news(), "source", "id", "last_name", "content_hash", "line");
    }

    private long files() throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(f -> f.toString().endsWith(".segment")).count();
        }
    }

    @Test
    void whatWaitsOnTheDiskIsTheSame() throws IOException {
        long[] some = LongStream.range(0, ROWS).filter(n -> n % 7 == 0 && n < 150_000).toArray();
        try (RowStage memory = staged(Long.MAX_VALUE)) {
            assertEquals(0, files());
            try (RowStage disk = staged(0)) {
                assertEquals(4, files());
                assertEquals(ROWS, news(disk).size());
                assertEquals("hos-a|P1|Näme 31|", news(disk).get(1).substring(0, 17));
                assertEquals(news(memory), news(disk));
                assertEquals(
                        rows(memory.keys(), "id", "ordinal"), rows(disk.keys(), "id", "ordinal"));
                memory.keep(some);
                disk.keep(some);
                assertEquals(some.length, news(disk).size());
                assertEquals(news(memory), news(disk));
                assertEquals(3, files());
                disk.keep(new long[0]);
                assertTrue(disk.empty());
                assertEquals(0, files());
            }
        }
    }

    @Test
    void whatDoesNotFitGoesToTheDiskAndGoesAwayWithTheStage() throws IOException {
        long whole;
        try (RowStage memory = staged(Long.MAX_VALUE)) {
            whole = allocator.getAllocatedMemory();
            assertFalse(memory.empty());
        }
        long half = whole / 2;
        try (RowStage stage = staged(half)) {
            assertTrue(allocator.getAllocatedMemory() <= half, allocator.getAllocatedMemory() + "");
            assertTrue(files() >= 2, files() + " files");
            assertEquals(ROWS, news(stage).size());
        }
        assertEquals(0, files());
    }
}
