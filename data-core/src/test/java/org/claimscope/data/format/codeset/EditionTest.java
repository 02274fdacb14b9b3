package org.claimscope.data.format.codeset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class EditionTest {
    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void aFiscalYearBeginsInOctoberOfTheYearBefore() {
        assertEquals(
                new Edition("icd10cm-2026", day("2025-10-01"), day("2026-09-30")),
                Edition.ofFiscalYear("icd10cm-2026"));
        // An edition within the year holds until the year ends, also one of its first quarter.
        assertEquals(
                new Edition("icd10cm-2026-04-01", day("2026-04-01"), day("2026-09-30")),
                Edition.ofFiscalYear("icd10cm-2026-04-01"));
        assertEquals(
                new Edition("icd10cm-2025-10-01", day("2025-10-01"), day("2026-09-30")),
                Edition.ofFiscalYear("icd10cm-2025-10-01"));
    }

    @Test
    void otherListsHoldFromTheirDayOnOrForTheirYear() {
        assertEquals(
                new Edition("mue-2026-04-01", day("2026-04-01"), null),
                Edition.of("mue-2026-04-01"));
        assertEquals(
                new Edition("mue-2026", day("2026-01-01"), day("2026-12-31")),
                Edition.of("mue-2026"));
    }

    @Test
    void aSourceWithoutAYearHoldsAlways() {
        assertEquals(new Edition("icd10cm", null, null), Edition.ofFiscalYear("icd10cm"));
        assertEquals(new Edition("list-12345", null, null), Edition.of("list-12345"));
        assertEquals(
                new Edition("2026-13-45", day("2026-01-01"), day("2026-12-31")),
                Edition.of("2026-13-45"));
    }
}
