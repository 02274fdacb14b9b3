package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.resilience4j.core.IntervalFunction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.RunEntry.Status;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.source.FolderRules;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.source.Patience;
import org.claimscope.data.source.UnpackLimits;
import org.claimscope.data.source.sftp.SftpSettings;
import org.claimscope.data.testing.Clinic;
import org.claimscope.data.testing.SftpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of a folder on an SSH server: a real server on this machine's loopback.
final class SftpFeedTest {
    private static final FolderRules ARCHIVED =
            new FolderRules(
                    new FolderRules.AtOnce(), FolderRules.After.ARCHIVE, UnpackLimits.USUAL);

    @TempDir Path temp;
    private Path remote;
    private Path password;
    private Clinic clinic;
    private final KeyPair userKey = SftpServer.key();
    private SftpServer server;

    @BeforeEach
    void begin() throws Exception {
        remote = Files.createDirectories(temp.resolve("remote/out"));
        password = Files.writeString(temp.resolve("password"), "open sesame\nsecond line\n");
        clinic = new Clinic(temp.resolve("w"));
        server = new SftpServer(temp.resolve("remote"), userKey.getPublic());
    }

    @AfterEach
    void end() throws IOException {
        server.close();
        assertEquals(0, clinic.workspace().arrowBytes());
        clinic.close();
    }

    private SftpSettings settings(String hostKey, @Nullable Path key, @Nullable Path word) {
        return new SftpSettings(
                "127.0.0.1",
                server.port(),
                "feeds",
                hostKey,
                key,
                word,
                "/out",
                Duration.ofSeconds(20));
    }

