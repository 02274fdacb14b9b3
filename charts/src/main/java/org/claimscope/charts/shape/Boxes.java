package org.claimscope.charts.shape;

import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// How a figure is spread within each of several named groups, in the order to show them: the days
/// each payer takes.
///
/// @param target the range a group's median should stay in; absent when none is set
public record Boxes(Unit unit, List<Row> rows, @Nullable Target target) {
    /// One group.
    ///
    /// @param count how many figures the group has
    /// @param five absent exactly when it has none
    public record Row(String label, long count, @Nullable Five five) {
        public Row {
            if (count < 0 || (count == 0) != (five == null)) {
                throw new IllegalArgumentException(
                        label + " has " + count + " figures, spread as " + five);
            }
        }

        /// The group of a distribution's known figures.
        public static Row of(String label, Distribution spread) {
            return spread.size() == 0
                    ? new Row(label, 0, null)
                    : new Row(
                            label,
                            spread.size(),
                            new Five(
                                    spread.quantile(0.05),
                                    spread.quantile(0.25),
                                    spread.quantile(0.5),
                                    spread.quantile(0.75),
                                    spread.quantile(0.95)));
        }
    }

    /// The figures that 5, 25, 50, 75 and 95 of a hundred do not exceed; none is below the one
    /// before it.
    public record Five(double p5, double p25, double median, double p75, double p95) {
        public Five {
            if (!DoubleStream.of(p5, p25, median, p75, p95).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("a percentile is no number");
            }
            if (p5 > p25 || p25 > median || median > p75 || p75 > p95) {
                throw new IllegalArgumentException(
                        "percentiles do not ascend: " + List.of(p5, p25, median, p75, p95));
            }
        }
    }

    public Boxes {
        rows = List.copyOf(rows);
    }
}
