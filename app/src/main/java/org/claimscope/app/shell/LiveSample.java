package org.claimscope.app.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.claimscope.app.session.SampleFeed;
import org.claimscope.app.task.Tasks;
import org.claimscope.data.DataCore;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.sample.SampleLive;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.jspecify.annotations.Nullable;

/// The sample hospital at work: events happen at an even pace; a few times a second those that did
/// are written into the feed folder and synced through the same path as any delivery, until it is
/// switched off or the workspace closes.
public final class LiveSample implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(250);
    private static final Duration BREATH = Duration.ofMillis(60);

    /// More at once would be a load of its own; a machine that slow has events left out.
    private static final int MOST_AT_ONCE = 500;

    private static final String PRESET = "sample-hospital";

    private final DataCore core;
    private final Path feed;
    private final Consumer<long[]> arrived;
    private final Consumer<String> failed;
    private final ReadOnlyIntegerWrapper rate = new ReadOnlyIntegerWrapper(0);
    private final Set<Path> known = new HashSet<>();
    private @Nullable Thread sender;
    private volatile boolean stopping;
    private volatile int perSecond;

    /// @param arrived told on the sender's thread after each delivery that was committed, with the
    ///   nano times when its events happened
    /// @param failed told on the JavaFX thread why the sender gave up
    public LiveSample(DataCore core, Path feed, Consumer<long[]> arrived, Consumer<String> failed) {
        this.failed = failed;
        this.core = core;
        this.feed = feed;
        this.arrived = arrived;
    }

    /// Takes in, beside the window, what a first opening left for later. Call on the JavaFX thread.
    void takeRest(Tasks tasks) {
        tasks.run(
                "sample",
                "Taking in the sample's remittances",
                (job, progress) -> {
                    SampleFeed.takeRest(core, feed, job);
                    return true;
                },
                done -> {},
                e -> failed.accept(String.valueOf(e.getMessage())));
    }

    /// Events a second; 0 while switched off. Read on the JavaFX thread.
    public ReadOnlyIntegerProperty rate() {
        return rate.getReadOnlyProperty();
    }

    /// Switches to so many events a second, 0 for off. Call on the JavaFX thread.
    public void start(int events) {
        perSecond = events;
        rate.set(events);
        if (events > 0 && sender == null) {
            stopping = false;
            sender = Thread.ofPlatform().daemon().name("sample-live").start(this::send);
        }
    }

    private void send() {
        try {
            var live = new SampleLive(SampleFeed.SEED, core.workspace().clock(), feed);
            FeedList feeds = FeedList.preset(PRESET);
            news();
            var clock = new EventClock(System.nanoTime());
            while (!stopping) {
                long began = System.nanoTime();
                // Written and told within the turn: what happened up to here is in the page that
                // comes next.
                core.workspace().inTurn(() -> beat(live, feeds, clock));
                // The page that shows this beat comes before the next one, which would else be
                // first in line.
                long next = Math.max(began + BEAT.toNanos(), System.nanoTime() + BREATH.toNanos());
                Thread.sleep(Duration.ofNanos(next - System.nanoTime()));
            }
        } catch (ClaimscopeException e) {
            stopped(String.valueOf(e.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            stopped("the feed folder cannot be used (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat(SampleLive live, FeedList feeds, EventClock clock) {
        long[] happened = clock.happened(perSecond, MOST_AT_ONCE, System.nanoTime());
        if (happened.length == 0) {
            return;
        }
        try {
            live.appendEvents(happened.length);
            core.sync()
                    .run(
                            feeds,
                            FolderSource.of(feed, news()),
                            false,
                            Progress.NONE,
                            Cancellation.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        arrived.accept(happened);
    }

    private void stopped(String why) {
        Platform.runLater(() -> {
            sender = null;
            rate.set(0);
            failed.accept("Live mode stopped: " + why);
        });
    }

    /// The files that appeared since the last call.
    private List<Path> news() throws IOException {
        try (Stream<Path> files = Files.list(feed)) {
            return files.filter(known::add).toList();
        }
    }

    /// Returns when the sender touches the workspace no more.
    @Override
    public void close() {
        Thread running = sender;
        stopping = true;
        perSecond = 0;
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        sender = null;
    }
}
