package org.claimscope.charts.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.shape.Distribution;
import org.claimscope.charts.shape.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void theMedianAndP90LieBetweenNeighbours() {
        Distribution days = days(null, 40, 10, 30, 20);
        assertEquals(25, days.quantile(0.5), 1e-9);
        assertEquals(37, days.quantile(0.9), 1e-9, "three tenths under 40");
    }

    @Test
    void everyKnownValueStandsInOneBinAndTheLateOnesInTheLast() {
        Distribution days = days(60.0, 0, 4, 5, 59, 60, 61, 400, Double.NaN);
        Histogram histogram = new Histogram(days);
        // From 0 to 60 the axis steps by 20; halved twice that is 5: twelve bins and the last.
        List<Integer> counts = histogram.bins().stream().map(Histogram.Bin::count).toList();
        assertEquals(List.of(2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3), counts);
        assertTrue(histogram.bins().getLast().overflow());
        assertEquals(1, days.unknown());
        List<List<String>> rows = histogram.twin().rows();
        assertEquals(
                List.of("0.00\u00A0d to under 5.00\u00A0d", "2", "28.571\u00A0%"), rows.getFirst());
        assertEquals(List.of("60\u00A0d+", "3", "42.857\u00A0%"), rows.get(12));
        assertEquals(List.of("Unknown", "1", "–"), rows.getLast());
        Rendering drawn = Rendering.of(histogram, 400, 160);
        assertTrue(drawn.words().contains("60\u00A0d+"), drawn.words()::toString);
        assertEquals(List.of(), drawn.misplaced());
    }

    @Test
    void aBarIsAsTallAsItsCountAndTheBinsAfterTheLineAreGrey() {
        Rendering drawn = Rendering.of(new Histogram(days(10.0, 0, 0, 0, 0, 10)), 400, 160);
        Pen.Mark first = drawn.marks().getFirst();
        Pen.Mark last = drawn.marks().getLast();
        // 110 px stand for 4.24 claims: four are 104 px tall, one is 26.
        assertEquals(
                drawn.palette().color(Token.SERIES_1),
                drawn.at(first.left() + 10, first.bottom() - 102));
        assertEquals(
                drawn.palette().color(Token.SURFACE),
                drawn.at(first.left() + 10, first.bottom() - 108));
        double x = last.left() + 4;
        assertEquals(drawn.palette().color(Token.SERIES_6), drawn.at(x, last.bottom() - 24));
        assertEquals(drawn.palette().color(Token.SURFACE), drawn.at(x, last.bottom() - 30));
        assertEquals(List.of("10\u00A0d+"), last.members());
        assertEquals("0.00\u00A0d to under 1.00\u00A0d\nClaims  4", first.exact());
    }

    @Test
    void theMedianStandsAtItsPlaceAmongTheBins() {
        Distribution whole = days(null, IntStream.rangeClosed(0, 20).asDoubleStream().toArray());
        Rendering drawn = Rendering.of(new Histogram(whole), 400, 160);
        // Bins of one day: 10 begins the eleventh of 21.
        Pen.Mark eleventh = drawn.marks().get(10);
        Pen.PlacedText words = drawn.text("median 10.0\u00A0d");
        assertEquals(21, drawn.marks().size());
        assertEquals(eleventh.left() + 4, words.left(), 1);
        assertEquals(
                "Claims 21, median 10.0\u00A0d, p90 18.0\u00A0d", new Histogram(whole).summary());
    }

    @Test
    void beginningsAreNamedEvenlyApart() {
        Distribution whole = days(null, IntStream.rangeClosed(0, 20).asDoubleStream().toArray());
        List<String> words = Rendering.of(new Histogram(whole), 400, 160).words();
        // 18 px a bin and 41 px a word with its room: every fifth.
        List<String> days = words.stream().filter(word -> word.matches("\\d+\u00A0d")).toList();
        assertEquals(List.of("0\u00A0d", "5\u00A0d", "10\u00A0d", "15\u00A0d", "20\u00A0d"), days);
    }

    @Test
    void oddValuesAreDrawnWithoutTextOverText() {
        for (Chart odd : OddSpreads.histograms(Unit.MONEY)) {
            for (double width : new double[] {60, 200, 640}) {
                assertEquals(List.of(), Rendering.of(odd, width, 140).misplaced(), odd::toString);
            }
        }
    }

    @Test
    void anInfiniteValueIsRefused() {
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> days(null, 1, Double.POSITIVE_INFINITY));
        assertEquals("value 1 of Claims is beyond ±1.0E15: Infinity", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> days(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> days(null, 1).quantile(1.5));
    }

    private static Distribution days(@Nullable Double overflow, double... values) {
        return new Distribution("Claims", Unit.DAYS, DoubleStream.of(values).toArray(), overflow);
    }
}
