package org.claimscope.charts.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.claimscope.charts.export.ChartPicture;
import org.claimscope.charts.export.Offscreen;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Theme;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.shape.Contributions;
import org.claimscope.charts.shape.ControlSeries;
import org.claimscope.charts.shape.Journey;
import org.claimscope.charts.shape.LongSeries;
import org.claimscope.charts.shape.Polarity;
import org.claimscope.charts.shape.Shifts;
import org.claimscope.charts.shape.Split;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Trend;
import org.claimscope.charts.shape.Unit;
import org.junit.jupiter.api.Test;

class RowsAndTimesTest {
    @Test
    void aParetoSortsItsCausesAndOutlinesThemOnlyUnderAFilter() {
        List<Contributions.Item> plain =
                List.of(
                        new Contributions.Item("small", 20, null),
                        new Contributions.Item("large", 80, null));
        List<Contributions.Item> filtered = List.of(new Contributions.Item("large", 80, 200.0));
        Rendering drawn =
                Rendering.of(new Pareto(new Contributions(Unit.COUNT, "n", plain)), 400, 120);
        assertTrue(drawn.text("large").top() < drawn.text("small").top());
        assertTrue(drawn.words().containsAll(List.of("80.0\u00A0%", "100.0\u00A0%", "80\u00A0%")));
        assertEquals(0, drawn.pixels(Token.BORDER_STRONG));
        assertTrue(
                Rendering.of(new Pareto(new Contributions(Unit.COUNT, "n", filtered)), 400, 120)
                                .pixels(Token.BORDER_STRONG)
                        > 100);
    }

    @Test
    void aMoveIsColouredByWhatItMeans() {
        List<Shifts.Item> up = List.of(new Shifts.Item("a", 0.1, 0.2, false));
        Rendering worse =
                Rendering.of(
                        new DotRange(new Shifts(Unit.RATE, Polarity.LOWER_IS_BETTER, "x", "y", up)),
                        500,
                        80);
        Rendering better =
                Rendering.of(
                        new DotRange(
                                new Shifts(Unit.RATE, Polarity.HIGHER_IS_BETTER, "x", "y", up)),
                        500,
                        80);
        assertTrue(worse.pixels(Token.WARN) > 200 && worse.pixels(Token.OK) == 0);
        assertTrue(better.pixels(Token.OK) > 200 && better.pixels(Token.WARN) == 0);
    }

    @Test
    void aTimelineSaysTheDaysBetweenAndSetsOneEventApart() {
        LocalDate may = LocalDate.of(2025, 5, 1);
        Journey journey =
                new Journey(
                        List.of(
                                new Journey.Event(
                                        "Sent", may, Journey.Actor.BILLING, "837", Tone.NEUTRAL),
                                new Journey.Event(
                                        "Denied",
                                        may.plusDays(17),
                                        Journey.Actor.PAYER,
                                        "835",
                                        Tone.WORSE)),
                        30);
        Rendering drawn = Rendering.of(new Timeline(journey), 400, 104);
        assertEquals(
                List.of("17\u00A0d", "Sent", "May 1", "837", "Denied", "May 18", "835"),
                drawn.words());
        assertTrue(drawn.pixels(Token.WARN) > 40);
        assertEquals(List.of("Denied"), drawn.mark("Denied").members());
    }

    @Test
    void partsOfABarAreAsWideAsTheirShare() {
        Split split =
                new Split(
                        Unit.MONEY,
                        List.of(
                                new Split.Part("a", 300, Tone.NEUTRAL),
                                new Split.Part("b", 100, Tone.AT_RISK)));
        Rendering drawn = Rendering.of(new SplitBar(split), 400, 60);
        assertEquals(300, drawn.mark("a").right());
        assertEquals(drawn.palette().color(Token.RISK), drawn.at(350, 8));
        assertTrue(drawn.words().containsAll(List.of("300.00", "100.00")));
    }

