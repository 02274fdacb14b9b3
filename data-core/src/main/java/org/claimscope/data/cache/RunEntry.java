package org.claimscope.data.cache;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one feed did in one run: the line of the run log.
///
/// `rowsIn = rowsLoaded + rowsUnchanged + rowsQuarantined` always holds; rows that a full load
/// closed are beside it.
///
/// @param billed sum of the charges in the file (rows taken), null where the entity has none
/// @param paid sum of the payments in the file (rows taken), null where the entity has none
/// @param contentHash sum of the hashes of all rows taken: equal content gives equal sums, whatever
///   order and line ends
public record RunEntry(
        String runId,
        String feed,
        String entity,
        Optional<Long> deliveryId,
        Status status,
        String message,
        long rowsIn,
        long rowsLoaded,
        long rowsUnchanged,
        long rowsClosed,
        long rowsQuarantined,
        @Nullable BigDecimal billed,
        @Nullable BigDecimal paid,
        String contentHash,
        Instant startedAt,
        Duration duration) {
    /// How a feed's run ended.
    public enum Status {
        /// Rows were compared, and the news loaded.
        LOADED,
        /// The same bytes as before: nothing to do.
        UNCHANGED,
        /// The file is not there. Never taken for an empty full load.
        ABSENT,
        /// The file is not what the feed expects; nothing of it was taken.
        REFUSED,
        /// The configuration says not to run it.
        INACTIVE,
        /// The run broke off; nothing of it was taken.
        FAILED
    }
}
