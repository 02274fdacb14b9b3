package org.claimscope.data.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Bytes that cannot be asked for twice, such as the answer of a query: sealed on the disk until
/// they are delivered like a file.
///
/// So a slow source holds up nothing else, one that breaks off leaves nothing, and what a crash
/// leaves is swept at the next start.
public final class Landing implements AutoCloseable {
    private final Segments segments;
    private final String id;

    Landing(Segments segments, String id) {
        this.segments = segments;
        this.id = id;
    }

    /// What writes the bytes.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// The bytes from the start, as often as wanted.
    public InputStream open() {
        return segments.readRaw(id);
    }

    @Override
    public void close() {
        segments.deleteRaw(id);
    }
}
