package org.claimscope.app.feature.facility;

import java.util.ArrayList;
import java.util.List;
import org.claimscope.app.present.Figuring;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Shapes;
import org.claimscope.app.task.Together;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.TimeSeries;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;

/// Fills the page that compares facilities: figures side by side, payments on one scale,
/// departments.
public final class FacilityViewModel {
    private static final List<String> FIGURES =
            List.of("payments", "net_collection_rate", "denial_rate", "days_in_ar");
    private static final int MOST = 12;
    private static final Target DENIALS = Target.atMost(0.10);

    private final Queries queries;
    private final PageContext context;

    public FacilityViewModel(Queries queries, PageContext context) {
        this.queries = queries;
        this.context = context;
    }

    public FacilityPage page() {
        var cuts = new ArrayList<Filters.Cut>();
        try (Frame order =
                queries.run(
                        context.now(MetricQuery.of("payments"))
                                .by(Dimension.FACILITY)
                                .ordered(0, new MetricQuery.Order("payments", true)))) {
            for (int r = 0; r < order.rowCount(); r++) {
                cuts.add(Shapes.cut(order, "facility", r));
            }
        }
        var facilities = new ArrayList<FacilityPage.Facility>();
        var payments = new ArrayList<TimeSeries>();
        // What does not fit is in the table below; asking for all of a thousand would take minutes.
        try (var together = new Together()) {
            var shown = cuts.subList(0, Math.min(MOST, cuts.size()));
            var begun = shown.stream().map(cut -> together.begin(() -> figures(cut))).toList();
            for (int i = 0; i < shown.size(); i++) {
                String name = shown.get(i).words();
                List<Tile> figures = begun.get(i).get();
                facilities.add(new FacilityPage.Facility(name, shown.get(i), figures));
                TimeSeries trend = figures.getFirst().single().trend();
                payments.add(new TimeSeries(name, trend.unit(), trend.points()));
            }
        }
        return new FacilityPage(
                context.words() + " · " + cuts.size() + " facilities",
                cuts.size(),
                facilities,
                payments,
                "posted date · one scale",
                departments());
    }

    private List<Tile> figures(Filters.Cut cut) {
        return new Figuring(queries, context)
                .tiles(
                        FIGURES,
                        MetricQuery.Filter.is(Dimension.FACILITY, cut.members().getFirst().key()));
    }

    private Table departments() {
        var columns =
                List.of(
                        Column.name("Department"),
                        Column.words("Facility"),
                        Column.figure("Visits", Unit.COUNT).of("encounter_count"),
                        Column.bar("Payments", Unit.MONEY).of("payments"),
                        Column.bullet(
                                        "Denial rate, " + Figures.target(Unit.RATE, DENIALS),
                                        Unit.RATE,
                                        DENIALS)
                                .of("denial_rate"));
        MetricQuery query =
                context.now(MetricQuery.of("encounter_count", "payments", "denial_rate"));
        try (Frame frame =
                        queries.run(
                                query.by(Dimension.DEPARTMENT, Dimension.FACILITY)
                                        .ordered(0, new MetricQuery.Order("payments", true)));
                Frame all = queries.run(query)) {
            var rows = new ArrayList<Row>();
            for (int r = 0; r < frame.rowCount(); r++) {
                rows.add(
                        Row.of(
                                        Shapes.name(frame, "department", r),
                                        Shapes.name(frame, "facility", r),
                                        Shapes.cell(frame, "encounter_count", r),
                                        Shapes.cell(frame, "payments", r),
                                        Shapes.cell(frame, "denial_rate", r))
                                .of(
                                        Shapes.cut(frame, "department", r),
                                        Shapes.cut(frame, "facility", r)));
            }
            return rows.isEmpty()
                    ? Table.empty(columns, "departments")
                    : new Table(
                            columns,
                            rows,
                            Row.of(
                                    Cell.of("All departments"),
                                    Cell.of(""),
                                    Shapes.cell(all, "encounter_count", 0),
                                    Shapes.cell(all, "payments", 0),
                                    Shapes.cell(all, "denial_rate", 0)),
                            "departments");
        }
    }
}
