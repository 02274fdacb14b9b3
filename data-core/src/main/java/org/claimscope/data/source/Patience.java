package org.claimscope.data.source;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.progress.Cancellation;

/// How often somebody who does not answer is asked, and how long is waited in between.
///
/// @param tries 1 for no second one
/// @param pauses milliseconds after the first failure in a row, the second …
public record Patience(int tries, IntervalFunction pauses) {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final long ASK_EVERY_MS = 20;

    /// Three times.
    public static final Patience USUAL = new Patience(3, usualPauses());

    /// Half a second, doubled each time up to half a minute, each by chance up to half longer or
    /// shorter, so that several who wait for one thing do not come at once.
    public static IntervalFunction usualPauses() {
        return IntervalFunction.ofExponentialRandomBackoff(FIRST_PAUSE, 2.0, 0.5, LONGEST_PAUSE);
    }

    /// For what is asked once, whatever comes of it.
    public Patience once() {
        return new Patience(1, pauses);
    }

    /// Does the work, and does it again when the other side was down.
    ///
    /// @param work gets the number of the try, from 1
    /// @throws ClaimscopeException SOURCE_DOWN of the last try, or of the one after which somebody
    ///   cancelled; any other at once
    public <T> T keepTrying(Cancellation cancellation, IntFunction<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.apply(attempt);
            } catch (ClaimscopeException e) {
                if (e.kind() != ErrorKind.SOURCE_DOWN
                        || attempt >= tries
                        || !pause(pauseAfter(attempt), cancellation)) {
                    throw e;
                }
            }
        }
    }

    /// @param failures in a row
    public Duration pauseAfter(int failures) {
        return Duration.ofMillis(pauses.apply(failures));
    }

    /// Waits, but not for somebody who cancels.
    ///
    /// @return false when it was cancelled or interrupted
    public static boolean pause(Duration time, Cancellation cancellation) {
        long end = System.nanoTime() + time.toNanos();
        while (!cancellation.requested()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return true;
            }
            try {
                Thread.sleep(Math.min(left, ASK_EVERY_MS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }
}
