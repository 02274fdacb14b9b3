package org.claimscope.app.feature.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.claimscope.app.desk.DrillSums;
import org.claimscope.app.desk.Sample;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Way;
import org.claimscope.charts.chart.CalendarHeat;
import org.claimscope.charts.chart.RankedBars;
import org.claimscope.charts.chart.Waterfall;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Bridge;
import org.claimscope.charts.shape.Categories;
import org.claimscope.charts.shape.DailySeries;
import org.claimscope.charts.shape.Unit;
import org.claimscope.data.DataCore;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.change.Change;
import org.claimscope.data.change.Changes;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The numbers of boards are those of their rows, and bridges balance.
final class BoardNumbersTest {
    @TempDir Path home;

    @Test
    void boardsSumToTheirRows() throws Exception {
        Sample.make(home, 90);
        try (DataCore core = Sample.open(home)) {
            Queries queries = core.query();
            PageContext month = PageContext.newest(queries).orElseThrow();
            int checked = 0;
            for (String name : Boards.SHIPPED) {
                BoardPage page =
                        new BoardViewModel(queries, month)
                                .page(Boards.shipped(name), Optional.empty(), false, List.of());
                for (Content.Filled filled : page.parts()) {
                    checked += check(queries, month, filled);
                }
            }
            for (String measure :
                    List.of("denial_rate", "payments", "days_in_ar", "patient_count")) {
                BoardPage page =
                        new BoardViewModel(queries, month)
                                .page(
                                        MeasureFeature.board(queries.catalog(), measure),
                                        Optional.empty(),
                                        false,
                                        List.of());
                for (Content.Filled filled : page.parts()) {
                    checked += check(queries, month, filled);
                }
            }
            variantsStandBesideWhatIsInForce(queries, month);
            assertTrue(checked > 250, "only " + checked + " numbers were checked");
            everyChangeIsExplained(queries, month);
            noClaimIsMadeForWhoPaysThemselves(queries, month);
            aPartThatCannotBeFilledLeavesTheOthers(queries, month);
            assertEquals(0, core.workspace().arrowBytes());
        }
    }

    private static int check(Queries queries, PageContext context, Content.Filled filled) {
        return switch (filled.content()) {
            case Content.Figure(var tile) -> {
                Kpi kpi = queries.catalog().kpi(tile.measure());
                if (!queries.catalog().missing(kpi).isEmpty()) {
                    assertNull(tile.single().value(), "a figure out of nothing");
                    assertTrue(tile.single().coverage().words().startsWith("n/a: no "));
                    yield 0;
                }
                yield DrillSums.check(
                        queries, context, Drill.of(tile.measure()), tile.single().value());
            }
            case Content.Rows(var table, var note) -> {
                assertFalse(table.rows().isEmpty(), filled.title());
                yield DrillSums.check(queries, context, table);
            }
            case Content.Words(var definition) -> {
                assertFalse(definition.equation().isEmpty());
                yield 0;
            }
            case Content.Drawing drawing -> check(queries, context, drawing);
            case Content.Trouble(var words) -> throw new AssertionError(filled.title() + words);
        };
    }

    private static int check(Queries queries, PageContext context, Content.Drawing drawing) {
        switch (drawing.chart()) {
            case Waterfall(Bridge bridge) ->
                    assertEquals(0, bridge.unexplained(), 1e-6 * Math.abs(bridge.closing()));
            case RankedBars(Categories bars, var bullets) -> {
                for (Categories.Item bar : bars.items()) {
                    Way way = Objects.requireNonNull(drawing.ways().get(List.of(bar.label())));
                    Kpi kpi = queries.catalog().kpi(way.drill().measure());
                    if (kpi.definition().denominator().isEmpty()) {
                        assertEquals(
                                bar.value(), DrillSums.sum(queries, context, way.drill()), 0.0049);
                    }
                }
                return bars.items().size();
            }
            case CalendarHeat(DailySeries days) -> {
                double sum = 0;
                for (DailySeries.Day day : days.days()) {
                    Way way =
                            Objects.requireNonNull(
                                    drawing.ways().get(List.of(day.day().toString())));
                    assertEquals(day.value(), DrillSums.sum(queries, context, way.drill()), 0.0049);
                    sum += day.value();
                }
                Filters.Period all =
                        new Filters.Period(YearMonth.from(days.from()), YearMonth.from(days.to()));
                assertEquals(
                        sum,
                        DrillSums.sum(queries, context, Drill.of("payments").in(all)),
                        0.0049,
                        "the days make the months");
                assertTrue(days.days().size() > 30, "the sample has payments on most days");
                return days.days().size();
            }
            default -> {
                // Lines, stacks and matrices are checked by what their marks open, below.
            }
        }
        int checked = 0;
        for (Way way : drawing.ways().values().stream().limit(4).toList()) {
            // Opening the mark must be a question that can be asked.
            double sum = DrillSums.sum(queries, context, way.drill());
            assertTrue(Double.isFinite(sum), way.title());
            checked++;
        }
        return checked;
    }

