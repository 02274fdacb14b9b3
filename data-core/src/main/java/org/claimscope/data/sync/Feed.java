package org.claimscope.data.sync;

import org.jspecify.annotations.Nullable;

/// One table of one sender, and how to get it.
///
/// @param source where its rows come from, such as `hos-a`: half of every key
/// @param table the sender's name of the table, without schema
/// @param files pattern below the data folder; every file that fits is a delivery, in the order of
///   names
/// @param inline the rows themselves, as CSV text, instead of files
/// @param closeAbsent whether a full load closes keys that it does not have
/// @param watermark the sender's column of last change; told, never used to skip rows, because it
///   can run backwards
public record Feed(
        String source,
        String table,
        @Nullable String files,
        @Nullable String inline,
        LoadType loadType,
        boolean closeAbsent,
        @Nullable String watermark,
        boolean active) {
    /// What a delivery of the feed holds.
    public enum LoadType {
        FULL,
        INCREMENTAL
    }

    /// The feed of rows that somebody hands over, one delivery at a time.
    static Feed of(String source, String table) {
        return new Feed(source, table, null, null, LoadType.INCREMENTAL, false, null, true);
    }

    /// `source/table`, such as `hos-a/patients`.
    public String name() {
        return source + "/" + table;
    }
}
