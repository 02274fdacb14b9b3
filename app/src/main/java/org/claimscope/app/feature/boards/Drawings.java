package org.claimscope.app.feature.boards;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.claimscope.app.feature.boards.Content.Drawing;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.Figuring;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Shapes;
import org.claimscope.app.present.Way;
import org.claimscope.charts.chart.Chart;
import org.claimscope.charts.chart.HeatMap;
import org.claimscope.charts.chart.MonthLine;
import org.claimscope.charts.chart.RankedBars;
import org.claimscope.charts.chart.SmallMultiples;
import org.claimscope.charts.chart.StackedColumns;
import org.claimscope.charts.chart.Waterfall;
import org.claimscope.charts.format.MonthNames;
import org.claimscope.charts.shape.Bridge;
import org.claimscope.charts.shape.Categories;
import org.claimscope.charts.shape.Matrix;
import org.claimscope.charts.shape.MonthValue;
import org.claimscope.charts.shape.Stack;
import org.claimscope.charts.shape.TimeSeries;
import org.claimscope.charts.shape.Trend;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.change.Change;
import org.claimscope.data.change.Changes;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;

/// Fills the charts of a board.
record Drawings(Queries queries, PageContext context) {
    private static final int BARS = 12;
    private static final int PANELS = 6;
    private static final int PARTS = 5;
    private static final int ROWS = 12;
    private static final int COLUMNS = 9;

    Content of(Part part) {
        return switch (part.look()) {
            case LINE -> line(part);
            case LINES -> lines(part);
            case BARS -> bars(part);
            case STACK -> stack(part);
            case MATRIX -> matrix(part);
            case CALENDAR -> new DayDrawing(queries, context).of(part);
            case CHANGE -> change(part);
            case TILE, TABLE, VARIANTS, DEFINITION ->
                    throw new IllegalArgumentException(part.look() + " is no chart");
        };
    }

    private Kpi kpi(Part part) {
        return queries.catalog().kpi(part.measure());
    }

    private static Unit unit(Kpi kpi) {
        return Shapes.unit(kpi.definition().unit());
    }

    private Dimension by(Part part, int at) {
        return queries.catalog().dimension(part.by().get(at));
    }

    private MetricQuery query(Part part) {
        return MetricQuery.of(part.measure())
                .where(PageContext.conditions(part.where(), queries.catalog()));
    }

    private static Drill drill(Part part, Filters.Cut... members) {
        var cuts = new ArrayList<>(part.where());
        cuts.addAll(List.of(members));
        return Drill.of(part.measure()).to(cuts);
    }

    private static int most(Part part, int usual) {
        return part.top() == 0 ? usual : part.top();
    }

    /// A mark and where it leads.
    private record Marked(List<String> members, Drill drill, String title) {}

    private Content line(Part part) {
        Kpi kpi = kpi(part);
        String name = kpi.definition().label();
        Trend trend =
                new Figuring(queries, context)
                        .trend(kpi.id(), PageContext.conditions(part.where(), queries.catalog()));
        List<Marked> ways =
                trend.actual().points().stream()
                        .map(p ->
                                new Marked(
                                        List.of(p.month().toString()),
                                        drill(part).in(Filters.Period.of(p.month())),
                                        name + " " + MonthNames.full(p.month())))
                        .toList();
        return drawing(
                part,
                new MonthLine(trend),
                MonthLine.axisNote(trend),
                trend.yearBefore() == null ? "by month" : "year before in grey",
                ways);
    }

    private static Drawing drawing(
            Part part, Chart chart, Optional<String> axis, String note, List<Marked> ways) {
        var leads = new LinkedHashMap<List<String>, Way>();
        ways.forEach(w -> leads.putIfAbsent(w.members(), new Way(w.drill(), w.title())));
        return new Drawing(
                chart, Naming.joined(axis.orElse(""), note, Naming.where(part.where())), leads);
    }

    /// A figure of one member in one month.
    private record Monthly(Filters.Cut member, YearMonth month, double value, double weight) {}

