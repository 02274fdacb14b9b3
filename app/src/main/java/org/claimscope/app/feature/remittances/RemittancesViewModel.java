package org.claimscope.app.feature.remittances;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.claimscope.app.feature.remittances.RemittancesPage.Named;
import org.claimscope.app.present.Figuring;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.RowTables;
import org.claimscope.app.present.Shapes;
import org.claimscope.app.task.Together;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.charts.format.MonthNames;
import org.claimscope.charts.shape.Contributions;
import org.claimscope.charts.shape.Stack;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.model.code.Carc;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;
import org.claimscope.data.query.RowOrder;

/// Fills the remittances page: what payers sent in the period, why not more, and each payment with
/// the state of its balance.
public final class RemittancesViewModel {
    private static final String PAID = "remittance_paid";
    private static final String ADJUSTED = "remitted_adjustments";
    private static final List<String> FIGURES =
            List.of(
                    PAID,
                    "remittance_count",
                    "remitted_claim_count",
                    "unbalanced_remittance_count",
                    "provider_adjustments",
                    "reversal_count",
                    "unmatched_claim_count");
    private static final int MOST = 5_000;
    private static final int MOST_PAYERS = 5;
    private static final int MOST_REASONS = 8;

    private final Queries queries;
    private final PageContext context;

    public RemittancesViewModel(Queries queries, PageContext context) {
        this.queries = queries;
        this.context = context;
    }

    public RemittancesPage page() {
        Kpi paid = queries.catalog().kpi(PAID);
        boolean loaded = queries.catalog().missing(paid).isEmpty();
        try (var together = new Together()) {
            var figures = together.begin(() -> new Figuring(queries, context).tiles(FIGURES));
            var byPayer = together.begin(this::byPayer);
            var reasons = together.begin(this::reasons);
            try (Frame rows =
                    queries.rows(
                            context.now(MetricQuery.of("remittance_count")),
                            false,
                            RowOrder.NEWEST,
                            MOST)) {
                BigDecimal all = rows.rowCount() == 0 ? null : rows.number("all_rows", 0);
                Map<Filters.Cut, double[]> payers = byPayer.get();
                List<Adjusted> adjusted = reasons.get();
                String cuts = context.filters().cutWords();
                return new RemittancesPage(
                        context.words() + " · by payment date",
                        cuts.isEmpty() ? "All payers" : cuts,
                        figures.get(),
                        loaded,
                        payments(payers),
                        payers.keySet().stream()
                                .limit(MOST_PAYERS)
                                .map(p -> new Named(p.words(), List.of(p)))
                                .toList(),
                        contributions(adjusted),
                        adjusted.stream().map(a -> new Named(a.label(), a.cuts())).toList(),
                        table(rows),
                        all == null ? 0 : all.longValue());
            }
        }
    }

