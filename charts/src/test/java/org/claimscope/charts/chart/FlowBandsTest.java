package org.claimscope.charts.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.claimscope.charts.palette.Theme;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.shape.Flow;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Unit;
import org.junit.jupiter.api.Test;

class FlowBandsTest {
    private static final Flow CLAIMS =
            new Flow(
                    Unit.COUNT,
                    "Sent",
                    List.of(
                            new Flow.Node("Settled", 0, 900, Tone.BETTER),
                            new Flow.Node("Denied", 0, 100, Tone.WORSE),
                            new Flow.Node("Appealed", 1, 60, Tone.NEUTRAL),
                            new Flow.Node("Not worked", 1, 40, Tone.NEUTRAL),
                            new Flow.Node("Recovered", 2, 45, Tone.BETTER),
                            new Flow.Node("Lost", 2, 55, Tone.AT_RISK)),
                    List.of(
                            new Flow.Link("Denied", "Appealed", 60),
                            new Flow.Link("Denied", "Not worked", 40),
                            new Flow.Link("Appealed", "Recovered", 45),
                            new Flow.Link("Appealed", "Lost", 15),
                            new Flow.Link("Not worked", "Lost", 40)));

    @Test
    void barsAndBandsAreAsHighAsTheirShare() {
        Rendering drawn = Rendering.of(new FlowBands(CLAIMS), 600, 218);
        double denied = high(bar(drawn, "Denied", 100));
        assertEquals(0.6, high(bar(drawn, "Appealed", 60)) / denied, 1e-6);
        assertEquals(0.55, high(bar(drawn, "Lost", 55)) / denied, 1e-6);
        assertEquals(0.15, high(drawn.mark("Appealed → Lost")) / denied, 1e-6);
        assertEquals(0.45, high(drawn.mark("Appealed → Recovered")) / denied, 1e-6);
        // Of the total, 200 px high, the denied tenth.
        assertEquals(20, high(drawn.mark("Denied")), 0.01);
        assertTrue(denied > 150, "drawn again, larger: " + denied);
    }

    @Test
    void bandsOfOneBarFillItWithoutOverlap() {
        Rendering drawn = Rendering.of(new FlowBands(CLAIMS), 600, 218);
        Pen.Mark lost = bar(drawn, "Lost", 55);
        Pen.Mark upper = drawn.mark("Appealed → Lost");
        Pen.Mark lower = drawn.mark("Not worked → Lost");
        assertEquals(lost.top(), upper.top(), 0.01);
        assertEquals(upper.bottom(), lower.top(), 0.01);
        assertEquals(lost.bottom(), lower.bottom(), 0.01);
    }

    @Test
    void everyPartIsNamedWithItsSum() {
        for (Theme theme : Theme.values()) {
            Rendering drawn = Rendering.of(new FlowBands(CLAIMS), theme, 600, 190);
            assertEquals(List.of(), drawn.misplaced());
            for (Flow.Node node : CLAIMS.nodes()) {
                assertTrue(drawn.words().contains(node.label()), node.label());
                assertTrue(drawn.words().contains("" + (long) node.value()), node.label());
            }
            assertTrue(drawn.words().contains("Sent 1,000"));
        }
    }

    @Test
    void aBandIsChosenByItsTwoEnds() {
        Rendering drawn = Rendering.of(new FlowBands(CLAIMS), 600, 190);
        assertEquals(List.of("Appealed", "Lost"), drawn.mark("Appealed → Lost").members());
        assertEquals(
                "Appealed → Lost  15\n25.0\u00A0% of Appealed",
                drawn.mark("Appealed → Lost").exact());
    }

    @Test
    void onlyWhatCanBeLostIsRed() {
        assertTrue(Rendering.of(new FlowBands(CLAIMS), 600, 190).pixels(Token.RISK) > 200);
        Flow calm =
                new Flow(
                        Unit.COUNT,
                        "Sent",
                        List.of(
                                new Flow.Node("a", 0, 9, Tone.BETTER),
                                new Flow.Node("b", 0, 4, Tone.WORSE)),
                        List.of());
        assertEquals(0, Rendering.of(new FlowBands(calm), 600, 190).pixels(Token.RISK));
    }

