package org.claimscope.charts.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.shape.Peers;
import org.claimscope.charts.shape.Peers.Standing;
import org.claimscope.charts.shape.Polarity;
import org.claimscope.charts.shape.Unit;
import org.junit.jupiter.api.Test;

class PeerBandsTest {
    private static Peers.Row row(Polarity polarity, Double value, Double... peers) {
        return new Peers.Row("Days", Unit.DAYS, polarity, value, List.of(peers));
    }

    @Test
    void quantilesLieBetweenTwoPeersInProportion() {
        // 10 20 30 50: a quarter of the way is 0.75 of the first step.
        Peers.Row row = row(Polarity.LOWER_IS_BETTER, 60.0, 50.0, 10.0, 30.0, 20.0);
        assertEquals(17.5, row.quantile(0.25));
        assertEquals(25, row.quantile(0.5));
        assertEquals(35, row.quantile(0.75));
        assertEquals(10, row.reach()[0]);
        assertEquals(60, row.reach()[1]);
    }

    @Test
    void whatIsWorstDependsOnThePolarity() {
        Peers peers = new Peers("This provider", 4, List.of());
        Double[] four = {10.0, 20.0, 30.0, 50.0};
        assertEquals(Standing.WORST, peers.standing(row(Polarity.LOWER_IS_BETTER, 36.0, four)));
        assertEquals(Standing.MIDDLE, peers.standing(row(Polarity.LOWER_IS_BETTER, 35.0, four)));
        assertEquals(Standing.BEST, peers.standing(row(Polarity.LOWER_IS_BETTER, 17.0, four)));
        assertEquals(Standing.WORST, peers.standing(row(Polarity.HIGHER_IS_BETTER, 17.0, four)));
        assertEquals(Standing.HIGH, peers.standing(row(Polarity.NEITHER, 36.0, four)));
        assertEquals(Standing.UNKNOWN, peers.standing(row(Polarity.NEITHER, null, four)));
        assertEquals(
                Standing.UNKNOWN,
                peers.standing(row(Polarity.LOWER_IS_BETTER, 36.0, 10.0, 20.0, 30.0)),
                "three are too few");
    }

    @Test
    void theWorstQuarterIsADiamondAndAWord() {
        Peers.Row bad = row(Polarity.LOWER_IS_BETTER, 60.0, 10.0, 20.0, 30.0, 50.0);
        Peers.Row good = row(Polarity.LOWER_IS_BETTER, 12.0, 10.0, 20.0, 30.0, 50.0);
        Rendering drawn =
                Rendering.of(new PeerBands(new Peers("This provider", 4, List.of(bad))), 520, 60);
        assertTrue(drawn.pixels(Token.WARN, 0.15) > 10);
        assertTrue(
                plain(drawn.words().toString()).contains("60.0 d, 25.0 d, worst quarter"),
                drawn.words()::toString);
        assertEquals(List.of(), drawn.misplaced());
        assertTrue(
                plain(drawn.mark("Days").exact())
                        .contains("4 peers, median 25.0 d\nmiddle half 17.5 d to 35.0 d"));
        Rendering fine =
                Rendering.of(new PeerBands(new Peers("This provider", 4, List.of(good))), 520, 60);
        assertEquals(0, fine.pixels(Token.WARN, 0.05));
    }

    /// Figures and units are kept together by a space that does not break.
    private static String plain(String words) {
        return words.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    @Test
    void oddRowsKeepTheirPlace() {
        Peers odd =
                new Peers(
                        "x".repeat(40),
                        4,
                        List.of(
                                row(Polarity.NEITHER, null),
                                row(Polarity.NEITHER, 0.0, 0.0, 0.0, 0.0, 0.0),
                                row(Polarity.NEITHER, -1e12, 1e12, 1.0),
                                new Peers.Row(
                                        "n".repeat(300),
                                        Unit.RATE,
                                        Polarity.AT_RISK,
                                        0.5,
                                        Collections.nCopies(10_000, 0.5))));
        for (double width : new double[] {1, 60, 300, 900}) {
            for (double height : new double[] {1, 30, 70, 200}) {
                Rendering drawn = Rendering.of(new PeerBands(odd), width, height);
                assertEquals(width, drawn.width());
            }
        }
        assertEquals(4, new PeerBands(odd).twin().rows().size());
    }
}
