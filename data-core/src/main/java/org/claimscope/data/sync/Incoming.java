package org.claimscope.data.sync;

import org.jspecify.annotations.Nullable;

/// A delivery before it is taken.
///
/// @param name as the journal quotes it
/// @param note for the run log; empty for none
/// @param readTo how far the source was read with it; null for what comes whole
record Incoming(String name, Plan.Bytes bytes, String note, @Nullable String readTo) {
    Incoming(String name, Plan.Bytes bytes) {
        this(name, bytes, "", null);
    }
}
