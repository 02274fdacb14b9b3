package org.claimscope.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.sample.SampleHospital;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;

/// The sample hospital on this machine: its feed files, and the workspace they are synced into.
final class SampleFeed {
    /// Everybody's sample is the same hospital; only the months move.
    static final long SEED = 42;

    private final Session session;

    private final int encountersPerMonth;

    SampleFeed(Session session) {
        this(session, SampleHospital.DEFAULT_ENCOUNTERS_PER_MONTH);
    }

    SampleFeed(Session session, int encountersPerMonth) {
        this.session = session;
        this.encountersPerMonth = encountersPerMonth;
    }

    /// Writes the feed files if they are not there: 24 months that end yesterday.
    Path ensureFiles() {
        Path feed = session.home().sampleFeed();
        try {
            if (!Files.exists(feed.resolve("transactions.csv"))) {
                Files.createDirectories(feed);
                LocalDate anchor =
                        LocalDate.ofInstant(session.clock().instant(), ZoneId.systemDefault())
                                .minusDays(1);
                session.err().println("Writing the sample hospital's feed files to " + feed + " …");
                new SampleHospital(SEED, anchor, encountersPerMonth).writeTo(feed);
            }
            return feed;
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.RESOURCES,
                    "Cannot write the sample's files to "
                            + feed
                            + ". Check the disk, or set CLAIMSCOPE_HOME.",
                    e);
        }
    }

    /// Makes the workspace and takes in the feed, if it is not there.
    void ensureWorkspace() {
        Path feed = ensureFiles();
        Path folder = session.home().sampleWorkspace();
        if (Files.exists(folder.resolve("vault.json"))) {
            return;
        }
        session.err().println("Making the workspace of the " + Session.SAMPLE_NOTE + ": " + folder);
        try (var core =
                DataCore.create(folder, new Credentials.None(), session.clock(), session.user())) {
            sync(core, feed);
        }
    }

    /// Takes in what the feed folder has.
    static List<RunEntry> sync(DataCore core, Path feed) {
        return core.sync()
                .run(
                        FeedList.preset("sample-hospital"),
                        new FolderSource(feed),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
    }
}
