package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.RunEntry.Status;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.source.FolderRules;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.source.UnpackLimits;
import org.claimscope.data.testing.Clinic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which files of a folder are taken, when, and what becomes of them.
final class FolderFeedTest {
    private static final String HEADER = "id,name,changed\n";
    private static final FolderRules ARCHIVE =
            new FolderRules(
                    new FolderRules.AtOnce(), FolderRules.After.ARCHIVE, UnpackLimits.USUAL);

    @TempDir Path temp;
    private Path data;
    private Clinic clinic;

    @BeforeEach
    void begin() throws IOException {
        data = Files.createDirectories(temp.resolve("data"));
        clinic = new Clinic(temp.resolve("w"));
    }

    @AfterEach
    void end() {
        assertEquals(0, clinic.workspace().arrowBytes());
        clinic.close();
    }

    private List<RunEntry> sync(String pattern, FolderRules rules) {
        return sync(pattern, rules, Cancellation.NONE);
    }

    private List<RunEntry> sync(String pattern, FolderRules rules, Cancellation cancellation) {
        return new Sync(clinic.workspace())
                .run(
                        new FeedList(
                                List.of(
                                        new Feed(
                                                "clinic",
                                                "people",
                                                new Feed.From.Files(pattern, rules),
                                                Feed.LoadType.INCREMENTAL,
                                                false,
                                                null,
                                                true)),
                                Clinic.PROFILES),
                        new FolderSource(data),
                        false,
                        Progress.NONE,
                        cancellation);
    }

    private Path person(String file, String id) throws IOException {
        return Files.writeString(data.resolve(file), HEADER + id + ",Ash,2024-01-01\n");
    }

