package org.claimscope.charts.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.claimscope.charts.Charts;
import org.claimscope.charts.palette.Theme;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.shape.Bridge;
import org.claimscope.charts.shape.Categories;
import org.claimscope.charts.shape.Matrix;
import org.claimscope.charts.shape.MonthValue;
import org.claimscope.charts.shape.Stack;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.TimeNote;
import org.claimscope.charts.shape.TimeSeries;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Trend;
import org.claimscope.charts.shape.Unit;
import org.junit.jupiter.api.Test;

class ChartPixelsTest {
    @Test
    void inTheSamplesNoTextIsClippedOrOverAnother() {
        for (Charts.Entry entry : Charts.all()) {
            for (Theme theme : Theme.values()) {
                Rendering drawn =
                        Rendering.of(entry.sample(), theme, entry.width(), entry.height());
                assertEquals(List.of(), drawn.misplaced(), entry.name());
            }
        }
    }

    @Test
    void theEmphasisedBarIsBlueTheOthersSlate() {
        RankedBars bars =
                new RankedBars(
                        new Categories(
                                Unit.RATE,
                                List.of(
                                        new Categories.Item("a", 0.2, true),
                                        new Categories.Item("b", 0.1, false)),
                                null),
                        false);
        Rendering drawn = Rendering.of(bars, 300, 60);
        double justRightOfTheNames = drawn.text("a").right() + 12;
        assertEquals(
                drawn.palette().color(Token.SERIES_1),
                drawn.at(justRightOfTheNames, middle(drawn, "a")));
        assertEquals(
                drawn.palette().color(Token.SERIES_6),
                drawn.at(justRightOfTheNames, middle(drawn, "b")));
        double justLeftOfTheFigures = drawn.text("10.0\u00A0%").left() - 12;
        assertEquals(
                drawn.palette().color(Token.SERIES_1),
                drawn.at(justLeftOfTheFigures, middle(drawn, "a")));
        assertEquals(
                drawn.palette().color(Token.SURFACE),
                drawn.at(justLeftOfTheFigures, middle(drawn, "b")),
                "half as long");
    }

    @Test
    void barsThatDoNotFitAreCountedAndSummed() {
        List<Categories.Item> items =
                List.of(10, 9, 8, 7, 6).stream()
                        .map(i -> new Categories.Item("item " + i, i * 1e3, false))
                        .toList();
        Rendering drawn =
                Rendering.of(
                        new RankedBars(new Categories(Unit.MONEY, items, null), false), 300, 60);
        assertTrue(
                drawn.words().containsAll(List.of("item 10", "item 9", "3 more", "$21K")),
                drawn.words()::toString);
        assertFalse(drawn.words().contains("item 8"));
    }

    @Test
    void aBridgeThatDoesNotBalanceSaysSo() {
        List<Bridge.Step> steps = List.of(new Bridge.Step("Charges", 500, Tone.NEUTRAL));
        assertTrue(
                Rendering.of(
                                new Waterfall(new Bridge(Unit.MONEY, "a", 100, steps, "b", 640)),
                                400,
                                200)
                        .words()
                        .containsAll(List.of("Not explained", "+$40")));
        assertFalse(
                Rendering.of(
                                new Waterfall(new Bridge(Unit.MONEY, "a", 100, steps, "b", 600)),
                                400,
                                200)
                        .words()
                        .contains("Not explained"));
    }

    @Test
    void onlyMoneyAtRiskIsRed() {
        Bridge calm =
                new Bridge(
                        Unit.MONEY,
                        "a",
                        900,
                        List.of(new Bridge.Step("x", -500, Tone.WORSE)),
                        "b",
                        400);
        Bridge risky =
                new Bridge(
                        Unit.MONEY,
                        "a",
                        900,
                        List.of(new Bridge.Step("x", -500, Tone.AT_RISK)),
                        "b",
                        400);
        assertEquals(0, Rendering.of(new Waterfall(calm), 400, 120).pixels(Token.RISK));
        assertTrue(Rendering.of(new Waterfall(risky), 400, 120).pixels(Token.RISK) > 1_000);
    }

