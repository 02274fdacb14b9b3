package org.claimscope.charts.chart;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.claimscope.charts.shape.Bridge;
import org.claimscope.charts.shape.Categories;
import org.claimscope.charts.shape.Matrix;
import org.claimscope.charts.shape.MonthValue;
import org.claimscope.charts.shape.Stack;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.TimeSeries;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Trend;
import org.claimscope.charts.shape.Unit;

/// Inputs no designer draws: nothing, one point, huge negatives, names of 300 characters, gaps,
/// crowds.
final class OddShapes {
    static final String LONG_NAME =
            "Saint Bartholomew Regional Medical ".repeat(9).substring(0, 300);
    static final YearMonth JANUARY = YearMonth.of(2025, 1);

    private OddShapes() {}

    static TimeSeries series(String name, Unit unit, double... values) {
        List<MonthValue> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new MonthValue(JANUARY.plusMonths(i), values[i]));
        }
        return new TimeSeries(name, unit, points);
    }

    static List<Chart> all() {
        List<Chart> charts = new ArrayList<>();
        for (Unit unit : Unit.values()) {
            for (TimeSeries series : lines(unit)) {
                charts.add(new MonthLine(new Trend(series, null, null)));
                charts.add(new MonthLine(new Trend(series, series, Target.between(-1, 2))));
                charts.add(new SmallMultiples(unit, List.of(series)));
                charts.add(new SmallMultiples(unit, Collections.nCopies(1_000, series)));
                charts.add(new Sparkline(series, null, true));
                charts.add(new Sparkline(series, Target.atLeast(1e12), false));
            }
            for (List<Categories.Item> items : rankings()) {
                charts.add(new RankedBars(new Categories(unit, items, null), false));
                charts.add(new RankedBars(new Categories(unit, items, Target.atMost(3)), false));
                charts.add(new RankedBars(new Categories(unit, items, Target.atLeast(-3)), true));
            }
            charts.add(new SmallMultiples(unit, List.of()));
            charts.addAll(grids(unit));
            charts.addAll(bridges(unit));
            charts.add(new Bullet(unit, -5, Target.atMost(9), 4));
            charts.add(new Bullet(unit, Double.NaN, null, 0));
        }
        charts.addAll(OddRowsAndTimes.all());
        charts.addAll(OddSpreads.all());
        charts.addAll(OddFlows.all());
        return charts;
    }

    private static List<TimeSeries> lines(Unit unit) {
        TimeSeries gaps =
                new TimeSeries(
                        LONG_NAME,
                        unit,
                        List.of(
                                new MonthValue(JANUARY, 4),
                                new MonthValue(JANUARY.plusMonths(30), -4)));
        return List.of(
                series("nothing", unit),
                series("one", unit, 3),
                series("flat", unit, 3, 3, 3),
                series("zero", unit, 0, 0),
                series("huge", unit, -9.87654321e12, 1e12, -3),
                series("tiny", unit, 1e-9, 2e-9),
                gaps,
                series(
                        "years",
                        unit,
                        IntStream.range(0, 240).mapToDouble(i -> Math.sin(i) * 1e6).toArray()));
    }

    private static List<List<Categories.Item>> rankings() {
        return List.of(
                List.of(),
                List.of(new Categories.Item(LONG_NAME, 0, true)),
                List.of(
                        new Categories.Item("", -9.87654321e12, false),
                        new Categories.Item("b", 12, true)),
                IntStream.range(0, 1_000)
                        .mapToObj(i -> new Categories.Item(LONG_NAME + i, i, i == 3))
                        .toList());
    }

    private static List<Chart> grids(Unit unit) {
        List<Double> row = List.of(Double.NaN, -5e9, 0.0, 1e9, 12.0);
        return List.of(
                new HeatMap(new Matrix(unit, List.of(), List.of(), List.of())),
                new HeatMap(
                        new Matrix(unit, List.of("a"), List.of("b"), List.of(List.of(Double.NaN)))),
                new HeatMap(
                        new Matrix(
                                unit,
                                List.of(LONG_NAME, "b"),
                                List.of(LONG_NAME, "c", "d", "e", "f"),
                                List.of(row, row))),
                new HeatMap(
                        new Matrix(
                                unit,
                                Collections.nCopies(1_000, "row"),
                                List.of("c"),
                                Collections.nCopies(1_000, List.of(7.0)))),
                new StackedColumns(new Stack(unit, List.of(), List.of(), true)),
                new StackedColumns(
                        new Stack(
                                unit,
                                List.of("a"),
                                List.of(new Stack.Part(LONG_NAME, List.of(-4e12))),
                                false)),
                new StackedColumns(
                        new Stack(
                                unit,
                                Collections.nCopies(120, LONG_NAME),
                                Collections.nCopies(
                                        6, new Stack.Part("p", Collections.nCopies(120, 1.5))),
                                true)));
    }

    private static List<Chart> bridges(Unit unit) {
        Bridge.Step down = new Bridge.Step(LONG_NAME, -5e12, Tone.AT_RISK);
        return List.of(
                new Waterfall(new Bridge(unit, "from", 0, List.of(), "to", 0)),
                new Waterfall(
                        new Bridge(unit, LONG_NAME, 1e12, List.of(down, down), LONG_NAME, -9e12)),
                new Waterfall(
                        new Bridge(
                                unit,
                                "from",
                                100,
                                List.of(new Bridge.Step("a", 1, Tone.BETTER)),
                                "to",
                                250)),
                new Waterfall(new Bridge(unit, "from", 1, Collections.nCopies(60, down), "to", 2)));
    }
}
