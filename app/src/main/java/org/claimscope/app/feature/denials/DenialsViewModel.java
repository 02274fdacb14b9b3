package org.claimscope.app.feature.denials;

import java.time.DayOfWeek;
import java.time.LocalDate;
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
import org.claimscope.charts.shape.Contributions;
import org.claimscope.charts.shape.ControlSeries;
import org.claimscope.charts.shape.Matrix;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.model.code.Carc;
import org.claimscope.data.model.code.Carc.Category;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;

/// Fills the denials page: rate and dollars, categories, payers by category, where the claims went,
/// reasons.
public final class DenialsViewModel {
    private static final List<String> TILES =
            List.of(
                    "denial_rate",
                    "denied_amount",
                    "days_to_pay",
                    "net_collection_rate",
                    "claim_count");
    private static final String REASON = "denial_reason";

    private static final int WEEKS = 26;
    private static final int BASE_WEEKS = 13;

    private final Queries queries;
    private final PageContext context;

    public DenialsViewModel(Queries queries, PageContext context) {
        this.queries = queries;
        this.context = context;
    }

    /// What was denied for one reason.
    private record Denied(String carc, double amount, double claims) {}

    public DenialsPage page() {
        try (var together = new Together()) {
            var tiles = together.begin(() -> new Figuring(queries, context).tiles(TILES));
            var byPayer = together.begin(this::byPayer);
            var all = together.begin(this::unfiltered);
            var went = together.begin(() -> ClaimFlow.of(queries, context));
            var weekly = together.begin(this::weekly);
            List<Denied> reasons = reasons();
            Map<Category, List<Denied>> categories = byCategory(reasons);
            List<Category> order = List.copyOf(categories.keySet());
            Map<Category, Double> unfiltered = all.get();
            Map<Filters.Cut, Map<Category, Double>> payers = byPayer.get();
            return new DenialsPage(
                    context.words() + " · by adjudication date",
                    tiles.get(),
                    new Contributions(
                            Unit.MONEY,
                            "Denied",
                            order.stream()
                                    .map(c ->
                                            new Contributions.Item(
                                                    c.label(),
                                                    sum(categories.getOrDefault(c, List.of())),
                                                    unfiltered.get(c)))
                                    .toList()),
                    order.stream().map(c -> cut(c, categories.getOrDefault(c, List.of()))).toList(),
                    matrix(payers, order),
                    List.copyOf(payers.keySet()),
                    went.get(),
                    weekly.get(),
                    table(reasons));
        }
    }

    /// The categories without the filters in force; empty while there are none.
    private Map<Category, Double> unfiltered() {
        var sums = new HashMap<Category, Double>();
        if (!context.filters().cuts().isEmpty()) {
            var all = context.with(context.filters().reset());
            byCategory(new DenialsViewModel(queries, all).reasons())
                    .forEach((category, reasons) -> sums.put(category, sum(reasons)));
        }
        return sums;
    }

