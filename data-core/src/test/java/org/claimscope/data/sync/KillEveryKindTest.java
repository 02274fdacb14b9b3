package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.claimscope.data.cache.QuarantineItem;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.RunEntry.Status;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.testing.ChildJvm;
import org.claimscope.data.testing.FhirServer;
import org.claimscope.data.testing.SftpServer;
import org.claimscope.data.testing.WarehouseDump;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One list with every kind of feed that is fetched: X12, HL7 v2, FHIR and CSV files, packed and
/// plain, a list of codes, files of an SSH server, a database, a FHIR server. Killed with SIGKILL
/// at any moment and run again, it ends where an undisturbed run does (G3). What arrives by itself
/// is in [MllpKillTest] and [KafkaKillTest].
final class KillEveryKindTest {
    private static final int PEOPLE = 800;

    /// Messages and documents as the fuzzing begins with them.
    private static final Map<String, List<String>> SEEDS =
            Map.of(
                    "x12", List.of("277ca", "835", "837p", "cut"),
                    "hl7v2", List.of("adt", "batch", "merge"),
                    "fhir", List.of("bundle", "eob", "ndjson"),
                    "codeset", List.of("hcpcs"));

    @TempDir static Path temp;
    private static Server database;
    private static Connection keepsIt;
    private static FhirServer fhir;
    private static SftpServer sftp;
    private static Ending undisturbed;

    /// Where a sync ended: the tables, and how many records are held for each reason.
    private record Ending(Map<String, String> tables, Map<String, Long> held) {
        static Ending of(Workspace workspace) {
            var held = new TreeMap<String, Long>();
            workspace
                    .quarantine()
                    .list(QuarantineItem.Status.OPEN, 10_000)
                    .forEach(item -> held.merge(item.feed() + " " + item.reason(), 1L, Long::sum));
            return new Ending(WarehouseDump.of(workspace), held);
        }
    }

    @BeforeAll
    static void serve() throws IOException, SQLException {
        database = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        keepsIt = DriverManager.getConnection(url() + ";DB_CLOSE_DELAY=-1", "reader", "");
        try (var statement = keepsIt.createStatement()) {
            statement.execute(
                    "create table people as select 'D' || x as id, 'Name ' || x as name,"
                            + " dateadd('minute', x, timestamp '2025-01-01 00:00:00') as changed from system_range(1, "
                            + PEOPLE
                            + ")");
        }
        fhir = new FhirServer();
        for (int i = 0; i < 120; i++) {
            fhir.put(
                    "Patient",
                    FhirServer.patient(
                            "F" + i,
                            "Name" + i,
                            "2025-01-01T%02d:%02d:00Z".formatted(i / 60, i % 60)));
        }
        sftp = new SftpServer(Files.createDirectories(temp.resolve("remote")), null);
        Files.writeString(temp.resolve("password"), "open sesame\n");
        Round whole = new Round("undisturbed");
        try (var workspace = EveryKindChild.open(whole.workspace)) {
            List<RunEntry> runs = whole.sync(workspace);
            var loaded = new TreeMap<String, Long>();
            for (RunEntry run : runs) {
                assertEquals(Status.LOADED, run.status(), run.feed() + run.message());
                loaded.merge(run.feed(), run.rowsLoaded(), Long::sum);
            }
            assertEquals(8, loaded.size(), loaded.toString());
            assertTrue(loaded.values().stream().allMatch(rows -> rows > 0), loaded.toString());
            undisturbed = Ending.of(workspace);
            assertTrue(undisturbed.held().size() > 1, undisturbed.held().toString());
        }
    }

    @AfterAll
    static void end() throws Exception {
        sftp.close();
        fhir.close();
        keepsIt.close();
        database.stop();
    }

    private static String url() {
        return "jdbc:h2:tcp://127.0.0.1:" + database.getPort() + "/mem:everykind";
    }

    @Test
    void everyKindOfFeedEndsWhereItWouldHave() throws Exception {
        killAgainAndAgain(6, 20_260_111L);
    }

    @Test
    @Tag("deep")
    void everyKindOfFeedEndsWhereItWouldHaveAHundredTimes() throws Exception {
        killAgainAndAgain(100, 20_260_112L);
    }

    private static void killAgainAndAgain(int kills, long seed) throws Exception {
        var random = new Random(seed);
        long full = whole("timed-" + seed);
        int hits = 0;
        int missed = 0;
        var done = new EnumMap<Reached, Integer>(Reached.class);
        for (int attempt = 0; hits < kills; attempt++) {
            var round = new Round("killed-" + seed + "-" + attempt);
            long delay = (long) ((hits + random.nextDouble()) / kills * full);
            long start = System.nanoTime();
            if (!round.killedAfter(delay)) {
                assertTrue(++missed <= 2 * kills, "the kills come too late to hit anything");
                full = Math.min(full, (System.nanoTime() - start) / 1_000_000);
                continue;
            }
            hits++;
            done.merge(round.recover("seed " + seed + ", " + delay + " ms"), 1, Integer::sum);
        }
        System.out.printf(
                "kill -9, every kind: seed %d, %d kills over %d ms, %d missed and repeated; %s%n",
                seed, hits, full, missed, done);
        assertTrue(done.getOrDefault(Reached.SOME, 0) > kills / 4, done.toString());
    }

    private static long whole(String name) throws Exception {
        var round = new Round(name);
        try (var child = round.child()) {
            child.awaitReady();
            long start = System.nanoTime();
            assertEquals(0, child.exitCode(), child.text());
            return (System.nanoTime() - start) / 1_000_000;
        }
    }

    /// How many of the deliveries were there after a kill.
    private enum Reached {
        NONE,
        SOME,
        ALL
    }

