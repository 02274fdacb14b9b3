package org.claimscope.data.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;

/// Child: syncs the sample hospital's files into a fresh encrypted workspace, then the same files
/// again.
final class SyncRun {
    private static final String LEDGER = "sample/transactions";

    private SyncRun() {}

    /// @param args the feed's folder, the folder of the workspace to make, and a passphrase
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        var told = new Properties();
        try (var passphrase = new Credentials.Passphrase(args[2].toCharArray())) {
            try (var core = DataCore.create(folder, passphrase, Clock.systemUTC(), "bench")) {
                sync(core, Path.of(args[0]), "first", told);
                told.setProperty("rss", Long.toString(Child.peakRssMiB()));
                told.setProperty("heap", Long.toString(Child.peakHeapMiB()));
                sync(core, Path.of(args[0]), "second", told);
            }
        }
        told.setProperty("raw", Long.toString(Child.bytesBelow(folder.resolve("raw"))));
        told.setProperty("segment", Long.toString(Child.bytesBelow(folder.resolve("segment"))));
        told.setProperty(
                "control", Long.toString(folder.resolve("control.mv.db").toFile().length()));
        Child.tell(told);
    }

    private static void sync(DataCore core, Path feed, String name, Properties told) {
        var ledger = new long[2];
        long start = System.nanoTime();
        List<RunEntry> entries =
                core.sync()
                        .run(
                                FeedList.preset("sample-hospital"),
                                new FolderSource(feed),
                                false,
                                (what, done, all) -> {
                                    if (what.equals(LEDGER)) {
                                        ledger[0] = System.nanoTime();
                                    } else if (ledger[0] > 0 && ledger[1] == 0) {
                                        ledger[1] = System.nanoTime();
                                    }
                                },
                                Cancellation.NONE);
        long end = System.nanoTime();
        told.setProperty(name + ".seconds", seconds(end - start));
        // From the ledger's turn to the next feed's: hashing, archiving and fsync included.
        told.setProperty(name + ".ledger.seconds", seconds(ledger[1] - ledger[0]));
        told.setProperty(
                name + ".rows", Long.toString(entries.stream().mapToLong(RunEntry::rowsIn).sum()));
        told.setProperty(
                name + ".loaded",
                Long.toString(entries.stream().mapToLong(RunEntry::rowsLoaded).sum()));
        told.setProperty(
                name + ".ledger.rows",
                Long.toString(
                        entries.stream()
                                .filter(e -> e.feed().equals(LEDGER))
                                .mapToLong(RunEntry::rowsIn)
                                .sum()));
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
    }
}
