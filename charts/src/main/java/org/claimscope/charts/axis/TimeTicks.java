package org.claimscope.charts.axis;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Moments to name under a long line: whole years, months, days, hours or minutes, as many as asked
/// for at most.
public final class TimeTicks {
    /// One named moment.
    ///
    /// @param time milliseconds since 1970 of the local clock
    public record Tick(double time, String label) {}

    private record Step(ChronoUnit unit, int count, String pattern) {}

    private static final List<Step> STEPS =
            List.of(
                    new Step(ChronoUnit.MINUTES, 1, "HH:mm"),
                    new Step(ChronoUnit.MINUTES, 10, "HH:mm"),
                    new Step(ChronoUnit.HOURS, 1, "HH:mm"),
                    new Step(ChronoUnit.HOURS, 6, "MMM d HH:mm"),
                    new Step(ChronoUnit.DAYS, 1, "MMM d"),
                    new Step(ChronoUnit.DAYS, 7, "MMM d"),
                    new Step(ChronoUnit.MONTHS, 1, "MMM yy"),
                    new Step(ChronoUnit.MONTHS, 3, "MMM yy"),
                    new Step(ChronoUnit.YEARS, 1, "yyyy"),
                    new Step(ChronoUnit.YEARS, 5, "yyyy"),
                    new Step(ChronoUnit.YEARS, 20, "yyyy"),
                    new Step(ChronoUnit.YEARS, 100, "yyyy"),
                    new Step(ChronoUnit.YEARS, 100_000, "y"));

    private TimeTicks() {}

    public static List<Tick> between(double from, double to, int most) {
        for (Step step : STEPS) {
            double wide = (double) step.unit().getDuration().toMillis() * step.count();
            if ((to - from) / wide <= Math.max(1, most)) {
                return ticks(step, from, to);
            }
        }
        return List.of();
    }

    /// A moment in full, `2025-06-30T17:00`.
    public static LocalDateTime moment(double time) {
        return LocalDateTime.ofEpochSecond((long) Math.floor(time / 1_000), 0, ZoneOffset.UTC);
    }

    private static List<Tick> ticks(Step step, double from, double to) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(step.pattern(), Locale.US);
        LocalDateTime at = start(step, moment(from));
        List<Tick> ticks = new ArrayList<>();
        while (millis(at) <= to) {
            if (millis(at) >= from) {
                ticks.add(new Tick(millis(at), format.format(at)));
            }
            at = at.plus(step.count(), step.unit());
        }
        return ticks;
    }

    private static LocalDateTime start(Step step, LocalDateTime from) {
        return switch (step.unit()) {
            case YEARS ->
                    LocalDateTime.of(
                            Math.floorDiv(from.getYear(), step.count()) * step.count(), 1, 1, 0, 0);
            case MONTHS -> LocalDateTime.of(from.getYear(), 1, 1, 0, 0);
            case DAYS, HOURS -> from.truncatedTo(ChronoUnit.DAYS);
            default -> from.truncatedTo(ChronoUnit.HOURS);
        };
    }

    private static double millis(LocalDateTime at) {
        return at.toEpochSecond(ZoneOffset.UTC) * 1_000.0;
    }
}
