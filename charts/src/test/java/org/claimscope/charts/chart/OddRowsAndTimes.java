package org.claimscope.charts.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.claimscope.charts.shape.Contributions;
import org.claimscope.charts.shape.ControlSeries;
import org.claimscope.charts.shape.DailySeries;
import org.claimscope.charts.shape.Journey;
import org.claimscope.charts.shape.LongSeries;
import org.claimscope.charts.shape.Polarity;
import org.claimscope.charts.shape.Shifts;
import org.claimscope.charts.shape.Split;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Unit;
import org.jspecify.annotations.Nullable;

/// Odd inputs of the charts of causes, movements, events and long times.
final class OddRowsAndTimes {
    private static final String LONG_NAME = OddShapes.LONG_NAME;
    private static final LocalDate OLD = LocalDate.of(1900, 1, 1);

    private OddRowsAndTimes() {}

    static List<Chart> all() {
        List<Chart> charts = new ArrayList<>();
        for (Unit unit : Unit.values()) {
            charts.addAll(rows(unit));
            charts.addAll(lines(unit));
            charts.addAll(calendars(unit));
        }
        charts.add(new Timeline(new Journey(List.of(), 10)));
        charts.add(new Timeline(new Journey(List.of(event(0)), 10)));
        charts.add(
                new Timeline(
                        new Journey(
                                IntStream.range(0, 1_000).mapToObj(i -> event(i * 40)).toList(),
                                10)));
        for (ControlSeries.Grain grain : ControlSeries.Grain.values()) {
            charts.add(control(grain, 0, List.of()));
            charts.add(control(grain, 1, List.of(new ControlSeries.Point(OLD, 0, 0))));
            charts.add(control(grain, 0.5, List.of(new ControlSeries.Point(OLD, 1, 1))));
            charts.add(
                    control(
                            grain,
                            0.2,
                            IntStream.range(0, 1_000)
                                    .mapToObj(i ->
                                            new ControlSeries.Point(
                                                    OLD.plusMonths(i), i % 7, i % 11 == 0 ? 7 : 90))
                                    .toList()));
        }
        return charts;
    }

    private static Journey.Event event(int day) {
        return new Journey.Event(
                LONG_NAME,
                OLD.plusDays(day),
                Journey.Actor.values()[day / 40 % 4],
                LONG_NAME,
                Tone.values()[day % 4]);
    }

    private static ControlLine control(
            ControlSeries.Grain grain, double center, List<ControlSeries.Point> points) {
        return new ControlLine(
                new ControlSeries(
                        LONG_NAME, grain, center, points, points.size() > 9 ? LONG_NAME : ""));
    }

    private static List<Chart> rows(Unit unit) {
        List<Contributions.Item> causes =
                IntStream.range(0, 1_000)
                        .mapToObj(i -> new Contributions.Item(LONG_NAME + i, i, i + 5.0))
                        .toList();
        List<Shifts.Item> moves =
                IntStream.range(0, 1_000)
                        .mapToObj(i -> new Shifts.Item(LONG_NAME, i - 9e12, (double) i, i == 2))
                        .toList();
        return List.of(
                new Pareto(new Contributions(unit, "", List.of())),
                new Pareto(
                        new Contributions(
                                unit,
                                LONG_NAME,
                                List.of(
                                        new Contributions.Item(LONG_NAME, -9.8e12, null),
                                        new Contributions.Item("b", 4, -3.0)))),
                new Pareto(
                        new Contributions(unit, "x", List.of(new Contributions.Item("", 0, null)))),
                new Pareto(new Contributions(unit, "x", causes)),
                new DotRange(new Shifts(unit, Polarity.NEITHER, "a", "b", List.of())),
                new DotRange(
                        new Shifts(
                                unit,
                                Polarity.AT_RISK,
                                LONG_NAME,
                                LONG_NAME,
                                List.of(
                                        new Shifts.Item("neither", null, null, false),
                                        new Shifts.Item("one", 3.0, null, true)))),
                new DotRange(new Shifts(unit, Polarity.HIGHER_IS_BETTER, "a", "b", moves)),
                new SplitBar(new Split(unit, List.of())),
                new SplitBar(new Split(unit, List.of(new Split.Part(LONG_NAME, 0, Tone.NEUTRAL)))),
                new SplitBar(
                        new Split(
                                unit,
                                List.of(
                                        new Split.Part("back", -5e9, Tone.AT_RISK),
                                        new Split.Part(LONG_NAME, 1e12, Tone.AT_RISK)))),
                new SplitBar(
                        new Split(
                                unit,
                                Collections.nCopies(
                                        6, new Split.Part(LONG_NAME, 1, Tone.NEUTRAL)))));
    }

    private static List<Chart> lines(Unit unit) {
        double old = OLD.toEpochDay() * 86_400_000.0;
        double[] same = new double[5_000];
        double[] wild = new double[5_000];
        double[] centuries = new double[5_000];
        Arrays.fill(same, old);
        for (int i = 0; i < wild.length; i++) {
            wild[i] = i / 100 % 3 == 0 ? Double.NaN : Math.sin(i) * 1e9;
            centuries[i] = old * 9 + i * 1e10;
        }
        double[] missing = {Double.NaN, Double.NaN};
        return List.of(
                new LongLine(new LongSeries("none", unit, new double[0], new double[0])),
                new LongLine(new LongSeries(LONG_NAME, unit, new double[] {old}, new double[] {4})),
                new LongLine(new LongSeries("missing", unit, new double[] {1, 2}, missing)),
                new LongLine(new LongSeries("same", unit, same, wild)),
                new LongLine(new LongSeries("centuries", unit, centuries, wild)));
    }

    static List<Chart> calendars(Unit unit) {
        LocalDate late = LocalDate.of(2100, 12, 31);
        return List.of(
                calendar(unit, OLD, OLD, List.of(), null),
                calendar(unit, OLD, OLD, List.of(new DailySeries.Day(OLD, 0)), OLD),
                calendar(unit, OLD, late, List.of(new DailySeries.Day(late, 9e14)), OLD),
                calendar(unit, OLD, late, List.of(new DailySeries.Day(OLD, -9e14)), late),
                calendar(
                        unit,
                        late.minusDays(99),
                        late,
                        IntStream.range(0, 100)
                                .mapToObj(i -> new DailySeries.Day(late.minusDays(99 - i), 5))
                                .toList(),
                        null),
                calendar(
                        unit,
                        OLD,
                        OLD.plusDays(10_000),
                        IntStream.range(0, 10_000)
                                .mapToObj(i ->
                                        new DailySeries.Day(OLD.plusDays(i), Math.sin(i) * 1e12))
                                .toList(),
                        OLD.plusDays(9_900)));
    }

    private static Chart calendar(
            Unit unit,
            LocalDate from,
            LocalDate to,
            List<DailySeries.Day> days,
            @Nullable LocalDate today) {
        return new CalendarHeat(new DailySeries(LONG_NAME, unit, from, to, days, today));
    }
}
