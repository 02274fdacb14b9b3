package org.claimscope.charts.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18420317.06 | $18.42M",
                "812400 | $812K",
                "640 | $640",
                "640.49 | $640",
                "999.49 | $999",
                "999.5 | $1K",
                "1000 | $1K",
                "1840 | $1.84K",
                "44910 | $44.9K",
                "64000 | $64K",
                "99950 | $100K",
                "999499 | $999K",
                "999500 | $1.00M",
                "6662000 | $6.66M",
                "999994999 | $999.99M",
                "999995000 | $1.00B",
                "12345678901.23 | $12.35B",
                "0 | $0",
                "0.49 | $0",
                "-0.49 | $0",
                "-0.5 | −$1",
                "-348000 | −$348K",
                "-6314000 | −$6.31M"
            })
    void moneyIsShortenedToThreeDigits(BigDecimal dollars, String text) {
        assertEquals(text, Figures.brief(Unit.MONEY, dollars));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18420317.06 | $18,420,317.06",
                "0 | $0.00",
                "0.005 | $0.01",
                "-40 | −$40.00",
                "1234567890123.45 | $1,234,567,890,123.45"
            })
    void exactMoneyShowsEveryCent(BigDecimal dollars, String text) {
        assertEquals(text, Figures.exact(Unit.MONEY, dollars));
    }

    @Test
    void ledgerLinesHaveTwoDecimalsAndNoCurrency() {
        assertEquals("1,840.00", Figures.ledger(new BigDecimal("1840")));
        assertEquals("−40.00", Figures.ledger(new BigDecimal("-40")));
        assertEquals("0.00", Figures.ledger(new BigDecimal("-0.001")));
    }

    @Test
    void ratesShowOneDecimalAndANoBreakSpace() {
        assertEquals("12.4\u00A0%", Figures.brief(Unit.RATE, new BigDecimal("0.1240")));
        assertEquals("12.4\u00A0%", Figures.brief(Unit.RATE, 0.12401));
        assertEquals("100.0\u00A0%", Figures.brief(Unit.RATE, 1));
        assertEquals("0.0\u00A0%", Figures.brief(Unit.RATE, -0.0001));
        assertEquals("−3.0\u00A0%", Figures.brief(Unit.RATE, -0.03));
        assertEquals("12.401\u00A0%", Figures.exact(Unit.RATE, new BigDecimal("0.12401")));
    }

    @Test
    void daysAndCountsCarryTheirUnits() {
        assertEquals("41.8\u00A0d", Figures.brief(Unit.DAYS, 41.84));
        assertEquals("41.84\u00A0d", Figures.exact(Unit.DAYS, 41.84));
        assertEquals("9,572", Figures.brief(Unit.COUNT, 9572));
        assertEquals("9,999,999", Figures.brief(Unit.COUNT, 9_999_999));
        assertEquals("10.00M", Figures.brief(Unit.COUNT, 10_000_000));
        assertEquals("−1.00B", Figures.brief(Unit.COUNT, -999_996_000));
        assertEquals("9,572", Figures.count(9572));
        assertEquals("−2", Figures.count(-2));
    }

    @Test
    void targetsReadAsRanges() {
        assertEquals("≤\u00A010.0\u00A0%", Figures.target(Unit.RATE, Target.atMost(0.10)));
        assertEquals("≥\u00A095.0\u00A0%", Figures.target(Unit.RATE, Target.atLeast(0.95)));
        assertEquals("30.0–45.0\u00A0d", Figures.target(Unit.DAYS, Target.between(30, 45)));
        assertEquals("$6.50–6.90M", Figures.target(Unit.MONEY, Target.between(6.5e6, 6.9e6)));
        assertEquals("$900K–$1.20M", Figures.target(Unit.MONEY, Target.between(0.9e6, 1.2e6)));
        assertEquals("−$500–$640", Figures.target(Unit.MONEY, Target.between(-500, 640)));
        assertEquals("no target", Figures.target(Unit.RATE, null));
    }

    @Test
    void aColumnOfMoneyHasOneUnit() {
        MoneyScale millions = MoneyScale.of(List.of(4_406_000.0, 780_000.0, Double.NaN));
        assertEquals("$4.406M", millions.text(4_406_000));
        assertEquals("$0.780M", millions.text(780_000));
        assertEquals("−$0.780M", millions.text(-780_000));
        assertEquals("$0.000M", millions.text(-12));
        MoneyScale thousands = MoneyScale.of(List.of(286_400.0, -44_900.0));
        assertEquals("$286.4K", thousands.text(286_400));
        assertEquals("$K", thousands.unitName());
        assertEquals("286", thousands.coarse(286_400));
        assertEquals("$640", MoneyScale.of(List.of(640.0)).text(640));
        assertEquals("$0", MoneyScale.of(List.of()).text(0));
    }
}
