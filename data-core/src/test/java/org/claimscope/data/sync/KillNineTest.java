package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.cache.QuarantineItem;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.testing.ChildJvm;
import org.claimscope.data.testing.TwoDays;
import org.claimscope.data.testing.WarehouseDump;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sync that is killed with SIGKILL at any moment, and run again, ends where an undisturbed one
/// does (G3).
final class KillNineTest {
    private static final int PATIENTS = 2_000;
    private static final int FEEDS = 5;
    private static final long REOPEN_MILLIS = 5_000;

    @TempDir static Path temp;
    private static Path data;
    private static Map<String, String> undisturbed;
    private static long undisturbedLoaded;
    private static int undisturbedDeliveries;
    private static int undisturbedQuarantine;

    @BeforeAll
    static void syncUndisturbed() throws IOException {
        data = temp.resolve("data");
        TwoDays.writeTo(data, 11, PATIENTS);
        try (var workspace =
                Workspace.create(
                        temp.resolve("undisturbed"),
                        new Credentials.None(),
                        TwoDays.CLOCK,
                        "test")) {
            List<RunEntry> runs = TwoDays.sync(workspace, data, Progress.NONE);
            undisturbedLoaded = runs.stream().mapToLong(RunEntry::rowsLoaded).sum();
            undisturbedDeliveries = workspace.journal().deliveries().size();
            undisturbedQuarantine = workspace.quarantine().open();
            undisturbed = WarehouseDump.of(workspace);
        }
        assertEquals(2 * FEEDS, undisturbedDeliveries);
        assertTrue(undisturbedLoaded > 5 * PATIENTS);
        assertTrue(undisturbedQuarantine > 0);
    }

    /// What a kill hit, as its traces prove.
    private enum Hit {
        /// All work was done.
        NOTHING,
        /// Deliveries were missing.
        WORK_TO_DO,
        /// A file was there that no commit named.
        BEFORE_A_COMMIT
    }

    @Test
    void aKilledSyncRunAgainEndsWhereAnUndisturbedOneDoes() throws Exception {
        killAndRecover(15, "-", 20_260_101L);
    }

    @Test
    void aKilledSyncWithAPassphraseRunAgainEndsWhereAnUndisturbedOneDoes() throws Exception {
        Path passphrase = temp.resolve("passphrase");
        Files.writeString(passphrase, "correct horse battery staple");
        killAndRecover(2, passphrase.toString(), 20_260_102L);
    }

    @Test
    @Tag("deep")
    void aHundredKilledSyncsRunAgainEndWhereAnUndisturbedOneDoes() throws Exception {
        killAndRecover(100, "-", 20_260_103L);
    }

    private static void killAndRecover(int kills, String passphrase, long seed) throws Exception {
        long full = fullDuration(passphrase, seed);
        var random = new Random(seed);
        int hits = 0;
        int missed = 0;
        int leftovers = 0;
        for (int attempt = 0; hits < kills; attempt++) {
            // Spread evenly over the sync, at a random place within each share.
            long delay = (long) ((hits + random.nextDouble()) / kills * full);
            Path folder = temp.resolve("killed-" + seed + "-" + attempt);
            Life life = killed(folder, passphrase, delay);
            Hit hit =
                    life.told().contains("done")
                            ? Hit.NOTHING
                            : recover(
                                    folder,
                                    passphrase,
                                    life.told(),
                                    "seed " + seed + ", " + delay + " ms");
            if (hit == Hit.NOTHING) {
                assertTrue(++missed <= 2 * kills, "the kills come too late to hit anything");
                // The machine is faster now than when the whole was timed: aim by what it takes
                // now, or every later kill misses too.
                full = Math.min(full, life.millis());
                continue;
            }
            hits++;
            leftovers += hit == Hit.BEFORE_A_COMMIT ? 1 : 0;
        }
        System.out.printf(
                "kill -9: seed %d, %d kills over %d ms, %d missed and repeated, %d left files behind%n",
                seed, hits, full, missed, leftovers);
        if (kills >= 10) {
            assertTrue(leftovers > 0, "no kill hit between the writing of a file and its commit");
        }
    }

    private static long fullDuration(String passphrase, long seed) throws Exception {
        try (var child = child(temp.resolve("full-" + seed), passphrase)) {
            child.awaitReady();
            long start = System.nanoTime();
            assertEquals(0, child.exitCode(), child.text());
            return (System.nanoTime() - start) / 1_000_000;
        }
    }

    private static ChildJvm child(Path folder, String passphrase) throws IOException {
        return ChildJvm.start(
                temp.resolve("tmp"),
                KillNineChild.class,
                folder.toString(),
                data.toString(),
                passphrase);
    }

