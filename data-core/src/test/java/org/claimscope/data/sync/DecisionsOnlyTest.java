package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.model.Entity;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.testing.Clinic;
import org.claimscope.data.testing.WarehouseDump;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Remittances of a sender whose own ledger has the payments. The file was counted by hand: seven
/// ST, ten CLP.
final class DecisionsOnlyTest {
    private static final Path SIX = Path.of("src/test/resources/six-payments/feed/all.835");

    @TempDir Path temp;

    private FeedList feeds(String line) throws IOException {
        Path file = temp.resolve("feeds.yaml");
        Files.writeString(
                file, "profiles: []\nfeeds:\n  - {source: six, table: era, " + line + "}\n");
        return FeedList.read(file);
    }

    private List<RunEntry> sync(Clinic clinic, FeedList feeds) {
        return new Sync(clinic.workspace())
                .run(
                        feeds,
                        new FolderSource(temp.resolve("feed")),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
    }

    private static String count(Clinic clinic, Entity entity) {
        return WarehouseDump.text(
                clinic.workspace(),
                entity,
                "select cast(count(distinct id) as varchar) from " + entity.table());
    }

    private static void assertDecisionsOnly(Clinic clinic) {
        assertEquals("7", count(clinic, Entity.REMITTANCE));
        assertEquals("10", count(clinic, Entity.REMITTANCE_CLAIM));
        assertEquals("0", count(clinic, Entity.TRANSACTION));
        assertEquals("0", count(clinic, Entity.CLAIM));
        assertEquals("0", count(clinic, Entity.PAYER));
    }

    @Test
    void decisionsAreKeptAndNothingIsEnteredAlsoAfterAnUndo() throws IOException {
        Path feed = Files.createDirectories(temp.resolve("feed"));
        String text = Files.readString(SIX);
        Files.writeString(feed.resolve("a.835"), text);
        // The same payments in other bytes: another delivery that has nothing new.
        Files.writeString(feed.resolve("b.835"), text + "\n\n");
        try (var clinic = new Clinic(temp.resolve("w"))) {
            var runs = sync(clinic, feeds("files: \"*.835\", load: Incremental, takes: decisions"));
            assertEquals(2, runs.size());
            assertDecisionsOnly(clinic);
            var deliveries = clinic.workspace().journal().deliveries();
            assertEquals("x12, decisions only", deliveries.getFirst().profile());
            new Undoing(clinic.workspace()).run(deliveries.getFirst().id(), List.of());
            assertDecisionsOnly(clinic);
        }
    }

    @Test
    void claimsLearnWhatWasDecidedAndTheLedgerNothingAlsoAfterAnUndo() throws IOException {
        Path feed = Files.createDirectories(temp.resolve("feed"));
        String text = Files.readString(SIX);
        Files.writeString(feed.resolve("a.835"), text);
        Files.writeString(feed.resolve("b.835"), text + "\n\n");
        try (var all = new Clinic(temp.resolve("all"));
                var clinic = new Clinic(temp.resolve("w"))) {
            sync(all, feeds("files: \"*.835\", load: Incremental"));
            sync(clinic, feeds("files: \"*.835\", load: Incremental, takes: claims"));
            for (boolean undone : new boolean[] {false, true}) {
                assertEquals("10", count(clinic, Entity.REMITTANCE_CLAIM));
                assertEquals("0", count(clinic, Entity.TRANSACTION));
                assertEquals(count(all, Entity.CLAIM), count(clinic, Entity.CLAIM));
                assertTrue(Integer.parseInt(count(clinic, Entity.CLAIM)) > 0);
                if (!undone) {
                    var first = clinic.workspace().journal().deliveries().getFirst();
                    assertEquals("x12, claims only", first.profile());
                    new Undoing(clinic.workspace()).run(first.id(), List.of());
                }
            }
        }
    }

    @Test
    void withoutTheWordTheLedgerLearnsThePaymentsToo() throws IOException {
        Path feed = Files.createDirectories(temp.resolve("feed"));
        Files.copy(SIX, feed.resolve("a.835"));
        try (var clinic = new Clinic(temp.resolve("w"))) {
            sync(clinic, feeds("files: \"*.835\", load: Incremental"));
            assertEquals("10", count(clinic, Entity.REMITTANCE_CLAIM));
            assertTrue(Integer.parseInt(count(clinic, Entity.TRANSACTION)) > 0);
        }
    }

    @Test
    void anotherWordAndAFeedWithoutFilesAreRefused() {
        assertThrows(ClaimscopeException.class, () -> feeds("files: \"*.835\", takes: everything"));
        assertThrows(ClaimscopeException.class, () -> feeds("inline: \"a\", takes: decisions"));
    }
}
