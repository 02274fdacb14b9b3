package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.source.FolderRules;
import org.claimscope.data.source.MllpSettings;
import org.claimscope.data.source.UnpackLimits;
import org.claimscope.data.source.fhir.FhirSettings;
import org.claimscope.data.source.jdbc.JdbcSettings;
import org.claimscope.data.source.kafka.KafkaSettings;
import org.claimscope.data.source.sftp.SftpSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedListTest {
    @TempDir Path temp;

    private FeedList read(String yaml) throws IOException {
        Path file = temp.resolve("feeds.yaml");
        Files.writeString(file, yaml);
        return FeedList.read(file);
    }

    private void refused(String yaml, String... words) {
        var refused = assertThrows(ClaimscopeException.class, () -> read(yaml));
        assertEquals(ErrorKind.USER, refused.kind());
        for (String word : words) {
            assertTrue(String.valueOf(refused.getMessage()).contains(word), refused.getMessage());
        }
    }

    @Test
    void aFeedListIsReadWithItsDefaults() throws IOException {
        FeedList list =
                read("feeds:\n  - {source: hos-a, table: patients, files: \"patients*.csv\"}\n");
        assertEquals(
                new Feed(
                        "hos-a",
                        "patients",
                        "patients*.csv",
                        null,
                        Feed.LoadType.FULL,
                        false,
                        null,
                        true),
                list.feeds().getFirst());
        assertEquals(FeedList.PRESETS.size(), list.profiles().size());
    }

    @Test
    void aListSaysHowOftenAWindowRunsIt() throws IOException {
        String feeds = "feeds:\n  - {source: a, table: patients, files: a}\n";
        assertEquals(Optional.empty(), read(feeds).every());
        assertEquals(Optional.of(Duration.ofMinutes(15)), read("every: PT15M\n" + feeds).every());
        refused("every: PT9S\n" + feeds, "feeds.yaml", "PT9S");
        refused("every: hourly\n" + feeds, "feeds.yaml", "PT15M");
    }

    @Test
    void aWrongFeedListIsRefusedWithFileAndReason() {
        refused("", "feeds.yaml");
        refused("feeds:\n", "feeds.yaml");
        refused("feeds:\n  -\n", "feeds.yaml");
        refused("feeds:\n  - {table: patients, files: a}\n", "feeds.yaml", "source");
        refused("feeds:\n  - {source: a, table:, files: a}\n", "feeds.yaml", "table");
        refused(
                "feeds:\n  - {source: a, table: patients}\n",
                "feeds.yaml",
                "either files or inline");
        refused(
                "feeds:\n  - {source: a, table: patients, files: a, load: Sometimes}\n",
                "Full or Incremental");
        refused(
                "feeds:\n  - {source: a, table: patients, files: a, colour: red}\n",
                "line 2",
                "colour");
        refused("profiles: [nowhere.yaml]\nfeeds: []\n", "nowhere.yaml");
    }

    private static final String DATABASE =
            """
            vars: {HOST: db.example, SECRETS: }
            feeds:
              - source: hos-a
                table: patients
                jdbc: {url: "jdbc:postgresql://${HOST}/emr", driver: drivers/pg.jar, user: reader, password_file: "${SECRETS}/pw", overlap: 3}
                load: Incremental
                watermark: modified_date
            """;

    @Test
    void aDatabaseIsReadWithItsDefaultsAndTheEnvironmentsValues() throws IOException {
        Path file = temp.resolve("feeds.yaml");
        Files.writeString(file, DATABASE);
        Feed feed =
                FeedList.read(file, Map.of("HOST", "pilot", "SECRETS", "/secrets"))
                        .feeds()
                        .getFirst();
        assertEquals(
                new Feed.From.Database(
                        new JdbcSettings(
                                "jdbc:postgresql://pilot/emr",
                                temp.resolve("drivers/pg.jar"),
                                "reader",
                                Path.of("/secrets/pw"),
                                new JdbcSettings.Table("patients"),
                                JdbcSettings.DEFAULT_FETCH,
                                JdbcSettings.DEFAULT_TIMEOUT,
                                Duration.ofDays(3))),
                feed.from());
        assertTrue(!FeedList.read(file, Map.of("SECRETS", "s")).needsFolder());
        refused(DATABASE, "${SECRETS} has no value", "--var SECRETS=");
        var typo =
                assertThrows(
                        ClaimscopeException.class,
                        () -> FeedList.read(file, Map.of("HOTS", "pilot")));
        assertTrue(String.valueOf(typo.getMessage()).contains("no variable HOTS"));
        // The profiles are what they are in every environment.
        assertEquals(FeedList.PRESETS.size(), FeedList.readProfiles(file).size());
    }

    private static String database(String jdbc, String more) {
        return "feeds:\n  - {source: a, table: patients, jdbc: {" + jdbc + "}" + more + "}\n";
    }

    @Test
    void aDatabaseThatIsNotSafeOrNotWholeIsRefused() {
        String good = "url: \"jdbc:h2:mem:x\", driver: d.jar, user: u";
        refused(database("url: \"jdbc:h2:mem:x\"", ""), "feed a/patients", "driver");
        refused(database(good + ", password: secret", ""), "password");
        refused(database("url: \"jdbc:x:y?password=s\", driver: d, user: u", ""), "password_file");
        refused(
                database("url: \"jdbc:oracle:thin:u/pw@h:1/x\", driver: d, user: u", ""),
                "password_file");
        refused(database("url: \"postgresql://h/x\", driver: d, user: u", ""), "jdbc:");
        refused(database(good + ", table: t, query: select 1", ""), "either query or table");
        refused(database(good + ", fetch: 0", ""), "fetch");
        refused(database(good + ", overlap: soon", ""), "PT15M");
        refused(database(good + ", overlap: -PT1M", ""), "overlap");
        refused(database(good, ", load: Incremental"), "watermark");
        refused(database(good, ", files: x"), "either files or inline or jdbc");
        for (String table :
                List.of(
                        "patients; drop table patients",
                        "patients where 1=1",
                        "patients--",
                        "(select 1)",
                        "a.b.c.d",
                        "\\\"a\\\"\\\"b\\\"",
                        "[a]]b]")) {
            refused(database(good + ", table: \"" + table + "\"", ""), "no name of a table");
        }
        for (String column : List.of("changed) or (1=1", "changed desc", "a.b", "1")) {
            refused(
                    database(good, ", load: Incremental, watermark: \"" + column + "\""),
                    "no name of a column");
        }
    }

    @Test
    void howFilesAreTakenIsSaidByTheFeed() throws IOException {
        Feed.From from =
                read("feeds:\n  - {source: a, table: patients, files: \"*\", complete: quiet, quiet: 60,"
                                + " after: archive, unpack: {ratio: 50, bytes: 20GB}}\n")
                        .feeds()
                        .getFirst()
                        .from();
        assertEquals(
                new Feed.From.Files(
                        "*",
                        new FolderRules(
                                new FolderRules.Quiet(Duration.ofSeconds(60)),
                                FolderRules.After.ARCHIVE,
                                new UnpackLimits(50, 20L << 30, 1_000))),
                from);
        for (String wrong :
                List.of(
                        "complete: maybe",
                        "quiet: 5",
                        "after: burn",
                        "unpack: {bytes: lots}",
                        "unpack: {ratio: 0}")) {
            refused(
                    "feeds:\n  - {source: a, table: patients, files: x, " + wrong + "}\n",
                    "feed a/patients",
                    wrong.substring(0, 5));
        }
    }

    @Test
    void aMissingConfigurationIsTheUsersError() {
        var refused =
                assertThrows(
                        ClaimscopeException.class,
                        () -> FeedList.read(temp.resolve("nothing.yaml")));
        assertEquals(ErrorKind.USER, refused.kind());
    }

    @Test
    void anEventStreamIsReadWithItsSettingsAndWithoutSecrets() throws IOException {
        FeedList list =
                read(
                        """
                        vars: {BROKERS: "k1:9092, k2:9092"}
                        feeds:
                          - source: hos-a
                            table: adt
                            kafka: {servers: "${BROKERS}", topics: [adt], properties: {security.protocol: SASL_SSL}, properties_file: k.properties}
                        """);
        assertEquals(
                new Feed.From.Topics(
                        new KafkaSettings(
                                List.of("k1:9092", "k2:9092"),
                                List.of("adt"),
                                Map.of("security.protocol", "SASL_SSL"),
                                temp.resolve("k.properties"))),
                list.feeds().getFirst().from());
        assertTrue(list.listens());
        for (String wrong :
                List.of(
                        "servers: x",
                        "topics: [x]",
                        "servers: x, topics: [x], properties: {isolation.level: read_uncommitted}",
                        "servers: x, topics: [x], properties: {group.id: g}",
                        "servers: x, topics: [x], properties: {sasl.jaas.config: hunter2}",
                        "servers: x, topics: [x], properties: {ssl.key.password: hunter2}")) {
            refused(
                    "feeds:\n  - {source: a, table: b, kafka: {" + wrong + "}}\n",
                    "feed a/b",
                    "kafka: ");
        }
        refused(
                "feeds:\n  - {source: a, table: b, kafka: {servers: x, topics: [x], properties: {sasl.jaas.config: hunter2}}}\n",
                "is a secret",
                "properties_file");
    }

    @Test
    void aFeedThatListensIsReadWithItsAddressAndFiles() throws IOException {
        FeedList list =
                read(
                        """
                        feeds:
                          - {source: hos-a, table: adt, mllp: {port: 2575}}
                          - source: hos-b
                            table: adt
                            mllp: {port: 2576, host: 10.1.0.5, keystore: k.p12, password_file: pw, allow: [10.2.0.0/16]}
                        """);
        assertEquals(
                new Feed.From.Socket(MllpSettings.local(2575)), list.feeds().getFirst().from());
        assertEquals(Feed.LoadType.INCREMENTAL, list.feeds().getFirst().loadType());
        assertEquals(
                new Feed.From.Socket(
                        new MllpSettings(
                                2576,
                                "10.1.0.5",
                                temp.resolve("k.p12"),
                                temp.resolve("pw"),
                                List.of("10.2.0.0/16"))),
                list.feeds().getLast().from());
        refused(
                "feeds:\n  - {source: a, table: b, mllp: {port: 1, host: 0.0.0.0}}\n",
                "keystore",
                "allow");
        refused("feeds:\n  - {source: a, table: b, mllp: {}}\n", "port");
        refused(
                "feeds:\n  - {source: a, table: b, files: x, mllp: {port: 1}}\n",
                "either files or inline or jdbc or fhir or mllp or kafka");
    }

    private static final String SERVER =
            """
            vars: {HOST: fhir.example, SECRETS: /secrets}
            feeds:
              - source: hos-a
                table: resources
                fhir:
                  url: "https://${HOST}/r4/"
                  resources: [Patient, "Claim?status=active"]
                  auth: {token_url: "https://${HOST}/token/", client_id: me, key_file: "${SECRETS}/key.pem"}
            """;

    @Test
    void aFhirServerIsReadWithItsDefaultsAndTheEnvironmentsValues() throws IOException {
        Feed feed = read(SERVER).feeds().getFirst();
        assertEquals(
                new Feed.From.Endpoint(
                        new FhirSettings(
                                URI.create("https://fhir.example/r4"),
                                FhirSettings.Mode.SEARCH,
                                List.of("Patient", "Claim?status=active"),
                                "",
                                FhirSettings.DEFAULT_COUNT,
                                Duration.ofHours(1),
                                Duration.ofMinutes(2),
                                Duration.ofHours(6),
                                20L << 30,
                                Set.of(),
                                new FhirSettings.Auth(
                                        URI.create("https://fhir.example/token/"),
                                        "me",
                                        Path.of("/secrets/key.pem"),
                                        null,
                                        "system/*.read"))),
                feed.from());
        assertEquals(Feed.LoadType.INCREMENTAL, feed.loadType());
    }

    @Test
    void filesAreTakenFromAnSshServerWithItsDefaults() throws IOException {
        String key = "SHA256:" + "a".repeat(43);
        Feed feed =
                read("""
                vars: {HOST: sftp.example}
                feeds:
                  - {source: a, table: r, files: "835/*", sftp: {host: "${HOST}", user: me, host_key: "%s", key_file: /secrets/key}}
                """
                                .formatted(key))
                        .feeds()
                        .getFirst();
        assertEquals(
                new Feed.From.Server(
                        new SftpSettings(
                                "sftp.example",
                                22,
                                "me",
                                key,
                                Path.of("/secrets/key"),
                                null,
                                ".",
                                Duration.ofMinutes(1)),
                        "835/*",
                        FolderRules.USUAL),
                feed.from());
        refused(
                "feeds:\n  - {source: a, table: r, files: x, sftp: {host: h, user: u, host_key: abc, key_file: k}}\n",
                "feed a/r",
                "fingerprint");
        refused(
                "feeds:\n  - {source: a, table: r, files: x, sftp: {host: h, user: u, host_key: \""
                        + key
                        + "\"}}\n",
                "feed a/r",
                "key_file or a password_file");
        refused(
                "feeds:\n  - {source: a, table: r, inline: x, sftp: {host: h, user: u, host_key: abc}}\n",
                "feed a/r",
                "which files");
    }

    private void server(String fhir, String word) {
        refused("feeds:\n  - {source: a, table: r, fhir: {" + fhir + "}}\n", "feed a/r", word);
    }

    @Test
    void aFhirServerThatIsNotSafeOrNotWholeIsRefused() {
        String url = "url: \"https://h.example/r4\"";
        server("resources: [Patient]", "url must be there");
        server("url: \"http://h.example/r4\", resources: [Patient]", "https://");
        server("url: \"https://me:pw@h.example/r4\", resources: [Patient]", "password");
        server(url, "resources");
        server(url + ", resources: [patients]", "patients is no type");
        server(url + ", resources: [\"Patient?_lastUpdated=ge2025\"]", "_lastUpdated");
        server(url + ", resources: [\"Patient?name=a b\"]", "written as in a URL");
        server(url + ", resources: [Patient], export: Patient", "mode: bulk");
        server(url + ", mode: bulk, export: \"Group/../x\"", "Group/ID");
        server(url + ", mode: all, resources: [Patient]", "search or bulk");
        server(url + ", mode: bulk, overlap: soon", "length of time");
        server(url + ", mode: bulk, auth: {client_id: me}", "token_url");
        server(
                url
                        + ", mode: bulk, auth: {token_url: \"http://h.example/t\", client_id: me, key_file: k}",
                "token_url starts with https://");
        refused(
                "feeds:\n  - {source: a, table: r, watermark: x, fhir: {"
                        + url
                        + ", mode: bulk}}\n",
                "for tables");
    }
}
