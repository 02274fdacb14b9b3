package org.claimscope.app.present;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.claimscope.app.task.Together;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.shape.TimeSeries;
import org.claimscope.charts.shape.Trend;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.MetricQuery.Filter;
import org.claimscope.data.query.Months;
import org.claimscope.data.query.Queries;
import org.jspecify.annotations.Nullable;

/// Asks for the figures of tiles and strips: the period, what it is compared with, and the trend,
/// in as few queries as that takes.
public record Figuring(Queries queries, PageContext context) {
    /// Several measures, for all or narrowed to some members.
    public List<Tile> tiles(List<String> measures, Filter... narrowed) {
        MetricQuery query = MetricQuery.of(measures.toArray(String[]::new));
        Months trend = queries.months(context.trend(query).where(narrowed));
        if (context.period().single() && context.filters().asOf().isEmpty() && !context.running()) {
            return measures.stream()
                    .map(id ->
                            tile(
                                    id,
                                    trend,
                                    side(trend, id, context.month()),
                                    side(trend, id, context.compared().last())))
                    .toList();
        }
        Map<String, BigDecimal> now;
        Map<String, BigDecimal> before;
        try (var together = new Together()) {
            var earlier =
                    together.begin(() -> queries.total(context.before(query).where(narrowed)));
            now = queries.total(context.now(query).where(narrowed));
            before = earlier.get();
        }
        return measures.stream()
                .map(id -> tile(id, trend, side(now, id), side(before, id)))
                .toList();
    }

    /// One measure by month beside its year before, and its target.
    public Trend trend(String measure, Filter... narrowed) {
        Kpi kpi = queries.catalog().kpi(measure);
        MetricQuery query = MetricQuery.of(measure);
        TimeSeries actual =
                Shapes.series(
                        kpi.definition().label(),
                        kpi,
                        queries.months(context.trend(query).where(narrowed)),
                        context.trendFrom(),
                        context.month());
        TimeSeries before =
                Shapes.series(
                        "Year before",
                        kpi,
                        queries.months(context.yearBefore(query).where(narrowed)),
                        context.trendFrom().minusYears(1),
                        context.month().minusYears(1));
        return new Trend(actual, before.points().isEmpty() ? null : before, Shapes.target(kpi));
    }

    /// A value with the two sides it came from.
    record Side(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator) {}

    private static Side side(Months trend, String id, YearMonth month) {
        return new Side(
                trend.at(id, month),
                trend.at(id + "_numerator", month),
                trend.at(id + "_denominator", month));
    }

    private static Side side(Map<String, BigDecimal> one, String id) {
        return new Side(one.get(id), one.get(id + "_numerator"), one.get(id + "_denominator"));
    }

    private Tile tile(String id, Months trend, Side now, Side before) {
        Kpi kpi = queries.catalog().kpi(id);
        Single single =
                Shapes.single(
                        kpi, trend, now, before.value(), queries.catalog().missing(kpi), context);
        return new Tile(id, single);
    }
}
