package org.claimscope.app.feature.receivables;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Shapes;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.charts.format.MonthNames;
import org.claimscope.charts.shape.Matrix;
import org.claimscope.charts.shape.Stack;
import org.claimscope.charts.shape.Trend;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;

/// Fills the receivables page: what is owed, how old it is, by whom.
public final class ReceivablesViewModel {
    private static final List<String> TILES =
            List.of(
                    "ar_balance",
                    "days_in_ar",
                    "ar_over_90_pct",
                    "days_to_pay",
                    "net_collection_rate");

    /// The compiler's words for buckets, youngest first; day 90 is in 61–90.
    private static final List<String> BUCKETS =
            List.of("0–30", "31–60", "61–90", "91–120", "over 120");

    private final Queries queries;
    private final PageContext context;

    public ReceivablesViewModel(Queries queries, PageContext context) {
        this.queries = queries;
        this.context = context;
    }

    public ReceivablesPage page() {
        try (Frame trend =
                queries.run(context.trend(MetricQuery.of(TILES.toArray(String[]::new))))) {
            Kpi days = queries.catalog().kpi("days_in_ar");
            Map<String, double[]> byPayer = byBucket(Dimension.PAYER);
            return new ReceivablesPage(
                    context.words() + " · as of " + PageContext.day(context.last()),
                    TILES.stream()
                            .map(id -> Shapes.single(queries.catalog().kpi(id), trend, context))
                            .toList(),
                    aging(),
                    "days since the last service, month ends, net of credits",
                    new Matrix(
                            Unit.MONEY,
                            List.copyOf(byPayer.keySet()),
                            BUCKETS,
                            byPayer.values().stream().map(ReceivablesViewModel::boxed).toList()),
                    new Trend(
                            Shapes.series(
                                    days.definition().label(),
                                    days,
                                    trend,
                                    YearMonth.from(context.trendStart()),
                                    context.month()),
                            null,
                            Shapes.target(days)),
                    departments());
        }
    }

    private Stack aging() {
        var months = new ArrayList<YearMonth>();
        for (YearMonth m = YearMonth.from(context.trendStart());
                !m.isAfter(context.month());
                m = m.plusMonths(1)) {
            months.add(m);
        }
        double[][] values = new double[BUCKETS.size()][months.size()];
        try (Frame frame =
                queries.run(
                        context.trend(MetricQuery.of("ar_balance")).by(Dimension.AGING_BUCKET))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                int bucket = BUCKETS.indexOf(String.valueOf(frame.text("aging_bucket", r)));
                LocalDate start = frame.date("period", r);
                int month = start == null ? -1 : months.indexOf(YearMonth.from(start));
                if (bucket >= 0 && month >= 0) {
                    values[bucket][month] = frame.real("ar_balance", r);
                }
            }
        }
        var parts = new ArrayList<Stack.Part>();
        for (int b = 0; b < BUCKETS.size(); b++) {
            parts.add(new Stack.Part(BUCKETS.get(b), boxed(values[b])));
        }
        return new Stack(Unit.MONEY, months.stream().map(MonthNames::brief).toList(), parts, true);
    }

    /// Balances by member and bucket, largest member first.
    private Map<String, double[]> byBucket(Dimension dimension) {
        var balances = new LinkedHashMap<String, double[]>();
        try (Frame frame =
                queries.run(
                        context.month(MetricQuery.of("ar_balance"))
                                .by(dimension, Dimension.AGING_BUCKET))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                int bucket = BUCKETS.indexOf(String.valueOf(frame.text("aging_bucket", r)));
                if (bucket >= 0) {
                    balances.computeIfAbsent(
                                            String.valueOf(frame.text(dimension.id(), r)),
                                            p -> new double[BUCKETS.size()])[bucket] +=
                            frame.real("ar_balance", r);
                }
            }
        }
        var sorted = new LinkedHashMap<String, double[]>();
        balances.entrySet().stream()
                .sorted(Comparator.comparingDouble(e -> -sum(e.getValue())))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    private Table departments() {
        Map<String, double[]> balances = byBucket(Dimension.DEPARTMENT);
        var columns = new ArrayList<Column>();
        columns.add(Column.name("Department"));
        BUCKETS.forEach(b -> columns.add(Column.figure(b, Unit.MONEY)));
        columns.add(Column.figure("Total", Unit.MONEY));
        columns.add(Column.figure("Over 90", Unit.RATE));
        if (balances.isEmpty()) {
            return Table.empty(columns, "departments");
        }
        var rows = new ArrayList<Row>();
        double[] all = new double[BUCKETS.size()];
        balances.forEach((department, values) -> {
            rows.add(row(department, values));
            for (int b = 0; b < all.length; b++) {
                all[b] += values[b];
            }
        });
        return new Table(columns, rows, row("All departments", all), "departments");
    }

    private static Row row(String name, double[] values) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(name));
        for (double value : values) {
            cells.add(Cell.of(value));
        }
        double total = sum(values);
        cells.add(Cell.of(total));
        cells.add(total > 0 ? Cell.of((values[3] + values[4]) / total) : Cell.absent());
        return new Row(cells);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static List<Double> boxed(double[] values) {
        var list = new ArrayList<Double>();
        for (double value : values) {
            list.add(value);
        }
        return list;
    }
}
