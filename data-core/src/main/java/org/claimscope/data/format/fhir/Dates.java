package org.claimscope.data.format.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/// FHIR's date, dateTime and instant.
final class Dates {
    static final long UNREADABLE = Long.MIN_VALUE;

    private static final long MICROS_OF_DAY = 86_400_000_000L;

    private Dates() {}

    /// The calendar day as sent, whatever its offset; a year or month alone is no day.
    ///
    /// @return days since 1970-01-01, or [#UNREADABLE]
    static long epochDay(String date) {
        if (date.length() < 10
                || date.charAt(4) != '-'
                || date.charAt(7) != '-'
                || date.length() > 10 && date.charAt(10) != 'T') {
            return UNREADABLE;
        }
        try {
            return LocalDate.of(number(date, 0, 4), number(date, 5, 7), number(date, 8, 10))
                    .toEpochDay();
        } catch (DateTimeException noSuchDay) {
            return UNREADABLE;
        }
    }

    /// @return microseconds since 1970-01-01T00:00Z, a day without a time as its UTC midnight, or
    ///   [#UNREADABLE]
    static long micros(String instant) {
        long day = epochDay(instant);
        if (day == UNREADABLE || instant.length() == 10) {
            return day == UNREADABLE ? day : day * MICROS_OF_DAY;
        }
        try {
            var time = OffsetDateTime.parse(instant).toInstant();
            return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
        } catch (DateTimeException noOffset) {
            return day * MICROS_OF_DAY;
        }
    }

    /// `HH:MM` as sent, or empty.
    static String timeOfDay(String dateTime) {
        return dateTime.length() >= 16 && epochDay(dateTime) != UNREADABLE
                ? dateTime.substring(11, 16)
                : "";
    }

    private static int number(String text, int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            n = n * 10 + digit;
        }
        return n;
    }
}
