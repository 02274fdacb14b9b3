package org.claimscope.data.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/// Days on which billing offices and payers work.
final class WorkingDays {
    private static final Set<MonthDay> HOLIDAYS =
            Set.of(
                    MonthDay.of(Month.JANUARY, 1),
                    MonthDay.of(Month.JULY, 4),
                    MonthDay.of(Month.DECEMBER, 25));

    private WorkingDays() {}

    static boolean isQuiet(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY
                || weekday == DayOfWeek.SUNDAY
                || HOLIDAYS.contains(MonthDay.from(day));
    }

    static LocalDate onOrAfter(LocalDate day) {
        LocalDate open = day;
        while (isQuiet(open)) {
            open = open.plusDays(1);
        }
        return open;
    }
}
