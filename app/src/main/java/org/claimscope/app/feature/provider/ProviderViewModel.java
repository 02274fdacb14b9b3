package org.claimscope.app.feature.provider;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimscope.app.present.Figuring;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Shapes;
import org.claimscope.app.task.Together;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Categories;
import org.claimscope.charts.shape.Points;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;

/// Fills the page of providers: each beside the peers of the same specialty.
public final class ProviderViewModel {
    private static final List<String> TILES =
            List.of("charges", "payments", "denial_rate", "days_to_pay", "net_collection_rate");
    private static final Target DENIALS = Target.atMost(0.10);

    private final Queries queries;
    private final PageContext context;

    public ProviderViewModel(Queries queries, PageContext context) {
        this.queries = queries;
        this.context = context;
    }

    public ProviderPage page() {
        try (var together = new Together()) {
            var tiles = together.begin(() -> new Figuring(queries, context).tiles(TILES));
            Map<String, BigDecimal> peers = new HashMap<>();
            var items = new ArrayList<Categories.Item>();
            var cuts = new ArrayList<Filters.Cut>();
            try (Frame bySpecialty =
                    queries.run(
                            context.now(MetricQuery.of("denial_rate"))
                                    .by(Dimension.SPECIALTY)
                                    .ordered(0, new MetricQuery.Order("denial_rate", true)))) {
                for (int r = 0; r < bySpecialty.rowCount(); r++) {
                    BigDecimal rate = bySpecialty.number("denial_rate", r);
                    if (rate != null) {
                        Filters.Cut cut = Shapes.cut(bySpecialty, "specialty", r);
                        peers.put(cut.words(), rate);
                        items.add(new Categories.Item(cut.words(), rate.doubleValue(), false));
                        cuts.add(cut);
                    }
                }
            }
            Table providers = providers(peers);
            return new ProviderPage(
                    context.words() + " · " + Figures.count(providers.rows().size()) + " providers",
                    tiles.get(),
                    new Categories(Unit.RATE, items, DENIALS),
                    cuts,
                    points(providers),
                    providers.rows().stream().map(row -> row.cuts().getFirst()).toList(),
                    providers);
        }
    }

    /// The rows of the table as points.
    private static Points points(Table providers) {
        return new Points(
                "Providers",
                providers.rows().stream().map(row -> row.cuts().getFirst().words()).toList(),
                axis(providers, "Payments", 4, Unit.MONEY),
                axis(providers, "Denial rate", 5, Unit.RATE),
                axis(providers, "Visits", 2, Unit.COUNT));
    }

    private static Points.Axis axis(Table table, String name, int column, Unit unit) {
        return new Points.Axis(
                name,
                unit,
                table.rows().stream()
                        .mapToDouble(row ->
                                row.cells().get(column) instanceof Table.Figure(double value)
                                        ? value
                                        : Double.NaN)
                        .toArray());
    }

    private Table providers(Map<String, BigDecimal> peers) {
        var columns =
                List.of(
                        Column.name("Provider"),
                        Column.words("Specialty"),
                        Column.figure("Visits", Unit.COUNT).of("encounter_count"),
                        Column.figure("Charges", Unit.MONEY).of("charges"),
                        Column.bar("Payments", Unit.MONEY).of("payments"),
                        Column.bullet(
                                        "Denial rate, " + Figures.target(Unit.RATE, DENIALS),
                                        Unit.RATE,
                                        DENIALS)
                                .of("denial_rate"),
                        Column.figure("Peers", Unit.RATE),
                        Column.figure("Days to pay", Unit.DAYS).of("days_to_pay"));
        MetricQuery query =
                context.now(
                        MetricQuery.of(
                                "encounter_count",
                                "charges",
                                "payments",
                                "denial_rate",
                                "days_to_pay"));
        try (Frame frame =
                        queries.run(
                                query.by(Dimension.PROVIDER, Dimension.SPECIALTY)
                                        .ordered(0, new MetricQuery.Order("payments", true)));
                Frame all = queries.run(query)) {
            var rows = new ArrayList<Row>();
            for (int r = 0; r < frame.rowCount(); r++) {
                BigDecimal peer = peers.get(String.valueOf(frame.text("specialty", r)));
                rows.add(
                        Row.of(
                                        Shapes.name(frame, "provider", r),
                                        Shapes.name(frame, "specialty", r),
                                        Shapes.cell(frame, "encounter_count", r),
                                        Shapes.cell(frame, "charges", r),
                                        Shapes.cell(frame, "payments", r),
                                        Shapes.cell(frame, "denial_rate", r),
                                        peer == null ? Cell.absent() : Cell.of(peer.doubleValue()),
                                        Shapes.cell(frame, "days_to_pay", r))
                                .of(Shapes.cut(frame, "provider", r)));
            }
            return rows.isEmpty()
                    ? Table.empty(columns, "providers")
                    : new Table(
                            columns,
                            rows,
                            Row.of(
                                    Cell.of("All providers"),
                                    Cell.of(""),
                                    Shapes.cell(all, "encounter_count", 0),
                                    Shapes.cell(all, "charges", 0),
                                    Shapes.cell(all, "payments", 0),
                                    Shapes.cell(all, "denial_rate", 0),
                                    Cell.absent(),
                                    Shapes.cell(all, "days_to_pay", 0)),
                            "providers");
        }
    }
}
