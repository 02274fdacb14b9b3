package org.claimscope.nlq.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.nlq.form.Filter;
import org.claimscope.nlq.form.Op;
import org.claimscope.nlq.form.QuestionForm;
import org.claimscope.nlq.form.QuestionForm.Order;

/// An answer's table: the result's rows, and beside them those of the second period.
record Grid(List<String> columns, List<List<Cell>> rows) {
    /// What a reader wants to see of a record, in this order; columns that a record lacks are left
    /// out.
    private static final List<String> LISTED =
            List.of(
                    "claim",
                    "encounter",
                    "patient",
                    "payer",
                    "facility",
                    "provider",
                    "claim_status",
                    "encounter_type",
                    "billed",
                    "paid",
                    "denied",
                    "balance",
                    "carc",
                    "service_date",
                    "discharge_date",
                    "submitted_date",
                    "adjudicated_date",
                    "age_days");

    private static final Set<String> MONEY = Set.of("billed", "paid", "denied", "balance");

    static Grid of(Catalog catalog, MetricQuery query, Frame frame) {
        var columns = new ArrayList<String>();
        query.dimensions().forEach(d -> columns.add(d.id()));
        query.grain().ifPresent(g -> columns.add(g.id()));
        columns.addAll(query.measures());
        var rows = new ArrayList<List<Cell>>();
        for (int r = 0; r < frame.rowCount(); r++) {
            var row = new ArrayList<Cell>();
            for (Dimension d : query.dimensions()) {
                row.add(text(frame.text(d.id(), r)));
            }
            if (query.grain().isPresent()) {
                var start = frame.date("period", r);
                row.add(text(start == null ? null : query.grain().get().label(start)));
            }
            for (String id : query.measures()) {
                BigDecimal value = frame.number(id, r);
                Unit unit = catalog.kpi(id).definition().unit();
                row.add(value == null ? new Cell.Nothing() : new Cell.Figure(value, unit));
            }
            rows.add(List.copyOf(row));
        }
        return new Grid(List.copyOf(columns), List.copyOf(rows));
    }

    /// The largest of a column first; what has no figure last.
    Grid ranked(String column) {
        int at = columns.indexOf(column);
        Comparator<List<Cell>> bySize =
                Comparator.comparing(
                        row -> row.get(at) instanceof Cell.Figure(var value, _) ? value : null,
                        Comparator.nullsFirst(Comparator.naturalOrder()));
        return new Grid(columns, rows.stream().sorted(bySize.reversed()).toList());
    }

    /// The records themselves, identifiers masked. What the question fixes to one member is not
    /// repeated in every row.
    static Grid listing(MetricQuery query, Frame frame) {
        Set<String> fixed =
                query.filters().stream()
                        .filter(f -> f.op() == MetricQuery.Op.EQUAL && f.values().size() == 1)
                        .map(f -> f.dimension().id())
                        .filter(id -> !id.equals("claim"))
                        .collect(Collectors.toSet());
        boolean claims = frame.columns().contains("row_claim");
        List<String> columns =
                LISTED.stream()
                        .filter(c -> frame.columns().contains("row_" + c))
                        .filter(c -> !fixed.contains(c))
                        // The claim names its visit, and there is no room for both.
                        .filter(c -> !claims || !c.equals("encounter"))
                        .toList();
        var rows = new ArrayList<List<Cell>>();
        for (int r = 0; r < frame.rowCount(); r++) {
            var row = new ArrayList<Cell>();
            for (String column : columns) {
                row.add(record(frame, column, r));
            }
            rows.add(List.copyOf(row));
        }
        return new Grid(columns, List.copyOf(rows));
    }

    private static Cell record(Frame frame, String column, int row) {
        if (MONEY.contains(column)) {
            BigDecimal value = frame.number("row_" + column, row);
            return value == null ? new Cell.Nothing() : new Cell.Figure(value, Unit.MONEY);
        }
        var date = frame.date("row_" + column, row);
        return text(date == null ? frame.text("row_" + column, row) : date.toString());
    }