    /// What the child had told when it died, with `done` when the kill came too late, and how long
    /// it had worked.
    private record Life(List<String> told, long millis) {}

    private static Life killed(Path folder, String passphrase, long delay) throws Exception {
        try (var child = child(folder, passphrase)) {
            child.awaitReady();
            long start = System.nanoTime();
            child.endsWithin(delay);
            long millis = (System.nanoTime() - start) / 1_000_000;
            boolean byTheKill = child.kill();
            assertEquals(byTheKill, child.exitCode() == 137);
            if (!byTheKill) {
                assertTrue(child.lines().contains("done"), child.text());
            }
            return new Life(child.lines(), millis);
        }
    }

    private static Hit recover(Path folder, String passphrase, List<String> told, String where)
            throws Exception {
        long filesBefore = files(folder);
        long start = System.nanoTime();
        try (var workspace = KillNineChild.open(folder, KillNineChild.credentials(passphrase))) {
            long reopened = (System.nanoTime() - start) / 1_000_000;
            assertTrue(reopened <= REOPEN_MILLIS, where + ": reopened in " + reopened + " ms");
            List<Delivery> survived = workspace.journal().deliveries();
            int acknowledged = acknowledged(told);
            assertTrue(
                    survived.size() >= acknowledged,
                    where
                            + ": "
                            + acknowledged
                            + " were told done, "
                            + survived.size()
                            + " are there");
            boolean left = filesBefore > files(folder);

            long loaded =
                    TwoDays.sync(workspace, data, Progress.NONE).stream()
                            .mapToLong(RunEntry::rowsLoaded)
                            .sum();
            if (survived.size() < undisturbedDeliveries) {
                assertTrue(loaded > 0, where);
            }
            assertEquals(undisturbed, WarehouseDump.of(workspace), where);
            invariantsHold(workspace, where);

            for (RunEntry run : TwoDays.sync(workspace, data, Progress.NONE)) {
                assertEquals(RunEntry.Status.UNCHANGED, run.status(), where);
                assertEquals(0, run.rowsLoaded(), where);
            }
            assertEquals(0, workspace.arrowBytes(), where);
            return left
                    ? Hit.BEFORE_A_COMMIT
                    : survived.size() < undisturbedDeliveries ? Hit.WORK_TO_DO : Hit.NOTHING;
        }
    }

    /// Deliveries that the child had been told are safe.
    private static int acknowledged(List<String> told) {
        int days = (int) told.stream().filter(l -> l.equals("at done " + FEEDS)).count();
        String last = told.isEmpty() ? "" : told.getLast();
        int within =
                last.startsWith("at hos-a/")
                        ? Integer.parseInt(last.substring(last.lastIndexOf(' ') + 1))
                        : 0;
        return days * FEEDS + within;
    }

    private static void invariantsHold(Workspace workspace, String where) throws IOException {
        List<Delivery> deliveries = workspace.journal().deliveries();
        assertEquals(undisturbedDeliveries, deliveries.size(), where);
        var loadedRuns =
                workspace.journal().runs(10_000).stream()
                        .filter(r -> r.status() == RunEntry.Status.LOADED)
                        .toList();
        assertEquals(undisturbedDeliveries, loadedRuns.size(), where);
        var ids = new HashSet<Long>();
        for (RunEntry run : loadedRuns) {
            assertEquals(
                    run.rowsIn(),
                    run.rowsLoaded() + run.rowsUnchanged() + run.rowsQuarantined(),
                    where);
            assertTrue(ids.add(run.deliveryId().orElseThrow()), where);
        }
        assertEquals(
                undisturbedLoaded,
                loadedRuns.stream().mapToLong(RunEntry::rowsLoaded).sum(),
                where);
        assertEquals(undisturbedQuarantine, workspace.quarantine().open(), where);
        assertEquals(
                undisturbedQuarantine,
                workspace.quarantine().list(QuarantineItem.Status.OPEN, 10_000).size(),
                where);
        assertEquals(List.of(), workspace.auditBreaks(), where);
        // One raw file for each delivery and one segment for each that brought news; nothing else.
        assertEquals(2L * undisturbedDeliveries, files(workspace.directory()), where);
    }

    private static long files(Path folder) throws IOException {
        long count = 0;
        for (String kind : List.of("raw", "segment")) {
            if (Files.isDirectory(folder.resolve(kind))) {
                try (Stream<Path> list = Files.list(folder.resolve(kind))) {
                    count += list.count();
                }
            }
        }
        return count;
    }
}
