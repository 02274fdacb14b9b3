package org.claimscope.charts.shape;

import java.time.LocalDate;
import java.util.List;

/// What happened to one thing, in order.
///
/// @param events oldest first
public record Course(List<Event> events) {
    /// Who acted: told by the shape of the mark, then by its colour.
    public enum Actor {
        FRONT_DESK,
        CLINICAL,
        BILLING,
        PAYER
    }

    /// @param source where it was heard from, such as `835`; empty when unknown
    /// @param warns whether this is what went wrong
    public record Event(String label, LocalDate day, Actor actor, String source, boolean warns) {}

    public Course {
        events = List.copyOf(events);
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).day().isBefore(events.get(i - 1).day())) {
                throw new IllegalArgumentException("events do not ascend");
            }
        }
    }
}