    private List<Monthly> monthly(Part part, Kpi kpi) {
        Dimension by = by(part, 0);
        var all = new ArrayList<Monthly>();
        try (Frame frame = queries.run(context.trend(query(part)).by(by))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                LocalDate start = frame.date("period", r);
                double value = frame.real(kpi.id(), r);
                if (start != null && !Double.isNaN(value)) {
                    all.add(
                            new Monthly(
                                    Shapes.cut(frame, by.id(), r),
                                    YearMonth.from(start),
                                    value,
                                    weight(frame, kpi, r)));
                }
            }
        }
        all.sort(Comparator.comparing(Monthly::month));
        return all;
    }

    /// How much there was to count, so that what matters most comes first: a rate of three claims
    /// is not the first to look at.
    private static double weight(Frame frame, Kpi kpi, int r) {
        double weight =
                kpi.definition().denominator().isPresent()
                        ? frame.real(kpi.id() + "_denominator", r)
                        : Math.abs(frame.real(kpi.id(), r));
        return Double.isNaN(weight) ? 0 : weight;
    }

    /// The members, the weightiest first.
    private static List<Filters.Cut> members(List<Monthly> all) {
        var weights = new LinkedHashMap<Filters.Cut, Double>();
        all.forEach(m -> weights.merge(m.member(), m.weight(), Double::sum));
        return heaviest(weights);
    }

    private static <T> List<T> heaviest(Map<T, Double> weights) {
        return weights.entrySet().stream()
                .sorted(Map.Entry.<T, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Content lines(Part part) {
        Kpi kpi = kpi(part);
        List<Monthly> all = monthly(part, kpi);
        List<Filters.Cut> members = members(all);
        List<TimeSeries> panels =
                members.stream()
                        .limit(most(part, PANELS))
                        .map(m ->
                                new TimeSeries(
                                        m.words(),
                                        unit(kpi),
                                        all.stream()
                                                .filter(p -> p.member().equals(m))
                                                .map(p -> new MonthValue(p.month(), p.value()))
                                                .toList()))
                        .toList();
        List<Marked> ways =
                all.stream()
                        .map(p ->
                                new Marked(
                                        List.of(p.member().words(), p.month().toString()),
                                        drill(part, p.member()).in(Filters.Period.of(p.month())),
                                        p.member().words() + ", " + MonthNames.full(p.month())))
                        .toList();
        String note =
                members.size() > panels.size()
                        ? "the largest " + panels.size() + " of " + members.size() + ", one scale"
                        : "one scale";
        return drawing(part, new SmallMultiples(unit(kpi), panels), Optional.empty(), note, ways);
    }

    private Content bars(Part part) {
        Kpi kpi = kpi(part);
        Dimension by = by(part, 0);
        int most = most(part, BARS);
        var items = new ArrayList<Categories.Item>();
        var ways = new ArrayList<Marked>();
        int found;
        try (Frame frame =
                queries.run(
                        context.now(query(part))
                                .by(by)
                                .ordered(0, new MetricQuery.Order(kpi.id(), true)))) {
            found = frame.rowCount();
            for (int r = 0; r < frame.rowCount() && items.size() < most; r++) {
                double value = frame.real(kpi.id(), r);
                if (!Double.isNaN(value)) {
                    Filters.Cut cut = Shapes.cut(frame, by.id(), r);
                    items.add(new Categories.Item(cut.words(), value, false));
                    ways.add(new Marked(List.of(cut.words()), drill(part, cut), cut.words()));
                }
            }
        }
        String note =
                found > items.size() ? "first " + items.size() + " of " + found : "largest first";
        return drawing(
                part,
                new RankedBars(new Categories(unit(kpi), items, Shapes.target(kpi)), false),
                Optional.empty(),
                note,
                ways);
    }

    private Content stack(Part part) {
        Kpi kpi = kpi(part);
        if (!unit(kpi).adds()) {
            return new Content.Trouble(
                    kpi.definition().label() + " of several members does not add up.");
        }
        List<Monthly> all = monthly(part, kpi);
        List<Filters.Cut> members = members(all);
        int named = members.size() <= PARTS + 1 ? members.size() : Math.min(PARTS, members.size());
        List<YearMonth> months =
                IntStream.rangeClosed(0, 12)
                        .mapToObj(i -> context.trendFrom().plusMonths(i))
                        .toList();
        var parts = new ArrayList<Stack.Part>();
        var ways = new ArrayList<Marked>();
        List<List<Filters.Cut>> groups = new ArrayList<>();
        members.subList(0, named).forEach(m -> groups.add(List.of(m)));
        if (named < members.size()) {
            groups.add(members.subList(named, members.size()));
        }
        for (List<Filters.Cut> group : groups) {
            Filters.Cut cut = together(group);
            String name = group.size() == 1 ? cut.words() : group.size() + " others";
            var values = new ArrayList<Double>();
            for (YearMonth month : months) {
                values.add(
                        all.stream()
                                .filter(m -> m.month().equals(month) && group.contains(m.member()))
                                .mapToDouble(Monthly::value)
                                .sum());
                ways.add(
                        new Marked(
                                List.of(MonthNames.brief(month), name),
                                drill(part, cut).in(Filters.Period.of(month)),
                                name + ", " + MonthNames.full(month)));
            }
            parts.add(new Stack.Part(name, values));
        }
        return drawing(
                part,
                new StackedColumns(
                        new Stack(
                                unit(kpi),
                                months.stream().map(MonthNames::brief).toList(),
                                parts,
                                false)),
                Optional.empty(),
                "by month",
                ways);
    }

    private static Filters.Cut together(List<Filters.Cut> cuts) {
        return new Filters.Cut(
                cuts.getFirst().dimension(),
                cuts.stream().flatMap(c -> c.members().stream()).toList());
    }

    private Content matrix(Part part) {
        Kpi kpi = kpi(part);
        Dimension down = by(part, 0);
        Dimension across = by(part, 1);
        var cells = new LinkedHashMap<List<Filters.Cut>, Double>();
        var rows = new LinkedHashMap<Filters.Cut, Double>();
        var columns = new LinkedHashMap<Filters.Cut, Double>();
        try (Frame frame = queries.run(context.now(query(part)).by(down, across))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                double value = frame.real(kpi.id(), r);
                if (!Double.isNaN(value)) {
                    Filters.Cut row = Shapes.cut(frame, down.id(), r);
                    Filters.Cut column = Shapes.cut(frame, across.id(), r);
                    double weight = weight(frame, kpi, r);
                    cells.put(List.of(row, column), value);
                    rows.merge(row, weight, Double::sum);
                    columns.merge(column, weight, Double::sum);
                }
            }
        }
        List<Filters.Cut> shownRows = heaviest(rows).stream().limit(most(part, ROWS)).toList();
        List<Filters.Cut> shownColumns = heaviest(columns).stream().limit(COLUMNS).toList();
        var ways = new ArrayList<Marked>();
        for (Filters.Cut row : shownRows) {
            ways.add(new Marked(List.of(row.words(), ""), drill(part, row), row.words()));
            for (Filters.Cut column : shownColumns) {
                ways.add(
                        new Marked(
                                List.of(row.words(), column.words()),
                                drill(part, row, column),
                                row.words() + ", " + column.words()));
            }
        }
        shownColumns.forEach(
                c -> ways.add(new Marked(List.of("", c.words()), drill(part, c), c.words())));
        Matrix matrix =
                new Matrix(
                        unit(kpi),
                        shownRows.stream().map(Filters.Cut::words).toList(),
                        shownColumns.stream().map(Filters.Cut::words).toList(),
                        shownRows.stream()
                                .map(row ->
                                        shownColumns.stream()
                                                .map(c ->
                                                        cells.getOrDefault(
                                                                List.of(row, c), Double.NaN))
                                                .toList())
                                .toList());
        String left =
                rows.size() > shownRows.size() || columns.size() > shownColumns.size()
                        ? "the largest only"
                        : "";
        return drawing(
                part,
                new HeatMap(matrix),
                Optional.empty(),
                Naming.joined(HeatMap.unitNote(matrix), left),
                ways);
    }

    private Content change(Part part) {
        Dimension by = by(part, 0);
        Optional<Change> change =
                new Changes(queries)
                        .of(
                                part.measure(),
                                query -> context.now(narrowed(query, part)),
                                query -> context.before(narrowed(query, part)),
                                by);
        Kpi kpi = kpi(part);
        if (change.isEmpty()) {
            return new Content.Trouble(
                    kpi.definition().label() + " has no figure in one of the two periods.");
        }
        var steps = new ChangeSteps(kpi, by, most(part, ROWS)).of(change.get());
        Bridge bridge =
                new Bridge(
                        unit(kpi),
                        context.compared().words(),
                        change.get().before(),
                        steps.stream().map(ChangeSteps.Step::shown).toList(),
                        context.period().words(),
                        change.get().now());
        List<Marked> ways =
                steps.stream()
                        .filter(s -> !s.members().isEmpty())
                        .map(s ->
                                new Marked(
                                        List.of(s.shown().label()),
                                        drill(part, new Filters.Cut(by.id(), s.members())),
                                        s.shown().label()))
                        .toList();
        return drawing(
                part,
                new Waterfall(bridge),
                Waterfall.axisNote(bridge),
                "by " + by.words().getFirst(),
                ways);
    }

    private MetricQuery narrowed(MetricQuery query, Part part) {
        return query.where(PageContext.conditions(part.where(), queries.catalog()));
    }
}