    /// What was paid in each month of the trend, largest payer first.
    private Map<Filters.Cut, double[]> byPayer() {
        var paid = new LinkedHashMap<Filters.Cut, double[]>();
        int months = (int) context.trendStart().until(context.last()).toTotalMonths() + 1;
        try (Frame frame = queries.run(context.trend(MetricQuery.of(PAID)).by(Dimension.PAYER))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                LocalDate start = frame.date("period", r);
                double value = frame.real(PAID, r);
                if (start == null || value == 0) {
                    continue;
                }
                int at = (int) context.trendStart().until(start).toTotalMonths();
                paid.computeIfAbsent(Shapes.cut(frame, "payer", r), p -> new double[months])[at] +=
                        value;
            }
        }
        var sorted = new LinkedHashMap<Filters.Cut, double[]>();
        paid.entrySet().stream()
                .sorted(Comparator.comparingDouble(e -> -DoubleStream.of(e.getValue()).sum()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    private Stack payments(Map<Filters.Cut, double[]> payers) {
        var months = new ArrayList<String>();
        for (YearMonth m = context.trendFrom(); !m.isAfter(context.month()); m = m.plusMonths(1)) {
            months.add(MonthNames.brief(m));
        }
        var parts = new ArrayList<Stack.Part>();
        double[] rest = new double[months.size()];
        payers.forEach((payer, values) -> {
            if (parts.size() < MOST_PAYERS) {
                parts.add(new Stack.Part(payer.words(), DoubleStream.of(values).boxed().toList()));
            } else {
                for (int m = 0; m < rest.length; m++) {
                    rest[m] += values[m];
                }
            }
        });
        if (payers.size() > MOST_PAYERS) {
            parts.add(new Stack.Part("Other payers", DoubleStream.of(rest).boxed().toList()));
        }
        return new Stack(Unit.MONEY, months, parts, false);
    }

    /// What was adjusted for one group and reason.
    private record Adjusted(String label, List<Filters.Cut> cuts, double value) {}

    private List<Adjusted> reasons() {
        var all = new ArrayList<Adjusted>();
        try (Frame frame =
                queries.run(
                        context.now(MetricQuery.of(ADJUSTED))
                                .by(Dimension.ADJUSTMENT_GROUP, Dimension.ADJUSTMENT_REASON)
                                .ordered(0, new MetricQuery.Order(ADJUSTED, true)))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                String group = String.valueOf(frame.text("adjustment_group", r));
                String reason = String.valueOf(frame.text("adjustment_reason", r));
                double value = frame.real(ADJUSTED, r);
                if (value != 0) {
                    String code = group + "-" + reason;
                    all.add(
                            new Adjusted(
                                    Carc.label(reason).map(l -> code + " " + l).orElse(code),
                                    List.of(
                                            Filters.Cut.of("adjustment_group", group, group),
                                            Filters.Cut.of("adjustment_reason", reason, reason)),
                                    value));
                }
            }
        }
        return all;
    }

    /// The largest reasons, and all others as one, so that the bars add up to the whole.
    private static Contributions contributions(List<Adjusted> reasons) {
        List<Adjusted> most =
                reasons.stream().filter(a -> a.value() > 0).limit(MOST_REASONS).toList();
        var items = new ArrayList<Contributions.Item>();
        most.forEach(a -> items.add(new Contributions.Item(a.label(), a.value(), null)));
        List<Adjusted> rest = reasons.stream().filter(a -> !most.contains(a)).toList();
        if (!rest.isEmpty()) {
            items.add(
                    new Contributions.Item(
                            rest.size() == 1 ? rest.getFirst().label() : "Other reasons",
                            rest.stream().mapToDouble(Adjusted::value).sum(),
                            null));
        }
        return new Contributions(Unit.MONEY, "Adjusted", items);
    }

    private static Table table(Frame rows) {
        var columns =
                List.of(
                        Column.words("Date"),
                        Column.name("Payer"),
                        Column.words("Trace"),
                        Column.words("Method"),
                        Column.words("Balance"),
                        Column.ledger("Off by"),
                        Column.figure("Claims", Unit.COUNT).of("remitted_claim_count"),
                        Column.ledger("Charge"),
                        Column.ledger("Adjusted").of(ADJUSTED),
                        Column.ledger("Patient"),
                        Column.ledger("PLB").of("provider_adjustments"),
                        Column.ledger("Paid").of(PAID),
                        Column.figure("Reversals", Unit.COUNT).of("reversal_count"),
                        Column.figure("Unmatched", Unit.COUNT).of("unmatched_claim_count"));
        if (rows.rowCount() == 0) {
            return Table.empty(columns, "remittances");
        }
        var lines = new ArrayList<Row>();
        for (int r = 0; r < rows.rowCount(); r++) {
            String key = String.valueOf(rows.text("row_remittance_key", r));
            String trace = RowTables.text(rows, "row_remittance", r);
            lines.add(
                    Row.of(
                                    Cell.of(RowTables.text(rows, "row_date", r)),
                                    Cell.of(RowTables.text(rows, "row_payer", r)),
                                    Cell.of(trace),
                                    Cell.of(method(RowTables.text(rows, "row_payment_method", r))),
                                    balance(RowTables.text(rows, "row_balance_state", r)),
                                    off(rows, r),
                                    Shapes.cell(rows, "row_claims", r),
                                    Shapes.cell(rows, "row_billed", r),
                                    Shapes.cell(rows, "row_adjusted", r),
                                    Shapes.cell(rows, "row_patient_responsibility", r),
                                    Shapes.cell(rows, "row_provider_adjusted", r),
                                    Shapes.cell(rows, "row_paid", r),
                                    Shapes.cell(rows, "row_reversals", r),
                                    Shapes.cell(rows, "row_unmatched", r))
                            .of(Filters.Cut.of("remittance", key, trace)));
        }
        return new Table(columns, lines, null, "remittances");
    }

    private static Cell balance(String state) {
        return state.equals("Balanced") ? Cell.of(state) : Cell.warning(state);
    }

    /// By how much the check fails that the state names.
    private static Cell off(Frame rows, int row) {
        return switch (RowTables.text(rows, "row_balance_state", row)) {
            case "Payment off" -> Shapes.cell(rows, "row_payment_difference", row);
            case "Claims off" -> Shapes.cell(rows, "row_claim_difference", row);
            case "Lines off" -> Shapes.cell(rows, "row_line_difference", row);
            default -> Cell.of("");
        };
    }

    /// How the money came, in a word (835 BPR04).
    static String method(String code) {
        return switch (code) {
            case "ACH" -> "EFT";
            case "CHK" -> "Check";
            case "NON" -> "No money";
            case "FWT" -> "Wire";
            case "BOP" -> "Payer's choice";
            default -> code;
        };
    }
}
