package org.claimscope.app.present;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.claimscope.charts.format.MonthNames;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;

/// The filters as conditions on queries: which days are shown, which they are compared with, and up
/// to which day things had happened.
///
/// @param today the day up to which a period that is not over yet is shown, and its comparison with
///   it
public record PageContext(Filters filters, LocalDate today) {
    /// How many months a trend shows.
    private static final int TREND_MONTHS = 13;

    private static final int HALF_YEAR = 6;

    /// A context whose period is over.
    public PageContext(Filters filters) {
        this(filters, LocalDate.MAX);
    }

    /// The same conditions with other filters.
    public PageContext with(Filters others) {
        return new PageContext(others, today);
    }

    /// Whether the period is not over yet.
    public boolean running() {
        return today.isBefore(last()) && !today.isBefore(first());
    }

    /// The newest complete month that has ledger rows; empty when there are none. Where no month is
    /// complete, the newest one.
    public static Optional<PageContext> newest(Queries queries) {
        YearMonth complete = null;
        YearMonth newest = null;
        try (Frame frame = queries.run(MetricQuery.of("transaction_count").per(Grain.MONTH))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                LocalDate start = frame.date("period", r);
                if (start == null) {
                    continue;
                }
                YearMonth month = YearMonth.from(start);
                newest = newest == null || month.isAfter(newest) ? month : newest;
                if (month.atEndOfMonth().isBefore(queries.today())) {
                    complete = complete == null || month.isAfter(complete) ? month : complete;
                }
            }
        }
        return Optional.ofNullable(complete == null ? newest : complete)
                .map(m -> new PageContext(Filters.of(m), queries.today()));
    }

    /// The last month shown.
    public YearMonth month() {
        return filters.period().last();
    }

    public Filters.Period period() {
        return filters.period();
    }

    /// The months that the period is compared with.
    public Filters.Period compared() {
        return filters.period()
                .minusMonths(
                        switch (filters.against()) {
                            case PRIOR_PERIOD -> filters.period().months();
                            case PRIOR_YEAR -> 12;
                        });
    }

    public LocalDate first() {
        return filters.period().first().atDay(1);
    }

    public LocalDate last() {
        return month().atEndOfMonth();
    }

    /// The day whose state is shown.
    public LocalDate asOf() {
        return filters.asOf().orElse(running() ? today : last());
    }

    /// The first month of a trend.
    public YearMonth trendFrom() {
        return month().minusMonths(TREND_MONTHS - 1L);
    }

    /// The months of the period, and half a year at least: of the claims sent in the newest month
    /// alone most are not answered yet.
    public Filters.Period sent() {
        YearMonth half = month().minusMonths(HALF_YEAR - 1L);
        YearMonth first = period().first();
        return new Filters.Period(first.isBefore(half) ? first : half, month());
    }

    /// The first day of the oldest month of a trend.
    public LocalDate trendStart() {
        return trendFrom().atDay(1);
    }

    /// The query over the period shown.
    public MetricQuery now(MetricQuery query) {
        return cut(query.between(first(), last()).asOf(asOf()));
    }

    /// The query over the period compared with, as it stood at its end.
    public MetricQuery before(MetricQuery query) {
        LocalDate end = comparedEnd();
        return cut(query.between(compared().first().atDay(1), end).asOf(end));
    }

    /// The last day of what is compared: as far into it as today is into a running period.
    public LocalDate comparedEnd() {
        LocalDate end = compared().last().atEndOfMonth();
        if (!running()) {
            return end;
        }
        LocalDate same =
                today.minusMonths(compared().first().until(period().first(), ChronoUnit.MONTHS));
        return same.isBefore(end) ? same : end;
    }

    /// The query over the months of a trend.
    public MetricQuery trend(MetricQuery query) {
        return cut(query.between(trendStart(), last()).asOf(asOf()).per(Grain.MONTH));
    }

    /// The query over the trend's months a year earlier.
    public MetricQuery yearBefore(MetricQuery query) {
        return cut(
                query.between(trendStart().minusYears(1), last().minusYears(1))
                        .asOf(last().minusYears(1))
                        .per(Grain.MONTH));
    }

    /// The rows' query of a drill.
    public MetricQuery of(Drill drill, Catalog catalog) {
        var narrowed =
                drill.period()
                        .map(p ->
                                new PageContext(
                                        p.last().equals(month()) && filters.asOf().isPresent()
                                                ? new Filters(
                                                        p,
                                                        filters.against(),
                                                        filters.cuts(),
                                                        filters.asOf())
                                                : filters.period(p),
                                        today))
                        .orElse(this);
        MetricQuery rows = narrowed.now(MetricQuery.of(drill.measure()));
        return drill.day()
                .map(day -> rows.between(day, day))
                .orElse(rows)
                .where(conditions(drill.cuts(), catalog));
    }

    private MetricQuery cut(MetricQuery query) {
        return filters.cuts().isEmpty()
                ? query
                : query.where(
                        filters.cuts().stream()
                                .map(c ->
                                        condition(c, Dimension.named(c.dimension()).orElseThrow()))
                                .toArray(MetricQuery.Filter[]::new));
    }

    /// Cuts as conditions on rows; all must hold.
    public static MetricQuery.Filter[] conditions(List<Filters.Cut> cuts, Catalog catalog) {
        return cuts.stream()
                .map(c -> condition(c, catalog.dimension(c.dimension())))
                .toArray(MetricQuery.Filter[]::new);
    }

    private static MetricQuery.Filter condition(Filters.Cut cut, Dimension dimension) {
        return MetricQuery.Filter.is(
                dimension, cut.members().stream().map(Filters.Member::key).toArray(String[]::new));
    }

    /// "October 2026 against September 2026".
    public String words() {
        String cuts = filters.cutWords();
        return filters.period().full()
                + (running() ? " to " + day(today) : "")
                + " against "
                + compared().full()
                + (running() ? " to " + day(comparedEnd()) : "")
                + (cuts.isEmpty() ? "" : " · " + cuts);
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
