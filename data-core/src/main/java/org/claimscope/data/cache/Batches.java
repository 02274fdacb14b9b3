package org.claimscope.data.cache;

import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;

/// Shows batches as a stream, one after the other; those in memory are not copied. They stay their
/// owner's.
final class Batches extends ArrowReader {
    private final Schema schema;
    private final int count;
    private final Source source;
    private final VectorSchemaRoot shown;
    private int next;

    /// Where the batches come from.
    interface Source {
        void load(int batch, VectorLoader loader);
    }

    /// @param schema of all of them
    Batches(BufferAllocator allocator, Schema schema, int count, Source source) {
        super(allocator);
        this.schema = schema;
        this.count = count;
        this.source = source;
        this.shown = VectorSchemaRoot.create(schema, allocator);
    }

    @Override
    public VectorSchemaRoot getVectorSchemaRoot() {
        return shown;
    }

    @Override
    public boolean loadNextBatch() {
        if (next == count) {
            return false;
        }
        source.load(next++, new VectorLoader(shown));
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
        return schema;
    }

    @Override
    public void close() {
        shown.close();
    }
}
