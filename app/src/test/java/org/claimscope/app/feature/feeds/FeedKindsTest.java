package org.claimscope.app.feature.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every entry that the editor begins with can be read as it is.
final class FeedKindsTest {
    @TempDir Path folder;

    @Test
    void everyKindBeginsWithAnEntryThatCanBeRead() throws Exception {
        // What entries name must be there.
        Files.writeString(folder.resolve("emr.password"), "secret");
        for (FeedKinds kind : FeedKinds.all()) {
            String list = kind.addedTo("# mine\nfeeds: []\n");
            if (kind == FeedKinds.SERVER) {
                // Nobody can guess a server's key.
                var fault =
                        assertThrows(
                                ClaimscopeException.class,
                                () -> FeedList.of("feeds.yaml", list, folder));
                assertTrue(String.valueOf(fault.getMessage()).contains("host_key"));
            } else {
                assertEquals(
                        1, FeedList.of("feeds.yaml", list, folder).feeds().size(), kind.label());
            }
        }
        String list = FeedKinds.MLLP.addedTo(FeedKinds.FILES.addedTo("feeds: []\n"));
        assertEquals(2, FeedList.of("feeds.yaml", list, folder).feeds().size());
        assertEquals(
                "transactions/*.csv",
                FeedKinds.words(FeedList.of("feeds.yaml", list, folder).feeds().getFirst().from()));
        assertEquals(
                1, FeedList.of("feeds.yaml", FeedKinds.FILES.addedTo(""), folder).feeds().size());
    }
}
