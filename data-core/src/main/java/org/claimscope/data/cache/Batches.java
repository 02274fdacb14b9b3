package org.claimscope.data.cache;

import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;

/// Shows batches that are in memory as a stream, without copying them. They stay their owner's.
final class Batches extends ArrowReader {
    private final List<VectorSchemaRoot> batches;
    private final VectorSchemaRoot shown;
    private int next;

    /// @param batches at least one, all of one schema
    Batches(BufferAllocator allocator, List<VectorSchemaRoot> batches) {
        super(allocator);
        this.batches = batches;
        this.shown = VectorSchemaRoot.create(batches.getFirst().getSchema(), allocator);
    }

    /// Some columns of a batch. The vectors are the batch's own: it is closed, not this.
    static VectorSchemaRoot columns(VectorSchemaRoot batch, String... names) {
        List<FieldVector> vectors = List.of(names).stream().map(batch::getVector).toList();
        var columns = new VectorSchemaRoot(vectors);
        columns.setRowCount(batch.getRowCount());
        return columns;
    }

    @Override
    public VectorSchemaRoot getVectorSchemaRoot() {
        return shown;
    }

    @Override
    public boolean loadNextBatch() {
        if (next == batches.size()) {
            return false;
        }
        try (var batch = new VectorUnloader(batches.get(next++)).getRecordBatch()) {
            new VectorLoader(shown).load(batch);
        }
        return true;
    }

    @Override
    public long bytesRead() {
        return 0;
    }

    @Override
    protected void closeReadSource() {}

    @Override
    protected Schema readSchema() {
        return shown.getSchema();
    }

    @Override
    public void close() {
        shown.close();
    }
}
