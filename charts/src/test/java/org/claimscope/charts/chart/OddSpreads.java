package org.claimscope.charts.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.claimscope.charts.shape.Boxes;
import org.claimscope.charts.shape.Distribution;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Unit;

/// Odd inputs of the charts of how figures are spread.
final class OddSpreads {
    private static final String LONG_NAME = OddShapes.LONG_NAME;

    private OddSpreads() {}

    static List<Chart> all() {
        List<Chart> charts = new ArrayList<>();
        for (Unit unit : Unit.values()) {
            charts.addAll(histograms(unit));
            charts.addAll(boxes(unit));
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
}
