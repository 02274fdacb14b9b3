package org.claimscope.app.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/// How long an event takes from the moment it happened until the page in front shows it. A page
/// that was asked for before an event was committed does not show it. Call on the JavaFX thread,
/// but for [#arrived].
public final class LiveDelay {
    private static final int MOST_KEPT = 100_000;

    private final Deque<Arrived> waiting = new ArrayDeque<>();
    private final List<Long> shown = new ArrayList<>();
    private long newest = -1;

    private record Arrived(long happened, long committed) {}

    /// A delivery is committed; on the sender's thread.
    ///
    /// @param happened nano times of its events
    synchronized void arrived(long[] happened) {
        long committed = System.nanoTime();
        for (long moment : happened) {
            if (waiting.size() < MOST_KEPT) {
                waiting.add(new Arrived(moment, committed));
            }
        }
    }

    /// The page in front is drawn.
    ///
    /// @param asked nano time when its figures were asked for
    synchronized void shown(long asked) {
        long now = System.nanoTime();
        for (Iterator<Arrived> all = waiting.iterator(); all.hasNext(); ) {
            Arrived arrived = all.next();
            if (arrived.committed - asked > 0) {
                break;
            }
            all.remove();
            newest = (now - arrived.happened) / 1_000_000;
            if (shown.size() < MOST_KEPT) {
                shown.add(newest);
            }
        }
    }

    /// The newest delay in milliseconds, below 0 while there is none.
    synchronized long millis() {
        return newest;
    }

    /// All delays since the last call, in milliseconds.
    public synchronized List<Long> take() {
        List<Long> all = List.copyOf(shown);
        shown.clear();
        return all;
    }
}
