package org.claimscope.data.sync;

import org.claimscope.data.source.MllpSettings;
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
/// @param mllp where the feed's messages arrive by themselves, instead of files
public record Feed(
        String source,
        String table,
        @Nullable String files,
        @Nullable String inline,
        LoadType loadType,
        boolean closeAbsent,
        @Nullable String watermark,
        boolean active,
        @Nullable MllpSettings mllp) {
    /// What a delivery of the feed holds.
    public enum LoadType {
        FULL,
        INCREMENTAL
    }

    /// A feed whose deliveries are fetched.
    public Feed(
            String source,
            String table,
            @Nullable String files,
            @Nullable String inline,
            LoadType loadType,
            boolean closeAbsent,
            @Nullable String watermark,
            boolean active) {
        this(source, table, files, inline, loadType, closeAbsent, watermark, active, null);
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
