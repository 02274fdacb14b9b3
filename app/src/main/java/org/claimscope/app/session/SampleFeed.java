package org.claimscope.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.Delivery;
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
        Path feed = ensureTables();
        ensureRemittances(feed);
        return feed;
    }

    private Path ensureTables() {
        Path feed = home.sampleFeed();
        try {
            if (!Files.exists(feed.resolve("transactions.csv"))) {
                Files.createDirectories(feed);
                LocalDate anchor =
                        LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()).minusDays(1);
                tell.accept("Writing the sample hospital's feed files to " + feed + " …");
                new SampleHospital(SEED, anchor, encountersPerMonth).writeTables(feed);
            }
            return feed;
        } catch (IOException e) {
            throw unwritable(feed, e);
        }
    }

    private static void ensureRemittances(Path feed) {
        try {
            if (SampleHospital.owesRemittances(feed)) {
                SampleHospital.of(feed).writeRemittances(feed);
            }
        } catch (IOException e) {
            throw unwritable(feed, e);
        }
    }

    private static ClaimscopeException unwritable(Path feed, IOException cause) {
        return new ClaimscopeException(
                ErrorKind.RESOURCES,
                "Cannot write the sample's files to "
                        + feed
                        + ". Check the disk, or set CLAIMSCOPE_HOME.",
                cause);
    }

    /// Opens the workspace with all that the feed folder has of the past; makes it, if it is not
    /// there.
    public DataCore open() {
        DataCore core = openSoon();
        boolean filled = false;
        try {
            takeRest(core, home.sampleFeed(), Cancellation.NONE);
            filled = true;
            return core;
        } finally {
            if (!filled) {
                core.close();
            }
        }
    }

    /// Opens the workspace; makes it and takes in the tables that pages are made of, if it is not
    /// there: the remittances of two years would have somebody wait for half as long again, see
    /// [#takeRest]. What was just made stays as it is in memory: reading it back from the disk
    /// takes seconds.
    public DataCore openSoon() {
        Path feed = ensureTables();
        Path folder = home.sampleWorkspace();
        if (Files.exists(folder.resolve("vault.json"))) {
            return DataCore.open(folder, new Credentials.None(), clock, user, null);
        }
        tell.accept("Making the workspace of the " + NOTE + ": " + folder);
        DataCore core = DataCore.create(folder, new Credentials.None(), clock, user);
        boolean filled = false;
        try {
            sync(
                    core,
                    FolderSource.of(feed, past(feed, name -> name.endsWith(".csv"))),
                    Cancellation.NONE);
            filled = true;
            return core;
        } finally {
            if (!filled) {
                core.close();
            }
        }
    }

    /// Takes in what the past of the feed folder has and the workspace has not: the remittances of
    /// one that was just made, or what a first opening did not come to.
    public static void takeRest(DataCore core, Path feed, Cancellation cancellation) {
        ensureRemittances(feed);
        Set<String> taken =
                core.workspace().journal().deliveries().stream()
                        .map(Delivery::fileName)
                        .collect(Collectors.toSet());
        List<Path> missing = past(feed, name -> !taken.contains(name));
        if (!missing.isEmpty()) {
            sync(core, FolderSource.of(feed, missing), cancellation);
        }
    }

    /// Takes in what the feed folder has.
    public static List<RunEntry> sync(DataCore core, Path feed) {
        return sync(core, new FolderSource(feed), Cancellation.NONE);
    }

    private static List<RunEntry> sync(
            DataCore core, FolderSource source, Cancellation cancellation) {
        return core.sync()
                .run(
                        FeedList.preset("sample-hospital"),
                        source,
                        false,
                        Progress.NONE,
                        cancellation);
    }

    /// The files of the folder that no live event wrote.
    private static List<Path> past(Path feed, Predicate<String> wanted) {
        try (Stream<Path> files = Files.list(feed)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> {
                        String name = String.valueOf(f.getFileName());
                        return !name.contains("-live-") && wanted.test(name);
                    })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.RESOURCES, "Cannot read the sample's files in " + feed + ".", e);
        }
    }
}
