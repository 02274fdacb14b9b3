package org.claimscope.app.feature.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.claimscope.app.desk.DrillSums;
import org.claimscope.app.desk.Sample;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Way;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.shape.Boxes;
import org.claimscope.charts.shape.Stages;
import org.claimscope.data.DataCore;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CyclePageTest {
    @TempDir Path home;

    @Test
    void stagesAreTheirRowsAndMediansThoseOfTheCatalog() throws Exception {
        Sample.make(home, 90);
        try (DataCore core = Sample.open(home)) {
            Queries queries = core.query();
            PageContext month = PageContext.newest(queries).orElseThrow();
            CyclePage page = new CycleViewModel(queries, month).page();

            assertEquals(7, page.steps().size());
            assertEquals(
                    CycleViewModel.STEPS,
                    page.steps().stream()
                            .map(step ->
                                    new CycleViewModel.Measured(
                                            step.name(),
                                            step.figures().stream().map(Tile::measure).toList()))
                            .toList());
            double before = Double.MAX_VALUE;
            int opened = 0;
            for (Stages.Stage stage : page.left().stages()) {
                assertTrue(stage.value() <= before, "a stage holds no more than the one before");
                before = stage.value();
                Way way = page.leftWays().get(List.of(stage.label()));
                if (way != null) {
                    assertEquals(
                            stage.value(),
                            DrillSums.sum(queries, month, way.drill()),
                            stage.label());
                    opened++;
                }
            }
            assertEquals(4, opened);
            assertTrue(before > 0, "the sample has claims settled at their first answer");

            // The engine's own median of the same rows.
            BigDecimal median =
                    queries.total(month.now(MetricQuery.of("charge_lag_days_median")))
                            .get("charge_lag_days_median");
            Boxes.Row lag = page.days().rows().getFirst();
            assertEquals("Service to charge", lag.label());
            assertEquals(
                    Objects.requireNonNull(median).doubleValue(),
                    Objects.requireNonNull(lag.five()).median(),
                    1e-9);
        }
    }
}