    private static void zip(Path file, String... namesAndRows) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndRows.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndRows[i]));
                zip.write((HEADER + namesAndRows[i + 1]).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void blanks(OutputStream out, long megabytes) throws IOException {
        out.write(HEADER.getBytes(StandardCharsets.UTF_8));
        byte[] row = ("P1," + " ".repeat(1_000) + ",2024-01-01\n").getBytes(StandardCharsets.UTF_8);
        for (long written = 0; written < megabytes << 20; written += row.length) {
            out.write(row);
        }
    }

    private List<String> left() throws IOException {
        try (var files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> data.relativize(f).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatIsStillBeingWrittenIsNotTaken() throws IOException {
        person("people.csv.tmp", "P1");
        person("people.csv.part", "P2");
        person("people.csv.filepart", "P3");
        person(".people.csv", "P4");
        Files.createDirectories(data.resolve(".snapshot"));
        person(".snapshot/people.csv", "P5");
        assertEquals(Status.ABSENT, sync("**/*people*", FolderRules.USUAL).getFirst().status());
        person("people.csv", "P6");
        assertEquals(1, sync("**/*people*", FolderRules.USUAL).size());
        assertEquals("P6 Ash", clinic.peopleNow());
    }

    @Test
    void aFileWaitsForItsSidecar() throws IOException {
        var rules =
                new FolderRules(
                        new FolderRules.Sidecar(), FolderRules.After.ARCHIVE, UnpackLimits.USUAL);
        person("one.csv", "P1");
        person("two.csv", "P2");
        RunEntry waiting = sync("*", rules).getFirst();
        assertEquals(Status.ABSENT, waiting.status());
        assertTrue(waiting.message().contains("2 not complete yet"), waiting.message());
        Files.writeString(data.resolve("one.csv.done"), "");
        assertEquals(List.of(Status.LOADED), statuses(sync("*", rules)));
        Files.writeString(data.resolve("two.csv.trg"), "");
        assertEquals(List.of(Status.LOADED), statuses(sync("*", rules)));
        assertEquals("P1 Ash, P2 Ash", clinic.peopleNow());
        // The sidecar goes with its file, and does not speak for the next one.
        assertEquals(
                List.of(
                        "archive/2025-01-01/one.csv",
                        "archive/2025-01-01/one.csv.done",
                        "archive/2025-01-01/two.csv",
                        "archive/2025-01-01/two.csv.trg"),
                left());
    }

    private static List<Status> statuses(List<RunEntry> runs) {
        return runs.stream().map(RunEntry::status).toList();
    }

    @Test
    void aFileIsTakenWhenItHasBeenQuiet() throws IOException {
        var rules =
                new FolderRules(
                        new FolderRules.Quiet(Duration.ofSeconds(30)),
                        FolderRules.After.LEAVE,
                        UnpackLimits.USUAL);
        Path file = person("people.csv", "P1");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-01-01T12:00:00Z")));
        clinic.on("2025-01-01T12:00:29Z");
        assertEquals(List.of(Status.ABSENT), statuses(sync("people.csv", rules)));
        clinic.on("2025-01-01T12:00:30Z");
        assertEquals(List.of(Status.LOADED), statuses(sync("people.csv", rules)));
    }

    @Test
    void everyEntryOfAZipIsADelivery() throws IOException {
        zip(
                data.resolve("people.zip"),
                "b/later-02.csv",
                "P1,Birch,2024-02-01\n",
                "later.csv",
                "P1,Ash,2024-01-01\n",
                "__MACOSX/._later.csv",
                "x",
                "inner.zip",
                "P9,No,2024-01-01\n");
        List<RunEntry> runs = sync("*.zip", FolderRules.USUAL);
        assertEquals(List.of(Status.LOADED, Status.REFUSED, Status.LOADED), statuses(runs));
        assertTrue(runs.get(1).message().contains("archive within an archive"));
        assertEquals(
                List.of("people.zip!/b/later-02.csv", "people.zip!/later.csv"),
                clinic.workspace().journal().deliveries().stream()
                        .map(Delivery::fileName)
                        .toList());
        assertEquals(
                List.of(Status.UNCHANGED, Status.REFUSED, Status.UNCHANGED),
                statuses(sync("*.zip", FolderRules.USUAL)));
        // Under the name of what is in it, as .gz is.
        zip(data.resolve("people.csv.zip"), "people.csv", "P2,Elm,2024-01-01\n");
        assertEquals(List.of(Status.LOADED), statuses(sync("people.csv", FolderRules.USUAL)));
    }

    @Test
    void bombsAreRefusedAndTheFeedGoesOn() throws IOException {
        try (var gz = new GZIPOutputStream(Files.newOutputStream(data.resolve("a.csv.gz")))) {
            blanks(gz, 64);
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(data.resolve("b.zip")))) {
            zip.putNextEntry(new ZipEntry("small.csv"));
            zip.write((HEADER + "P7,Ash,2024-01-01\n").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("bomb.csv"));
            blanks(zip, 64);
        }
        Path many = data.resolve("c.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(many))) {
            for (int i = 0; i < 1_001; i++) {
                zip.putNextEntry(new ZipEntry("e" + i + ".csv"));
            }
        }
        zip(data.resolve("d.zip"), "../../evil.csv", "P8,Ash,2024-01-01\n");
        zip(data.resolve("e.zip"), "C:\\evil.csv", "P8,Ash,2024-01-01\n");
        Files.writeString(data.resolve("f.zip"), "no zip");
        person("g.csv", "P1");
        List<RunEntry> runs = sync("*", FolderRules.USUAL);
        assertEquals(7, runs.size());
        List<String> reasons =
                List.of(
                        "200 times",
                        "200 times",
                        "1000 entries",
                        "out of",
                        "out of",
                        "no zip file");
        for (int i = 0; i < reasons.size(); i++) {
            assertEquals(Status.REFUSED, runs.get(i).status(), runs.get(i).message());
            assertTrue(runs.get(i).message().contains(reasons.get(i)), runs.get(i).message());
            assertTrue(runs.get(i).message().contains("nothing of it was taken"));
        }
        assertEquals(Status.LOADED, runs.getLast().status());
        assertEquals("P1 Ash", clinic.peopleNow());
        assertEquals(1, clinic.workspace().journal().deliveries().size());
    }

    @Test
    void anArchiveThatLiesAboutItsSizesIsStoppedWhereTheTruthBegins() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("people.csv"));
            blanks(zip, 8);
        }
        byte[] lie = bytes.toByteArray();
        // The uncompressed size in the central directory: 24 bytes behind its mark.
        int directory = lie.length - 22 - (46 + "people.csv".length());
        assertEquals(0x02014b50, little(lie, directory));
        assertTrue(little(lie, directory + 24) >= 8 << 20);
        for (int i = 0; i < 4; i++) {
            lie[directory + 24 + i] = (byte) (1_000 >> 8 * i);
        }
        Files.write(data.resolve("people.zip"), lie);
        RunEntry run = sync("*.zip", FolderRules.USUAL).getFirst();
        assertFalse(run.status() == Status.LOADED, run.message());
        assertEquals(List.of(), clinic.workspace().journal().deliveries());
    }

    private static int little(byte[] b, int at) {
        return b[at] & 0xff
                | (b[at + 1] & 0xff) << 8
                | (b[at + 2] & 0xff) << 16
                | (b[at + 3] & 0xff) << 24;
    }

    @Test
    void theLimitsAreTheFeedsOwn() throws IOException {
        try (var gz = new GZIPOutputStream(Files.newOutputStream(data.resolve("a.csv.gz")))) {
            blanks(gz, 4);
        }
        var wide =
                new FolderRules(
                        new FolderRules.AtOnce(),
                        FolderRules.After.LEAVE,
                        new UnpackLimits(2_000, 1L << 30, 10));
        assertEquals(List.of(Status.REFUSED), statuses(sync("a.csv", FolderRules.USUAL)));
        assertEquals(List.of(Status.LOADED), statuses(sync("a.csv", wide)));
        var tight =
                new FolderRules(
                        new FolderRules.AtOnce(),
                        FolderRules.After.LEAVE,
                        new UnpackLimits(2_000, 2 << 20, 10));
        RunEntry run = sync("a.csv", tight).getFirst();
        assertTrue(run.message().contains("unpack: bytes"), run.message());
    }

    @Test
    void signsInANameAreNothingButAName() throws IOException {
        person("people[1].csv", "P1");
        person("people{a}.csv", "P2");
        person("people1.csv", "P3");
        assertEquals(
                1,
                sync("people[1].csv", FolderRules.USUAL).stream()
                        .filter(r -> r.message().isEmpty())
                        .filter(r ->
                                clinic.workspace().journal().deliveries().stream()
                                        .anyMatch(d -> d.fileName().equals("people[1].csv")))
                        .limit(1)
                        .count());
        assertEquals(
                List.of(Status.LOADED),
                statuses(sync(FolderSource.literal("people{a}.csv"), FolderRules.USUAL)));
        assertEquals(
                List.of(Status.ABSENT),
                statuses(sync(FolderSource.literal("people*.csv"), FolderRules.USUAL)));
        assertEquals(List.of(Status.ABSENT), statuses(sync("people[2.csv", FolderRules.USUAL)));
    }

    @Test
    void linksThatLeadOutOfTheFolderAreNotFollowed() throws IOException {
        Path outside = Files.createDirectories(temp.resolve("outside"));
        Files.writeString(outside.resolve("people.csv"), HEADER + "P1,Ash,2024-01-01\n");
        Files.createSymbolicLink(data.resolve("people.csv"), outside.resolve("people.csv"));
        Files.createSymbolicLink(data.resolve("folder"), outside);
        assertEquals(List.of(Status.ABSENT), statuses(sync("**/people.csv", FolderRules.USUAL)));
        person("real.csv", "P2");
        Files.createSymbolicLink(data.resolve("people-2.csv"), data.resolve("real.csv"));
        assertEquals(List.of(Status.LOADED), statuses(sync("people-*.csv", FolderRules.USUAL)));
    }

    @Test
    void afterTheCommitAFileMovesToTheArchiveAndARefusedOneToFailed() throws IOException {
        person("people-1.csv", "P1");
        Files.writeString(data.resolve("people-2.csv"), "nom\nAsh\n");
        zip(data.resolve("people-3.zip"), "a.csv", "P3,Elm,2024-01-01\n");
        sync("people*", ARCHIVE);
        assertEquals(
                List.of(
                        "archive/2025-01-01/people-1.csv",
                        "archive/2025-01-01/people-3.zip",
                        "failed/people-2.csv"),
                left());
        // The next of the same name lies beside it, and none is found again.
        person("people-1.csv", "P4");
        assertEquals(List.of(Status.LOADED), statuses(sync("**/people*", ARCHIVE)));
        assertTrue(left().contains("archive/2025-01-01/people-1-2.csv"), left().toString());
        assertEquals(List.of(Status.ABSENT), statuses(sync("**/people*", ARCHIVE)));
        assertEquals("P1 Ash, P3 Elm, P4 Ash", clinic.peopleNow());
    }

    @Test
    void whatACrashLeftBetweenCommitAndMoveIsKnownByItsBytesAndMoved() throws IOException {
        Path file = person("people.csv", "P1");
        byte[] bytes = Files.readAllBytes(file);
        assertEquals(List.of(Status.LOADED), statuses(sync("people.csv", FolderRules.USUAL)));
        // As after a kill: committed, and still there.
        assertTrue(Files.exists(file));
        clinic.reopen(null);
        assertEquals(List.of(Status.UNCHANGED), statuses(sync("people.csv", ARCHIVE)));
        assertEquals(List.of("archive/2025-01-01/people.csv"), left());
        assertEquals(1, clinic.workspace().journal().deliveries().size());
        // Restored from the archive it is the same delivery.
        Files.write(file, bytes);
        assertEquals(List.of(Status.UNCHANGED), statuses(sync("people.csv", ARCHIVE)));
    }

    @Test
    void whatBrokeOffOrWasCancelledOrOnlyTriedStays() throws IOException {
        person("people-1.csv", "P1");
        person("people-2.csv", "P2");
        var asked = new int[1];
        sync("people*", ARCHIVE, () -> ++asked[0] > 2);
        assertTrue(left().contains("people-2.csv"), left().toString());
        try (var gz = new GZIPOutputStream(Files.newOutputStream(data.resolve("cut.csv.gz")))) {
            gz.write((HEADER + "P5,Ash,2024-01-01\n").getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = Files.readAllBytes(data.resolve("cut.csv.gz"));
        Files.write(data.resolve("cut.csv.gz"), java.util.Arrays.copyOf(whole, whole.length - 9));
        assertEquals(List.of(Status.FAILED), statuses(sync("cut.csv", ARCHIVE)));
        assertTrue(left().contains("cut.csv.gz"));
        Files.write(data.resolve("cut.csv.gz"), whole);
        assertEquals(List.of(Status.LOADED), statuses(sync("cut.csv", ARCHIVE)));
        assertFalse(left().contains("cut.csv.gz"));
    }

    @Test
    void aFileThatCannotBeMovedIsTakenAndToldOf() throws IOException {
        person("people.csv", "P1");
        Files.writeString(data.resolve("archive"), "a file where the folder should be");
        List<RunEntry> runs = sync("people.csv", ARCHIVE);
        assertEquals(List.of(Status.LOADED, Status.FAILED), statuses(runs));
        assertTrue(runs.getLast().message().contains("cannot be moved"));
        assertEquals("P1 Ash", clinic.peopleNow());
    }
}
