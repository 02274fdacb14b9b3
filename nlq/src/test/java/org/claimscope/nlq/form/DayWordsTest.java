package org.claimscope.nlq.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DayWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-06-30 | 2025-06-30 | Jun 30, 2025 | Jun 30, 2025",
                "2025-06-03 | 2025-06-18 | Jun 3–18, 2025 | Jun 3–18, 2025",
                "2025-06-01 | 2025-06-30 | Jun 1–30, 2025 | Jun 2025",
                "2024-02-01 | 2024-02-28 | Feb 1–28, 2024 | Feb 1–28, 2024",
                "2024-02-01 | 2024-02-29 | Feb 1–29, 2024 | Feb 2024",
                "2025-04-01 | 2025-06-30 | Apr 1–Jun 30, 2025 | Q2 2025 (Apr 1–Jun 30)",
                "2025-03-01 | 2025-05-31 | Mar 1–May 31, 2025 | Mar–May 2025",
                "2025-01-01 | 2025-12-31 | Jan 1–Dec 31, 2025 | 2025",
                "2025-04-01 | 2025-06-29 | Apr 1–Jun 29, 2025 | Apr 1–Jun 29, 2025",
                "2024-12-15 | 2025-01-14 | Dec 15, 2024–Jan 14, 2025 | Dec 15, 2024–Jan 14, 2025",
                "2024-07-01 | 2025-06-30 | Jul 1, 2024–Jun 30, 2025 | Jul 2024–Jun 2025"
            })
    void daysAndPeriodsAreSaidAsPeopleDo(LocalDate from, LocalDate to, String days, String period) {
        assertEquals(days, DayWords.days(from, to));
        assertEquals(period, DayWords.period(from, to));
    }
}
