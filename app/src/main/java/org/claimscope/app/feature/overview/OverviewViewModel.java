package org.claimscope.app.feature.overview;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Shapes;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Bridge;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Trend;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;

/// Fills the morning page from the catalog: ten tiles, payments by month, what moved receivables,
/// payers, facilities.
public final class OverviewViewModel {
    /// The tiles, in reading order.
    public static final List<String> TILES =
            List.of(
                    "charges",
                    "payments",
                    "net_collection_rate",
                    "days_in_ar",
                    "ar_over_90_pct",
                    "denial_rate",
                    "days_to_pay",
                    "adjustments",
                    "ar_balance",
                    "gross_collection_rate");

    private static final Target DENIALS = Target.atMost(0.10);

    private final Queries queries;
    private final PageContext context;

    public OverviewViewModel(Queries queries, PageContext context) {
        this.queries = queries;
        this.context = context;
    }

    public OverviewPage page() {
        try (Frame trend =
                queries.run(context.trend(MetricQuery.of(TILES.toArray(String[]::new))))) {
            List<Single> tiles =
                    TILES.stream().map(id -> Shapes.single(kpi(id), trend, context)).toList();
            Table facilities = facilities();
            return new OverviewPage(
                    context.words() + " · " + facilities.rows().size() + " facilities",
                    tiles,
                    payments(),
                    "posted date · year before in grey",
                    bridge(trend),
                    PageContext.day(context.compared().atEndOfMonth())
                            + " to "
                            + PageContext.day(context.last()),
                    payers(),
                    facilities);
        }
    }

    private Kpi kpi(String id) {
        return queries.catalog().kpi(id);
    }

    private Trend payments() {
        Kpi kpi = kpi("payments");
        MetricQuery query = context.trend(MetricQuery.of("payments"));
        YearMonth first = YearMonth.from(context.trendStart());
        try (Frame frame =
                queries.run(query.between(context.trendStart().minusYears(1), context.last()))) {
            var before =
                    Shapes.series(
                            "Year before",
                            kpi,
                            frame,
                            first.minusYears(1),
                            context.month().minusYears(1));
            return new Trend(
                    Shapes.series("Net payments", kpi, frame, first, context.month()),
                    before.points().isEmpty() ? null : before,
                    Shapes.target(kpi));
        }
    }

    private Bridge bridge(Frame trend) {
        return new Bridge(
                Unit.MONEY,
                PageContext.day(context.compared().atEndOfMonth()),
                value("ar_balance", trend, context.compared()),
                List.of(
                        new Bridge.Step(
                                "Charges", value("charges", trend, context.month()), Tone.NEUTRAL),
                        new Bridge.Step(
                                "Payments",
                                -value("payments", trend, context.month()),
                                Tone.BETTER),
                        new Bridge.Step(
                                "Adjustments",
                                -value("adjustments", trend, context.month()),
                                Tone.NEUTRAL)),
                PageContext.day(context.last()),
                value("ar_balance", trend, context.month()));
    }

    private static double value(String id, Frame frame, YearMonth month) {
        BigDecimal value = Shapes.at(id, frame, month);
        return value == null ? 0 : value.doubleValue();
    }

    private Table payers() {
        var columns =
                List.of(
                        Column.name("Payer"),
                        Column.words("Class"),
                        Column.figure("Claims", Unit.COUNT),
                        Column.figure("Payments", Unit.MONEY),
                        Column.bullet(
                                "Denial rate, " + Figures.target(Unit.RATE, DENIALS),
                                Unit.RATE,
                                DENIALS),
                        Column.figure("Days to pay", Unit.DAYS));
        MetricQuery query =
                context.month(
                        MetricQuery.of("claim_count", "payments", "denial_rate", "days_to_pay"));
        try (Frame frame =
                        queries.run(
                                query.by(Dimension.PAYER, Dimension.PAYER_TYPE)
                                        .ordered(0, new MetricQuery.Order("payments", true)));
                Frame all = queries.run(query)) {
            var rows = new ArrayList<Row>();
            for (int r = 0; r < frame.rowCount(); r++) {
                rows.add(
                        Row.of(
                                Shapes.name(frame, "payer", r),
                                Shapes.name(frame, "payer_type", r),
                                Shapes.cell(frame, "claim_count", r),
                                Shapes.cell(frame, "payments", r),
                                Shapes.cell(frame, "denial_rate", r),
                                Shapes.cell(frame, "days_to_pay", r)));
            }
            return rows.isEmpty()
                    ? Table.empty(columns, "payers")
                    : new Table(
                            columns,
                            rows,
                            Row.of(
                                    Cell.of("All payers"),
                                    Cell.of(""),
                                    Shapes.cell(all, "claim_count", 0),
                                    Shapes.cell(all, "payments", 0),
                                    Shapes.cell(all, "denial_rate", 0),
                                    Shapes.cell(all, "days_to_pay", 0)),
                            "payers");
        }
    }

    private Table facilities() {
        var columns =
                List.of(
                        Column.name("Facility"),
                        Column.figure("Payments", Unit.MONEY),
                        Column.bullet(
                                "Denial rate, " + Figures.target(Unit.RATE, DENIALS),
                                Unit.RATE,
                                DENIALS));
        MetricQuery query = context.month(MetricQuery.of("payments", "denial_rate"));
        try (Frame frame =
                        queries.run(
                                query.by(Dimension.FACILITY)
                                        .ordered(0, new MetricQuery.Order("payments", true)));
                Frame all = queries.run(query)) {
            var rows = new ArrayList<Row>();
            for (int r = 0; r < frame.rowCount(); r++) {
                rows.add(
                        Row.of(
                                Shapes.name(frame, "facility", r),
                                Shapes.cell(frame, "payments", r),
                                Shapes.cell(frame, "denial_rate", r)));
            }
            return rows.isEmpty()
                    ? Table.empty(columns, "facilities")
                    : new Table(
                            columns,
                            rows,
                            Row.of(
                                    Cell.of("All facilities"),
                                    Shapes.cell(all, "payments", 0),
                                    Shapes.cell(all, "denial_rate", 0)),
                            "facilities");
        }
    }
}
