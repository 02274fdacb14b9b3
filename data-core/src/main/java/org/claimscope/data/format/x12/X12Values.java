package org.claimscope.data.format.x12;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Reads the dates, times, numbers and sums of X12 straight from bytes.
final class X12Values {
    /// No date, no number: outside the range of all of them.
    static final long UNREADABLE = Long.MIN_VALUE;

    private static final int MICROS_PER_SECOND = 1_000_000;
    private static final long MICROS_PER_DAY = 86_400L * MICROS_PER_SECOND;

    private X12Values() {}

    /// A sum of dollars (type R or N2 as sent with its point): `500`, `12.25`, `-1.27`, `.5`. More
    /// than two decimals are rounded half up.
    ///
    /// @return cents, or [#UNREADABLE]
    static long cents(byte[] b, long slice) {
        return decimal(b, slice, 2);
    }

    /// Units, days, minutes.
    ///
    /// @return ten-thousandths, or [#UNREADABLE]
    static long tenThousandths(byte[] b, long slice) {
        return decimal(b, slice, 4);
    }

    /// A control count; -1 when it is none.
    static long count(byte[] b, long slice) {
        long n = decimal(b, slice, 0);
        return n == UNREADABLE || n < 0 ? -1 : n;
    }

    private static long decimal(byte[] b, long slice, int decimals) {
        int at = Slice.from(slice);
        int end = Slice.end(slice);
        boolean negative = at < end && b[at] == '-';
        if (negative || at < end && b[at] == '+') {
            at++;
        }
        long value = 0;
        int digits = 0;
        int after = -1;
        boolean up = false;
        for (; at < end; at++) {
            int c = b[at];
            if (c == '.' && after < 0) {
                after = 0;
                continue;
            }
            if (c < '0' || c > '9') {
                return UNREADABLE;
            }
            digits++;
            if (after < decimals) {
                value = value * 10 + c - '0';
                if (value > 99_999_999_999_999_999L) {
                    return UNREADABLE;
                }
                if (after >= 0) {
                    after++;
                }
            } else if (after++ == decimals) {
                up = c >= '5';
            }
        }
        if (digits == 0) {
            return UNREADABLE;
        }
        for (int scale = Math.max(after, 0); scale < decimals; scale++) {
            value *= 10;
        }
        // 16 digits: more is no sum of money, and no column holds it.
        if (up) {
            value++;
        }
        if (value > 9_999_999_999_999_999L) {
            return UNREADABLE;
        }
        return negative ? -value : value;
    }

    /// A date: `CCYYMMDD`, `YYMMDD` (ISA09, 4010), either with a time of day after it.
    ///
    /// @return days since 1970-01-01, or [#UNREADABLE]
    static long epochDay(byte[] b, long slice) {
        int from = Slice.from(slice);
        int length = Slice.length(slice);
        return switch (length) {
            case 6 -> {
                long n = digits(b, from, 6);
                // Two digits of a year: this century's, but for those from before X12 was used.
                yield n < 0
                        ? UNREADABLE
                        : day((int) (n / 10_000) + (n / 10_000 < 80 ? 2000 : 1900), (int) n);
            }
            case 8, 12, 14 -> {
                long n = digits(b, from, 8);
                yield n < 0 || digits(b, from + 8, length - 8) < 0
                        ? UNREADABLE
                        : day((int) (n / 10_000), (int) n);
            }
            default -> UNREADABLE;
        };
    }

    /// The first day of a range (`RD8`, `CCYYMMDD-CCYYMMDD`), or of a plain date.
    static long firstDay(byte[] b, long slice) {
        int hyphen = hyphen(b, slice);
        return epochDay(
                b, hyphen < 0 ? slice : Slice.of(Slice.from(slice), hyphen - Slice.from(slice)));
    }

    /// The last day of a range; [#UNREADABLE] for a plain date, which has none.
    static long lastDay(byte[] b, long slice) {
        int hyphen = hyphen(b, slice);
        return hyphen < 0
                ? UNREADABLE
                : epochDay(b, Slice.of(hyphen + 1, Slice.end(slice) - hyphen - 1));
    }

    private static int hyphen(byte[] b, long slice) {
        for (int i = Slice.from(slice); i < Slice.end(slice); i++) {
            if (b[i] == '-') {
                return i;
            }
        }
        return -1;
    }

    /// An instant of a date and a time `HHMM[SS[DD]]`, as if it were UTC: senders do not tell their
    /// zone.
    ///
    /// @return microseconds since 1970-01-01, or [#UNREADABLE] when the date is
    static long micros(long epochDay, byte[] b, long time) {
        if (epochDay == UNREADABLE) {
            return UNREADABLE;
        }
        int from = Slice.from(time);
        int length = Slice.length(time);
        long ofDay = 0;
        if (length >= 4 && digits(b, from, 4) >= 0) {
            long hhmm = digits(b, from, 4);
            long seconds = length >= 6 ? Math.max(0, digits(b, from + 4, 2)) : 0;
            if (hhmm / 100 < 24 && hhmm % 100 < 60 && seconds < 60) {
                ofDay = (hhmm / 100 * 3600 + hhmm % 100 * 60 + seconds) * MICROS_PER_SECOND;
            }
        }
        return epochDay * MICROS_PER_DAY + ofDay;
    }

    private static long digits(byte[] b, int from, int length) {
        long n = 0;
        for (int i = from; i < from + length; i++) {
            if (b[i] < '0' || b[i] > '9') {
                return -1;
            }
            n = n * 10 + b[i] - '0';
        }
        return n;
    }

    private static long day(int year, int monthAndDay) {
        int month = monthAndDay / 100 % 100;
        int day = monthAndDay % 100;
        if (year < 1800 || month < 1 || month > 12 || day < 1 || day > 31) {
            return UNREADABLE;
        }
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException noSuchDay) {
            return UNREADABLE;
        }
    }
}
