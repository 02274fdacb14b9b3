package org.claimscope.charts.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A figure at up to millions of moments. It knows the least and the most of any stretch without
/// reading all of it: each level of a pyramid sums 64 entries of the one below up in two numbers.
public final class LongSeries {
    private static final int FAN = 64;

    /// The least and the most of a stretch; both `Double.NaN` when it holds no figure.
    public record Extent(double least, double most) {}

    private record Level(double[] least, double[] most) {}

    private final String name;
    private final Unit unit;
    private final double[] times;
    private final double[] values;
    private final List<Level> levels = new ArrayList<>();

    /// @param times milliseconds since 1970 of the local clock, ascending; equal ones are allowed
    /// @param values one for each time; `Double.NaN` where there is none, which leaves a gap
    public LongSeries(String name, Unit unit, double[] times, double[] values) {
        if (times.length != values.length) {
            throw new IllegalArgumentException(times.length + " times, " + values.length);
        }
        for (int i = 0; i < times.length; i++) {
            if (!Double.isFinite(times[i]) || Double.isInfinite(values[i])) {
                throw new IllegalArgumentException("point " + i + " of " + name + " is no number");
            }
            if (i > 0 && times[i] < times[i - 1]) {
                throw new IllegalArgumentException("the times of " + name + " do not ascend");
            }
        }
        this.name = name;
        this.unit = unit;
        this.times = times.clone();
        this.values = values.clone();
        Level below = new Level(this.values, this.values);
        while (below.least().length > FAN) {
            below = above(below);
            levels.add(below);
        }
    }

    public String name() {
        return name;
    }

    public Unit unit() {
        return unit;
    }

    public int size() {
        return times.length;
    }

    public double time(int index) {
        return times[index];
    }

    public double value(int index) {
        return values[index];
    }

    /// The first point at or after a time, `size()` when there is none.
    public int indexAt(double time) {
        int found = Arrays.binarySearch(times, time);
        if (found < 0) {
            return -found - 1;
        }
        int first = found;
        while (first > 0 && times[first - 1] == time) {
            first--;
        }
        return first;
    }

    /// The extent of the points from one index up to another, that one excluded.
    public Extent extent(int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int start = from;
        int end = to;
        Level level = new Level(values, values);
        // The ragged ends are read on each level, the middle one level up.
        for (int depth = 0; start < end; depth++) {
            boolean top = depth == levels.size();
            int inner = top ? end : Math.min(end, (start + FAN - 1) / FAN * FAN);
            int outer = top ? end : Math.max(inner, end / FAN * FAN);
            for (int i = start; i < end; i++) {
                if (i == inner && inner < outer) {
                    i = outer;
                }
                if (i < end) {
                    least = level.least()[i] < least ? level.least()[i] : least;
                    most = level.most()[i] > most ? level.most()[i] : most;
                }
            }
            if (top || inner >= outer) {
                break;
            }
            start = inner / FAN;
            end = outer / FAN;
            level = levels.get(depth);
        }
        return least > most ? new Extent(Double.NaN, Double.NaN) : new Extent(least, most);
    }

    private static Level above(Level below) {
        int size = (below.least().length + FAN - 1) / FAN;
        double[] least = new double[size];
        double[] most = new double[size];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < below.least().length; i++) {
            int at = i / FAN;
            // Comparisons with NaN are false: a missing figure changes nothing.
            least[at] = below.least()[i] < least[at] ? below.least()[i] : least[at];
            most[at] = below.most()[i] > most[at] ? below.most()[i] : most[at];
        }
        return new Level(least, most);
    }
}
