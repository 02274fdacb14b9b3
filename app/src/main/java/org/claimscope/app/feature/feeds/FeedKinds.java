package org.claimscope.app.feature.feeds;

import java.util.List;
import org.claimscope.data.sync.Feed;

/// The kinds of feeds, each with an entry to begin from; what each key means is in docs/feeds.md.
enum FeedKinds {
    FILES(
            "CSV files in a folder",
            """
              - {source: hospital, table: transactions, files: "transactions/*.csv", load: Incremental}
            """),
    MESSAGES_IN_FILES(
            "X12, HL7 or FHIR files in a folder",
            """
              - {source: hospital, table: x12, files: "inbox/*", complete: quiet, after: archive}
            """),
    SERVER(
            "Files on an SSH server",
            """
              - source: hospital
                table: x12
                files: "*.835"
                sftp: {host: files.example, folder: outbox, host_key: "SHA256:...", user: claimscope, key_file: id_ed25519}
            """),
    DATABASE(
            "A database",
            """
              - source: hospital
                table: patients
                jdbc: {url: "jdbc:postgresql://emr.example/emr", driver: postgresql.jar, user: reader, password_file: emr.password}
                load: Incremental
                watermark: modified_date
            """),
    FHIR(
            "A FHIR server",
            """
              - source: hospital
                table: resources
                fhir: {url: "https://fhir.example/r4", resources: [Patient, Encounter, Claim]}
            """),
    MLLP(
            "HL7 messages that arrive (MLLP)",
            """
              - {source: hospital, table: adt, mllp: {port: 2575}}
            """),
    KAFKA(
            "Messages of a Kafka topic",
            """
              - source: hospital
                table: events
                kafka: {servers: "broker.example:9092", topics: [adt]}
            """);

    private final String label;
    private final String entry;

    FeedKinds(String label, String entry) {
        this.label = label;
        this.entry = entry;
    }

    String label() {
        return label;
    }

    /// A list with the entry at its end.
    ///
    /// @param list as YAML; an empty `feeds: []` begins
    String addedTo(String list) {
        String open = list.replaceFirst("(?m)^feeds:\\s*\\[\\s*]\\s*$", "feeds:").stripTrailing();
        return (open.isEmpty() ? "feeds:" : open) + "\n" + entry.stripTrailing() + "\n";
    }

    static List<FeedKinds> all() {
        return List.of(values());
    }

    /// Where a feed's rows come from, in a word or two.
    static String words(Feed.From from) {
        return switch (from) {
            case Feed.From.Files files -> files.pattern();
            case Feed.From.Server server -> "SSH: " + server.pattern();
            case Feed.From.Inline _ -> "in the list";
            case Feed.From.Database _ -> "database";
            case Feed.From.Socket _ -> "MLLP";
            case Feed.From.Endpoint _ -> "FHIR server";
            case Feed.From.Topics _ -> "Kafka";
            case Feed.From.Hand _ -> "by hand";
        };
    }
}
