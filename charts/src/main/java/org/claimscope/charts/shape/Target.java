package org.claimscope.charts.shape;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The range a figure should stay in, in the figure's own unit. One end may be open.
///
/// @param low the least allowed, absent when only a most is set
/// @param high the most allowed, absent when only a least is set
public record Target(@Nullable Double low, @Nullable Double high) {
    public Target {
        if (low == null && high == null) {
            throw new IllegalArgumentException("a target needs at least one end");
        }
        if ((low != null && !Double.isFinite(low)) || (high != null && !Double.isFinite(high))) {
            throw new IllegalArgumentException("a target's ends are finite");
        }
        if (low != null && high != null && low > high) {
            throw new IllegalArgumentException("a target's low end is above its high end");
        }
    }

    public static Target atLeast(double low) {
        return new Target(low, null);
    }

    public static Target atMost(double high) {
        return new Target(null, high);
    }

    public static Target between(double low, double high) {
        return new Target(low, high);
    }

    public boolean contains(double value) {
        return (low == null || value >= low) && (high == null || value <= high);
    }

    /// The ends that are set.
    public List<Double> ends() {
        return Stream.of(Optional.ofNullable(low), Optional.ofNullable(high))
                .flatMap(Optional::stream)
                .toList();
    }

    /// The end that a single line stands for: the most allowed if there is one, else the least.
    public double edge() {
        if (high != null) {
            return high;
        }
        return low == null ? 0 : low;
    }
}