    /// For every measure and the dimensions that people split by, the effects add up to the change.
    private static void everyChangeIsExplained(Queries queries, PageContext context) {
        int explained = 0;
        var members = new ArrayList<String>();
        for (Kpi kpi : queries.catalog().kpis()) {
            for (Dimension by : List.of(Dimension.PAYER, Dimension.FACILITY)) {
                if (!kpi.definition().dimensions().contains(by)) {
                    continue;
                }
                Optional<Change> change =
                        new Changes(queries).of(kpi.id(), context::now, context::before, by);
                if (change.isPresent()) {
                    Change c = change.get();
                    double sum = c.effects().stream().mapToDouble(Change.Effect::amount).sum();
                    assertEquals(
                            c.total(),
                            sum,
                            1e-9 * (Math.abs(c.now()) + Math.abs(c.before())),
                            kpi.id() + " by " + by.id());
                    // Overlaps are for those who count persons.
                    if (c.effects().stream().anyMatch(e -> e.kind() == Change.Kind.OVERLAP)) {
                        members.add(kpi.id());
                    }
                    explained++;
                }
            }
        }
        assertTrue(explained > 40, "only " + explained + " changes");
        members.removeIf(id -> id.equals("patient_count"));
        assertEquals(List.of(), members, "their members do not add up");
    }

    private static void variantsStandBesideWhatIsInForce(Queries queries, PageContext context) {
        Part part =
                new Part(
                        Look.VARIANTS,
                        "",
                        List.of("denial_rate"),
                        List.of(),
                        List.of(),
                        0,
                        new Spot(0, 0, 10, 8));
        Content.Rows rows = (Content.Rows) new Variants(queries, context).of(part);
        assertEquals(
                1 + queries.catalog().variants("denial_rate").size(), rows.table().rows().size());
        String inForce = Figures.brief(Unit.RATE, total(queries, context, "denial_rate"));
        String zeroPay = Figures.brief(Unit.RATE, total(queries, context, "denial_rate_zero_pay"));
        assertTrue(rows.table().tsv().lines().toList().get(1).contains(inForce));
        assertTrue(
                rows.table()
                        .tsv()
                        .lines()
                        .anyMatch(l -> l.startsWith("Primary zero-pay") && l.contains(zeroPay)),
                rows.table().tsv());
    }

    private static BigDecimal total(Queries queries, PageContext context, String measure) {
        return Objects.requireNonNull(
                queries.total(context.now(MetricQuery.of(measure))).get(measure));
    }

    /// Their visits would wait to be billed for ever.
    private static void noClaimIsMadeForWhoPaysThemselves(Queries queries, PageContext context) {
        var waiting = new ArrayList<String>();
        try (Frame frame =
                queries.run(context.now(MetricQuery.of("dnfb_amount")).by(Dimension.PAYER_TYPE))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                if (frame.real("dnfb_amount", r) != 0) {
                    waiting.add(String.valueOf(frame.text("payer_type", r)));
                }
            }
        }
        assertFalse(waiting.isEmpty());
        assertFalse(waiting.contains("Self-pay"), waiting.toString());
    }

    private static void aPartThatCannotBeFilledLeavesTheOthers(
            Queries queries, PageContext context) {
        Part unknown =
                new Part(
                        Look.TILE,
                        "",
                        List.of("no_such_measure"),
                        List.of(),
                        List.of(),
                        0,
                        new Spot(0, 0, 4, 4));
        Part known =
                new Part(
                        Look.TILE,
                        "",
                        List.of("charges"),
                        List.of(),
                        List.of(),
                        0,
                        new Spot(4, 0, 4, 4));
        BoardPage page =
                new BoardViewModel(queries, context)
                        .page(
                                new Board("x", "X", "", List.of(unknown, known)),
                                Optional.empty(),
                                true,
                                List.of());
        assertTrue(page.parts().getFirst().content() instanceof Content.Trouble);
        Content.Figure figure = (Content.Figure) page.parts().getLast().content();
        assertTrue(Objects.requireNonNull(figure.tile().single().value()).signum() > 0);
    }
}
