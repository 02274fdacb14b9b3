package org.claimscope.charts.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.shape.Boxes;
import org.claimscope.charts.shape.Distribution;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Unit;
import org.junit.jupiter.api.Test;

class BoxRowsTest {
    private static final Boxes.Row IMAGING =
            new Boxes.Row("Imaging", 400, new Boxes.Five(0, 20, 40, 60, 80));
    private static final Boxes.Row EMPTY = new Boxes.Row("Infusion", 0, null);

    @Test
    void percentilesLieBetweenNeighbours() {
        double[] days = IntStream.rangeClosed(0, 10).asDoubleStream().toArray();
        Boxes.Row row = Boxes.Row.of("a", new Distribution("n", Unit.DAYS, days, null));
        // Eleven values, ten steps: 5 % is half a step, 25 % two and a half.
        assertEquals(new Boxes.Row("a", 11, new Boxes.Five(0.5, 2.5, 5, 7.5, 9.5)), row);
        Distribution none = new Distribution("n", Unit.DAYS, new double[] {Double.NaN}, null);
        assertEquals(new Boxes.Row("a", 0, null), Boxes.Row.of("a", none));
    }

    @Test
    void boxWhiskersAndMedianStandAtTheirFigures() {
        Rendering drawn = Rendering.of(chart(IMAGING), 400, 100);
        Pen.PlacedText zero = drawn.text("0\u00A0d");
        Pen.PlacedText eighty = drawn.text("80\u00A0d");
        double from = (zero.left() + zero.right()) / 2;
        double day = ((eighty.left() + eighty.right()) / 2 - from) / 80;
        Pen.Mark row = drawn.mark("Imaging");
        double middle = (row.top() + row.bottom()) / 2;
        assertEquals(drawn.palette().color(Token.EDGE), drawn.at(from + 10 * day, middle));
        assertEquals(drawn.palette().color(Token.FORECAST_BAND), drawn.at(from + 30 * day, middle));
        assertEquals(drawn.palette().color(Token.SERIES_1), drawn.at(from + 40 * day, middle));
        assertEquals(drawn.palette().color(Token.FORECAST_BAND), drawn.at(from + 50 * day, middle));
        assertEquals(drawn.palette().color(Token.EDGE), drawn.at(from + 70 * day, middle));
        assertEquals(drawn.palette().color(Token.SURFACE), drawn.at(from + 82 * day, middle));
        assertEquals(drawn.palette().color(Token.SURFACE), drawn.at(from + 10 * day, middle - 4));
        assertTrue(
                drawn.words().containsAll(List.of("40.0\u00A0d", "400")), drawn.words()::toString);
        assertEquals(List.of("Imaging"), row.members());
        assertEquals(
                "Imaging  400\nmedian 40.00\u00A0d\nhalf of them 20.00\u00A0d to 60.00\u00A0d\n"
                        + "p5 to p95 0.00\u00A0d to 80.00\u00A0d",
                row.exact());
    }

    @Test
    void theTargetIsOneLineThroughAllRows() {
        Boxes.Row other = new Boxes.Row("Laboratory", 9, new Boxes.Five(0, 1, 2, 3, 4));
        Rendering drawn =
                Rendering.of(
                        new BoxRows(
                                new Boxes(Unit.DAYS, List.of(IMAGING, other), Target.atMost(50))),
                        400,
                        120);
        Pen.PlacedText words = drawn.text("target ≤\u00A050.0\u00A0d");
        double x = (words.left() + words.right()) / 2;
        long dashes =
                IntStream.range(16, 74)
                        .filter(y -> drawn.at(x, y).equals(drawn.palette().color(Token.OK)))
                        .count();
        // Two rows of 28 px and 2 px above them: a dash of 3 px begins at each of twelve fives.
        assertEquals(36, dashes);
        assertEquals(List.of(), drawn.misplaced());
    }

    @Test
    void aGroupWithoutFiguresHasARowAndNoBox() {
        BoxRows chart = chart(EMPTY);
        Rendering drawn = Rendering.of(chart, 400, 100);
        assertTrue(drawn.words().containsAll(List.of("Infusion", "–", "0")));
        assertEquals(0, drawn.pixels(Token.SERIES_1));
        assertEquals("Infusion\nno figures", drawn.mark("Infusion").exact());
        assertEquals(
                List.of(List.of("Infusion", "0", "–", "–", "–", "–", "–")), chart.twin().rows());
    }

    @Test
    void whatDoesNotFitIsCounted() {
        BoxRows chart =
                new BoxRows(new Boxes(Unit.DAYS, Collections.nCopies(10_000, IMAGING), null));
        Rendering drawn = Rendering.of(chart, 400, 200);
        // 162 px are nine rows, the last of them for the rest.
        assertEquals(8, drawn.marks().size());
        assertTrue(drawn.words().contains("9,992 more"), drawn.words()::toString);
        assertEquals(10_000, chart.twin().rows().size());
    }

    @Test
    void theAxisBeginsAtZeroUnlessHalfOfItWouldBeEmpty() {
        Boxes.Row near = new Boxes.Row("a", 9, new Boxes.Five(40, 42, 45, 50, 60));
        assertFalse(Rendering.of(chart(near), 400, 100).words().contains("0\u00A0d"));
        Boxes.Row far = new Boxes.Row("a", 9, new Boxes.Five(30, 42, 45, 50, 60));
        assertTrue(Rendering.of(chart(far), 400, 100).words().contains("0\u00A0d"));
    }

    @Test
    void noOddRowsPutTextOverText() {
        for (Unit unit : Unit.values()) {
            for (Chart odd : OddSpreads.boxes(unit)) {
                for (double width : new double[] {120, 260, 640}) {
                    assertEquals(List.of(), Rendering.of(odd, width, 160).misplaced());
                }
            }
        }
    }

    @Test
    void percentilesThatDoNotAscendAreRefused() {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> new Boxes.Five(1, 2, 1.5, 3, 4));
        assertEquals("percentiles do not ascend: [1.0, 2.0, 1.5, 3.0, 4.0]", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Boxes.Five(Double.NaN, 2, 3, 4, 5));
        assertThrows(IllegalArgumentException.class, () -> new Boxes.Row("a", 3, null));
    }

    private static BoxRows chart(Boxes.Row row) {
        return new BoxRows(new Boxes(Unit.DAYS, List.of(row), null));
    }
}
