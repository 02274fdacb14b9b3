package org.claimscope.charts.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.claimscope.charts.chart.Rendering;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.shape.Coverage;
import org.claimscope.charts.shape.MonthValue;
import org.claimscope.charts.shape.Polarity;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.TimeSeries;
import org.claimscope.charts.shape.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KpiTileTest {
    private static final Coverage FULL = new Coverage(Coverage.Mark.FULL, "all feeds in");

    @Test
    void fourLinesSayValueChangeTargetAndCoverage() {
        Rendering drawn =
                draw(
                        single(
                                "Initial denial rate",
                                Unit.RATE,
                                "0.124",
                                "0.109",
                                Polarity.LOWER_IS_BETTER,
                                Target.atMost(0.1)));
        assertEquals(
                List.of(
                        "Initial denial rate",
                        "12.4\u00A0%",
                        "+1.5\u00A0pt",
                        "worse",
                        "from 10.9\u00A0%",
                        "Target ≤\u00A010.0\u00A0%",
                        "all feeds in"),
                drawn.words());
        assertEquals(List.of(), drawn.misplaced());
        assertTrue(drawn.pixels(Token.WARN) > 0);
        assertEquals(0, drawn.pixels(Token.RISK));
    }

    @Test
    void anUnknownFigureIsADashAndNotAZero() {
        Rendering drawn =
                draw(single("Days to pay", Unit.DAYS, null, null, Polarity.LOWER_IS_BETTER, null));
        assertEquals(
                List.of("Days to pay", "–", "all feeds in", "No target"),
                drawn.words(),
                "what is said of it takes the place of the comparison");
    }

    @Test
    void aWideNumberIsNeverCut() {
        Rendering drawn =
                draw(single("A/R", Unit.COUNT, "-98765432101234", "3", Polarity.NEITHER, null));
        assertTrue(drawn.words().contains("−98.77T"), drawn.words()::toString);
        assertEquals(List.of(), drawn.misplaced());
    }

    @Test
    void longNamesEndInAnEllipsisInsideTheTile() {
        String name = "Net collection rate of all facilities in the northern region ".repeat(5);
        Rendering drawn = draw(single(name, Unit.RATE, "1", "1", Polarity.HIGHER_IS_BETTER, null));
        assertTrue(drawn.words().getFirst().endsWith("…"));
        assertEquals(List.of(), drawn.misplaced());
        assertTrue(drawn.words().contains("same"));
    }

    @Test
    void dollarsAtRiskAreRed() {
        Rendering drawn =
                draw(
                        single(
                                "Underpayments",
                                Unit.MONEY,
                                "187000",
                                "123000",
                                Polarity.AT_RISK,
                                Target.atMost(1e5)));
        assertTrue(drawn.pixels(Token.RISK) > 50);
        assertTrue(
                drawn.words().containsAll(List.of("$187K", "+$64K", "more at risk")),
                drawn.words()::toString);
    }

    @Test
    void theTileReadsItselfAloud() {
        KpiTile tile =
                new KpiTile(
                        single(
                                "Charges",
                                Unit.MONEY,
                                "18420317.06",
                                "17955100",
                                Polarity.NEITHER,
                                null));
        assertEquals(
                "Charges $18.42M, +2.6\u00A0% up, target no target, all feeds in", tile.summary());
    }

    private static Rendering draw(Single single) {
        return Rendering.of(new KpiTile(single), KpiTile.WIDTH, KpiTile.HEIGHT);
    }

    private static Single single(
            String label,
            Unit unit,
            @Nullable String value,
            @Nullable String before,
            Polarity polarity,
            @Nullable Target target) {
        List<MonthValue> points =
                List.of(
                        new MonthValue(YearMonth.of(2025, 5), 1),
                        new MonthValue(YearMonth.of(2025, 6), 2));
        return new Single(
                label,
                unit,
                value == null ? null : new BigDecimal(value),
                before == null ? null : new BigDecimal(before),
                polarity,
                "",
                target,
                new TimeSeries(label, unit, points),
                FULL);
    }
}
