package org.claimscope.data.sync;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/// How many of the waiting messages are taken next, after what became of those before.
///
/// What fails is tried again, after longer and longer pauses. When the same messages fail again and
/// again, the half of them is tried, and of that the half, until the one is alone that does it;
/// that one is set aside. A full disk is no message's fault: then all wait. Nor is it theirs when
/// none loads any more: then the product is broken, and what waits keeps until it is repaired.
final class Attempts {
    private static final int TRIES = 3;

    /// Messages that are set aside with none loaded between them.
    static final int MOST_ASIDE = 20;

    private final IntervalFunction pauses;
    private int most = InboxReader.MOST;

    /// Failures of the messages at hand that may be their own fault.
    private int failed;

    /// Failures since the last success or change.
    private int inARow;

    private int setAside;

    Attempts(IntervalFunction pauses) {
        this.pauses = pauses;
    }

    int most() {
        return aside() ? 1 : most;
    }

    /// Whether the oldest message is to be set aside instead of being loaded.
    boolean aside() {
        return failed >= TRIES;
    }

    void setAside() {
        setAside++;
        failed = 0;
        inARow = 0;
    }

    void loaded() {
        setAside = 0;
        failed = 0;
        inARow = 0;
        most = Math.min(InboxReader.MOST, most * 2);
    }

    /// @param messages how many were tried; 0 when it did not come to that
    /// @param theirFault whether they may be the reason
    void failed(int messages, boolean theirFault) {
        inARow++;
        if (!theirFault || messages == 0 || aside() || !hopeful()) {
            return;
        }
        failed++;
        boolean halving = most < InboxReader.MOST;
        if (messages > 1 && (halving || failed >= TRIES)) {
            most = messages / 2;
            failed = 0;
            inARow = 0;
        }
    }

    /// Whether another attempt ends differently by itself.
    boolean hopeful() {
        return setAside < MOST_ASIDE;
    }

    /// How long to wait now.
    Duration pause() {
        return inARow == 0 ? Duration.ZERO : Duration.ofMillis(pauses.apply(inARow));
    }
}
