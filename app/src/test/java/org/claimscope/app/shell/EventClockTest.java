package org.claimscope.app.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class EventClockTest {
    private static final long MS = 1_000_000;

    @Test
    void eventsHappenAtTheirPaceHoweverSeldomTheyAreFetched() {
        var clock = new EventClock(1000 * MS);
        assertArrayEquals(new long[0], clock.happened(10, 500, 1050 * MS));
        assertArrayEquals(new long[] {1100 * MS, 1200 * MS}, clock.happened(10, 500, 1250 * MS));
        assertArrayEquals(new long[] {1300 * MS}, clock.happened(10, 500, 1300 * MS));
    }

    @Test
    void whatIsTooMuchIsLeftOutAndNotOwed() {
        var clock = new EventClock(0);
        assertEquals(500, clock.happened(1000, 500, 900 * MS).length);
        assertArrayEquals(new long[] {901 * MS}, clock.happened(1000, 500, 901 * MS));
    }

    @Test
    void nothingHappensWhileItIsSwitchedOff() {
        var clock = new EventClock(0);
        assertEquals(0, clock.happened(0, 500, 5000 * MS).length);
        assertArrayEquals(new long[] {5100 * MS}, clock.happened(10, 500, 5150 * MS));
    }
}
