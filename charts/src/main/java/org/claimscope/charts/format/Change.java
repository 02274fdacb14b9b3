package org.claimscope.charts.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.claimscope.charts.shape.Polarity;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Unit;
import org.jspecify.annotations.Nullable;

/// What became of a figure since the one before: how far, which way, and whether that is good.
/// Computed from unrounded figures.
///
/// @param text signed, `+1.5 pt`, `−5.2 %`, `+$64K`
/// @param word what the change means: better, worse, more at risk, less at risk, up, down, same
public record Change(Direction direction, String text, String word, Tone tone) {
    /// Which way the triangle points.
    public enum Direction {
        UP,
        DOWN,
        SAME,
        /// Nothing to compare with.
        UNKNOWN
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TEN = BigDecimal.TEN;

    /// Rates change by points, days by days, money at risk by dollars, other money and counts by
    /// per cent. Where a per cent would mislead (from nothing, across zero, more than tenfold) the
    /// difference itself is shown.
    public static Change of(
            Unit unit, Polarity polarity, @Nullable BigDecimal before, @Nullable BigDecimal now) {
        if (before == null || now == null) {
            return new Change(Direction.UNKNOWN, Figures.ABSENT, "not compared", Tone.NEUTRAL);
        }
        BigDecimal difference = now.subtract(before);
        String size = size(unit, polarity, before, difference);
        if (size.chars().noneMatch(c -> c >= '1' && c <= '9')) {
            return new Change(Direction.SAME, size, "same", Tone.NEUTRAL);
        }
        boolean up = difference.signum() > 0;
        return new Change(
                up ? Direction.UP : Direction.DOWN,
                (up ? "+" : Figures.MINUS) + size,
                word(polarity, up),
                tone(polarity, up));
    }

    /// `−$348K (−5.2 %)`: both ways to say a change of money.
    public static String ofMoney(BigDecimal before, BigDecimal now) {
        BigDecimal difference = now.subtract(before);
        String dollars = (difference.signum() > 0 ? "+" : "") + Figures.money(difference);
        if (before.signum() <= 0) {
            return dollars;
        }
        BigDecimal percent = percent(before, difference);
        String sign = percent.signum() > 0 ? "+" : "";
        return dollars + " (" + sign + Figures.rounded(percent, 1, Figures.NBSP + "%") + ")";
    }

    private static String size(
            Unit unit, Polarity polarity, BigDecimal before, BigDecimal difference) {
        BigDecimal size = difference.abs();
        return switch (unit) {
            case RATE -> Figures.rounded(size.multiply(HUNDRED), 1, Figures.NBSP + "pt");
            case DAYS -> Figures.days(size);
            case MONEY, COUNT -> {
                boolean asDifference =
                        polarity == Polarity.AT_RISK
                                || before.signum() <= 0
                                || before.add(difference).signum() < 0
                                || size.compareTo(before.multiply(TEN)) >= 0;
                yield asDifference
                        ? Figures.brief(unit, size)
                        : Figures.rounded(percent(before, size), 1, Figures.NBSP + "%");
            }
        };
    }

    private static BigDecimal percent(BigDecimal before, BigDecimal difference) {
        return difference
                .multiply(HUNDRED)
                .divide(before, new MathContext(12, RoundingMode.HALF_UP));
    }

    private static String word(Polarity polarity, boolean up) {
        return switch (polarity) {
            case HIGHER_IS_BETTER -> up ? "better" : "worse";
            case LOWER_IS_BETTER -> up ? "worse" : "better";
            case NEITHER -> up ? "up" : "down";
            case AT_RISK -> up ? "more at risk" : "less at risk";
        };
    }

    private static Tone tone(Polarity polarity, boolean up) {
        return switch (polarity) {
            case HIGHER_IS_BETTER -> up ? Tone.BETTER : Tone.WORSE;
            case LOWER_IS_BETTER -> up ? Tone.WORSE : Tone.BETTER;
            case NEITHER -> Tone.NEUTRAL;
            case AT_RISK -> up ? Tone.AT_RISK : Tone.BETTER;
        };
    }
}
