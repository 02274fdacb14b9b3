package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.model.Entity;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.Feed.LoadType;
import org.claimscope.data.testing.Clinic;
import org.claimscope.data.testing.SharedData;
import org.claimscope.data.testing.WarehouseDump;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real X12 files through the whole way, from the folder to the tables.
final class X12FilesTest {
    /// All remittances, and some of each other kind; that all 70 are read is tested at the format.
    private static final String SOME =
            ".*(835|277CA|999_|sample_837_[01]|UnicodeExample|x12_multiple_isa|Spec_3.1.1).*";

    @TempDir Path temp;

    @Test
    void realFilesArriveInTheTablesAndTwiceIsOnce() throws IOException {
        Path folder = SharedData.folder("x12");
        List<List<String>> oracle = SharedData.oracle("x12_shared_files.csv");
        int column = oracle.getFirst().indexOf("clp_paid");
        var feeds = new ArrayList<Feed>();
        BigDecimal paid = BigDecimal.ZERO;
        for (List<String> row : oracle.subList(1, oracle.size())) {
            if (!row.getFirst().matches(SOME)) {
                continue;
            }
            // Each file is a sender of its own: samples share their claim numbers.
            feeds.add(
                    new Feed(
                            "s" + feeds.size(),
                            "x12",
                            row.getFirst(),
                            null,
                            LoadType.INCREMENTAL,
                            false,
                            null,
                            true));
            paid = paid.add(new BigDecimal(row.get(column)));
        }
        try (var clinic = new Clinic(temp.resolve("w"))) {
            List<RunEntry> runs = sync(clinic, folder, feeds);
            assertEquals(feeds.size(), runs.size());
            assertTrue(runs.size() >= 13, "files " + runs.size());
            long rejected = runs.stream().mapToLong(RunEntry::rowsQuarantined).sum();
            System.out.println(
                    runs.size()
                            + " files: loaded "
                            + runs.stream().mapToLong(RunEntry::rowsLoaded).sum()
                            + " rows, quarantined "
                            + rejected);
            assertTrue(rejected > 0 && rejected < 100, "quarantined " + rejected);
            assertEquals(
                    paid.toPlainString(),
                    WarehouseDump.text(
                            clinic.workspace(),
                            Entity.TRANSACTION,
                            "select cast(sum(paid) as varchar) from transaction"));
            String claims =
                    WarehouseDump.text(
                            clinic.workspace(),
                            Entity.CLAIM,
                            "select count(distinct source || '/' || id) || ' ' || count(*) filter (claim_status = 'Denied') from claim where valid_to = date '9999-12-31'");
            var tables = WarehouseDump.currentContent(clinic.workspace());
            sync(clinic, folder, feeds);
            assertEquals(tables, WarehouseDump.currentContent(clinic.workspace()));
            clinic.reopen(null);
            assertEquals(tables, WarehouseDump.currentContent(clinic.workspace()));
            assertTrue(claims.matches("[1-9]\\d+ [1-9]\\d*"), claims);
        }
    }

    private static List<RunEntry> sync(Clinic clinic, Path folder, List<Feed> feeds) {
        return new Sync(clinic.workspace())
                .run(
                        new FeedList(feeds, List.of()),
                        new FolderSource(folder),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
    }
}
