package org.claimscope.app.feature.overview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.claimscope.app.present.Figuring;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Shapes;
import org.claimscope.app.task.Together;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Column;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Bridge;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Tone;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;

/// Fills the morning page from the catalog: ten tiles, payments by month, what moved receivables,
/// payers, facilities.
public final class OverviewViewModel {
    /// The tiles, in reading order.
    public static final List<String> TILES =
            List.of(
                    "charges",
                    "payments",
                    "net_collection_rate",
                    "days_in_ar",
                    "ar_over_90_pct",
                    "denial_rate",
                    "days_to_pay",
                    "adjustments",
                    "ar_balance",
                    "gross_collection_rate");

    private static final Target DENIALS = Target.atMost(0.10);

    private final Queries queries;
    private final PageContext context;

    public OverviewViewModel(Queries queries, PageContext context) {
        this.queries = queries;
        this.context = context;
    }

    public OverviewPage page() {
        try (var together = new Together()) {
            var figures = together.begin(() -> new Figuring(queries, context).tiles(TILES));
            var payers = together.begin(this::payers);
            var byFacility = together.begin(this::facilities);
            var payments = together.begin(() -> new Figuring(queries, context).trend("payments"));
            var moves = together.begin(this::moves);
            List<Tile> tiles = figures.get();
            Table facilities = byFacility.get();
            return new OverviewPage(
                    context.words() + " · " + facilities.rows().size() + " facilities",
                    tiles,
                    payments.get(),
                    "posted date · year before in grey",
                    bridge(value("ar_balance", tiles), moves.get()),
                    PageContext.day(context.comparedEnd())
                            + " to "
                            + PageContext.day(context.asOf()),
                    payers.get(),
                    facilities);
        }
    }

    /// What moved the balance, and what it was before.
    private record Moves(double opening, double charges, double payments, double adjustments) {}

    private Moves moves() {
        MetricQuery moves = MetricQuery.of("charges", "payments", "adjustments");
        try (Frame moved =
                        queries.run(
                                context.now(moves)
                                        .between(
                                                context.comparedEnd().plusDays(1),
                                                context.asOf()));
                Frame start = queries.run(context.before(MetricQuery.of("ar_balance")))) {
            return new Moves(
                    real(start, "ar_balance"),
                    real(moved, "charges"),
                    real(moved, "payments"),
                    real(moved, "adjustments"));
        }
    }

    /// The balance moves from the end of what is compared to the end of the period only when the
    /// two touch; the step of what lies between them is told as its own.
    private Bridge bridge(double closing, Moves moves) {
        var steps = new ArrayList<Bridge.Step>();
        steps.add(new Bridge.Step("Charges", moves.charges(), Tone.NEUTRAL));
        steps.add(new Bridge.Step("Payments", -moves.payments(), Tone.BETTER));
        steps.add(new Bridge.Step("Adjustments", -moves.adjustments(), Tone.NEUTRAL));
        double rest =
                closing
                        - moves.opening()
                        - moves.charges()
                        + moves.payments()
                        + moves.adjustments();
        if (Math.abs(rest) >= 0.005) {
            // Credits are never netted, and a payment can be dated before its charge.
            steps.add(new Bridge.Step("Credits and dating", rest, Tone.NEUTRAL));
        }
        return new Bridge(
                Unit.MONEY,
                PageContext.day(context.comparedEnd()),
                moves.opening(),
                steps,
                PageContext.day(context.asOf()),
                closing);
    }

    private static double real(Frame frame, String column) {
        double value = frame.rowCount() == 0 ? 0 : frame.real(column, 0);
        return Double.isNaN(value) ? 0 : value;
    }

    private static double value(String id, List<Tile> tiles) {
        return tiles.stream()
                .filter(t -> t.measure().equals(id))
                .map(t -> t.single().value())
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .findFirst()
                .orElse(0);
    }

    private Table payers() {
        var columns =
                List.of(
                        Column.name("Payer"),
                        Column.words("Class"),
                        Column.figure("Claims", Unit.COUNT).of("claim_count"),
                        Column.figure("Payments", Unit.MONEY).of("payments"),
                        Column.bullet(
                                        "Denial rate, " + Figures.target(Unit.RATE, DENIALS),
                                        Unit.RATE,
                                        DENIALS)
                                .of("denial_rate"),
                        Column.figure("Days to pay", Unit.DAYS).of("days_to_pay"));
        MetricQuery query =
                context.now(
                        MetricQuery.of("claim_count", "payments", "denial_rate", "days_to_pay"));
        try (Frame frame =
                        queries.run(
                                query.by(Dimension.PAYER, Dimension.PAYER_TYPE)
                                        .ordered(0, new MetricQuery.Order("payments", true)));
                Frame all = queries.run(query)) {
            var rows = new ArrayList<Row>();
            for (int r = 0; r < frame.rowCount(); r++) {
                rows.add(
                        Row.of(
                                        Shapes.name(frame, "payer", r),
                                        Shapes.name(frame, "payer_type", r),
                                        Shapes.cell(frame, "claim_count", r),
                                        Shapes.cell(frame, "payments", r),
                                        Shapes.cell(frame, "denial_rate", r),
                                        Shapes.cell(frame, "days_to_pay", r))
                                .of(Shapes.cut(frame, "payer", r)));
            }
            return rows.isEmpty()
                    ? Table.empty(columns, "payers")
                    : new Table(
                            columns,
                            rows,
                            Row.of(
                                    Cell.of("All payers"),
                                    Cell.of(""),
                                    Shapes.cell(all, "claim_count", 0),
                                    Shapes.cell(all, "payments", 0),
                                    Shapes.cell(all, "denial_rate", 0),
                                    Shapes.cell(all, "days_to_pay", 0)),
                            "payers");
        }
    }

    private Table facilities() {
        var columns =
                List.of(
                        Column.name("Facility"),
                        Column.figure("Payments", Unit.MONEY).of("payments"),
                        Column.bullet(
                                        "Denial rate, " + Figures.target(Unit.RATE, DENIALS),
                                        Unit.RATE,
                                        DENIALS)
                                .of("denial_rate"));
        MetricQuery query = context.now(MetricQuery.of("payments", "denial_rate"));
        try (Frame frame =
                        queries.run(
                                query.by(Dimension.FACILITY)
                                        .ordered(0, new MetricQuery.Order("payments", true)));
                Frame all = queries.run(query)) {
            var rows = new ArrayList<Row>();
            for (int r = 0; r < frame.rowCount(); r++) {
                rows.add(
                        Row.of(
                                        Shapes.name(frame, "facility", r),
                                        Shapes.cell(frame, "payments", r),
                                        Shapes.cell(frame, "denial_rate", r))
                                .of(Shapes.cut(frame, "facility", r)));
            }
            return rows.isEmpty()
                    ? Table.empty(columns, "facilities")
                    : new Table(
                            columns,
                            rows,
                            Row.of(
                                    Cell.of("All facilities"),
                                    Shapes.cell(all, "payments", 0),
                                    Shapes.cell(all, "denial_rate", 0)),
                            "facilities");
        }
    }
}
