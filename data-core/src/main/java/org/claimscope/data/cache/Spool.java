package org.claimscope.data.cache;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/// The batches of a delivery: in memory while they are few, the further ones sealed on the disk. So
/// a delivery may be larger than the memory. What a crash leaves is swept at the next start.
final class Spool implements AutoCloseable {
    private final Segments segments;
    private final BufferAllocator allocator;
    private final long memory;
    private final List<Batch> batches = new ArrayList<>();
    private @Nullable Schema schema;
    private long here;

    /// @param memory bytes of batches that are kept in memory
    Spool(Segments segments, BufferAllocator allocator, long memory) {
        this.segments = segments;
        this.allocator = allocator;
        this.memory = memory;
    }

    private sealed interface Batch {}

    private record Here(VectorSchemaRoot rows) implements Batch {}

    private record Away(String id) implements Batch {}

    boolean empty() {
        return batches.isEmpty();
    }

    /// Takes a batch over.
    void add(VectorSchemaRoot batch) {
        schema = batch.getSchema();
        long bytes = bytes(batch);
        if (here + bytes <= memory) {
            here += bytes;
            batches.add(new Here(batch));
            return;
        }
        String id = UUID.randomUUID().toString();
        try (batch;
                var one = new OneBatch(allocator, batch)) {
            segments.writeSegment(id, one);
            batches.add(new Away(id));
        } catch (IOException e) {
            throw new IllegalStateException("a batch in memory has nothing to close", e);
        }
    }

    private static long bytes(VectorSchemaRoot batch) {
        return batch.getFieldVectors().stream()
                .flatMap(v -> Arrays.stream(v.getBuffers(false)))
                .mapToLong(ArrowBuf::capacity)
                .sum();
    }

    /// Some columns of all batches as a stream; only of a spool that is not empty.
    ArrowReader columns(String... names) {
        Schema all = Objects.requireNonNull(schema);
        var some = new Schema(List.of(names).stream().map(all::findField).toList());
        return new Batches(
                allocator,
                some,
                batches.size(),
                (i, loader) ->
                        with(
                                batches.get(i),
                                batch -> {
                                    // The vectors are the batch's own: it is closed, not this.
                                    VectorSchemaRoot columns = chosen(batch, names);
                                    try (var shown = new VectorUnloader(columns).getRecordBatch()) {
                                        loader.load(shown);
                                    }
                                    return true;
                                }));
    }

    private static VectorSchemaRoot chosen(VectorSchemaRoot batch, String... names) {
        var columns = new VectorSchemaRoot(List.of(names).stream().map(batch::getVector).toList());
        columns.setRowCount(batch.getRowCount());
        return columns;
    }

    /// Puts something else in each batch's place.
    ///
    /// @param change gives the new batch; null for none
    void change(Function<VectorSchemaRoot, @Nullable VectorSchemaRoot> change) {
        var pending = new ArrayDeque<>(batches);
        batches.clear();
        here = 0;
        try {
            while (!pending.isEmpty()) {
                VectorSchemaRoot changed = with(pending.getFirst(), change);
                release(pending.removeFirst());
                if (changed != null) {
                    add(changed);
                }
            }
        } finally {
            pending.forEach(this::release);
        }
    }

    private <T extends @Nullable Object> T with(Batch batch, Function<VectorSchemaRoot, T> use) {
        return switch (batch) {
            case Here(VectorSchemaRoot rows) -> use.apply(rows);
            case Away(String id) -> {
                try (ArrowReader rows = segments.readSegment(id)) {
                    rows.loadNextBatch();
                    yield use.apply(rows.getVectorSchemaRoot());
                } catch (IOException e) {
                    throw segments.unreadable(id, e);
                }
            }
        };
    }

    private void release(Batch batch) {
        switch (batch) {
            case Here(VectorSchemaRoot rows) -> rows.close();
            case Away(String id) -> segments.deleteSegment(id);
        }
    }

    @Override
    public void close() {
        batches.forEach(this::release);
        batches.clear();
        here = 0;
    }
}
