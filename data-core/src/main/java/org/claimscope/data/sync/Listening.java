package org.claimscope.data.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.source.MllpListener;
import org.claimscope.data.source.MllpSettings;
import org.claimscope.data.source.kafka.KafkaSettings;

/// The feeds whose messages arrive by themselves, while somebody listens.
public final class Listening implements AutoCloseable {
    /// A delivery is a few files, however small: a second of messages shares them.
    static final Duration LINGER = Duration.ofSeconds(1);

    private final Intake intake;
    private final List<MllpListener> listeners = new ArrayList<>();
    private final SortedMap<String, Integer> ports = new TreeMap<>();
    private final List<Thread> readers = new ArrayList<>();
    private final SortedMap<String, String> topics = new TreeMap<>();
    private final CountDownLatch stop = new CountDownLatch(1);

    private Listening(Intake intake) {
        this.intake = intake;
    }

    /// @throws ClaimscopeException USER when a feed's port is taken or its keystore cannot be used
    public static Listening start(
            Workspace workspace,
            FeedList feeds,
            Consumer<RunEntry> told,
            Consumer<ClaimscopeException> trouble) {
        var listening = new Listening(Intake.open(workspace, LINGER, told, trouble));
        boolean started = false;
        try {
            for (Feed feed : feeds.feeds()) {
                if (feed.active()) {
                    listening.add(workspace, feed, told, trouble);
                }
            }
            started = true;
            return listening;
        } finally {
            if (!started) {
                listening.close();
            }
        }
    }

    private void add(
            Workspace workspace,
            Feed feed,
            Consumer<RunEntry> told,
            Consumer<ClaimscopeException> trouble) {
        switch (feed.from()) {
            case Feed.From.Socket(MllpSettings mllp) -> listen(workspace, feed, mllp);
            case Feed.From.Topics(KafkaSettings kafka) -> {
                topics.put(feed.name(), String.join(", ", kafka.topics()));
                var source = new KafkaFeed(workspace, feed, kafka);
                readers.add(
                        Thread.ofPlatform()
                                .name("kafka " + feed.name())
                                .start(() -> source.listen(intake, told, trouble, stop)));
            }
            case Feed.From.Files _,
                    Feed.From.Server _,
                    Feed.From.Inline _,
                    Feed.From.Database _,
                    Feed.From.Endpoint _,
                    Feed.From.Hand _ -> {}
        }
    }

    private void listen(Workspace workspace, Feed feed, MllpSettings mllp) {
        var listener =
                MllpListener.start(
                        mllp, MllpListener.Limits.USUAL, intake.receiver(feed), workspace.clock());
        listeners.add(listener);
        ports.put(feed.name(), listener.port());
    }

    /// Where each feed listens.
    public SortedMap<String, Integer> ports() {
        return new TreeMap<>(ports);
    }

    /// What each feed of an event stream reads.
    public SortedMap<String, String> topics() {
        return new TreeMap<>(topics);
    }

    /// Answers what was read, loads what can be loaded, and ends.
    @Override
    public void close() {
        stop.countDown();
        try {
            listeners.forEach(MllpListener::close);
        } finally {
            readers.forEach(Listening::await);
            intake.close();
        }
    }

    /// Whoever is impatient: its messages must not come into a workspace that is being closed.
    private static void await(Thread reader) {
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