    /// Half a year of weeks against the quarter before them.
    private ControlSeries weekly() {
        LocalDate last = context.last();
        LocalDate first = last.minusWeeks(WEEKS).with(DayOfWeek.MONDAY);
        LocalDate base = first.minusWeeks(BASE_WEEKS);
        var points = new ArrayList<ControlSeries.Point>();
        double denied = 0;
        double decided = 0;
        try (Frame frame =
                queries.run(
                        context.now(MetricQuery.of("denial_rate"))
                                .between(base, last)
                                .per(Grain.WEEK))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                LocalDate week = frame.date("period", r);
                double hits = frame.real("denial_rate_numerator", r);
                double of = frame.real("denial_rate_denominator", r);
                if (week == null || !(of > 0)) {
                    continue;
                }
                if (week.isBefore(first)) {
                    denied += hits;
                    decided += of;
                } else {
                    points.add(new ControlSeries.Point(week, (long) hits, (long) of));
                }
            }
        }
        if (decided == 0) {
            denied = points.stream().mapToLong(ControlSeries.Point::hits).sum();
            decided = points.stream().mapToLong(ControlSeries.Point::of).sum();
        }
        points.sort(Comparator.comparing(ControlSeries.Point::start));
        return new ControlSeries(
                "Initial denial rate",
                ControlSeries.Grain.WEEK,
                decided == 0 ? 0 : denied / decided,
                points,
                "");
    }

    private List<Denied> reasons() {
        var all = new ArrayList<Denied>();
        try (Frame frame =
                queries.run(
                        context.now(MetricQuery.of("denied_amount", "denial_rate"))
                                .by(Dimension.DENIAL_REASON)
                                .ordered(0, new MetricQuery.Order("denied_amount", true)))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                double claims = frame.real("denial_rate_numerator", r);
                if (claims > 0) {
                    all.add(
                            new Denied(
                                    String.valueOf(frame.text(REASON, r)),
                                    frame.real("denied_amount", r),
                                    claims));
                }
            }
        }
        return all;
    }

    private static Map<Category, List<Denied>> byCategory(List<Denied> reasons) {
        var grouped = new LinkedHashMap<Category, List<Denied>>();
        reasons.forEach(d ->
                grouped.computeIfAbsent(Carc.category(d.carc()), c -> new ArrayList<>()).add(d));
        var sorted = new LinkedHashMap<Category, List<Denied>>();
        grouped.entrySet().stream()
                .sorted(Comparator.comparingDouble(e -> -sum(e.getValue())))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    private static double sum(List<Denied> reasons) {
        return reasons.stream().mapToDouble(Denied::amount).sum();
    }

    private static Filters.Cut cut(Category category, List<Denied> reasons) {
        return new Filters.Cut(
                REASON,
                reasons.stream().map(d -> new Filters.Member(d.carc(), category.label())).toList());
    }

    private Map<Filters.Cut, Map<Category, Double>> byPayer() {
        var payers = new LinkedHashMap<Filters.Cut, Map<Category, Double>>();
        try (Frame frame =
                queries.run(
                        context.now(MetricQuery.of("denied_amount"))
                                .by(Dimension.PAYER, Dimension.DENIAL_REASON))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                double amount = frame.real("denied_amount", r);
                if (amount != 0) {
                    payers.computeIfAbsent(
                                    Shapes.cut(frame, "payer", r), p -> new LinkedHashMap<>())
                            .merge(
                                    Carc.category(String.valueOf(frame.text(REASON, r))),
                                    amount,
                                    Double::sum);
                }
            }
        }
        var sorted = new LinkedHashMap<Filters.Cut, Map<Category, Double>>();
        payers.entrySet().stream()
                .sorted(
                        Comparator.comparingDouble(
                                e -> -e.getValue().values().stream().mapToDouble(v -> v).sum()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    private static Matrix matrix(
            Map<Filters.Cut, Map<Category, Double>> payers, List<Category> order) {
        return new Matrix(
                Unit.MONEY,
                payers.keySet().stream().map(Filters.Cut::words).toList(),
                order.stream().map(Category::label).toList(),
                order.stream().map(Category::brief).toList(),
                payers.values().stream()
                        .map(row -> order.stream().map(c -> row.getOrDefault(c, 0.0)).toList())
                        .toList());
    }

    private Table table(List<Denied> reasons) {
        var columns =
                List.of(
                        Column.words("CARC"),
                        Column.name("Meaning"),
                        Column.words("Category"),
                        Column.figure("Denied claims", Unit.COUNT).of("denial_rate"),
                        Column.bar("Denied", Unit.MONEY).of("denied_amount"),
                        Column.figure("Share", Unit.RATE));
        double all = sum(reasons);
        double claims = reasons.stream().mapToDouble(Denied::claims).sum();
        if (reasons.isEmpty()) {
            return Table.empty(columns, "denials");
        }
        List<Row> rows =
                reasons.stream()
                        .map(d ->
                                Row.of(
                                                Cell.of(d.carc()),
                                                Cell.of(
                                                        Carc.label(d.carc())
                                                                .orElse("No reason given")),
                                                Cell.of(Carc.category(d.carc()).label()),
                                                Cell.of(d.claims()),
                                                Cell.of(d.amount()),
                                                all == 0
                                                        ? Cell.absent()
                                                        : Cell.of(d.amount() / all))
                                        .of(Filters.Cut.of(REASON, d.carc(), "CARC " + d.carc())))
                        .toList();
        return new Table(
                columns,
                rows,
                Row.of(
                        Cell.of(""),
                        Cell.of("All reasons"),
                        Cell.of(""),
                        Cell.of(claims),
                        Cell.of(all),
                        all == 0 ? Cell.absent() : Cell.of(1)),
                "reasons");
    }
}
