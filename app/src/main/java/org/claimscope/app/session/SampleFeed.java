package org.claimscope.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
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
public final class SampleFeed {
    /// Everybody's sample is the same hospital; only the months move.
    public static final long SEED = 42;

    public static final String NOTE = "sample hospital: synthetic data, no passphrase";

    private final Home home;
    private final Clock clock;
    private final String user;
    private final Consumer<String> tell;
    private final int encountersPerMonth;

    /// @param tell gets a sentence at each step that takes a while
    public SampleFeed(Home home, Clock clock, String user, Consumer<String> tell) {
        this(home, clock, user, tell, SampleHospital.DEFAULT_ENCOUNTERS_PER_MONTH);
    }

    public SampleFeed(
            Home home, Clock clock, String user, Consumer<String> tell, int encountersPerMonth) {
        this.home = home;
        this.clock = clock;
        this.user = user;
        this.tell = tell;
        this.encountersPerMonth = encountersPerMonth;
    }

    /// Writes the feed files if they are not there: 24 months that end yesterday.
    public Path ensureFiles() {
        Path feed = home.sampleFeed();
        try {
            if (!Files.exists(feed.resolve("transactions.csv"))) {
                Files.createDirectories(feed);
                LocalDate anchor =
                        LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()).minusDays(1);
                tell.accept("Writing the sample hospital's feed files to " + feed + " …");
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

    /// Opens the workspace; makes it and takes in the feed, if it is not there. What was just made
    /// stays as it is in memory: reading it back from the disk takes seconds.
    public DataCore open() {
        Path feed = ensureFiles();
        Path folder = home.sampleWorkspace();
        if (Files.exists(folder.resolve("vault.json"))) {
            return DataCore.open(folder, new Credentials.None(), clock, user, null);
        }
        tell.accept("Making the workspace of the " + NOTE + ": " + folder);
        DataCore core = DataCore.create(folder, new Credentials.None(), clock, user);
        boolean filled = false;
        try {
            sync(core, feed);
            filled = true;
            return core;
        } finally {
            if (!filled) {
                core.close();
            }
        }
    }

    /// Takes in what the feed folder has.
    public static List<RunEntry> sync(DataCore core, Path feed) {
        return core.sync()
                .run(
                        FeedList.preset("sample-hospital"),
                        new FolderSource(feed),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
    }
}
