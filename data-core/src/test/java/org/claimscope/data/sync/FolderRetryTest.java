package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.resilience4j.core.IntervalFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.RunEntry.Status;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.source.FolderRules;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.source.Patience;
import org.claimscope.data.testing.Clinic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders and files that cannot be read at the moment: they were there when the folder was listed,
/// and are gone when they are opened.
final class FolderRetryTest {
    @TempDir Path temp;
    private Path data;
    private Clinic clinic;

    /// The pauses that were waited, by the number of failures before.
    private final List<Integer> waited = new ArrayList<>();

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

    private interface Deed {
        void run() throws IOException;
    }

    private static void run(Deed deed) {
        try {
            deed.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Three tries.
    ///
    /// @param millis between them
    /// @param last happens before the third
    private Patience patience(long millis, Deed last) {
        IntervalFunction pauses =
                failures -> {
                    waited.add(failures);
                    if (failures == 2) {
                        run(last);
                    }
                    return millis;
                };
        return new Patience(3, pauses);
    }

    /// Nobody cancels; when the feed's first file is due, something happens.
    private static Cancellation whenFirstIsDue(Deed deed) {
        var asked = new int[1];
        return () -> {
            // Asked before the feed, and before each of its files.
            if (++asked[0] == 2) {
                run(deed);
            }
            return false;
        };
    }

    private List<RunEntry> sync(FolderSource folder, Patience patience, Cancellation cancellation) {
        var files =
                new Feed(
                        "clinic",
                        "people",
                        new Feed.From.Files("*.csv", FolderRules.USUAL),
                        Feed.LoadType.INCREMENTAL,
                        false,
                        null,
                        true);
        var inline =
                new Feed(
                        "clinic",
                        "ledger",
                        null,
                        "id,billed\nT1,7.00\n",
                        Feed.LoadType.FULL,
                        false,
                        null,
                        true);
        return new Sync(clinic.workspace(), patience)
                .run(
                        new FeedList(List.of(files, inline), Clinic.PROFILES),
                        folder,
                        false,
                        Progress.NONE,
                        cancellation);
    }

    private void person(String id) throws IOException {
        Files.writeString(
                data.resolve(id + ".csv"), "id,name,changed\n" + id + ",Ash,2024-01-01\n");
    }

    private Path away() {
        return temp.resolve("away");
    }

    @Test
    void aFileThatComesBackIsTaken() throws IOException {
        person("P1");
        List<RunEntry> entries =
                sync(
                        new FolderSource(data),
                        patience(1, () -> Files.move(away(), data)),
                        whenFirstIsDue(() -> Files.move(data, away())));
        assertEquals(List.of(1, 2), waited);
        assertEquals(Status.LOADED, entries.getFirst().status(), entries.getFirst().message());
        assertEquals("P1 Ash", clinic.peopleNow());
    }

    @Test
    void whereOneFileWasWaitedForInVainTheOthersAreNot() throws IOException {
        person("P1");
        person("P2");
        person("P3");
        List<RunEntry> entries =
                sync(
                        new FolderSource(data),
                        patience(1, () -> {}),
                        whenFirstIsDue(() -> Files.move(data, away())));
        assertEquals(List.of(1, 2), waited);
        assertEquals(
                List.of(Status.FAILED, Status.FAILED, Status.FAILED, Status.LOADED),
                entries.stream().map(RunEntry::status).toList());
        assertEquals(4, clinic.workspace().journal().runs(100).size());
    }

    @Test
    void aFolderThatIsGoneFailsItsFeedAndNotTheNext() throws IOException {
        person("P1");
        var folder = new FolderSource(data);
        Files.move(data, away());
        List<RunEntry> gone = sync(folder, patience(1, () -> {}), Cancellation.NONE);
        assertEquals(List.of(1, 2), waited);
        assertEquals(
                List.of(Status.FAILED, Status.LOADED),
                gone.stream().map(RunEntry::status).toList());
        assertTrue(gone.getFirst().message().contains("Cannot read"), gone.getFirst().message());
        RunEntry back =
                sync(folder, patience(1, () -> Files.move(away(), data)), Cancellation.NONE)
                        .getFirst();
        assertEquals(Status.LOADED, back.status(), back.message());
    }

    @Test
    void cancellingEndsTheWait() throws IOException {
        person("P1");
        var folder = new FolderSource(data);
        Files.move(data, away());
        long begin = System.nanoTime();
        RunEntry entry =
                sync(folder, patience(300_000, () -> {}), () -> !waited.isEmpty()).getFirst();
        assertEquals(Status.FAILED, entry.status());
        assertEquals(List.of(1), waited);
        assertTrue(System.nanoTime() - begin < 60_000_000_000L);
    }
}
