package org.claimscope.charts;

import org.claimscope.charts.shape.Distribution;
import org.claimscope.charts.shape.Unit;

/// Invented figures for the sampler's charts of how values are spread.
final class SampleSpreads {
    private SampleSpreads() {}

    static Distribution daysToPayment() {
        double[] days = new double[2_400];
        for (int i = 0; i < days.length; i++) {
            double share = (i + 0.5) / days.length;
            double other = i * 0.618034 % 1;
            days[i] = Math.floor(9 - 8 * Math.log(1 - share) - 8 * Math.log(1 - other));
        }
        return new Distribution("Claims", Unit.DAYS, days, 60.0);
    }
}
