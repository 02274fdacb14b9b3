package org.claimscope.charts.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthAxisTest {
    private final MonthAxis year = MonthAxis.between(YearMonth.of(2024, 7), YearMonth.of(2025, 2));

    @Test
    void theYearIsSaidAtTheStartAndWhereItChanges() {
        assertEquals(
                List.of("Jul 24", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan 25", "Feb"),
                words(year, 20));
    }

    @Test
    void whereFewFitTheLastMonthIsAmongThem() {
        assertEquals(List.of("Aug 24", "Nov", "Feb 25"), words(year, 3));
        assertEquals(List.of("Feb 25"), words(year, 1));
        assertEquals(List.of("Feb 25"), words(year, 0));
    }

    @Test
    void monthsHavePlacesFromTheFirst() {
        assertEquals(8, year.count());
        assertEquals(6, year.indexOf(YearMonth.of(2025, 1)));
        assertEquals(YearMonth.of(2025, 1), year.month(6));
        assertThrows(
                IllegalArgumentException.class,
                () -> MonthAxis.between(YearMonth.of(2025, 1), YearMonth.of(2024, 1)));
    }

    private static List<String> words(MonthAxis axis, int most) {
        return axis.labels(most).stream().map(MonthAxis.Label::text).toList();
    }
}
