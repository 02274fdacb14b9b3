package org.claimscope.charts.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.claimscope.charts.shape.Unit;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void ticksStandOnRoundNumbersWithTheirUnit() {
        assertEquals(List.of("$5.5M", "$6.0M", "$6.5M"), words(Unit.MONEY, 5.52e6, 6.9e6));
        assertEquals(List.of("$0", "$100K", "$200K", "$300K"), words(Unit.MONEY, 0, 318e3));
        assertEquals(
                List.of("0\u00A0%", "5\u00A0%", "10\u00A0%", "15\u00A0%"),
                words(Unit.RATE, 0, 0.182));
        assertEquals(
                List.of("10.0\u00A0%", "10.5\u00A0%", "11.0\u00A0%"),
                words(Unit.RATE, 0.0961, 0.1094));
        assertEquals(
                List.of("38\u00A0d", "39\u00A0d", "40\u00A0d", "41\u00A0d", "42\u00A0d"),
                words(Unit.DAYS, 38.2, 41.8));
        assertEquals(List.of("−$200", "$0", "$200", "$400"), words(Unit.MONEY, -250, 390));
    }

    @Test
    void countsAreNeverSplit() {
        assertEquals(List.of("0", "1", "2"), words(Unit.COUNT, 0, 1));
        assertEquals(List.of("3", "4", "5"), words(Unit.COUNT, 3, 4));
    }

    @Test
    void anAxisBeginsAtZeroWhereTheDataDo() {
        assertEquals(0, Ticks.covering(Unit.MONEY, 0, 318e3).low());
        assertEquals(0, Ticks.covering(Unit.MONEY, -318e3, 0).high());
        assertEquals(0, Ticks.covering(Unit.MONEY, 1, 318e3).low());
    }

    @Test
    void figuresThatDoNotVaryStillHaveAnAxis() {
        for (double value : new double[] {0, 5, -5, 1e12, 0.124}) {
            Ticks ticks = Ticks.covering(Unit.MONEY, value, value);
            assertTrue(ticks.low() <= value && ticks.high() >= value, "covers " + value);
        }
    }

    @Test
    void anyRangeIsCoveredByThreeToFiveTicks() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            double size = Math.pow(10, random.nextInt(12) - 4);
            double low = (random.nextDouble() - 0.5) * size;
            double high = low + random.nextDouble() * size;
            for (Unit unit : Unit.values()) {
                Ticks ticks = Ticks.covering(unit, low, high);
                assertTrue(
                        ticks.values().getFirst().doubleValue() >= ticks.low()
                                && ticks.values().getLast().doubleValue() <= ticks.high());
                String what = unit + " " + low + " to " + high + " gave " + ticks.values();
                assertTrue(ticks.values().size() >= 3 && ticks.values().size() <= 5, what);
                assertTrue(ticks.low() <= low && ticks.high() >= high, what);
                int lead = ticks.step().stripTrailingZeros().unscaledValue().intValue();
                assertTrue(lead == 1 || lead == 2 || lead == 5, what);
            }
        }
    }

    @Test
    void absurdFiguresEndInAnAxisToo() {
        assertTrue(Ticks.covering(Unit.MONEY, -1e300, 1e300).values().size() >= 3);
        assertEquals(BigDecimal.ONE, Ticks.covering(Unit.COUNT, 0, 0).step());
    }

    private static List<String> words(Unit unit, double low, double high) {
        Ticks ticks = Ticks.covering(unit, low, high);
        return ticks.values().stream().map(ticks::label).toList();
    }
}
