package org.claimscope.nlq.form;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Grain;
import org.jspecify.annotations.Nullable;

/// The period that another is set against.
final class Windows {
    private Windows() {}

    /// Empty when there is no such period.
    static Optional<Window> against(Comparison comparison, Window window) {
        return switch (comparison.type()) {
            case CUSTOM -> Optional.ofNullable(comparison.window());
            case PRIOR_YEAR -> Optional.of(moved(window, true));
            case PRIOR_PERIOD ->
                    window.from() == null && !"as_of".equals(window.dateRole())
                            ? Optional.empty()
                            : Optional.of(moved(window, false));
        };
    }

    private static Window moved(Window w, boolean year) {
        LocalDate from = w.from();
        LocalDate to = w.to();
        if (from == null || to == null) {
            return new Window(
                    from == null ? null : back(from, year),
                    to == null ? null : back(to, year),
                    w.dateRole(),
                    null);
        }
        if (year) {
            return new Window(from.minusYears(1), back(to, true), w.dateRole(), null);
        }
        for (Grain grain : List.of(Grain.YEAR, Grain.QUARTER, Grain.MONTH, Grain.WEEK)) {
            if (grain.start(from).equals(from)
                    && grain.start(to).equals(from)
                    && !from.equals(to)) {
                return calendar(grain, from, to, w.dateRole());
            }
        }
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        long months = ChronoUnit.MONTHS.between(from, to.plusDays(1));
        if (months > 0 && from.plusMonths(months).equals(to.plusDays(1))) {
            return new Window(from.minusMonths(months), from.minusDays(1), w.dateRole(), null);
        }
        return new Window(from.minusDays(days), from.minusDays(1), w.dateRole(), null);
    }

    /// A whole period against the whole one before; a part of one against as many days of the one
    /// before.
    private static Window calendar(
            Grain grain, LocalDate from, LocalDate to, @Nullable String role) {
        LocalDate start = grain.plus(from, -1);
        LocalDate end = from.minusDays(1);
        if (!grain.plus(from, 1).equals(to.plusDays(1))) {
            LocalDate part = start.plusDays(ChronoUnit.DAYS.between(from, to));
            end = part.isBefore(end) ? part : end;
        }
        return new Window(start, end, role, null);
    }

    /// Month-ends stay month-ends.
    private static LocalDate back(LocalDate day, boolean year) {
        LocalDate moved = year ? day.minusYears(1) : day.minusMonths(1);
        boolean last = day.getDayOfMonth() == day.lengthOfMonth();
        return last ? moved.withDayOfMonth(moved.lengthOfMonth()) : moved;
    }
}
