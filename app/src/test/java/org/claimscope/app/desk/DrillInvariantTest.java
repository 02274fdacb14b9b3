package org.claimscope.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.claimscope.app.feature.claims.ClaimsViewModel;
import org.claimscope.app.feature.denials.ClaimFlow;
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
import org.claimscope.app.feature.remittances.RemittancesPage;
import org.claimscope.app.feature.remittances.RemittancesViewModel;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.shape.Bridge;
import org.claimscope.charts.shape.Flow;
import org.claimscope.data.DataCore;
import org.claimscope.data.query.Queries;
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
        RemittancesPage remittances = new RemittancesViewModel(queries, context).page();
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
                                remittances.figures(),
                                provider.tiles(),
                                new ClaimsViewModel(queries, context).page().tiles(),
                                new PatientViewModel(queries).list(context).tiles())
                        .flatMap(List::stream)
                        .toList()) {
            checked +=
                    DrillSums.check(
                            queries, context, Drill.of(tile.measure()), tile.single().value());
        }
        for (FacilityPage.Facility one : facility.facilities()) {
            for (Tile tile : one.figures()) {
                checked +=
                        DrillSums.check(
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
                        remittances.remittances(),
                        provider.providers())) {
            checked += DrillSums.check(queries, context, table);
        }
        return checked + flow(queries, context, denials.went());
    }

    /// Each bar and each band is the number of its claims, and the whole is what was sent.
    private static int flow(Queries queries, PageContext context, ClaimFlow went) {
        Drill sent = Drill.of("rework_rate").ofDenominator().in(went.sent());
        assertEquals(DrillSums.sum(queries, context, sent), went.flow().total());
        assertTrue(went.flow().stages() == 3, () -> went.flow().toString());
        for (Flow.Node node : went.flow().nodes()) {
            Drill drill = went.drill(List.of(node.label())).orElseThrow();
            assertEquals(DrillSums.sum(queries, context, drill), node.value(), node.label());
        }
        for (Flow.Link link : went.flow().links()) {
            Drill drill = went.drill(List.of(link.from(), link.to())).orElseThrow();
            assertEquals(DrillSums.sum(queries, context, drill), link.value(), link.toString());
        }
        return 1 + went.flow().nodes().size() + went.flow().links().size();
    }
}
