package org.claimscope.app.feature.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ArrangementTest {
    @Test
    void whatIsInTheWayGoesDown() {
        List<Spot> spots =
                List.of(new Spot(0, 0, 10, 4), new Spot(10, 0, 10, 4), new Spot(0, 4, 20, 6));
        // The wide one to the top: the two others below it, side by side as they were.
        assertEquals(
                List.of(new Spot(0, 6, 10, 4), new Spot(10, 6, 10, 4), new Spot(0, 0, 20, 6)),
                Arrangement.moved(spots, 2, new Spot(0, 0, 20, 6)));
        // The first made wider: its neighbour gives way.
        assertEquals(
                List.of(new Spot(0, 0, 12, 4), new Spot(10, 4, 10, 4), new Spot(0, 8, 20, 6)),
                Arrangement.moved(spots, 0, new Spot(0, 0, 12, 4)));
    }

    @Test
    void noRowsStayEmpty() {
        assertEquals(
                List.of(new Spot(0, 0, 4, 4), new Spot(0, 4, 4, 4)),
                Arrangement.closed(List.of(new Spot(0, 7, 4, 4), new Spot(0, 30, 4, 4))));
    }

    @Test
    void partsNeverLieOnEachOther() {
        long seed = 20_261_122;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<Spot> spots = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                spots.add(spot(random));
            }
            spots = Arrangement.closed(spots);
            for (int move = 0; move < 10; move++) {
                int part = random.nextInt(spots.size());
                Spot to = spot(random);
                spots = Arrangement.moved(spots, part, to);
                assertEquals(to.column(), spots.get(part).column());
                assertEquals(to.width(), spots.get(part).width());
                check(spots);
            }
        }
    }

    private static void check(List<Spot> spots) {
        for (int a = 0; a < spots.size(); a++) {
            Spot one = spots.get(a);
            boolean rests = one.row() == 0;
            for (int b = 0; b < spots.size(); b++) {
                if (a != b) {
                    assertFalse(one.meets(spots.get(b)), one + " lies on " + spots.get(b));
                    rests |= one.row() > 0 && one.atRow(one.row() - 1).meets(spots.get(b));
                }
            }
            assertTrue(rests, one + " could be higher");
        }
    }

    private static Spot spot(Random random) {
        return Spot.near(
                random.nextInt(20),
                random.nextInt(20),
                1 + random.nextInt(12),
                1 + random.nextInt(9));
    }
}
