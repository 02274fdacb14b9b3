package org.claimscope.charts.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.shape.Stages;
import org.claimscope.charts.shape.Unit;
import org.junit.jupiter.api.Test;

class FunnelTest {
    private static final Funnel FUNNEL = funnel(400, 200, 50);

    @Test
    void barsAreAsLongAsTheirFiguresAndWhatWasLostIsBehindThem() {
        Rendering drawn = Rendering.of(FUNNEL, 500, 110);
        long full = run(drawn, drawn.mark("s0"), Token.SERIES_6);
        assertEquals(full / 2.0, run(drawn, drawn.mark("s1"), Token.SERIES_6), 1);
        // The last pixel is the outline's.
        assertEquals(full / 2.0 - 1, run(drawn, drawn.mark("s1"), Token.HOVER), 1);
        assertEquals(1, run(drawn, drawn.mark("s1"), Token.BORDER_STRONG));
        assertEquals(full / 8.0, run(drawn, drawn.mark("s2"), Token.SERIES_1), 1);
        assertEquals(full * 3 / 8.0 - 1, run(drawn, drawn.mark("s2"), Token.HOVER), 1);
        assertTrue(full > 200, "the bars have most of the room");
        assertEquals(List.of("s1"), drawn.mark("s1").members());
    }

    @Test
    void sharesAreOfTheStageBeforeAndOfTheFirst() {
        assertEquals(
                List.of(
                        List.of("s0", "400", "–", "100.000\u00A0%"),
                        List.of("s1", "200", "50.000\u00A0%", "50.000\u00A0%"),
                        List.of("s2", "50", "25.000\u00A0%", "12.500\u00A0%")),
                FUNNEL.twin().rows());
        Rendering drawn = Rendering.of(FUNNEL, 500, 110);
        assertTrue(
                drawn.words()
                        .containsAll(
                                List.of("Of before", "25.0\u00A0%", "Of first", "12.5\u00A0%")),
                drawn.words()::toString);
        assertEquals(
                "s2  50\n25.000\u00A0% of s1, −150\n12.500\u00A0% of s0", drawn.mark("s2").exact());
        assertEquals("3 stages, s0 400 to s2 50, 12.5\u00A0% of the first", FUNNEL.summary());
    }

    @Test
    void aStageMayHoldMoreThanTheOneBefore() {
        Rendering drawn = Rendering.of(funnel(100, 150), 500, 110);
        assertEquals(
                "s1  150\n150.000\u00A0% of s0, +50\n150.000\u00A0% of s0",
                drawn.mark("s1").exact());
        long longer = run(drawn, drawn.mark("s1"), Token.SERIES_1);
        assertEquals(longer * 2 / 3.0, run(drawn, drawn.mark("s0"), Token.SERIES_6), 1);
    }

    @Test
    void afterAnEmptyStageThereIsNoShare() {
        assertEquals(List.of("s1", "5", "–", "–"), funnel(0, 5).twin().rows().getLast());
    }

    @Test
    void littleRoomKeepsTheCounts() {
        Rendering drawn = Rendering.of(FUNNEL, 160, 110);
        assertTrue(drawn.words().containsAll(List.of("400", "200", "50")));
        assertFalse(drawn.words().contains("Of first"));
    }

    @Test
    void whatDoesNotFitIsCounted() {
        Funnel crowd =
                new Funnel(
                        new Stages(
                                Unit.COUNT, Collections.nCopies(10_000, new Stages.Stage("a", 1))));
        Rendering drawn = Rendering.of(crowd, 500, 110);
        // 92 px are five rows, the last of them for the rest.
        assertEquals(4, drawn.marks().size());
        assertTrue(drawn.words().contains("9,996 more"), drawn.words()::toString);
    }

    @Test
    void noOddStagesPutTextOverText() {
        for (Chart odd : OddFlows.funnels()) {
            for (double width : new double[] {100, 240, 640}) {
                assertEquals(List.of(), Rendering.of(odd, width, 160).misplaced());
            }
        }
    }

    @Test
    void whatIsNoPartOfAnythingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Stages.Stage("a", -1));
        assertThrows(IllegalArgumentException.class, () -> new Stages.Stage("a", Double.NaN));
        var refused =
                assertThrows(
                        IllegalArgumentException.class, () -> new Stages(Unit.RATE, List.of()));
        assertEquals("stages of RATE do not add up", refused.getMessage());
    }

    private static Funnel funnel(double... values) {
        return new Funnel(
                new Stages(
                        Unit.COUNT,
                        IntStream.range(0, values.length)
                                .mapToObj(i -> new Stages.Stage("s" + i, values[i]))
                                .toList()));
    }

    /// How many pixels of one colour are on the middle line of a mark.
    private static long run(Rendering drawn, Pen.Mark mark, Token token) {
        double y = (mark.top() + mark.bottom()) / 2;
        return IntStream.range((int) mark.left(), (int) mark.right())
                .filter(x -> drawn.at(x, y).equals(drawn.palette().color(token)))
                .count();
    }
}
