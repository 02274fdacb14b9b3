package org.claimscope.app.present;

import java.util.List;
import java.util.Optional;

/// A number that somebody wants to see the rows of: the measure, and what it is narrowed to beyond
/// the filters of the page.
///
/// @param measure id of a KPI
/// @param cuts the members of the mark or table row
/// @param period the months of the mark; empty for the page's period
/// @param denominator the rows of the denominator instead of the numerator's
public record Drill(
        String measure,
        List<Filters.Cut> cuts,
        Optional<Filters.Period> period,
        boolean denominator) {
    public Drill {
        cuts = List.copyOf(cuts);
    }

    public static Drill of(String measure) {
        return new Drill(measure, List.of(), Optional.empty(), false);
    }

    public Drill to(Filters.Cut... narrowed) {
        return new Drill(measure, List.of(narrowed), period, denominator);
    }

    public Drill to(List<Filters.Cut> narrowed) {
        return new Drill(measure, narrowed, period, denominator);
    }

    public Drill in(Filters.Period months) {
        return new Drill(measure, cuts, Optional.of(months), denominator);
    }

    public Drill ofDenominator() {
        return new Drill(measure, cuts, period, true);
    }
}
