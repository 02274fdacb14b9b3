package org.claimscope.data.cache;

import java.io.IOException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;

/// Shows one batch that is in memory as a stream of one.
final class OneBatch extends ArrowReader {
    private final VectorSchemaRoot batch;
    private boolean given;

    OneBatch(BufferAllocator allocator, VectorSchemaRoot batch) {
        super(allocator);
        this.batch = batch;
    }

    @Override
    public VectorSchemaRoot getVectorSchemaRoot() {
        return batch;
    }

    @Override
    public boolean loadNextBatch() {
        boolean first = !given;
        given = true;
        return first;
    }

    @Override
    public long bytesRead() {
        return 0;
    }

    @Override
    protected void closeReadSource() {}

    @Override
    protected Schema readSchema() {
        return batch.getSchema();
    }

    /// The batch belongs to whoever filled it.
    @Override
    public void close() throws IOException {
        closeReadSource();
    }
}
