package org.claimscope.data.cache;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// A record in quarantine: where it stood, why it was turned away, and its bytes.
public record QuarantineItem(
        long id,
        long deliveryId,
        String feed,
        String source,
        String entity,
        String fileName,
        long line,
        String column,
        String reason,
        String explanation,
        byte[] original,
        Status status,
        Optional<Instant> resolvedAt,
        String note) {
    /// What has become of it.
    public enum Status {
        OPEN,
        REPROCESSED,
        DISCARDED
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuarantineItem q
                && id == q.id
                && Arrays.equals(original, q.original);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }

    /// Without the bytes: they may hold identifying values.
    @Override
    public String toString() {
        return "quarantine " + id + ": " + fileName + " line " + line + ", " + reason;
    }
}
