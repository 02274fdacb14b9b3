package org.claimscope.charts.shape;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure for the days of a stretch of time. A day without a figure is one nobody knows, never
/// zero.
///
/// @param from the first day
/// @param to the last day, included; at most 400 years after the first
/// @param days those with a figure, ascending
/// @param today days after it are not missing but still to come; absent when all are past
public record DailySeries(
        String name,
        Unit unit,
        LocalDate from,
        LocalDate to,
        List<Day> days,
        @Nullable LocalDate today) {
    private static final int MOST_YEARS = 400;

    /// One day's figure.
    public record Day(LocalDate day, double value) {
        public Day {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("the figure of " + day + " is " + value);
            }
        }
    }

    public DailySeries {
        if (to.isBefore(from) || ChronoUnit.YEARS.between(from, to) >= MOST_YEARS) {
            throw new IllegalArgumentException(name + " goes from " + from + " to " + to);
        }
        days = List.copyOf(days);
        LocalDate before = from.minusDays(1);
        for (Day day : days) {
            if (!day.day().isAfter(before) || day.day().isAfter(to)) {
                throw new IllegalArgumentException(
                        day.day() + " of " + name + " comes after " + before + ", up to " + to);
            }
            before = day.day();
        }
    }

    /// Whether a day is still to come.
    public boolean isAhead(LocalDate day) {
        return today != null && day.isAfter(today);
    }
}