    private List<RunEntry> sync(SftpSettings settings, FolderRules rules, Patience patience) {
        var feed =
                new Feed(
                        "clinic",
                        "people",
                        new Feed.From.Server(settings, "*.csv", rules),
                        Feed.LoadType.INCREMENTAL,
                        false,
                        null,
                        true);
        return new Sync(clinic.workspace(), patience)
                .run(
                        new FeedList(List.of(feed), Clinic.PROFILES),
                        FolderSource.of(temp, List.of()),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
    }

    private List<RunEntry> sync(FolderRules rules) {
        return sync(settings(server.fingerprint(), null, password), rules, patience());
    }

    private static Patience patience() {
        return new Patience(2, IntervalFunction.of(1));
    }

    private static String rows(String... ids) {
        return "id,name,changed\n"
                + String.join(
                        "",
                        java.util.Arrays.stream(ids).map(i -> i + ",Ash,2024-01-01\n").toList());
    }

    private void person(String file, String... ids) throws IOException {
        Files.writeString(remote.resolve(file), rows(ids));
    }

    private static List<Status> statuses(List<RunEntry> entries) {
        return entries.stream().map(RunEntry::status).toList();
    }

    @Test
    void filesAreTakenOnceAndMovedWhenTheFeedSaysSo() throws IOException {
        person("a.csv", "P1");
        person("b.csv", "P2", "P3");
        Files.writeString(remote.resolve("c.csv.part"), rows("P9"));
        assertEquals(List.of(Status.LOADED, Status.LOADED), statuses(sync(ARCHIVED)));
        assertEquals("P1 Ash, P2 Ash, P3 Ash", clinic.peopleNow());
        assertFalse(Files.exists(remote.resolve("a.csv")));
        assertTrue(Files.exists(remote.resolve("archive/2025-01-01/a.csv")));
        assertTrue(Files.exists(remote.resolve("archive/2025-01-01/b.csv")));
        assertEquals(List.of(Status.ABSENT), statuses(sync(ARCHIVED)));
    }

    @Test
    void whatStaysIsKnownByItsBytes() throws IOException {
        person("a.csv", "P1");
        assertEquals(List.of(Status.LOADED), statuses(sync(FolderRules.USUAL)));
        assertEquals(List.of(Status.UNCHANGED), statuses(sync(FolderRules.USUAL)));
        person("a.csv", "P1", "P2");
        assertEquals(List.of(Status.LOADED), statuses(sync(FolderRules.USUAL)));
        assertEquals("P1 Ash, P2 Ash", clinic.peopleNow());
    }

    @Test
    void packedFilesAreUnpackedAndArchivesRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(rows("P1").getBytes(StandardCharsets.UTF_8));
        }
        Files.write(remote.resolve("a.csv.gz"), bytes.toByteArray());
        Files.write(remote.resolve("b.csv.zip"), new byte[] {'P', 'K', 3, 4});
        List<RunEntry> entries = sync(ARCHIVED);
        assertEquals(List.of(Status.LOADED, Status.REFUSED), statuses(entries));
        assertTrue(
                entries.get(1).message().contains("archive on a server"), entries.get(1).message());
        assertTrue(Files.exists(remote.resolve("failed/b.csv.zip")));
        assertEquals("P1 Ash", clinic.peopleNow());
    }

    @Test
    void aKeyFileWithPassphraseLetsIn() throws Exception {
        Path key = temp.resolve("id");
        var locked = new OpenSSHKeyEncryptionContext();
        locked.setPassword("open sesame");
        locked.setCipherType("256");
        try (OutputStream out = Files.newOutputStream(key)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(userKey, "test", locked, out);
        }
        person("a.csv", "P1");
        assertEquals(
                List.of(Status.LOADED),
                statuses(
                        sync(settings(server.fingerprint(), key, password), ARCHIVED, patience())));
        Path wrong = Files.writeString(temp.resolve("wrong"), "no\n");
        RunEntry entry =
                sync(settings(server.fingerprint(), key, wrong), ARCHIVED, patience()).getFirst();
        assertEquals(Status.FAILED, entry.status());
        assertTrue(entry.message().contains("passphrase"), entry.message());
    }

    @Test
    void anotherServersKeyIsNotTalkedTo() throws IOException {
        person("a.csv", "P1");
        String other = "SHA256:" + "A".repeat(43);
        RunEntry entry = sync(settings(other, null, password), ARCHIVED, patience()).getFirst();
        assertEquals(Status.FAILED, entry.status());
        assertTrue(entry.message().contains("another key"), entry.message());
        assertEquals("none", clinic.peopleNow());
    }

    @Test
    void aWrongPasswordIsSaidAndNotRepeated() throws IOException {
        Path wrong = Files.writeString(temp.resolve("wrong"), "no\n");
        var pauses = new ArrayList<Integer>();
        RunEntry entry =
                sync(
                                settings(server.fingerprint(), null, wrong),
                                ARCHIVED,
                                new Patience(
                                        3,
                                        n -> {
                                            pauses.add(n);
                                            return 1L;
                                        }))
                        .getFirst();
        assertEquals(Status.FAILED, entry.status());
        assertTrue(entry.message().contains("does not let feeds in"), entry.message());
        assertEquals(List.of(), pauses);
    }

    @Test
    void aServerThatBreaksOffLeavesNothingAndTheNextRunTakesAll() throws IOException {
        var ids = new String[5_000];
        java.util.Arrays.setAll(ids, i -> "P%05d".formatted(i));
        person("a.csv", ids);
        server.left.set(40_000);
        RunEntry cut = sync(ARCHIVED).getFirst();
        assertEquals(Status.FAILED, cut.status(), cut.message());
        assertEquals("none", clinic.peopleNow());
        assertTrue(Files.exists(remote.resolve("a.csv")));
        server.left.set(Integer.MAX_VALUE);
        assertEquals(List.of(Status.LOADED), statuses(sync(ARCHIVED)));
        assertEquals(5_000, clinic.peopleNow().split(", ").length);
    }

    @Test
    void aServerThatIsDownIsTriedAgain() throws IOException {
        int port = server.port();
        server.close();
        var waited = new ArrayList<Integer>();
        var settings =
                new SftpSettings(
                        "127.0.0.1",
                        port,
                        "feeds",
                        server.fingerprint(),
                        null,
                        password,
                        "/out",
                        Duration.ofSeconds(5));
        RunEntry entry =
                sync(
                                settings,
                                ARCHIVED,
                                new Patience(
                                        3,
                                        n -> {
                                            waited.add(n);
                                            return 1L;
                                        }))
                        .getFirst();
        assertEquals(Status.FAILED, entry.status());
        assertTrue(entry.message().contains("does not answer"), entry.message());
        assertEquals(List.of(1, 2), waited);
    }
}
