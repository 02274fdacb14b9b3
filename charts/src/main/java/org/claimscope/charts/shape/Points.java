package org.claimscope.charts.shape;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Up to millions of things with two figures each, and maybe a third for their size: claims by days
/// and dollars. A point whose place nobody knows is counted, and drawn nowhere.
public final class Points {
    // Beyond this no axis can tell neighbours apart.
    private static final double LIMIT = 1e15;

    /// One figure of every point.
    public static final class Axis {
        private final String name;
        private final Unit unit;
        private final double[] values;

        /// @param values one for each point; `Double.NaN` where unknown, none beyond ±1e15
        public Axis(String name, Unit unit, double[] values) {
            for (int i = 0; i < values.length; i++) {
                if (Math.abs(values[i]) > LIMIT) {
                    throw new IllegalArgumentException(
                            name + " of point " + i + " is beyond ±" + LIMIT + ": " + values[i]);
                }
            }
            this.name = name;
            this.unit = unit;
            this.values = values.clone();
        }

        public String name() {
            return name;
        }

        public Unit unit() {
            return unit;
        }

        public double at(int index) {
            return values[index];
        }
    }

    /// The least and the most of one figure among the points that have a place; both `Double.NaN`
    /// when none has.
    public record Extent(double least, double most) {}

    private final String name;
    private final List<String> labels;
    private final Axis x;
    private final Axis y;
    private final @Nullable Axis size;
    private final int placed;

    /// @param name what the things are, as the reader names them: "Claims"
    /// @param labels what each of them is called
    /// @param size what the area of a point stands for, never below zero; absent when all are alike
    public Points(String name, List<String> labels, Axis x, Axis y, @Nullable Axis size) {
        this.name = name;
        this.labels = List.copyOf(labels);
        int count = this.labels.size();
        if (x.values.length != count || y.values.length != count) {
            throw new IllegalArgumentException(
                    "%d labels, %d and %d figures of %s"
                            .formatted(count, x.values.length, y.values.length, name));
        }
        if (size != null) {
            if (size.values.length != count) {
                throw new IllegalArgumentException(
                        count + " labels, " + size.values.length + " sizes of " + name);
            }
            for (int i = 0; i < count; i++) {
                if (size.values[i] < 0) {
                    throw new IllegalArgumentException(
                            "size of point " + i + " is below zero: " + size.values[i]);
                }
            }
        }
        this.x = x;
        this.y = y;
        this.size = size;
        int known = 0;
        for (int i = 0; i < count; i++) {
            known += isPlaced(i) ? 1 : 0;
        }
        this.placed = known;
    }

    public String name() {
        return name;
    }

    public Axis x() {
        return x;
    }

    public Axis y() {
        return y;
    }

    public Optional<Axis> size() {
        return Optional.ofNullable(size);
    }

    /// How many points there are, those without a place among them.
    public int count() {
        return labels.size();
    }

    /// How many points have a place.
    public int placed() {
        return placed;
    }

    public String label(int index) {
        return labels.get(index);
    }

    /// Whether both figures of a point are known.
    public boolean isPlaced(int index) {
        return !Double.isNaN(x.values[index]) && !Double.isNaN(y.values[index]);
    }

    public Extent extent(Axis axis) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < axis.values.length; i++) {
            if (isPlaced(i)) {
                // Comparisons with NaN are false: an unknown size changes nothing.
                least = axis.values[i] < least ? axis.values[i] : least;
                most = axis.values[i] > most ? axis.values[i] : most;
            }
        }
        return least > most ? new Extent(Double.NaN, Double.NaN) : new Extent(least, most);
    }

    @Override
    public String toString() {
        return "Points[" + name + ", " + count() + "]";
    }
}
