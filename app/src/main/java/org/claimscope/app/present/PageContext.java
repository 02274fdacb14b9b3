package org.claimscope.app.present;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.claimscope.charts.format.MonthNames;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;

/// The conditions that hold on every page: the month that is shown, the one before, and the day up
/// to which things had happened.
///
/// @param month the month shown
/// @param compared the month before
public record PageContext(YearMonth month, YearMonth compared) {
    /// How many months a trend shows.
    private static final int TREND_MONTHS = 13;

    /// The newest complete month that has ledger rows; empty when there are none.
    public static Optional<PageContext> newest(Queries queries) {
        YearMonth newest = null;
        try (Frame frame = queries.run(MetricQuery.of("transaction_count").per(Grain.MONTH))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                LocalDate start = frame.date("period", r);
                if (start != null
                        && YearMonth.from(start).atEndOfMonth().isBefore(queries.today())) {
                    YearMonth month = YearMonth.from(start);
                    newest = newest == null || month.isAfter(newest) ? month : newest;
                }
            }
        }
        return Optional.ofNullable(newest).map(m -> new PageContext(m, m.minusMonths(1)));
    }

    public LocalDate first() {
        return month.atDay(1);
    }

    public LocalDate last() {
        return month.atEndOfMonth();
    }

    /// The first day of the oldest month of a trend.
    public LocalDate trendStart() {
        return month.minusMonths(TREND_MONTHS - 1L).atDay(1);
    }

    /// The query over the month shown.
    public MetricQuery month(MetricQuery query) {
        return query.between(first(), last()).asOf(last());
    }

    /// The query over the months of a trend.
    public MetricQuery trend(MetricQuery query) {
        return query.between(trendStart(), last()).asOf(last()).per(Grain.MONTH);
    }

    /// "October 2026 against September 2026".
    public String words() {
        return MonthNames.full(month) + " against " + MonthNames.full(compared);
    }

    /// "Oct 31, 2026".
    public static String day(LocalDate day) {
        return MonthNames.brief(YearMonth.from(day))
                + " "
                + day.getDayOfMonth()
                + ", "
                + day.getYear();
    }
}