    private static Cell text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? new Cell.Nothing() : new Cell.Text(value);
    }

    /// @param later how many periods later the row is set
    private static List<String> keys(MetricQuery query, Frame frame, int later) {
        var keys = new ArrayList<String>();
        for (int r = 0; r < frame.rowCount(); r++) {
            var key = new StringBuilder();
            for (Dimension d : query.dimensions()) {
                boolean member = d.kind() == Dimension.Kind.MEMBER;
                key.append(frame.text(d.id(), r))
                        .append('\u0000')
                        .append(member ? frame.text(d.id() + "_key", r) : "")
                        .append('\u0000');
            }
            if (query.grain().isPresent()) {
                var start = frame.date("period", r);
                key.append(start == null ? "" : query.grain().get().plus(start, later));
            }
            keys.add(key.toString());
        }
        return keys;
    }

    /// Each measure with its value in the second period and the difference.
    ///
    /// @param later with a time axis, how many periods a value of the second is before the one it
    ///   stands beside
    static Grid compared(
            Catalog catalog,
            MetricQuery query,
            Frame frame,
            MetricQuery second,
            Frame before,
            int later) {
        Grid now = of(catalog, query, frame);
        Grid then = of(catalog, second, before);
        Map<String, List<Cell>> byKey = new HashMap<>();
        List<String> thenKeys = keys(second, before, later);
        for (int r = 0; r < thenKeys.size(); r++) {
            byKey.put(thenKeys.get(r), then.rows().get(r));
        }
        int members = query.dimensions().size() + (query.grain().isPresent() ? 1 : 0);
        var columns = new ArrayList<>(now.columns().subList(0, members));
        for (String id : query.measures()) {
            columns.addAll(List.of(id, id + ".before", id + ".change"));
        }
        List<String> keys = keys(query, frame, 0);
        var rows = new ArrayList<List<Cell>>();
        for (int r = 0; r < keys.size(); r++) {
            List<Cell> a = now.rows().get(r);
            Optional<List<Cell>> b = Optional.ofNullable(byKey.get(keys.get(r)));
            var row = new ArrayList<>(a.subList(0, members));
            for (int m = 0; m < query.measures().size(); m++) {
                int at = members + m;
                Cell other = b.map(x -> x.get(at)).orElse(new Cell.Nothing());
                row.addAll(List.of(a.get(at), other, change(a.get(at), other)));
            }
            rows.add(List.copyOf(row));
        }
        return new Grid(List.copyOf(columns), List.copyOf(rows));
    }

    private static Cell change(Cell now, Cell before) {
        return now instanceof Cell.Figure(BigDecimal a, Unit unit)
                        && before instanceof Cell.Figure(BigDecimal b, Unit _)
                ? new Cell.Figure(a.subtract(b), unit)
                : new Cell.Nothing();
    }

    /// Conditions on the change, order by it, and the limit: what the query itself cannot do.
    Grid changed(QuestionForm form) {
        List<Order> order =
                form.order().stream().filter(o -> o.by().equals(QuestionForm.CHANGE)).toList();
        List<Filter> filters =
                form.filters().stream().filter(f -> f.field().equals(QuestionForm.CHANGE)).toList();
        int at = -1;
        for (int c = 0; c < columns.size() && at < 0; c++) {
            at = columns.get(c).endsWith(".change") ? c : -1;
        }
        if (at < 0 || (order.isEmpty() && filters.isEmpty())) {
            return this;
        }
        int column = at;
        var kept = new ArrayList<List<Cell>>();
        for (List<Cell> row : rows) {
            if (row.get(column) instanceof Cell.Figure(BigDecimal change, Unit _)
                    && filters.stream().allMatch(f -> holds(f, change))) {
                kept.add(row);
            }
        }
        if (!order.isEmpty()) {
            Comparator<List<Cell>> up =
                    Comparator.comparing(row ->
                            row.get(column) instanceof Cell.Figure(BigDecimal change, Unit _)
                                    ? change
                                    : BigDecimal.ZERO);
            kept.sort(order.getFirst().descending() ? up.reversed() : up);
        }
        Integer limit = form.limit();
        return new Grid(
                columns, limit == null ? kept : kept.subList(0, Math.min(limit, kept.size())));
    }

    private static boolean holds(Filter f, BigDecimal change) {
        if (!(f.value() instanceof Filter.Bounds(List<BigDecimal> n))) {
            return true;
        }
        int against = change.compareTo(n.getFirst());
        return f.op() == Op.GREATER
                ? against > 0
                : f.op() == Op.GREATER_OR_EQUAL
                        ? against >= 0
                        : f.op() == Op.LESS ? against < 0 : against <= 0;
    }
}
