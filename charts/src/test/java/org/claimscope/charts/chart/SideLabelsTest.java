package org.claimscope.charts.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class SideLabelsTest {
    @Test
    void labelsWithRoomStayAtTheirMarks() {
        assertArrayEquals(
                new double[] {10, 60}, SideLabels.spread(new double[] {10, 60}, 30, 0, 200));
    }

    @Test
    void closeLabelsMoveApart() {
        assertArrayEquals(
                new double[] {50, 80, 110},
                SideLabels.spread(new double[] {50, 55, 60}, 30, 0, 200));
    }

    @Test
    void labelsAtTheBottomMoveUp() {
        assertArrayEquals(
                new double[] {40, 70}, SideLabels.spread(new double[] {80, 90}, 30, 0, 100));
    }
}
