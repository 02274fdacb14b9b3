package org.claimscope.app.feature.receivables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.claimscope.app.widget.Tile;
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
import org.jspecify.annotations.Nullable;

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
        Kpi days = queries.catalog().kpi("days_in_ar");
        try (var together = new Together()) {
            var figures = together.begin(() -> new Figuring(queries, context).tiles(TILES));
            var aging = together.begin(this::aging);
            var departments = together.begin(this::departments);
            Map<Filters.Cut, double[]> byPayer = byBucket(Dimension.PAYER);
            List<Tile> tiles = figures.get();
            return new ReceivablesPage(
                    context.words() + " · as of " + PageContext.day(context.asOf()),
                    tiles,
                    aging.get(),
                    "days since the last service, month ends, net of credits",
                    new Matrix(
                            Unit.MONEY,
                            byPayer.keySet().stream().map(Filters.Cut::words).toList(),
                            BUCKETS,
                            byPayer.values().stream().map(ReceivablesViewModel::boxed).toList()),
                    List.copyOf(byPayer.keySet()),
                    new Trend(
                            tiles.get(TILES.indexOf("days_in_ar")).single().trend(),
                            null,
                            Shapes.target(days)),
                    departments.get());
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
    private Map<Filters.Cut, double[]> byBucket(Dimension dimension) {
        var balances = new LinkedHashMap<Filters.Cut, double[]>();
        try (Frame frame =
                queries.run(
                        context.now(MetricQuery.of("ar_balance"))
                                .by(dimension, Dimension.AGING_BUCKET))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                int bucket = BUCKETS.indexOf(String.valueOf(frame.text("aging_bucket", r)));
                if (bucket >= 0) {
                    balances.computeIfAbsent(
                                            Shapes.cut(frame, dimension.id(), r),
                                            p -> new double[BUCKETS.size()])[bucket] +=
                            frame.real("ar_balance", r);
                }
            }
        }
        var sorted = new LinkedHashMap<Filters.Cut, double[]>();
        balances.entrySet().stream()
                .sorted(Comparator.comparingDouble(e -> -sum(e.getValue())))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    private Table departments() {
        Map<Filters.Cut, double[]> balances = byBucket(Dimension.DEPARTMENT);
        var columns = new ArrayList<Column>();
        columns.add(Column.name("Department"));
        BUCKETS.forEach(b ->
                columns.add(
                        Column.figure(b, Unit.MONEY)
                                .of("ar_balance", Filters.Cut.of("aging_bucket", b, b))));
        columns.add(Column.figure("Total", Unit.MONEY).of("ar_balance"));
        columns.add(Column.figure("Over 90", Unit.RATE).of("ar_over_90_pct"));
        if (balances.isEmpty()) {
            return Table.empty(columns, "departments");
        }
        var over90 = new HashMap<Filters.Cut, BigDecimal>();
        BigDecimal over90All;
        MetricQuery share = context.now(MetricQuery.of("ar_over_90_pct"));
        try (Frame frame = queries.run(share.by(Dimension.DEPARTMENT));
                Frame total = queries.run(share)) {
            for (int r = 0; r < frame.rowCount(); r++) {
                BigDecimal value = frame.number("ar_over_90_pct", r);
                if (value != null) {
                    over90.put(Shapes.cut(frame, "department", r), value);
                }
            }
            over90All = total.number("ar_over_90_pct", 0);
        }
        var rows = new ArrayList<Row>();
        double[] all = new double[BUCKETS.size()];
        balances.forEach((department, values) -> {
            rows.add(row(department.words(), values, over90.get(department)).of(department));
            for (int b = 0; b < all.length; b++) {
                all[b] += values[b];
            }
        });
        return new Table(columns, rows, row("All departments", all, over90All), "departments");
    }

    /// @param over90 the KPI itself, which counts billed accounts only
    private static Row row(String name, double[] values, @Nullable BigDecimal over90) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(name));
        for (double value : values) {
            cells.add(Cell.of(value));
        }
        double total = sum(values);
        cells.add(Cell.of(total));
        cells.add(over90 == null ? Cell.absent() : Cell.of(over90.doubleValue()));
        return Row.of(cells);
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
