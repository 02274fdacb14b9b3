package org.claimscope.app.present;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.shape.Single;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.MetricQuery.Filter;
import org.claimscope.data.query.Queries;
import org.jspecify.annotations.Nullable;

/// Asks for the figures of tiles and strips: the period, what it is compared with, and the trend,
/// in as few queries as that takes.
public record Figuring(Queries queries, PageContext context) {
    /// Several measures, for all or narrowed to some members.
    public List<Tile> tiles(List<String> measures, Filter... narrowed) {
        MetricQuery query = MetricQuery.of(measures.toArray(String[]::new));
        try (Frame trend = queries.run(context.trend(query).where(narrowed))) {
            if (context.period().single()
                    && context.filters().asOf().isEmpty()
                    && !context.running()) {
                return measures.stream()
                        .map(id ->
                                tile(
                                        id,
                                        trend,
                                        side(trend, id, context.month()),
                                        side(trend, id, context.compared().last())))
                        .toList();
            }
            try (Frame now = queries.run(context.now(query).where(narrowed));
                    Frame before = queries.run(context.before(query).where(narrowed))) {
                return measures.stream()
                        .map(id -> tile(id, trend, side(now, id), side(before, id)))
                        .toList();
            }
        }
    }

    /// A value with the two sides it came from.
    record Side(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator) {}

    private Side side(Frame trend, String id, YearMonth month) {
        boolean quotient = trend.columns().contains(id + "_numerator");
        return new Side(
                Shapes.at(id, trend, month),
                quotient ? Shapes.at(id + "_numerator", trend, month) : null,
                quotient ? Shapes.at(id + "_denominator", trend, month) : null);
    }

    private Side side(Frame one, String id) {
        if (one.rowCount() == 0) {
            return new Side(null, null, null);
        }
        boolean quotient = one.columns().contains(id + "_numerator");
        return new Side(
                one.number(id, 0),
                quotient ? one.number(id + "_numerator", 0) : null,
                quotient ? one.number(id + "_denominator", 0) : null);
    }

    private Tile tile(String id, Frame trend, Side now, Side before) {
        Single single =
                Shapes.single(queries.catalog().kpi(id), trend, now, before.value(), context);
        return new Tile(id, single);
    }
}
