package org.claimscope.data.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/// The months the story covers: two years up to and including the anchor date, and four months
/// before them, so that the two years begin with the payments and receivables of older services, as
/// in any hospital.
record Period(LocalDate anchor) {
    static final int MONTHS = 24 + 4;

    LocalDate start() {
        return anchor.minusMonths(MONTHS).plusDays(1);
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(start(), anchor) + 1;
    }

    int daysBeforeAnchor(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(day, anchor);
    }

    boolean hasHappened(LocalDate day) {
        return !day.isAfter(anchor);
    }

    /// The month in which the denials jump: the last one that is complete at the anchor.
    YearMonth spikeMonth() {
        YearMonth month = YearMonth.from(anchor);
        return anchor.equals(month.atEndOfMonth()) ? month : month.minusMonths(1);
    }
}