    @Test
    void aTruncatedBridgeBreaksItsTotalsAndNamesItsStart() {
        Bridge large =
                new Bridge(
                        Unit.MONEY,
                        "May",
                        6_662_000,
                        List.of(new Bridge.Step("x", -348_000, Tone.WORSE)),
                        "Jun",
                        6_314_000);
        Bridge small =
                new Bridge(
                        Unit.MONEY,
                        "May",
                        900,
                        List.of(new Bridge.Step("x", -500, Tone.WORSE)),
                        "Jun",
                        400);
        assertTrue(
                Waterfall.axisNote(large).orElseThrow().matches("axis starts at \\$[56]\\.\\d\\dM"),
                Waterfall.axisNote(large)::toString);
        assertTrue(Waterfall.axisNote(small).isEmpty());
    }

    @Test
    void theLargestCellHasTheStrongestColourAndEveryCellItsNumber() {
        Matrix matrix =
                new Matrix(
                        Unit.COUNT,
                        List.of("r"),
                        List.of("a", "b", "c", "d"),
                        List.of(List.of(1.0, 20.0, 300.0, Double.NaN)));
        HeatMap map = new HeatMap(matrix);
        Rendering drawn = Rendering.of(map, 400, 90);
        assertTrue(
                drawn.words().containsAll(List.of("1", "20", "300", "–", "321")),
                drawn.words()::toString);
        assertEquals(7, map.steps().step(300));
        Pen.Mark most = drawn.mark("r, c");
        Pen.Mark least = drawn.mark("r, a");
        assertEquals(
                drawn.palette().color(drawn.palette().sequential(7)),
                drawn.at(most.left() + 4, most.top() + 4));
        assertNotEquals(
                drawn.at(most.left() + 4, most.top() + 4),
                drawn.at(least.left() + 4, least.top() + 4));
    }

    @Test
    void columnsGrowWithTheirParts() {
        Stack stack =
                new Stack(
                        Unit.MONEY,
                        List.of("May", "Jun"),
                        List.of(
                                new Stack.Part("young", List.of(10e6, 20e6)),
                                new Stack.Part("old", List.of(5e6, -5e6))),
                        true);
        Rendering drawn = Rendering.of(new StackedColumns(stack), 400, 200);
        Pen.Mark may = drawn.mark("May  young");
        Pen.Mark june = drawn.mark("Jun  young");
        assertEquals(2, (june.bottom() - june.top()) / (may.bottom() - may.top()), 0.01);
        assertTrue(
                drawn.mark("Jun  old").top() >= june.bottom() - 0.01,
                "a credit hangs below the base line");
        assertEquals(
                drawn.palette().color(drawn.palette().sequential(3)),
                drawn.at(june.left() + 3, june.top() + 9));
    }

    @Test
    void theLineSaysItsLastTwoMonthsAndItsYearBefore() {
        Trend trend =
                new Trend(
                        OddShapes.series("Payments", Unit.MONEY, 5e6, 6e6, 6.662e6, 6.314e6),
                        new TimeSeries(
                                "before",
                                Unit.MONEY,
                                List.of(new MonthValue(OddShapes.JANUARY.minusMonths(9), 5.5e6))),
                        Target.between(6e6, 6.5e6));
        Rendering drawn = Rendering.of(new MonthLine(trend), 500, 200);
        assertTrue(
                drawn.words()
                        .containsAll(
                                List.of(
                                        "Mar $6.66M",
                                        "Apr 2025",
                                        "$6.31M",
                                        "Year before",
                                        "$5.50M",
                                        "Jan 25",
                                        "Feb")),
                drawn.words()::toString);
        assertTrue(drawn.pixels(Token.TARGET_BAND) > 5_000);
        assertTrue(drawn.pixels(Token.OK) > 40);
        assertTrue(
                drawn.mark("Apr 2025")
                        .exact()
                        .contains("$6,314,000.00\nyear before $5,500,000.00"));
    }

