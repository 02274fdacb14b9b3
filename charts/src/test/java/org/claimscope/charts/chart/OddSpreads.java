package org.claimscope.charts.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.claimscope.charts.shape.Distribution;
import org.claimscope.charts.shape.Unit;

/// Odd inputs of the charts of how figures are spread.
final class OddSpreads {
    private static final String LONG_NAME = OddShapes.LONG_NAME;

    private OddSpreads() {}

    static List<Chart> all() {
        List<Chart> charts = new ArrayList<>();
        for (Unit unit : Unit.values()) {
            charts.addAll(histograms(unit));
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
}
