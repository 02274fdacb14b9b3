package org.claimscope.charts.format;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Months as charts name them.
public final class MonthNames {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM", Locale.US);
    private static final DateTimeFormatter WITH_YEAR =
            DateTimeFormatter.ofPattern("MMM yy", Locale.US);
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("MMM yyyy", Locale.US);

    private MonthNames() {}

    /// `Jul`, where the year is plain.
    public static String brief(YearMonth month) {
        return SHORT.format(month);
    }

    /// `Jul 24`, where the year begins or changes.
    public static String withYear(YearMonth month) {
        return WITH_YEAR.format(month);
    }

    /// `Jul 2024`, in text.
    public static String full(YearMonth month) {
        return LONG.format(month);
    }
}
