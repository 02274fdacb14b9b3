package org.claimscope.data.sync;

import org.claimscope.data.source.FolderRules;
import org.claimscope.data.source.MllpSettings;
import org.claimscope.data.source.fhir.FhirSettings;
import org.claimscope.data.source.jdbc.JdbcSettings;
import org.claimscope.data.source.kafka.KafkaSettings;
import org.claimscope.data.source.sftp.SftpSettings;
import org.jspecify.annotations.Nullable;

/// One table of one sender, and how to get it.
///
/// @param source where its rows come from, such as `hos-a`: half of every key
/// @param table the sender's name of the table, without schema
/// @param closeAbsent whether a full load closes keys that it does not have
/// @param watermark the sender's column of last change; of files it is told, never used to skip
///   rows, because it can run backwards; a database is asked for what changed since, less an
///   overlap
/// @param takes what of its deliveries is taken: for a sender that tells the rest itself
public record Feed(
        String source,
        String table,
        From from,
        LoadType loadType,
        boolean closeAbsent,
        @Nullable String watermark,
        boolean active,
        Takes takes) {
    /// What a delivery of the feed holds.
    public enum LoadType {
        FULL,
        INCREMENTAL
    }

    /// What is taken of a delivery that tells by itself what it is.
    public enum Takes {
        ALL,
        /// Of remittances what payers decided: the sender's own ledger and claims have the payments
        /// already.
        DECISIONS,
        /// Of claims and remittances all but what they do to the ledger, which is the sender's own:
        /// each charge and payment would count twice.
        CLAIMS
    }

    /// Where a feed's deliveries come from.
    public sealed interface From {
        /// @param pattern below the data folder; every file that fits is a delivery, in the order
        ///   of names
        record Files(String pattern, FolderRules rules) implements From {}

        /// @param pattern below the server's folder, else as of files here
        record Server(SftpSettings settings, String pattern, FolderRules rules) implements From {}

        /// The rows themselves, as CSV text in the configuration.
        record Inline(String rows) implements From {}

        /// The database that has the rows.
        record Database(JdbcSettings settings) implements From {}

        /// Where its messages arrive by themselves.
        record Socket(MllpSettings settings) implements From {}

        /// The FHIR server that has the resources.
        record Endpoint(FhirSettings settings) implements From {}

        /// The topics of an event stream.
        record Topics(KafkaSettings settings) implements From {}

        /// Somebody who has the bytes of one delivery, such as a person who corrects a record.
        record Hand() implements From {}
    }

    /// A feed that is taken with all that it tells.
    public Feed(
            String source,
            String table,
            From from,
            LoadType loadType,
            boolean closeAbsent,
            @Nullable String watermark,
            boolean active) {
        this(source, table, from, loadType, closeAbsent, watermark, active, Takes.ALL);
    }

    /// A feed of files, taken as usual, or of rows in the configuration.
    public Feed(
            String source,
            String table,
            @Nullable String files,
            @Nullable String inline,
            LoadType loadType,
            boolean closeAbsent,
            @Nullable String watermark,
            boolean active) {
        this(source, table, from(files, inline), loadType, closeAbsent, watermark, active);
    }

    private static From from(@Nullable String files, @Nullable String inline) {
        if (inline != null) {
            return new From.Inline(inline);
        }
        return files == null ? new From.Hand() : new From.Files(files, FolderRules.USUAL);
    }

    /// The feed of rows that somebody hands over, one delivery at a time.
    public static Feed of(String source, String table) {
        return new Feed(source, table, new From.Hand(), LoadType.INCREMENTAL, false, null, true);
    }

    /// Whether more of it arrives by itself as long as somebody listens.
    public boolean listens() {
        return switch (from) {
            case From.Socket _, From.Topics _ -> true;
            case From.Files _,
                    From.Server _,
                    From.Inline _,
                    From.Database _,
                    From.Endpoint _,
                    From.Hand _ ->
                    false;
        };
    }

    /// `source/table`, such as `hos-a/patients`.
    public String name() {
        return source + "/" + table;
    }
}
