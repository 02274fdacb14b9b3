package org.claimscope.charts.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class OddInputTest {
    @Test
    void nothingOddIsDrawnOutsideItsPlace() {
        for (Chart chart : OddShapes.all()) {
            Rendering drawn = Rendering.of(chart, 420, 220);
            List<String> outside =
                    drawn.misplaced().stream().filter(text -> text.startsWith("outside")).toList();
            assertEquals(List.of(), outside, () -> describe(chart));
            assertFalse(chart.summary().isBlank(), () -> describe(chart));
        }
    }

    @Test
    void noPlaceIsTooSmallOrTooLarge() {
        for (Chart chart : OddShapes.all()) {
            for (double[] size : new double[][] {{1, 1}, {30, 12}, {90, 300}, {900, 40}}) {
                assertTrue(
                        Rendering.of(chart, size[0], size[1]).image().getWidth() >= 1,
                        () -> describe(chart));
            }
        }
    }

    @Test
    void emptyChartsSayWhatToDo() {
        List<Chart> empty =
                OddShapes.all().stream()
                        .filter(chart -> chart.summary().contains("no months"))
                        .toList();
        assertFalse(empty.isEmpty());
        for (Chart chart : empty) {
            assertEquals(
                    List.of("No months to show: load a feed or choose a longer period"),
                    Rendering.of(chart, 420, 220).words());
        }
    }

    private static String describe(Chart chart) {
        String text = chart.toString();
        return chart.getClass().getSimpleName()
                + " "
                + text.substring(0, Math.min(300, text.length()));
    }
}
