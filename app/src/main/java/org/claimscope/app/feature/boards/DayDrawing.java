package org.claimscope.app.feature.boards;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.claimscope.app.feature.boards.Content.Drawing;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Shapes;
import org.claimscope.app.present.Way;
import org.claimscope.charts.chart.CalendarHeat;
import org.claimscope.charts.shape.DailySeries;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Measure;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;

/// Fills a calendar: what each day of three months adds.
record DayDrawing(Queries queries, PageContext context) {
    private static final int MONTHS = 3;

    Content of(Part part) {
        Kpi kpi = queries.catalog().kpi(part.measure());
        Kpi.Definition d = kpi.definition();
        if (d.denominator().isPresent() || d.numerator().window() != Measure.Window.PERIOD) {
            return new Content.Trouble(
                    d.label() + " is a rate or a state: no day has one of its own.");
        }
        YearMonth first = context.month().minusMonths(MONTHS - 1L);
        LocalDate from = first.atDay(1);
        LocalDate to = context.last();
        MetricQuery query =
                context.now(MetricQuery.of(kpi.id()))
                        .between(from, to)
                        .where(PageContext.conditions(part.where(), queries.catalog()))
                        .per(Grain.DAY);
        var days = new ArrayList<DailySeries.Day>();
        var ways = new LinkedHashMap<List<String>, Way>();
        try (Frame frame = queries.run(query)) {
            for (int r = 0; r < frame.rowCount(); r++) {
                LocalDate day = frame.date("period", r);
                double value = frame.real(kpi.id(), r);
                if (day != null && !Double.isNaN(value)) {
                    days.add(new DailySeries.Day(day, value));
                    ways.put(
                            List.of(day.toString()),
                            new Way(
                                    Drill.of(kpi.id()).to(part.where()).on(day),
                                    d.label() + " " + PageContext.day(day)));
                }
            }
        }
        return new Drawing(
                new CalendarHeat(
                        new DailySeries(
                                d.label(),
                                Shapes.unit(d.unit()),
                                from,
                                to,
                                days,
                                context.running() ? context.today() : null)),
                Naming.joined(
                        "by " + d.dateBasis().id().replace('_', ' '), Naming.where(part.where())),
                ways);
    }
}
