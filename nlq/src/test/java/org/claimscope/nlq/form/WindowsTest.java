package org.claimscope.nlq.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// The period before, and the same a year before.
final class WindowsTest {
    private static String before(Comparison.Type type, String from, String to) {
        Window w =
                Comparison.of(type)
                        .against(new Window(LocalDate.parse(from), LocalDate.parse(to), null, null))
                        .orElseThrow();
        return w.from() + ".." + w.to();
    }

    @Test
    void wholePeriodsAgainstWholePeriods() {
        var prior = Comparison.Type.PRIOR_PERIOD;
        assertEquals("2025-04-01..2025-04-30", before(prior, "2025-05-01", "2025-05-31"));
        assertEquals("2024-02-01..2024-02-29", before(prior, "2024-03-01", "2024-03-31"));
        assertEquals("2025-01-01..2025-03-31", before(prior, "2025-04-01", "2025-06-30"));
        assertEquals("2023-01-01..2023-12-31", before(prior, "2024-01-01", "2024-12-31"));
        assertEquals("2025-06-16..2025-06-22", before(prior, "2025-06-23", "2025-06-29"));
    }

    @Test
    void partsAgainstAsManyDays() {
        var prior = Comparison.Type.PRIOR_PERIOD;
        assertEquals("2025-05-01..2025-05-18", before(prior, "2025-06-01", "2025-06-18"));
        assertEquals("2025-06-17..2025-06-23", before(prior, "2025-06-24", "2025-06-30"));
    }

    @Test
    void aYearBefore() {
        var year = Comparison.Type.PRIOR_YEAR;
        assertEquals("2024-05-01..2024-05-31", before(year, "2025-05-01", "2025-05-31"));
        assertEquals("2024-02-01..2024-02-29", before(year, "2025-02-01", "2025-02-28"));
        assertEquals("2024-01-01..2024-06-18", before(year, "2025-01-01", "2025-06-18"));
    }
}