    @Test
    void noLabelsMeetWhereManyPartsAreSmall() {
        List<Flow.Node> nodes = new java.util.ArrayList<>();
        List<Flow.Link> links = new java.util.ArrayList<>();
        nodes.add(new Flow.Node("Settled", 0, 5_000, Tone.BETTER));
        nodes.add(new Flow.Node("Pending", 0, 1, Tone.NEUTRAL));
        nodes.add(new Flow.Node("Denied", 0, 1_007, Tone.WORSE));
        for (int i = 0; i < 8; i++) {
            double value = i == 0 ? 1_000 : 1;
            nodes.add(new Flow.Node("way " + i, 1, value, Tone.NEUTRAL));
            nodes.add(new Flow.Node("end " + i, 2, value, Tone.NEUTRAL));
            links.add(new Flow.Link("Denied", "way " + i, value));
            links.add(new Flow.Link("way " + i, "end " + i, value));
        }
        Rendering drawn =
                Rendering.of(new FlowBands(new Flow(Unit.COUNT, "Sent", nodes, links)), 600, 200);
        assertEquals(List.of(), drawn.misplaced());
        assertTrue(drawn.words().containsAll(List.of("way 7", "end 7")), drawn.words()::toString);
    }

    @Test
    void whatFindsNoRoomIsSaid() {
        Rendering drawn = Rendering.of(new FlowBands(CLAIMS), 600, 40);
        assertEquals(List.of("Not enough room for 5 parts"), drawn.words());
        assertEquals(7, new FlowBands(CLAIMS).twin().rows().size(), "the rows are there");
    }

    @Test
    void nothingToFollowIsSaid() {
        Flow none = new Flow(Unit.COUNT, "Sent", List.of(), List.of());
        assertEquals(
                List.of("Nothing to follow: load a feed or choose a longer period"),
                Rendering.of(new FlowBands(none), 420, 200).words());
    }

    @Test
    void whatDoesNotBalanceIsRefused() {
        List<Flow.Node> nodes =
                List.of(
                        new Flow.Node("a", 0, 10, Tone.NEUTRAL),
                        new Flow.Node("b", 1, 9, Tone.NEUTRAL));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Flow(Unit.COUNT, "x", nodes, List.of(new Flow.Link("a", "b", 9))));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Flow(Unit.COUNT, "x", nodes, List.of(new Flow.Link("a", "b", 10))));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Flow(Unit.COUNT, "x", nodes, List.of(new Flow.Link("b", "a", 9))));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Flow.Node("negative", 0, -1, Tone.NEUTRAL));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Flow.Node("none", 0, Double.NaN, Tone.NEUTRAL));
    }

    @Test
    void whereAllPartsGoOnNoneIsEnlarged() {
        assertTrue(CLAIMS.onlyBranch().isPresent());
        Flow all =
                new Flow(
                        Unit.COUNT,
                        "Sent",
                        List.of(
                                new Flow.Node("a", 0, 6, Tone.NEUTRAL),
                                new Flow.Node("b", 0, 4, Tone.NEUTRAL),
                                new Flow.Node("c", 1, 10, Tone.BETTER)),
                        List.of(new Flow.Link("a", "c", 6), new Flow.Link("b", "c", 4)));
        assertFalse(all.onlyBranch().isPresent());
        Rendering drawn = Rendering.of(new FlowBands(all), 400, 160);
        assertEquals(List.of(), drawn.misplaced());
        assertEquals(1.5, high(drawn.mark("a  ")) / high(drawn.mark("b  ")), 1e-6);
    }

    /// The last mark of that name: of the part that is drawn twice, the larger.
    private static Pen.Mark bar(Rendering drawn, String name, int value) {
        return drawn.marks().stream()
                .filter(mark -> mark.exact().startsWith(name + "  " + value))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private static double high(Pen.Mark mark) {
        return mark.bottom() - mark.top();
    }
}