    /// One sync from folders of its own: what was taken is moved away.
    private static final class Round {
        private final Path workspace;
        private final Path data;
        private final Path remote;
        private final Path feeds;

        Round(String name) throws IOException {
            this.workspace = temp.resolve(name);
            this.data = Files.createDirectories(temp.resolve(name + "-data"));
            this.remote = Files.createDirectories(temp.resolve("remote").resolve(name));
            this.feeds = temp.resolve(name + ".yaml");
            Files.writeString(
                    feeds,
                    """
                    profiles: [clinic.yaml, code-sets]
                    feeds:
                      - {source: files, table: people, files: "csv/*", load: Incremental, after: archive}
                      - {source: x12, table: x12, files: "x12/*", after: archive}
                      - {source: hl7, table: hl7, files: "hl7v2/*"}
                      - {source: docs, table: fhir, files: "fhir/*"}
                      - {source: hcpcs-2025-01-01, table: hcpcs, files: "codeset/*"}
                      - source: sftp
                        table: people
                        files: "*.csv*"
                        load: Incremental
                        after: archive
                        sftp: {host: 127.0.0.1, port: %d, user: feeds, host_key: "%s", password_file: password, folder: /%s}
                      - source: emr
                        table: people
                        jdbc: {url: "%s", driver: "%s", user: reader, table: people}
                        load: Incremental
                        watermark: changed
                      - {source: server, table: fhir, fhir: {url: "%s", resources: [Patient], count: 50}}
                    """
                            .formatted(
                                    sftp.port(),
                                    sftp.fingerprint(),
                                    name,
                                    url(),
                                    h2(),
                                    fhir.url("/r4")));
            Files.writeString(
                    temp.resolve("clinic.yaml"),
                    """
                    profile: clinic
                    version: 1
                    tables:
                      - table: people
                        entity: patient
                        fields: {id: id, last_name: name, modified_date: changed}
                    """);
            for (var seeds : SEEDS.entrySet()) {
                Path folder = Files.createDirectories(data.resolve(seeds.getKey()));
                for (String seed : seeds.getValue()) {
                    Files.write(folder.resolve(seed), seed(seeds.getKey(), seed));
                }
            }
            Path csv = Files.createDirectories(data.resolve("csv"));
            Files.write(csv.resolve("a.csv"), people("A"));
            try (OutputStream out =
                    new GZIPOutputStream(Files.newOutputStream(csv.resolve("b.csv.gz")))) {
                out.write(people("B"));
            }
            try (var out = new ZipOutputStream(Files.newOutputStream(csv.resolve("c.zip")))) {
                for (String part : List.of("C", "D")) {
                    out.putNextEntry(new ZipEntry(part + ".csv"));
                    out.write(people(part));
                }
            }
            Files.write(remote.resolve("r.csv"), people("R"));
            Files.write(remote.resolve("s.csv"), people("S"));
        }

        private static String h2() {
            return org.h2.Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath();
        }

        private static byte[] seed(String parser, String name) throws IOException {
            try (var in =
                    KillEveryKindTest.class.getResourceAsStream("/fuzz/" + parser + "/" + name)) {
                return Objects.requireNonNull(in, name).readAllBytes();
            }
        }

        /// Every 500th has a day that is none.
        private static byte[] people(String prefix) {
            var text = new StringBuilder("id,name,changed\n");
            for (int i = 0; i < PEOPLE; i++) {
                String day = i % 500 == 250 ? "2025-02-30" : "2025-01-%02d".formatted(1 + i % 28);
                text.append(prefix + i + ",Name " + i + "," + day + "\n");
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }

        List<RunEntry> sync(Workspace open) {
            return EveryKindChild.sync(open, feeds, data);
        }

        ChildJvm child() throws IOException {
            return ChildJvm.start(
                    temp.resolve("tmp"),
                    EveryKindChild.class,
                    workspace.toString(),
                    feeds.toString(),
                    data.toString());
        }

        /// @return false if the child had ended by itself
        boolean killedAfter(long delay) throws Exception {
            try (var child = child()) {
                child.awaitReady();
                child.endsWithin(delay);
                boolean byTheKill = child.kill();
                assertTrue(byTheKill || child.lines().contains("done"), child.text());
                return byTheKill;
            }
        }

        Reached recover(String where) throws IOException {
            try (var open = EveryKindChild.open(workspace)) {
                int survived = open.journal().deliveries().size();
                for (RunEntry run : sync(open)) {
                    // Absent: all of it was taken and archived before.
                    assertTrue(
                            EnumSet.of(Status.LOADED, Status.UNCHANGED, Status.ABSENT)
                                    .contains(run.status()),
                            where + ": " + run.feed() + " " + run.message());
                }
                assertEquals(undisturbed, Ending.of(open), where);
                int all = open.journal().deliveries().size();
                assertEquals(0, sync(open).stream().mapToLong(RunEntry::rowsLoaded).sum(), where);
                assertEquals(undisturbed, Ending.of(open), where);
                assertEquals(List.of(), open.auditBreaks(), where);
                assertEquals(0, open.arrowBytes(), where);
                assertEquals(
                        open.journal().deliveries().size(), count(workspace.resolve("raw")), where);
                // What was to be archived is archived, whatever died between commit and move.
                assertEquals(List.of(), waiting(data.resolve("csv")), where);
                assertEquals(List.of(), waiting(data.resolve("x12")), where);
                assertEquals(List.of(), waiting(remote), where);
                return survived == 0 ? Reached.NONE : survived < all ? Reached.SOME : Reached.ALL;
            }
        }

        private static long count(Path folder) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.count();
            }
        }

        private static List<String> waiting(Path folder) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(Files::isRegularFile)
                        .map(f -> f.getFileName().toString())
                        .toList();
            }
        }
    }
}
