package org.claimscope.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.claimscope.app.feature.claims.ClaimsViewModel;
import org.claimscope.app.feature.denials.DenialsPage;
import org.claimscope.app.feature.denials.DenialsViewModel;
import org.claimscope.app.feature.facility.FacilityPage;
import org.claimscope.app.feature.facility.FacilityViewModel;
import org.claimscope.app.feature.overview.OverviewPage;
import org.claimscope.app.feature.overview.OverviewViewModel;
import org.claimscope.app.feature.patient.PatientViewModel;
import org.claimscope.app.feature.provider.ProviderPage;
import org.claimscope.app.feature.provider.ProviderViewModel;
import org.claimscope.app.feature.receivables.ReceivablesPage;
import org.claimscope.app.feature.receivables.ReceivablesViewModel;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.shape.Bridge;
import org.claimscope.data.DataCore;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;
import org.claimscope.data.query.RowOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every number on every page is the sum of the rows it drills to: sums themselves, and both sides
/// of every quotient.
final class DrillInvariantTest {
    @TempDir Path home;

    @Test
    void everyTileAndTableNumberIsTheSumOfItsRows() throws Exception {
        Sample.make(home, 90);
        try (DataCore core = Sample.open(home)) {
            Queries queries = core.query();
            PageContext month = PageContext.newest(queries).orElseThrow();
            assertEquals(YearMonth.of(2025, 6), month.month());
            var quarter =
                    new PageContext(
                            month.filters()
                                    .period(
                                            new Filters.Period(
                                                    YearMonth.of(2025, 4), YearMonth.of(2025, 6))));
            String payer = payer(queries, month);
            var narrowed =
                    new PageContext(month.filters().cut(Filters.Cut.of("payer", payer, payer)));
            int checked = 0;
            for (PageContext context : List.of(month, quarter, narrowed)) {
                checked += check(queries, context);
            }
            assertTrue(checked > 700, "only " + checked + " numbers were checked");
            assertEquals(0, core.workspace().arrowBytes());
        }
    }

    private static String payer(Queries queries, PageContext context) {
        OverviewPage page = new OverviewViewModel(queries, context).page();
        return page.payers().rows().getFirst().cuts().getFirst().members().getFirst().key();
    }

    private static int check(Queries queries, PageContext context) {
        OverviewPage overview = new OverviewViewModel(queries, context).page();
        FacilityPage facility = new FacilityViewModel(queries, context).page();
        ReceivablesPage receivables = new ReceivablesViewModel(queries, context).page();
        DenialsPage denials = new DenialsViewModel(queries, context).page();
        ProviderPage provider = new ProviderViewModel(queries, context).page();
        Bridge bridge = overview.receivables();
        double moved = bridge.steps().stream().mapToDouble(Bridge.Step::change).sum();
        assertEquals(bridge.closing(), bridge.opening() + moved, 0.005);
        int checked = 0;
        for (Tile tile :
                Stream.of(
                                overview.tiles(),
                                receivables.tiles(),
                                denials.tiles(),
                                provider.tiles(),
                                new ClaimsViewModel(queries, context).page().tiles(),
                                new PatientViewModel(queries).list(context).tiles())
                        .flatMap(List::stream)
                        .toList()) {
            checked += check(queries, context, Drill.of(tile.measure()), tile.single().value());
        }
        for (FacilityPage.Facility one : facility.facilities()) {
            for (Tile tile : one.figures()) {
                checked +=
                        check(
                                queries,
                                context,
                                Drill.of(tile.measure()).to(one.cut()),
                                tile.single().value());
            }
        }
        for (Table table :
                List.of(
                        overview.payers(),
                        overview.facilities(),
                        facility.departments(),
                        receivables.departments(),
                        denials.reasons(),
                        provider.providers())) {
            checked += check(queries, context, table);
        }
        return checked;
    }

    private static int check(Queries queries, PageContext context, Table table) {
        int checked = 0;
        var rows = new ArrayList<>(table.rows());
        Optional.ofNullable(table.total()).ifPresent(rows::add);
        for (Table.Row row : rows) {
            for (int c = 0; c < table.columns().size(); c++) {
                Table.Column column = table.columns().get(c);
                if (!column.measure().isEmpty() && row.cells().get(c) instanceof Table.Figure f) {
                    var cuts = new ArrayList<>(row.cuts());
                    cuts.addAll(column.cuts());
                    boolean countsOneSide = column.title().equals("Denied claims");
                    Drill drill = Drill.of(column.measure()).to(cuts);
                    BigDecimal value =
                            Double.isNaN(f.value()) ? null : BigDecimal.valueOf(f.value());
                    checked +=
                            countsOneSide
                                    ? side(queries, context, drill, value)
                                    : check(queries, context, drill, value);
                }
            }
        }
        return checked;
    }

    private static int side(Queries queries, PageContext context, Drill drill, BigDecimal value) {
        assertEquals(value.doubleValue(), sum(queries, context, drill), 0.0049, drill.toString());
        return 1;
    }

    private static int check(Queries queries, PageContext context, Drill drill, BigDecimal value) {
        Kpi.Definition d = queries.catalog().kpi(drill.measure()).definition();
        double numerator = sum(queries, context, drill);
        if (d.denominator().isEmpty()) {
            assertEquals(
                    value == null ? 0 : value.doubleValue(), numerator, 0.0049, drill.toString());
            return 1;
        }
        double denominator = sum(queries, context, drill.ofDenominator());
        if (d.denominator().get().perDay()) {
            // Dollars a day: the rows are the dollars.
            MetricQuery query = context.of(drill, queries.catalog());
            try (Frame frame = queries.run(query)) {
                double perDay = frame.real(drill.measure() + "_denominator", 0);
                double days = denominator / perDay;
                assertTrue(
                        denominator == 0 || Math.abs(days - Math.rint(days)) < 1e-6,
                        drill + ": " + days + " days");
                denominator = perDay;
            }
        }
        if (value == null) {
            assertEquals(0, denominator, 0.0049, drill.toString());
        } else {
            assertEquals(
                    value.doubleValue(),
                    numerator / denominator,
                    1e-9 + 1e-9 * Math.abs(value.doubleValue()),
                    drill.toString());
        }
        return 1;
    }

    private static double sum(Queries queries, PageContext context, Drill drill) {
        try (Frame rows =
                queries.rows(
                        context.of(drill, queries.catalog()),
                        drill.denominator(),
                        RowOrder.LARGEST,
                        0)) {
            double sum = 0;
            for (int r = 0; r < rows.rowCount(); r++) {
                sum += rows.real("row_value", r);
            }
            if (rows.rowCount() > 0) {
                assertEquals(rows.rowCount(), rows.real("all_rows", 0));
                assertEquals(sum, rows.real("all_sum", 0), 0.0049);
            }
            return sum;
        }
    }
}
