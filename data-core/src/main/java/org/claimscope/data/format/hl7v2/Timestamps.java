package org.claimscope.data.format.hl7v2;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Reads HL7 times: `YYYY[MM[DD[HH[MM[SS[.SSSS]]]]]][+/-ZZZZ]` (TS, DTM; HL7 2.5 §2A.77).
final class Timestamps {
    static final long UNREADABLE = Long.MIN_VALUE;

    private static final long MICROS = 1_000_000L;

    private Timestamps() {}

    /// The calendar day as sent. Its time of day and offset are dropped, never applied: dates are
    /// local to the facility.
    ///
    /// @return days since 1970-01-01, or [#UNREADABLE]; a year or month alone is no day
    static long epochDay(String ts) {
        int digits = digits(ts);
        return digits < 8 ? UNREADABLE : day(ts);
    }

    private static long day(String ts) {
        try {
            int year = number(ts, 0, 4);
            return year == 0
                    ? UNREADABLE
                    : LocalDate.of(year, number(ts, 4, 6), number(ts, 6, 8)).toEpochDay();
        } catch (DateTimeException noSuchDay) {
            return UNREADABLE;
        }
    }

    /// The instant; a time without an offset is taken as UTC, one without hours as midnight.
    ///
    /// @return microseconds since 1970-01-01T00:00Z, or [#UNREADABLE]
    static long micros(String ts) {
        int digits = digits(ts);
        long day = digits < 8 ? UNREADABLE : day(ts);
        if (day == UNREADABLE) {
            return UNREADABLE;
        }
        int hour = digits >= 10 ? number(ts, 8, 10) : 0;
        int minute = digits >= 12 ? number(ts, 10, 12) : 0;
        int second = digits >= 14 ? number(ts, 12, 14) : 0;
        if (hour > 24 || minute > 59 || second > 60) {
            return UNREADABLE;
        }
        long micros = (day * 86_400 + hour * 3600L + minute * 60L + second) * MICROS;
        int at = digits;
        if (at < ts.length() && ts.charAt(at) == '.') {
            long unit = MICROS;
            for (at++; at < ts.length() && Character.digit(ts.charAt(at), 10) >= 0; at++) {
                unit /= 10;
                micros += unit * Character.digit(ts.charAt(at), 10);
            }
        }
        return micros - offset(ts, at) * 60L * MICROS;
    }

    /// `HH:MM` as sent, or empty when the time tells no minutes.
    static String timeOfDay(String ts) {
        return digits(ts) >= 12 && epochDay(ts) != UNREADABLE
                ? ts.substring(8, 10) + ":" + ts.substring(10, 12)
                : "";
    }

    private static int offset(String ts, int at) {
        if (at + 5 > ts.length() || ts.charAt(at) != '+' && ts.charAt(at) != '-') {
            return 0;
        }
        for (int i = at + 1; i < at + 5; i++) {
            if (Character.digit(ts.charAt(i), 10) < 0) {
                return 0;
            }
        }
        int minutes = number(ts, at + 1, at + 3) * 60 + number(ts, at + 3, at + 5);
        return ts.charAt(at) == '-' ? -minutes : minutes;
    }

    private static int digits(String ts) {
        int n = 0;
        while (n < ts.length() && ts.charAt(n) >= '0' && ts.charAt(n) <= '9') {
            n++;
        }
        return n;
    }

    private static int number(String ts, int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) {
            n = n * 10 + ts.charAt(i) - '0';
        }
        return n;
    }
}
