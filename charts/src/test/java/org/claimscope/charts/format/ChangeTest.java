package org.claimscope.charts.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.claimscope.charts.format.Change.Direction;
import org.claimscope.charts.shape.Polarity;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Unit;
import org.junit.jupiter.api.Test;

class ChangeTest {
    @Test
    void aRateChangesByPoints() {
        Change change = change(Unit.RATE, Polarity.LOWER_IS_BETTER, "0.109", "0.124");
        assertEquals(new Change(Direction.UP, "+1.5\u00A0pt", "worse", Tone.WORSE), change);
    }

    @Test
    void moneyChangesByPerCent() {
        assertEquals(
                new Change(Direction.DOWN, "−5.2\u00A0%", "worse", Tone.WORSE),
                change(Unit.MONEY, Polarity.HIGHER_IS_BETTER, "6662000", "6314000"));
        assertEquals(
                new Change(Direction.UP, "+2.6\u00A0%", "up", Tone.NEUTRAL),
                change(Unit.MONEY, Polarity.NEITHER, "17955100", "18420317.06"));
    }

    @Test
    void moneyAtRiskChangesByDollars() {
        assertEquals(
                new Change(Direction.UP, "+$64K", "more at risk", Tone.AT_RISK),
                change(Unit.MONEY, Polarity.AT_RISK, "123000", "187000"));
        assertEquals(
                new Change(Direction.DOWN, "−$64K", "less at risk", Tone.BETTER),
                change(Unit.MONEY, Polarity.AT_RISK, "187000", "123000"));
    }

    @Test
    void daysChangeByDays() {
        assertEquals(
                new Change(Direction.DOWN, "−0.2\u00A0d", "better", Tone.BETTER),
                change(Unit.DAYS, Polarity.LOWER_IS_BETTER, "3.1", "2.9"));
    }

    @Test
    void aPerCentFromNothingOrAcrossZeroIsNotShown() {
        assertEquals("+$5K", change(Unit.MONEY, Polarity.NEITHER, "0", "5000").text());
        assertEquals("+$5K", change(Unit.MONEY, Polarity.NEITHER, "-2000", "3000").text());
        assertEquals("−$5K", change(Unit.MONEY, Polarity.NEITHER, "2000", "-3000").text());
        assertEquals("+$1.00M", change(Unit.MONEY, Polarity.NEITHER, "10", "1000010").text());
    }

    @Test
    void aChangeTooSmallToShowIsTheSame() {
        assertEquals(
                new Change(Direction.SAME, "0.0\u00A0pt", "same", Tone.NEUTRAL),
                change(Unit.RATE, Polarity.LOWER_IS_BETTER, "0.1241", "0.1243"));
        assertEquals("0.0\u00A0%", change(Unit.MONEY, Polarity.NEITHER, "100", "100").text());
    }

    @Test
    void withoutABeforeThereIsNoChange() {
        Change change = Change.of(Unit.RATE, Polarity.NEITHER, null, BigDecimal.ONE);
        assertEquals(new Change(Direction.UNKNOWN, "–", "not compared", Tone.NEUTRAL), change);
    }

    @Test
    void aTitleSaysDollarsAndPerCent() {
        assertEquals(
                "−$348K (−5.2\u00A0%)",
                Change.ofMoney(new BigDecimal("6662000"), new BigDecimal("6314000")));
        assertEquals(
                "+$5K (+50.0\u00A0%)",
                Change.ofMoney(new BigDecimal("10000"), new BigDecimal("15000")));
        assertEquals("+$5K", Change.ofMoney(BigDecimal.ZERO, new BigDecimal("5000")));
    }

    private static Change change(Unit unit, Polarity polarity, String before, String now) {
        return Change.of(unit, polarity, new BigDecimal(before), new BigDecimal(now));
    }
}
