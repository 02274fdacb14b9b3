package org.claimscope.charts.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantileStepsTest {
    @Test
    void asManyAmountsAreOnEachStepAndTheBordersAreRound() {
        List<Double> amounts = IntStream.rangeClosed(1, 60).mapToObj(i -> i * 11.0).toList();
        // Six steps of ten amounts begin at 121, 231, 341 and so on, 110 apart: rounded to 100.
        QuantileSteps steps = QuantileSteps.of(amounts, 6);
        assertEquals(List.of(100.0, 200.0, 300.0, 500.0, 600.0), steps.breaks());
        assertEquals(1, steps.step(99));
        assertEquals(2, steps.step(100));
        assertEquals(6, steps.step(660));
    }

    @Test
    void nothingAndCreditsAreOnNoStep() {
        assertEquals(List.of(), QuantileSteps.of(List.of(0.0, -5.0, Double.NaN), 7).breaks());
        assertEquals(1, new QuantileSteps(List.of()).step(9));
    }

    @Test
    void equalAmountsHaveOneBorder() {
        QuantileSteps steps = QuantileSteps.of(List.of(5.0, 5.0, 5.0), 4);
        assertEquals(List.of(5.0, 5.0, 5.0), steps.breaks());
        assertEquals(4, steps.step(5));
    }
}
