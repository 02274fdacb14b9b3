package org.claimscope.charts.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Unit;
import org.jspecify.annotations.Nullable;

/// Figures as people read them: short on tiles and charts, exact where they are copied. Negatives
/// carry a true minus sign (U+2212), a unit is held to its number by a no-break space (U+00A0).
public final class Figures {
    /// Stands where there is no figure.
    public static final String ABSENT = "–";

    /// Stands where a figure would make no sense.
    public static final String NOT_APPLICABLE = "n/a";

    static final String MINUS = "−";
    static final String NBSP = "\u00A0";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TEN_MILLION = BigDecimal.valueOf(10_000_000);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private Figures() {}

    /// At most three significant digits of money, one decimal of a rate or of days, whole counts.
    public static String brief(Unit unit, BigDecimal value) {
        return switch (unit) {
            case MONEY -> money(value);
            case RATE -> rate(value);
            case DAYS -> days(value);
            case COUNT -> briefCount(value);
        };
    }

    public static String brief(Unit unit, double value) {
        return brief(unit, BigDecimal.valueOf(value));
    }

    /// The step from one figure to another, signed: rates step by points. Days and points get as
    /// many decimals as asked for, so that small steps of one chart stay apart.
    public static String step(Unit unit, double change, int decimals) {
        BigDecimal value = BigDecimal.valueOf(change);
        String text =
                switch (unit) {
                    case MONEY, COUNT -> brief(unit, value);
                    case RATE -> rounded(value.multiply(HUNDRED), decimals, NBSP + "pt");
                    case DAYS -> rounded(value, decimals, NBSP + "d");
                };
        return change > 0 && text.chars().anyMatch(c -> c >= '1' && c <= '9') ? "+" + text : text;
    }

    /// A figure with as many decimals as [#step] has.
    public static String level(Unit unit, double value, int decimals) {
        return switch (unit) {
            case MONEY, COUNT -> brief(unit, value);
            case RATE -> rounded(BigDecimal.valueOf(value).multiply(HUNDRED), decimals, NBSP + "%");
            case DAYS -> rounded(BigDecimal.valueOf(value), decimals, NBSP + "d");
        };
    }

    /// What a hover card says and a copy takes: every cent, every counted thing.
    public static String exact(Unit unit, BigDecimal value) {
        return switch (unit) {
            case MONEY -> sign(value, "$" + fixed(value.abs(), 2));
            case RATE -> rounded(value.multiply(HUNDRED), 3, NBSP + "%");
            case DAYS -> rounded(value, 2, NBSP + "d");
            case COUNT -> count(value);
        };
    }

    public static String exact(Unit unit, double value) {
        return exact(unit, BigDecimal.valueOf(value));
    }

    /// `$18.42M`, `$812K`, `$44.9K`, `$640`.
    public static String money(BigDecimal dollars) {
        BigDecimal whole = dollars.abs().setScale(0, RoundingMode.HALF_UP);
        if (whole.compareTo(THOUSAND) < 0) {
            return sign(whole.signum() == 0 ? whole : dollars, "$" + whole);
        }
        BigDecimal thousands =
                dollars.abs().movePointLeft(3).round(new MathContext(3, RoundingMode.HALF_UP));
        if (thousands.compareTo(THOUSAND) < 0) {
            return sign(dollars, "$" + plain(thousands) + "K");
        }
        BigDecimal millions = dollars.abs().movePointLeft(6).setScale(2, RoundingMode.HALF_UP);
        if (millions.compareTo(THOUSAND) < 0) {
            return sign(dollars, "$" + millions + "M");
        }
        return sign(dollars, "$" + fixed(dollars.abs().movePointLeft(9), 2) + "B");
    }

    /// Money in a ledger line, where the header names the currency: `1,840.00`.
    public static String ledger(BigDecimal dollars) {
        return rounded(dollars, 2, "");
    }

    /// A fraction as `12.4 %`.
    public static String rate(BigDecimal fraction) {
        return rounded(fraction.multiply(HUNDRED), 1, NBSP + "%");
    }

    /// `41.8 d`.
    public static String days(BigDecimal days) {
        return rounded(days, 1, NBSP + "d");
    }

    /// `9,572`.
    public static String count(BigDecimal things) {
        return rounded(things, 0, "");
    }

    /// As `9,572`, and from ten million on `12.35M`: a number is never cut, it changes its unit.
    private static String briefCount(BigDecimal things) {
        if (things.abs().compareTo(TEN_MILLION) < 0) {
            return count(things);
        }
        int[] shifts = {6, 9, 12};
        String[] units = {"M", "B", "T"};
        int at = 0;
        while (at < 2
                && things.abs()
                                .movePointLeft(shifts[at])
                                .setScale(2, RoundingMode.HALF_UP)
                                .compareTo(THOUSAND)
                        >= 0) {
            at++;
        }
        return rounded(things.movePointLeft(shifts[at]), 2, units[at]);
    }

    public static String count(long things) {
        return count(BigDecimal.valueOf(things));
    }

    /// `≤ 10.0 %`, `≥ 95.0 %`, `30.0–45.0 d`; `no target` when none is set.
    public static String target(Unit unit, @Nullable Target target) {
        if (target == null) {
            return "no target";
        }
        Double low = target.low();
        Double high = target.high();
        if (low == null) {
            return high == null ? "no target" : "≤" + NBSP + brief(unit, high);
        }
        return high == null
                ? "≥" + NBSP + brief(unit, low)
                : shared(brief(unit, low), brief(unit, high));
    }

    /// A number with a fixed count of decimals, its thousands apart, and a minus that is never put
    /// before a zero.
    static String rounded(BigDecimal value, int decimals, String suffix) {
        BigDecimal shown = value.setScale(decimals, RoundingMode.HALF_UP);
        return sign(shown, fixed(shown.abs(), decimals) + suffix);
    }

    static String fixed(BigDecimal value, int decimals) {
        return String.format(Locale.US, "%,." + decimals + "f", value);
    }

    private static String sign(BigDecimal value, String unsigned) {
        return value.signum() < 0 ? MINUS + unsigned : unsigned;
    }

    private static String plain(BigDecimal value) {
        BigDecimal short3 = value.stripTrailingZeros();
        return (short3.scale() < 0 ? short3.setScale(0) : short3).toPlainString();
    }

    /// `$6.50–6.90M`: two ends of one range say their common unit once.
    private static String shared(String low, String high) {
        String unit = high.substring(endOfNumber(high));
        boolean same =
                !unit.isEmpty()
                        && low.endsWith(unit)
                        && endOfNumber(low) == low.length() - unit.length();
        String from = same ? low.substring(0, low.length() - unit.length()) : low;
        return from + "–" + (same && high.startsWith("$") ? high.substring(1) : high);
    }

    private static int endOfNumber(String text) {
        int end = text.length();
        while (end > 0 && !Character.isDigit(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
