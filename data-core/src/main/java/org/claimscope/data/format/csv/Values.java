package org.claimscope.data.format.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.claimscope.data.model.Money;

/// Reads dates and dollars straight from bytes. The common shapes take no object; anything unusual
/// takes the exact, slow way or is refused.
final class Values {
    /// No date, no sum: the value is not readable. Outside the range of both.
    static final long UNREADABLE = Long.MIN_VALUE;

    /// The order of day, month and year in a sender's dates.
    enum DateOrder {
        YMD,
        MDY,
        DMY
    }

    private static final int MAX_YEAR = 9999;

    /// 14 digits of dollars: more is no sum of money, and no column holds it.
    private static final long MAX_CENTS = 9_999_999_999_999_999L;

    private Values() {}

    /// A calendar date, with a time of day after it or not: `2024-01-31`, `20240131`, `1/31/2024`,
    /// `2024-01-31T08:15`. The time is dropped, never shifted: dates are local to the facility.
    ///
    /// @return days since 1970-01-01, or [#UNREADABLE]
    static long epochDay(byte[] b, int from, int length, DateOrder order) {
        int end = from + length;
        int[] parts = new int[3];
        int part = 0;
        int digits = 0;
        int at = from;
        int firstDigits = 0;
        for (; at < end; at++) {
            int c = b[at];
            if (c >= '0' && c <= '9') {
                if (++digits > 8) {
                    return UNREADABLE;
                }
                parts[part] = parts[part] * 10 + c - '0';
            } else if (c == '-' || c == '/' || c == '.') {
                if (digits == 0 || part == 2) {
                    return UNREADABLE;
                }
                if (part == 0) {
                    firstDigits = digits;
                }
                part++;
                digits = 0;
            } else {
                break;
            }
        }
        if (at < end && !isTime(b, at, end)) {
            return UNREADABLE;
        }
        if (part == 0 && digits == 8) {
            int n = parts[0];
            return day(n / 10_000, n / 100 % 100, n % 100);
        }
        if (part != 2 || digits == 0) {
            return UNREADABLE;
        }
        if (firstDigits == 4) {
            return day(parts[0], parts[1], parts[2]);
        }
        if (digits != 4) {
            return UNREADABLE;
        }
        return switch (order) {
            // A year that comes last was declared by nobody: which of the others is the month would
            // be a guess.
            case YMD -> UNREADABLE;
            case MDY -> day(parts[2], parts[0], parts[1]);
            case DMY -> day(parts[2], parts[1], parts[0]);
        };
    }

    private static boolean isTime(byte[] b, int at, int end) {
        if (b[at] != 'T' && b[at] != ' ') {
            return false;
        }
        for (int i = at + 1; i < end; i++) {
            int c = b[i];
            boolean timeLike =
                    c >= '0' && c <= '9'
                            || c == ':'
                            || c == '.'
                            || c == 'Z'
                            || c == '+'
                            || c == '-';
            if (!timeLike) {
                return false;
            }
        }
        return end - at >= 5;
    }

    private static long day(int year, int month, int day) {
        if (year < 1 || year > MAX_YEAR || month < 1 || month > 12 || day < 1 || day > 31) {
            return UNREADABLE;
        }
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException noSuchDay) {
            return UNREADABLE;
        }
    }

    /// Dollars to cents, half up: `988.3699951171875`, `-12`, `$1,234.50`, `(40.00)`, `1.2E3`.
    ///
    /// @return cents, or [#UNREADABLE]
    static long cents(byte[] b, int from, int length) {
        int at = from;
        int end = from + length;
        boolean negative = at < end && b[at] == '-';
        if (negative) {
            at++;
        }
        if (end - at > 15 + 60 || at >= end) {
            return UNREADABLE;
        }
        long whole = 0;
        int digits = 0;
        while (at < end && b[at] >= '0' && b[at] <= '9') {
            whole = whole * 10 + b[at] - '0';
            if (++digits > 14) {
                return UNREADABLE;
            }
            at++;
        }
        long cents = whole * 100;
        if (at < end && b[at] == '.') {
            at++;
            int decimals = 0;
            while (at < end && b[at] >= '0' && b[at] <= '9') {
                int digit = b[at] - '0';
                if (decimals == 0) {
                    cents += digit * 10L;
                } else if (decimals == 1) {
                    cents += digit;
                } else if (decimals == 2 && digit >= 5) {
                    cents++;
                }
                decimals++;
                digits++;
                at++;
            }
        }
        if (at < end || digits == 0) {
            return unusualCents(new String(b, from, length, StandardCharsets.UTF_8));
        }
        return negative ? -cents : cents;
    }

    /// A number, half up to four decimals.
    ///
    /// @return ten-thousandths, or [#UNREADABLE]
    static long tenThousandths(byte[] b, int from, int length) {
        String text = new String(b, from, length, StandardCharsets.UTF_8);
        if (!text.matches("[+-]?(\\d{1,14}(\\.\\d{0,60})?|\\.\\d{1,60})")) {
            return UNREADABLE;
        }
        return new BigDecimal(text)
                .setScale(4, RoundingMode.HALF_UP)
                .movePointRight(4)
                .longValueExact();
    }

    private static long unusualCents(String text) {
        String t = text.strip();
        boolean negative = t.startsWith("(") && t.endsWith(")");
        if (negative) {
            t = t.substring(1, t.length() - 1).strip();
            if (t.contains("-")) {
                // Negative twice: which was meant would be a guess.
                return UNREADABLE;
            }
        }
        if (t.startsWith("-$") || t.startsWith("$")) {
            t = t.replaceFirst("\\$", "");
        }
        if (t.matches("-?\\d{1,3}(,\\d{3})+(\\.\\d*)?")) {
            t = t.replace(",", "");
        }
        if (t.matches("[+-]?(\\d{1,14}(\\.\\d{0,60})?|\\.\\d{1,60})([eE][+-]?\\d{1,2})?")) {
            try {
                long cents = Money.ofDollars(new BigDecimal(t)).cents();
                if (Math.abs(cents) > MAX_CENTS) {
                    return UNREADABLE;
                }
                return negative ? -cents : cents;
            } catch (ArithmeticException tooBig) {
                return UNREADABLE;
            }
        }
        return UNREADABLE;
    }
}
