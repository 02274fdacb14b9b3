package org.claimscope.app.feature.boards;

import java.util.ArrayList;
import java.util.List;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Shapes;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;

/// Fills a table of a board: members down, measures across, the total below.
record Listing(Queries queries, PageContext context) {
    private static final int MOST = 200;

    Content of(Part part) {
        List<Dimension> by = part.by().stream().map(id -> queries.catalog().dimension(id)).toList();
        List<Kpi> kpis = part.measures().stream().map(id -> queries.catalog().kpi(id)).toList();
        var columns = new ArrayList<Column>();
        for (int d = 0; d < by.size(); d++) {
            String name = Naming.title(by.get(d));
            columns.add(d == 0 ? Column.name(name) : Column.words(name));
        }
        kpis.forEach(kpi -> columns.add(column(kpi, part)));
        MetricQuery query =
                context.now(MetricQuery.of(part.measures().toArray(String[]::new)))
                        .where(PageContext.conditions(part.where(), queries.catalog()));
        int most = part.top() == 0 ? MOST : Math.min(part.top(), MOST);
        try (Frame frame =
                        queries.run(
                                query.by(by.toArray(Dimension[]::new))
                                        .ordered(
                                                most,
                                                new MetricQuery.Order(part.measure(), true)));
                Frame all = queries.run(query)) {
            var rows = new ArrayList<Row>();
            for (int r = 0; r < frame.rowCount(); r++) {
                var cells = new ArrayList<Cell>();
                var cuts = new ArrayList<Filters.Cut>();
                for (Dimension d : by) {
                    cells.add(Shapes.name(frame, d.id(), r));
                    cuts.add(Shapes.cut(frame, d.id(), r));
                }
                for (Kpi kpi : kpis) {
                    cells.add(Shapes.cell(frame, kpi.id(), r));
                }
                rows.add(Row.of(cells).of(cuts.toArray(Filters.Cut[]::new)));
            }
            String things = Naming.plural(by.getFirst());
            Table table =
                    rows.isEmpty()
                            ? Table.empty(columns, things)
                            : new Table(columns, rows, total(by, kpis, all), things);
            String note = Naming.where(part.where());
            return new Content.Rows(
                    table,
                    rows.size() < most
                            ? note
                            : Naming.joined("the first " + most + " of them", note));
        }
    }

    private static Row total(List<Dimension> by, List<Kpi> kpis, Frame all) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of("All " + Naming.plural(by.getFirst())));
        for (int d = 1; d < by.size(); d++) {
            cells.add(Cell.of(""));
        }
        for (Kpi kpi : kpis) {
            cells.add(all.rowCount() == 0 ? Cell.absent() : Shapes.cell(all, kpi.id(), 0));
        }
        return Row.of(cells);
    }

    private static Column column(Kpi kpi, Part part) {
        Unit unit = Shapes.unit(kpi.definition().unit());
        Target target = Shapes.target(kpi);
        String label = kpi.definition().label();
        boolean first = kpi.id().equals(part.measure());
        Column column =
                target != null && unit == Unit.RATE
                        ? Column.bullet(label + ", " + Figures.target(unit, target), unit, target)
                        : first && unit.adds()
                                ? Column.bar(label, unit)
                                : Column.figure(label, unit);
        return column.of(kpi.id(), part.where().toArray(Filters.Cut[]::new));
    }
}
