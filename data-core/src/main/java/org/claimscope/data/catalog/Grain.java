package org.claimscope.data.catalog;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The length of a period on a time axis. Weeks run from Monday to Sunday; quarters and years are
/// the calendar's.
public enum Grain {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Grain> named(String word) {
        return Arrays.stream(values())
                .filter(g -> g.id().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// The first day of the period that a day is in.
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /// The start of the period so many further on.
    public LocalDate plus(LocalDate start, int periods) {
        return switch (this) {
            case DAY -> start.plusDays(periods);
            case WEEK -> start.plusWeeks(periods);
            case MONTH -> start.plusMonths(periods);
            case QUARTER -> start.plusMonths(3L * periods);
            case YEAR -> start.plusYears(periods);
        };
    }

    /// How a period is written: `2024-01-31`, `2024-01-29` (the week's Monday), `2024-01`,
    /// `2024-Q1`, `2024`.
    public String label(LocalDate start) {
        return switch (this) {
            case DAY, WEEK -> start.toString();
            case MONTH -> start.toString().substring(0, 7);
            case QUARTER -> start.getYear() + "-Q" + ((start.getMonthValue() - 1) / 3 + 1);
            case YEAR -> Integer.toString(start.getYear());
        };
    }
}
