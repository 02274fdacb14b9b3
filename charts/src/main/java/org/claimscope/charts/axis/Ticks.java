package org.claimscope.charts.axis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimscope.charts.shape.Unit;

/// The round values an axis shows: three to five of them, on steps of 1, 2 or 5. The axis itself
/// goes a little beyond the data on both sides, so that no line touches its frame; it never crosses
/// zero for that.
///
/// @param step the distance between two ticks
/// @param values ascending, all between `low` and `high`
/// @param low the figure at the axis's lower end
/// @param high the figure at its upper end
public record Ticks(Unit unit, BigDecimal step, List<BigDecimal> values, double low, double high) {
    private static final int MOST = 5;
    // Beyond this a step is smaller than what a double can tell apart.
    private static final double LIMIT = 1e15;
    private static final double ROOM = 0.06;
    private static final int[] STEPS = {1, 2, 5};

    public Ticks {
        values = List.copyOf(values);
    }

    /// Data that does not vary gets some room around it, so that there is an axis to read.
    public static Ticks covering(Unit unit, double low, double high) {
        double from = Math.max(-LIMIT, Math.min(low, high));
        double to = Math.min(LIMIT, Math.max(low, high));
        if (to - from < Math.max(Math.abs(to), Math.abs(from)) * 1e-6 || to - from < 1e-9) {
            double around = to == 0 ? 1 : Math.abs(to) * 0.1;
            from -= from == 0 ? 0 : around;
            to += around;
        }
        double room = (to - from) * ROOM;
        from = from >= 0 ? Math.max(0, from - room) : from - room;
        to = to <= 0 ? Math.min(0, to + room) : to + room;
        int exponent = (int) Math.floor(Math.log10(to - from)) - 1;
        while (true) {
            for (int mantissa : STEPS) {
                BigDecimal step = BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent);
                boolean splits = unit == Unit.COUNT && step.compareTo(BigDecimal.ONE) < 0;
                List<BigDecimal> values = multiples(step, from, to);
                if (values.size() <= MOST && !splits) {
                    return widened(unit, step, values, from, to);
                }
            }
            exponent++;
        }
    }

    /// The word at a tick: the unit is on every number, and no more decimals than the step needs.
    public String label(BigDecimal value) {
        return switch (unit) {
            case MONEY -> money(value);
            case RATE -> signed(value, 2, "", "\u00A0%");
            case DAYS -> signed(value, 0, "", "\u00A0d");
            case COUNT -> signed(value, 0, "", "");
        };
    }

    private String money(BigDecimal value) {
        double most = Math.max(Math.abs(low()), Math.abs(high()));
        if (value.signum() == 0) {
            return "$0";
        }
        if (most >= 1e9) {
            return signed(value, -9, "$", "B");
        }
        if (most >= 1e6) {
            return signed(value, -6, "$", "M");
        }
        return most >= 1e3 ? signed(value, -3, "$", "K") : signed(value, 0, "$", "");
    }

    private String signed(BigDecimal value, int shift, String prefix, String suffix) {
        int decimals = Math.max(0, step.movePointRight(shift).stripTrailingZeros().scale());
        BigDecimal shown = value.movePointRight(shift).setScale(decimals, RoundingMode.HALF_UP);
        String number = String.format(Locale.US, "%,." + decimals + "f", shown.abs());
        return (shown.signum() < 0 ? "−" : "") + prefix + number + suffix;
    }

    private static List<BigDecimal> multiples(BigDecimal step, double from, double to) {
        BigDecimal first = BigDecimal.valueOf(from).divide(step, 0, RoundingMode.CEILING);
        BigDecimal last = BigDecimal.valueOf(to).divide(step, 0, RoundingMode.FLOOR);
        List<BigDecimal> values = new ArrayList<>();
        // One more than allowed is enough to know that the step is too small.
        for (BigDecimal k = first;
                k.compareTo(last) <= 0 && values.size() <= MOST;
                k = k.add(BigDecimal.ONE)) {
            values.add(k.multiply(step));
        }
        return values;
    }

    /// Fewer than three ticks are no axis: then it grows upwards to the next ones.
    private static Ticks widened(
            Unit unit, BigDecimal step, List<BigDecimal> inside, double from, double to) {
        List<BigDecimal> values = new ArrayList<>(inside);
        if (values.isEmpty()) {
            values.add(BigDecimal.valueOf(from).divide(step, 0, RoundingMode.FLOOR).multiply(step));
        }
        while (values.size() < 3) {
            values.add(values.getLast().add(step));
        }
        double low = Math.min(from, values.getFirst().doubleValue());
        double high = Math.max(to, values.getLast().doubleValue());
        return new Ticks(unit, step, values, low, high);
    }
}
