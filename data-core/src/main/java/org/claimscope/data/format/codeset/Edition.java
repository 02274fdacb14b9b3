package org.claimscope.data.format.codeset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which edition of a list it is, and the days it is in force, as the feed's source names it:
/// `icd10cm-2026`, `icd10cm-2026-04-01`. The lists' own files do not say.
///
/// @param name the source
/// @param from null where the source names no year
/// @param to the last day; null where it is open
record Edition(String name, @Nullable LocalDate from, @Nullable LocalDate to) {
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(\\d{4})(?!\\d)");

    /// Of a list that is for a federal fiscal year (from the first of October of the year before):
    /// ICD-10-CM, ICD-10-PCS. An edition of a day holds until the fiscal year ends.
    static Edition ofFiscalYear(String source) {
        LocalDate day = day(source);
        if (day != null) {
            int year = day.getMonthValue() >= 10 ? day.getYear() + 1 : day.getYear();
            return new Edition(source, day, LocalDate.of(year, 9, 30));
        }
        int year = year(source);
        return year == 0
                ? new Edition(source, null, null)
                : new Edition(source, LocalDate.of(year - 1, 10, 1), LocalDate.of(year, 9, 30));
    }

    /// Of a list that is in force from a day on, or for a calendar year.
    static Edition of(String source) {
        LocalDate day = day(source);
        if (day != null) {
            return new Edition(source, day, null);
        }
        int year = year(source);
        return year == 0
                ? new Edition(source, null, null)
                : new Edition(source, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static @Nullable LocalDate day(String source) {
        Matcher day = DAY.matcher(source);
        try {
            return day.find() ? LocalDate.parse(day.group()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int year(String source) {
        Matcher year = YEAR.matcher(source);
        return year.find() ? Integer.parseInt(year.group(1)) : 0;
    }
}
