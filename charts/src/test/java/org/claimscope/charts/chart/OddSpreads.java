package org.claimscope.charts.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.claimscope.charts.shape.Boxes;
import org.claimscope.charts.shape.Distribution;
import org.claimscope.charts.shape.Points;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Unit;
import org.jspecify.annotations.Nullable;

/// Odd inputs of the charts of how figures are spread.
final class OddSpreads {
    private static final String LONG_NAME = OddShapes.LONG_NAME;

    private OddSpreads() {}

    static List<Chart> all() {
        List<Chart> charts = new ArrayList<>();
        for (Unit unit : Unit.values()) {
            charts.addAll(histograms(unit));
            charts.addAll(boxes(unit));
            charts.addAll(scatters(unit));
        }
        return charts;
    }

    static List<Chart> histograms(Unit unit) {
        List<double[]> values =
                List.of(
                        new double[0],
                        new double[] {Double.NaN, Double.NaN},
                        new double[] {7},
                        new double[] {0, 0, 0},
                        new double[] {90, 95},
                        new double[] {-40, -3, 12},
                        new double[] {-1e12, 0, 9e14},
                        new double[] {1e-9, 2e-9},
                        IntStream.range(0, 10_000).mapToDouble(i -> Math.sin(i) * 1e6).toArray());
        List<Chart> charts = new ArrayList<>();
        for (double[] spread : values) {
            charts.add(new Histogram(new Distribution(LONG_NAME, unit, spread, null)));
            charts.add(new Histogram(new Distribution("", unit, spread, 60.0)));
            charts.add(new Histogram(new Distribution("n", unit, spread, -1e15)));
        }
        return charts;
    }

    static List<Chart> boxes(Unit unit) {
        Boxes.Row none = new Boxes.Row(LONG_NAME, 0, null);
        Boxes.Row one = new Boxes.Row("", 1, new Boxes.Five(3, 3, 3, 3, 3));
        Boxes.Row below = new Boxes.Row(LONG_NAME, 12, new Boxes.Five(-9e12, -5, -4, -1e-9, 0));
        Boxes.Row huge =
                new Boxes.Row(
                        LONG_NAME + LONG_NAME,
                        Long.MAX_VALUE,
                        new Boxes.Five(1e11, 2e12, 2e12, 9e12, 9e14));
        List<Boxes.Row> crowd = Collections.nCopies(10_000, below);
        List<Chart> charts = new ArrayList<>();
        for (List<Boxes.Row> rows :
                List.of(
                        List.<Boxes.Row>of(),
                        List.of(none),
                        List.of(one),
                        List.of(none, one, below),
                        List.of(huge, one),
                        crowd)) {
            charts.add(new BoxRows(new Boxes(unit, rows, null)));
            charts.add(new BoxRows(new Boxes(unit, rows, Target.between(-9e14, 1e15))));
        }
        return charts;
    }

    static List<Chart> scatters(Unit unit) {
        double[] wave = IntStream.range(0, 10_000).mapToDouble(Math::sin).toArray();
        double[] same = new double[10_000];
        Arrays.fill(same, -7e14);
        return List.of(
                scatter(unit, new double[0], new double[0], null),
                scatter(unit, new double[] {Double.NaN, 1}, new double[] {1, Double.NaN}, null),
                scatter(unit, new double[] {5}, new double[] {0}, new double[] {0}),
                scatter(unit, new double[] {3, 3, 3}, new double[] {-1, -1, -1}, null),
                scatter(
                        unit,
                        new double[] {-1e15, 1e15, 0},
                        new double[] {1e-9, 2e-9, Double.NaN},
                        new double[] {Double.NaN, 1e15, 2}),
                scatter(unit, wave, wave, null),
                scatter(unit, same, same, same.clone()),
                scatter(unit, wave, same, null));
    }

    private static Scatter scatter(Unit unit, double[] xs, double[] ys, double @Nullable [] sizes) {
        return new Scatter(
                new Points(
                        LONG_NAME,
                        Collections.nCopies(xs.length, LONG_NAME),
                        new Points.Axis(LONG_NAME, unit, xs),
                        new Points.Axis(LONG_NAME, unit, ys),
                        sizes == null
                                ? null
                                : new Points.Axis(
                                        LONG_NAME,
                                        unit,
                                        Arrays.stream(sizes).map(Math::abs).toArray())));
    }
}
