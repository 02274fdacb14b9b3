package org.claimscope.charts.format;

import java.math.BigDecimal;
import java.util.Collection;

/// The one money unit of a column, so that its numbers line up: millions with three decimals,
/// thousands with one, or whole dollars. Chosen by the largest figure of the column.
public enum MoneyScale {
    MILLIONS(6, 3, "M"),
    THOUSANDS(3, 1, "K"),
    DOLLARS(0, 0, "");

    private final int shift;
    private final int decimals;
    private final String suffix;

    MoneyScale(int shift, int decimals, String suffix) {
        this.shift = shift;
        this.decimals = decimals;
        this.suffix = suffix;
    }

    /// Figures that are no number are passed over.
    public static MoneyScale of(Collection<Double> column) {
        double most =
                column.stream().filter(Double::isFinite).mapToDouble(Math::abs).max().orElse(0);
        if (most >= 999_950) {
            return MILLIONS;
        }
        return most >= 9_999.5 ? THOUSANDS : DOLLARS;
    }

    /// `$4.406M`, `$286.4K`, `$640`.
    public String text(double dollars) {
        String unsigned = number(Math.abs(dollars));
        boolean negative = number(dollars).startsWith(Figures.MINUS);
        return (negative ? Figures.MINUS : "") + "$" + unsigned + suffix;
    }

    /// The number without its unit, for a grid whose header says the unit.
    public String number(double dollars) {
        return Figures.rounded(BigDecimal.valueOf(dollars).movePointLeft(shift), decimals, "");
    }

    /// The number in whole units, for the cells of a heat map.
    public String coarse(double dollars) {
        int places = this == MILLIONS ? 2 : 0;
        return Figures.rounded(BigDecimal.valueOf(dollars).movePointLeft(shift), places, "");
    }

    /// The unit to name once, `$K`.
    public String unitName() {
        return "$" + suffix;
    }
}
