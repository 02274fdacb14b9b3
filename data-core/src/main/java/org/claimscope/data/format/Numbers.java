package org.claimscope.data.format;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Decimal numbers of messages to the model's exact whole numbers.
public final class Numbers {
    /// No number, or more digits than any column holds.
    public static final long UNREADABLE = Long.MIN_VALUE;

    private static final int LONGEST = 40;
    private static final int MOST_DIGITS = 16;

    private Numbers() {}

    /// Dollars to cents, half up.
    ///
    /// @return cents, or [#UNREADABLE]
    public static long cents(String dollars) {
        return scaled(dollars, 2);
    }

    /// Units, days or minutes, exact to four decimals.
    public static long tenThousandths(String quantity) {
        return scaled(quantity, 4);
    }

    private static long scaled(String text, int scale) {
        String number = text.startsWith("+") ? text.substring(1) : text;
        if (number.isEmpty() || number.length() > LONGEST || !isDecimal(number)) {
            return UNREADABLE;
        }
        BigDecimal value = new BigDecimal(number);
        // An exponent is three characters long and its number a billion: look before expanding it.
        if (value.signum() != 0
                && (value.precision() - value.scale() > MOST_DIGITS
                        || value.scale() - value.precision() > MOST_DIGITS)) {
            return UNREADABLE;
        }
        BigDecimal whole = value.setScale(scale, RoundingMode.HALF_UP);
        return whole.precision() > 18 ? UNREADABLE : whole.unscaledValue().longValueExact();
    }

    private static boolean isDecimal(String text) {
        int digits = 0;
        boolean point = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                if (point) {
                    return false;
                }
                point = true;
            } else if (c == 'e' || c == 'E') {
                return digits > 0 && isExponent(text.substring(i + 1));
            } else if (c != '-' || i > 0) {
                return false;
            }
        }
        return digits > 0;
    }

    private static boolean isExponent(String text) {
        String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        return !digits.isEmpty()
                && digits.length() < 4
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
