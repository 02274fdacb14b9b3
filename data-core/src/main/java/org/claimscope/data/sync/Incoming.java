package org.claimscope.data.sync;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// A delivery before it is taken.
///
/// @param name as the journal quotes it
/// @param note for the run log; empty for none
/// @param readTo how far the source was read with it; null for what comes whole
/// @param durably what else belongs in the transaction of its commit; gets the delivery's id
record Incoming(
        String name, Plan.Bytes bytes, String note, @Nullable String readTo, LongConsumer durably) {
    Incoming(String name, Plan.Bytes bytes, String note, @Nullable String readTo) {
        this(name, bytes, note, readTo, id -> {});
    }

    Incoming(String name, Plan.Bytes bytes) {
        this(name, bytes, "", null);
    }
}
