package org.claimscope.nlq.form;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Days and periods as a person says them.
public final class DayWords {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter IN_YEAR =
            DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMM uuuu", Locale.US);
    private static final DateTimeFormatter ONLY_MONTH =
            DateTimeFormatter.ofPattern("MMM", Locale.US);
    private static final int QUARTER = 3;

    private DayWords() {}

    /// `Jun 30, 2025`
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// All of them: `Apr 1–Jun 30, 2025`, `Dec 15, 2024–Jan 14, 2025`, `Jun 3–18, 2025`, `Jun 3,
    /// 2025`.
    ///
    /// @param to the last day, included
    public static String days(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return day(from);
        }
        if (YearMonth.from(from).equals(YearMonth.from(to))) {
            return IN_YEAR.format(from) + "–" + to.getDayOfMonth() + ", " + to.getYear();
        }
        return (from.getYear() == to.getYear() ? IN_YEAR : DAY).format(from) + "–" + day(to);
    }

    /// Its name where it has one, else its days: `2025`, `Q2 2025 (Apr 1–Jun 30)`, `Jun 2025`,
    /// `Jan–Jun 2025`, `Jun 3–18, 2025`.
    ///
    /// @param to the last day, included
    public static String period(LocalDate from, LocalDate to) {
        var first = YearMonth.from(from);
        var last = YearMonth.from(to);
        if (from.getDayOfMonth() != 1 || !to.equals(last.atEndOfMonth()) || to.isBefore(from)) {
            return days(from, to);
        }
        if (first.equals(last)) {
            return MONTH.format(from);
        }
        if (first.getYear() != last.getYear()) {
            return MONTH.format(from) + "–" + MONTH.format(to);
        }
        int months = last.getMonthValue() - first.getMonthValue() + 1;
        if (months == 12) {
            return Integer.toString(first.getYear());
        }
        return months == QUARTER && first.getMonthValue() % QUARTER == 1
                ? "Q%d %d (%s–%s)"
                        .formatted(
                                last.getMonthValue() / QUARTER,
                                first.getYear(),
                                IN_YEAR.format(from),
                                IN_YEAR.format(to))
                : ONLY_MONTH.format(from) + "–" + MONTH.format(to);
    }
}
