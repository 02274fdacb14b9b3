package org.claimscope.charts.shape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How a figure is spread over many things: the days each claim waited, the dollars of each line.
/// Values nobody knows are counted apart, never as zero.
public final class Distribution {
    // Beyond this no axis can tell neighbours apart.
    private static final double LIMIT = 1e15;

    private final String name;
    private final Unit unit;
    private final double[] sorted;
    private final int unknown;
    private final @Nullable Double overflow;

    /// @param name what the things are, as the reader names them: "Claims"
    /// @param values in any order; `Double.NaN` where unknown, none beyond ±1e15
    /// @param overflow from this value on all stand in one last bin; absent when none is set
    public Distribution(String name, Unit unit, double[] values, @Nullable Double overflow) {
        if (overflow != null && !(Math.abs(overflow) <= LIMIT)) {
            throw new IllegalArgumentException(
                    "the last bin of " + name + " begins at " + overflow);
        }
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) > LIMIT) {
                throw new IllegalArgumentException(
                        "value " + i + " of " + name + " is beyond ±" + LIMIT + ": " + values[i]);
            }
        }
        this.name = name;
        this.unit = unit;
        this.sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        this.unknown = values.length - sorted.length;
        this.overflow = overflow;
    }

    public String name() {
        return name;
    }

    public Unit unit() {
        return unit;
    }

    /// How many values are known.
    public int size() {
        return sorted.length;
    }

    /// How many values nobody knows.
    public int unknown() {
        return unknown;
    }

    public @Nullable Double overflow() {
        return overflow;
    }

    /// The least known value; `Double.NaN` when none is known.
    public double least() {
        return size() == 0 ? Double.NaN : sorted[0];
    }

    /// The greatest known value; `Double.NaN` when none is known.
    public double most() {
        return size() == 0 ? Double.NaN : sorted[size() - 1];
    }

    /// How many known values lie from one value up to another, that one excluded.
    public int between(double from, double to) {
        return below(to) - below(from);
    }

    /// How many known values are below one.
    public int below(double value) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The value that a share of the known ones do not exceed, straight between neighbours;
    /// `Double.NaN` when none is known.
    ///
    /// @param share from 0 to 1: 0.5 is the median
    public double quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share of " + share);
        }
        if (size() == 0) {
            return Double.NaN;
        }
        double place = share * (size() - 1);
        int under = (int) Math.floor(place);
        int over = (int) Math.ceil(place);
        double part = place - under;
        return sorted[under] * (1 - part) + sorted[over] * part;
    }

    @Override
    public String toString() {
        return "Distribution[" + name + ", " + unit + ", " + size() + "]";
    }
}
