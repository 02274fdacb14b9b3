package org.claimscope.app.present;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A number that somebody wants to see the rows of: the measure, and what it is narrowed to beyond
/// the filters of the page.
///
/// @param measure id of a KPI
/// @param cuts the members of the mark or table row
/// @param period the months of the mark; empty for the page's period
/// @param day the day of the mark; empty for all days of the period
/// @param denominator the rows of the denominator instead of the numerator's
public record Drill(
        String measure,
        List<Filters.Cut> cuts,
        Optional<Filters.Period> period,
        Optional<LocalDate> day,
        boolean denominator) {
    public Drill {
        cuts = List.copyOf(cuts);
    }

    public static Drill of(String measure) {
        return new Drill(measure, List.of(), Optional.empty(), Optional.empty(), false);
    }

    public Drill to(Filters.Cut... narrowed) {
        return to(List.of(narrowed));
    }

    public Drill to(List<Filters.Cut> narrowed) {
        return new Drill(measure, narrowed, period, day, denominator);
    }

    public Drill in(Filters.Period months) {
        return new Drill(measure, cuts, Optional.of(months), day, denominator);
    }

    public Drill on(LocalDate date) {
        return new Drill(measure, cuts, period, Optional.of(date), denominator);
    }

    public Drill ofDenominator() {
        return new Drill(measure, cuts, period, day, true);
    }

    public Drill ofNumerator() {
        return new Drill(measure, cuts, period, day, false);
    }
}
