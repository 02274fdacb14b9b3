package org.claimscope.charts.shape;

import java.time.LocalDate;
import java.util.List;

/// What happened, one event after the other, and who did it.
///
/// @param events ascending by date
/// @param longGap from how many days on a wait between two events stands out
public record Journey(List<Event> events, int longGap) {
    /// Who acted; each has a shape of its own.
    public enum Actor {
        FRONT_DESK("front desk"),
        CLINICAL("clinical"),
        BILLING("billing"),
        PAYER("payer");

        private final String words;

        Actor(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// One event.
    ///
    /// @param source the message that told of it, "835"; may be empty
    /// @param tone `WORSE` or `AT_RISK` sets it apart
    public record Event(String label, LocalDate date, Actor actor, String source, Tone tone) {}

    public Journey {
        events = List.copyOf(events);
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).date().isBefore(events.get(i - 1).date())) {
                throw new IllegalArgumentException("the events do not ascend");
            }
        }
    }
}
