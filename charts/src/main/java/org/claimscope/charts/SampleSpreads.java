package org.claimscope.charts;

import java.util.List;
import org.claimscope.charts.shape.Boxes;
import org.claimscope.charts.shape.Distribution;
import org.claimscope.charts.shape.Target;
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

    static Boxes lags() {
        return new Boxes(
                Unit.DAYS,
                List.of(
                        lag("Emergency", 2_418, 1.5, 3, 4.2, 6.2, 10),
                        lag("Cardiology", 846, 1.1, 2.2, 3.1, 4.8, 7),
                        lag("Orthopedics", 611, 1, 1.9, 2.6, 3.8, 6),
                        lag("Imaging", 3_980, 0.4, 0.9, 1.4, 2.2, 4),
                        lag("Laboratory", 5_204, 0.2, 0.5, 0.8, 1.2, 2.1),
                        new Boxes.Row("Infusion", 0, null)),
                Target.atMost(4));
    }

    private static Boxes.Row lag(
            String label,
            long count,
            double p5,
            double p25,
            double median,
            double p75,
            double p95) {
        return new Boxes.Row(label, count, new Boxes.Five(p5, p25, median, p75, p95));
    }
}