    @Test
    void aNoteStandsAtItsDayAndIsReadWithItsMonth() {
        // January to May 2025; the middle of March is in the middle of the plot.
        MonthLine line =
                new MonthLine(
                        new Trend(OddShapes.series("x", Unit.COUNT, 1, 2, 3, 2, 1), null, null));
        Chart noted =
                line.with(
                        List.of(
                                new TimeNote(LocalDate.of(2025, 3, 16), "New fee schedule"),
                                new TimeNote(LocalDate.of(2031, 1, 1), "Not in this chart")));
        Rendering drawn = Rendering.of(noted, 600, 160);
        Pen.Mark march = drawn.mark("Mar 2025");
        double middle = (march.left() + march.right()) / 2;
        assertEquals(middle + 11, drawn.text("New fee schedule").left(), 2);
        assertTrue(march.exact().endsWith("\nMar 16: New fee schedule"), march.exact());
        assertFalse(drawn.mark("Apr 2025").exact().contains("New fee"));
        assertFalse(drawn.words().contains("Not in this chart"));
        assertEquals(List.of("Month", "x", "Notes"), noted.twin().columns());
        assertEquals("Mar 16: New fee schedule", noted.twin().rows().get(2).getLast());
        assertEquals(LocalDate.of(2025, 3, 1), line.day(march));
        // Where the newest months say their figures, the note goes to the foot.
        Rendering end =
                Rendering.of(
                        line.with(List.of(new TimeNote(LocalDate.of(2025, 3, 20), "Hurricane"))),
                        220,
                        160);
        assertEquals(List.of(), end.misplaced());
        assertEquals(line, line.with(List.of()), "without notes it is what it was");
    }

    @Test
    void aPointOutsideItsTargetIsADiamondNotADot() {
        var trend = OddShapes.series("Denials", Unit.RATE, 0.09, 0.10, 0.12);
        Rendering outside = Rendering.of(new Sparkline(trend, Target.atMost(0.10), false), 104, 32);
        Rendering inside = Rendering.of(new Sparkline(trend, Target.atMost(0.20), false), 104, 32);
        assertTrue(outside.pixels(Token.WARN, 0.15) > 3);
        assertEquals(0, inside.pixels(Token.WARN, 0.15));
    }

    @Test
    void aCourseBeyondItsTargetStaysInItsRoom() {
        var trend = OddShapes.series("Denials", Unit.RATE, 0.12, 0.16, 0.14);
        for (Target target : List.of(Target.atMost(0.10), Target.atLeast(0.20))) {
            Rendering drawn =
                    Rendering.of(new InTheMiddle(new Sparkline(trend, target, false)), 100, 96);
            assertTrue(drawn.pixels(Token.TARGET_BAND) > 50, target.toString());
            for (int y : new int[] {28, 30, 31, 64, 65, 68}) {
                for (int x = 0; x < 100; x++) {
                    assertEquals(
                            drawn.palette().color(Token.SURFACE),
                            drawn.at(x, y),
                            target + " at " + y);
                }
            }
        }
    }

    /// Draws into 32 pixels of a higher canvas, as a tile does.
    private record InTheMiddle(Chart chart) implements Chart {
        @Override
        public void paint(Pen pen, double width, double height) {
            pen.inside(0, 32, () -> chart.paint(pen, width, 32));
        }

        @Override
        public String summary() {
            return chart.summary();
        }

        @Override
        public Twin twin() {
            return chart.twin();
        }
    }

    @Test
    void gridLinesAreOnePixelThin() {
        Trend trend = new Trend(OddShapes.series("x", Unit.COUNT, 0, 40), null, null);
        Rendering drawn = Rendering.of(new MonthLine(trend), 300, 160);
        Pen.PlacedText tick = drawn.text("20");
        double y = Math.round((tick.top() + tick.bottom()) / 2);
        int crisp = 0;
        for (double row = y - 4; row <= y + 4; row++) {
            crisp +=
                    drawn.at(tick.right() + 20, row).equals(drawn.palette().color(Token.GRID))
                            ? 1
                            : 0;
        }
        assertEquals(1, crisp, "one row in the pure grid colour, none half as strong");
    }

    private static double middle(Rendering drawn, String words) {
        Pen.PlacedText text = drawn.text(words);
        return (text.top() + text.bottom()) / 2;
    }
}
