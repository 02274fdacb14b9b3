package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimscope.data.cache.QuarantineItem;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The two hospitals' real extracts, against counts and sums that sqlite3 computed.
final class TwoHospitalsTest {
    @TempDir Path temp;

    private static List<RunEntry> sync(Workspace workspace, Path data) {
        return new Sync(workspace)
                .run(
                        FeedList.preset("two-hospitals"),
                        new FolderSource(data),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
    }

    @Test
    void everyRowIsLoadedOnceAndAccountedFor() {
        Path data = SharedData.folder("rcm-seed");
        try (var workspace =
                Workspace.create(
                        temp.resolve("w"), new Credentials.None(), Clock.systemUTC(), "test")) {
            Map<String, RunEntry> first =
                    sync(workspace, data).stream()
                            .collect(Collectors.toMap(RunEntry::feed, r -> r));
            assertEquals(10_000, first.get("hos-a/transactions").rowsLoaded());
            assertEquals(new BigDecimal("5291605.16"), first.get("hos-a/transactions").billed());
            assertEquals(new BigDecimal("4104146.63"), first.get("hos-a/transactions").paid());
            assertEquals(new BigDecimal("5198816.89"), first.get("hos-b/transactions").billed());
            assertEquals(new BigDecimal("4092367.47"), first.get("hos-b/transactions").paid());
            assertEquals(5_000, first.get("hos-a/patients").rowsLoaded());
            assertEquals(4_985, first.get("hos-b/patients").rowsLoaded());
            assertEquals(15, first.get("hos-b/patients").rowsQuarantined());
            assertEquals(25, first.get("hos-a/providers").rowsLoaded());
            assertEquals(30, first.get("hos-b/providers").rowsLoaded());
            assertEquals(10_000, first.get("hos-a/claims").rowsLoaded());
            assertEquals(RunEntry.Status.ABSENT, first.get("hos-b/claims").status());
            for (RunEntry run : first.values()) {
                assertEquals(
                        run.rowsIn(),
                        run.rowsLoaded() + run.rowsUnchanged() + run.rowsQuarantined(),
                        run.feed());
            }
            assertEquals(
                    List.of("NULL_TOKEN"),
                    workspace.quarantine().list(QuarantineItem.Status.OPEN, 100).stream()
                            .map(QuarantineItem::reason)
                            .distinct()
                            .toList());

            for (RunEntry run : sync(workspace, data)) {
                assertEquals(0, run.rowsLoaded() + run.rowsQuarantined(), run.feed());
            }
        }
        // The last commit before a close is as durable as the first.
        try (var reopened =
                Workspace.open(
                        temp.resolve("w"),
                        new Credentials.None(),
                        Clock.systemUTC(),
                        "test",
                        null)) {
            assertEquals(13, reopened.journal().deliveries().size());
            for (RunEntry run : sync(reopened, data)) {
                assertEquals(0, run.rowsLoaded() + run.rowsQuarantined(), run.feed());
            }
            assertEquals(List.of(), reopened.auditBreaks());
        }
    }
}