    @Test
    void limitsAreThreeDeviationsAndOnlyBreachesAreDiamonds() {
        LocalDate monday = LocalDate.of(2025, 3, 3);
        List<ControlSeries.Point> points =
                IntStream.range(0, 10)
                        .mapToObj(i ->
                                new ControlSeries.Point(
                                        monday.plusWeeks(i), i == 4 ? 120 : 50, 400))
                        .toList();
        ControlSeries series =
                new ControlSeries("Rate", ControlSeries.Grain.WEEK, 0.125, points, "");
        // 3 * sqrt(0.125 * 0.875 / 400) = 0.049607...
        assertEquals(0.1746, series.upper(points.getFirst()), 0.0001);
        ControlLine line = new ControlLine(series);
        assertEquals("1 of 10 weeks outside the limits, the first Mar 31", line.sentence());
        Rendering drawn = Rendering.of(line, 500, 180);
        assertTrue(drawn.pixels(Token.WARN, 0.15) > 5);
        assertEquals(List.of("2025-03-31"), drawn.mark("Mar 31").members());
    }

    @Test
    void theExtentOfAnyStretchIsWhatReadingAllOfItGives() {
        Random random = new Random(7);
        double[] times = IntStream.range(0, 20_011).mapToDouble(i -> i).toArray();
        double[] values =
                IntStream.range(0, times.length)
                        .mapToDouble(
                                i -> random.nextInt(5) == 0 ? Double.NaN : random.nextGaussian())
                        .toArray();
        LongSeries series = new LongSeries("x", Unit.COUNT, times, values);
        for (int run = 0; run < 3_000; run++) {
            int from = random.nextInt(times.length);
            int to = from + random.nextInt(times.length - from + 1);
            double[] known =
                    IntStream.range(from, to)
                            .mapToDouble(i -> values[i])
                            .filter(value -> !Double.isNaN(value))
                            .toArray();
            LongSeries.Extent extent = series.extent(from, to);
            assertEquals(
                    IntStream.range(0, known.length)
                            .mapToDouble(i -> known[i])
                            .min()
                            .orElse(Double.NaN),
                    extent.least());
            assertEquals(
                    IntStream.range(0, known.length)
                            .mapToDouble(i -> known[i])
                            .max()
                            .orElse(Double.NaN),
                    extent.most());
        }
    }

    @Test
    void onePeakAmongAMillionPointsIsSeen() {
        double[] times = IntStream.range(0, 1_000_000).mapToDouble(i -> i * 1e3).toArray();
        double[] values = new double[times.length];
        values[654_321] = 100;
        Rendering drawn =
                Rendering.of(
                        new LongLine(new LongSeries("x", Unit.COUNT, times, values)), 500, 200);
        Pen.Mark peak =
                drawn.marks().stream()
                        .filter(mark -> mark.exact().contains("100"))
                        .findFirst()
                        .orElseThrow();
        double y = (peak.top() + peak.bottom()) / 2;
        long blue =
                IntStream.range((int) peak.left() - 1, (int) peak.right() + 1)
                        .filter(x -> drawn.at(x, y).equals(drawn.palette().color(Token.SERIES_1)))
                        .count();
        assertEquals(1, blue);
    }

    @Test
    void timesThatDoNotAscendAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new LongSeries("x", Unit.COUNT, new double[] {2, 1}, new double[] {0, 0}));
    }

    @Test
    void aTruncatedMonthAxisNamesItsStart() {
        assertTrue(
                MonthLine.axisNote(
                                new Trend(
                                        OddShapes.series("x", Unit.MONEY, 6e6, 6.3e6), null, null))
                        .orElseThrow()
                        .startsWith("axis starts at $"));
        assertTrue(
                MonthLine.axisNote(new Trend(OddShapes.series("x", Unit.MONEY, 0, 9), null, null))
                        .isEmpty());
    }

    @Test
    void aPictureOfOneChartHasItsSize() {
        byte[] png =
                Offscreen.call(() ->
                        ChartPicture.png(
                                new Pareto(new Contributions(Unit.COUNT, "n", List.of())),
                                ChartPalette.of(Theme.DARK),
                                300,
                                200,
                                2,
                                "Denied by category",
                                OddShapes.LONG_NAME));
        assertEquals(600, java.nio.ByteBuffer.wrap(png).getInt(16));
        assertEquals(400, java.nio.ByteBuffer.wrap(png).getInt(20));
    }
}
