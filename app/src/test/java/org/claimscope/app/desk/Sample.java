package org.claimscope.app.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.claimscope.data.DataCore;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.sample.SampleHospital;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;

/// A small sample hospital, synced the ordinary way.
public final class Sample {
    public static final Clock NOON =
            Clock.fixed(Instant.parse("2025-07-01T12:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate ANCHOR = LocalDate.of(2025, 6, 30);

    private Sample() {}

    /// Makes feed and workspace below a folder.
    public static void make(Path home, int encountersPerMonth) throws IOException {
        Path feed = Files.createDirectories(home.resolve("sample/feed"));
        new SampleHospital(7, ANCHOR, encountersPerMonth).writeTo(feed);
        try (var core =
                DataCore.create(
                        home.resolve("sample/workspace"), new Credentials.None(), NOON, "test")) {
            core.sync()
                    .run(
                            FeedList.preset("sample-hospital"),
                            new FolderSource(feed),
                            false,
                            Progress.NONE,
                            Cancellation.NONE);
        }
    }

    public static DataCore open(Path home) {
        return DataCore.open(
                home.resolve("sample/workspace"), new Credentials.None(), NOON, "test", null);
    }
}
