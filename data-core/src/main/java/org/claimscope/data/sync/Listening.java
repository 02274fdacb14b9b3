package org.claimscope.data.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.source.MllpListener;
import org.claimscope.data.source.MllpSettings;

/// The feeds whose messages arrive by themselves, while somebody listens.
public final class Listening implements AutoCloseable {
    /// A delivery is a few files, however small: a second of messages shares them.
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final Intake intake;
    private final List<MllpListener> listeners = new ArrayList<>();
    private final SortedMap<String, Integer> ports = new TreeMap<>();

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
                if (feed.active() && feed.from() instanceof Feed.From.Socket(MllpSettings mllp)) {
                    listening.add(workspace, feed, mllp);
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

    private void add(Workspace workspace, Feed feed, MllpSettings mllp) {
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

    /// Answers what was read, loads what can be loaded, and ends.
    @Override
    public void close() {
        try {
            listeners.forEach(MllpListener::close);
        } finally {
            intake.close();
        }
    }
}
