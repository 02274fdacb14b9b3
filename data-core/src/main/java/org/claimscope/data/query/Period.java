package org.claimscope.data.query;

import static org.jooq.impl.DSL.inline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.catalog.Measure.Window;
import org.jooq.RowN;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// A period of the result, and the days that take part in it.
///
/// @param start the period's first day, which names it; empty for the one period of a query without
///   a grain
/// @param first first day that takes part, empty for the beginning
/// @param last last day that takes part, empty for the end
record Period(Optional<LocalDate> start, Optional<LocalDate> first, Optional<LocalDate> last) {
    /// What a state is shown for when nobody says: this month and the twelve before it.
    private static final int USUAL_PERIODS = 13;

    /// Services younger than this are left out of the matched cohort: their payments are still
    /// coming.
    private static final int MATURITY_DAYS = 90;

    /// How many days take part.
    ///
    /// @throws IllegalStateException for an open period
    long days() {
        return ChronoUnit.DAYS.between(first.orElseThrow(), last.orElseThrow()) + 1;
    }

    /// The periods of a query for a window, one for each step of the grain.
    static List<Period> of(MetricQuery query, Window window, LocalDate today) {
        LocalDate asOf = query.asOf().orElse(today);
        LocalDate end = query.to().filter(to -> to.isBefore(asOf)).orElse(asOf);
        Optional<Grain> grain = query.grain();
        if (grain.isEmpty()) {
            return List.of(
                    switch (window) {
                        // Only what was asked for cuts off: rows without a date count where nobody
                        // named days.
                        case PERIOD ->
                                new Period(
                                        Optional.empty(),
                                        query.from(),
                                        query.to().isPresent() || query.asOf().isPresent()
                                                ? Optional.of(end)
                                                : Optional.empty());
                        default -> around(Optional.empty(), window, end);
                    });
        }
        LocalDate last = grain.get().start(end);
        LocalDate start =
                query.from()
                        .map(grain.get()::start)
                        .orElseGet(() -> grain.get().plus(last, 1 - USUAL_PERIODS));
        var periods = new ArrayList<Period>();
        while (!start.isAfter(last)) {
            LocalDate next = grain.get().plus(start, 1);
            LocalDate lastDay = next.minusDays(1).isAfter(end) ? end : next.minusDays(1);
            periods.add(around(Optional.of(start), window, lastDay));
            start = next;
        }
        return periods;
    }

    private static Period around(Optional<LocalDate> start, Window window, LocalDate end) {
        return switch (window) {
            case PERIOD -> new Period(start, start, Optional.of(end));
            case UP_TO_END -> new Period(start, Optional.empty(), Optional.of(end));
            case TRAILING_3_MONTHS ->
                    new Period(start, Optional.of(threeMonthsTo(end)), Optional.of(end));
            case TRAILING_12_MONTHS ->
                    new Period(start, Optional.of(end.plusDays(1).minusYears(1)), Optional.of(end));
            case PRIOR_3_MONTHS -> {
                LocalDate month = end.withDayOfMonth(1);
                yield new Period(
                        start, Optional.of(month.minusMonths(3)), Optional.of(month.minusDays(1)));
            }
            case MONTH_TO_DATE ->
                    new Period(start, Optional.of(end.withDayOfMonth(1)), Optional.of(end));
            case MONTH_END -> {
                // On the last day of a month that day, before it the last day of the month before.
                LocalDate closed = end.plusDays(1).withDayOfMonth(1).minusDays(1);
                yield new Period(start, Optional.of(closed), Optional.of(closed));
            }
            case MATURE_YEAR -> {
                LocalDate to = end.minusDays(MATURITY_DAYS);
                yield new Period(start, Optional.of(to.minusYears(1).plusDays(1)), Optional.of(to));
            }
        };
    }

    /// Month-ends are month-ends: the three months to 30 June begin on 1 April, not on 31 March.
    private static LocalDate threeMonthsTo(LocalDate end) {
        LocalDate next = end.plusDays(1);
        return next.minusMonths(3);
    }

    /// The periods as a table `p` that rows can be joined with: `period, first_day, last_day,
    /// days`.
    static Table<?> table(List<Period> periods) {
        var rows = new ArrayList<RowN>();
        for (Period p : periods) {
            rows.add(
                    DSL.row(
                            List.of(
                                    inline(p.start().orElseThrow()),
                                    inline(p.first().orElse(LocalDate.of(1, 1, 1))),
                                    inline(p.last().orElseThrow()),
                                    inline(p.first().isPresent() ? (int) p.days() : 0))));
        }
        return DSL.values(rows.toArray(RowN[]::new))
                .as("p", PopulationRows.PERIOD, "first_day", "last_day", "days");
    }
}
