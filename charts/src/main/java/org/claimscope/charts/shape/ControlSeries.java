package org.claimscope.charts.shape;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// A rate week by week or month by month, with what it was counted from, and the rate it is
/// expected to keep to.
///
/// @param center the expected rate, from a period before, as a fraction
/// @param points ascending by start
/// @param note the sentence to say instead of the computed one; may be empty
public record ControlSeries(
        String name, Grain grain, double center, List<Point> points, String note) {
    /// How long one point is.
    public enum Grain {
        WEEK,
        MONTH
    }

    /// One week or month.
    ///
    /// @param hits how many of `of` the rate counts
    /// @param of how many there were; 0 when there was nothing to count, and then no rate
    public record Point(LocalDate start, long hits, long of) {
        public Point {
            if (hits < 0 || hits > of) {
                throw new IllegalArgumentException(hits + " of " + of + " on " + start);
            }
        }

        /// `Double.NaN` when there was nothing to count.
        public double rate() {
            return of == 0 ? Double.NaN : (double) hits / of;
        }
    }

    public ControlSeries {
        points = List.copyOf(points);
        if (!(center >= 0 && center <= 1)) {
            throw new IllegalArgumentException("a rate of " + center);
        }
        for (int i = 1; i < points.size(); i++) {
            if (!points.get(i - 1).start().isBefore(points.get(i).start())) {
                throw new IllegalArgumentException("the points of " + name + " do not ascend");
            }
        }
    }

    /// The most that chance explains: three standard deviations above the center, narrower the more
    /// there was to count.
    public double upper(Point point) {
        return Math.min(1, center + spread(point));
    }

    public double lower(Point point) {
        return Math.max(0, center - spread(point));
    }

    public boolean breaches(Point point) {
        return point.of() > 0 && (point.rate() > upper(point) || point.rate() < lower(point));
    }

    /// The name of a point where it is chosen: `2025-06-23` for a week, `2025-06` for a month.
    public String member(Point point) {
        return grain == Grain.MONTH
                ? YearMonth.from(point.start()).toString()
                : point.start().toString();
    }

    private double spread(Point point) {
        return point.of() == 0 ? 1 : 3 * Math.sqrt(center * (1 - center) / point.of());
    }
}
