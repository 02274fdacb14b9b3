package org.claimscope.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.claimscope.charts.shape.Boxes;
import org.claimscope.charts.shape.Distribution;
import org.claimscope.charts.shape.Peers;
import org.claimscope.charts.shape.Points;
import org.claimscope.charts.shape.Polarity;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Unit;

/// Invented figures for the sampler's charts of how values are spread.
final class SampleSpreads {
    private SampleSpreads() {}

    static Peers peers() {
        return new Peers(
                "This provider",
                4,
                List.of(
                        new Peers.Row(
                                "Initial denial rate",
                                Unit.RATE,
                                Polarity.LOWER_IS_BETTER,
                                0.148,
                                List.of(0.082, 0.094, 0.101, 0.117, 0.126, 0.131)),
                        new Peers.Row(
                                "Days to pay",
                                Unit.DAYS,
                                Polarity.LOWER_IS_BETTER,
                                27.4,
                                List.of(24.1, 26.0, 28.8, 30.2, 33.5, 41.0)),
                        new Peers.Row(
                                "Clean claim rate",
                                Unit.RATE,
                                Polarity.HIGHER_IS_BETTER,
                                0.981,
                                List.of(0.93, 0.951, 0.955, 0.962, 0.97, 0.975)),
                        new Peers.Row(
                                "Charge lag",
                                Unit.DAYS,
                                Polarity.LOWER_IS_BETTER,
                                2.9,
                                List.of(1.2, 2.4, 2.8, 3.1, 3.3, 4.6)),
                        new Peers.Row(
                                "Charges",
                                Unit.MONEY,
                                Polarity.NEITHER,
                                412_000.0,
                                List.of(
                                        180_000.0, 220_000.0, 260_000.0, 300_000.0, 310_000.0,
                                        390_000.0))));
    }

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

    static Points denialsByPayer() {
        String[] payers = {
            "Heron Mutual", "Curlew Health Plan", "Plover Advantage", "Tern Commercial", "Medicare"
        };
        int size = 90;
        List<String> labels = new ArrayList<>();
        double[] days = new double[size];
        double[] rates = new double[size];
        double[] billed = new double[size];
        Random random = new Random(5);
        for (int i = 0; i < size; i++) {
            double slow = random.nextDouble() + (i % payers.length == 0 ? 0.8 : 0);
            labels.add(payers[i % payers.length] + ", department " + (i / payers.length + 1));
            days[i] = 18 + 20 * slow + 4 * random.nextGaussian();
            rates[i] = Math.max(0.01, 0.05 + 0.06 * slow + 0.015 * random.nextGaussian());
            billed[i] = 30e3 * Math.exp(1.2 * random.nextGaussian());
        }
        return new Points(
                "Payers by department",
                labels,
                new Points.Axis("Days to payment", Unit.DAYS, days),
                new Points.Axis("Initial denial rate", Unit.RATE, rates),
                new Points.Axis("Billed", Unit.MONEY, billed));
    }

    static Points claims() {
        int size = 250_000;
        Random random = new Random(11);
        List<String> labels = new ArrayList<>(size);
        double[] days = new double[size];
        double[] billed = new double[size];
        for (int i = 0; i < size; i++) {
            labels.add("Claim " + (100_000 + i));
            days[i] = Math.abs(24 + 9 * random.nextGaussian() + (i % 5 == 0 ? 30 : 0));
            billed[i] = Math.min(9_600, 900 * Math.exp(0.7 * random.nextGaussian()));
        }
        return new Points(
                "Claims",
                labels,
                new Points.Axis("Days to payment", Unit.DAYS, days),
                new Points.Axis("Billed", Unit.MONEY, billed),
                null);
    }
}
