package org.claimscope.app.shell;

import java.util.stream.LongStream;

/// When events happen that come at an even pace: whenever they are fetched, each has a moment of
/// its own.
final class EventClock {
    private static final long SECOND = 1_000_000_000;

    private long last;

    /// @param start nano time
    EventClock(long start) {
        this.last = start;
    }

    /// The moments since the last call at which events happened.
    ///
    /// @param perSecond their pace, 0 for none
    /// @param most further ones are left out, as if they had not happened
    /// @param now nano time
    long[] happened(int perSecond, int most, long now) {
        if (perSecond <= 0) {
            last = now;
            return new long[0];
        }
        long pace = SECOND / perSecond;
        long count = Math.max(0, (now - last) / pace);
        long first = last + pace;
        last = count > most ? now : last + count * pace;
        return LongStream.range(0, Math.min(count, most)).map(i -> first + i * pace).toArray();
    }
}
