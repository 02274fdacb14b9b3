package org.claimscope.charts;

import java.math.BigDecimal;
import org.claimscope.charts.shape.Coverage;
import org.claimscope.charts.shape.Polarity;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Unit;

/// Invented figures for the sampler's tiles, the same as on the design's pictures.
final class SampleSingles {
    private SampleSingles() {}

    static Single denialRate() {
        return new Single(
                "Initial denial rate",
                Unit.RATE,
                new BigDecimal("0.12400"),
                new BigDecimal("0.10900"),
                Polarity.LOWER_IS_BETTER,
                "1,187 of 9,572 claims",
                Target.atMost(0.10),
                SampleTimes.denialTrend(),
                new Coverage(Coverage.Mark.MATURING, "maturing"));
    }

    static Single charges() {
        return new Single(
                "Charges",
                Unit.MONEY,
                new BigDecimal("18420317.06"),
                new BigDecimal("17955100.00"),
                Polarity.NEITHER,
                "",
                Target.between(17.8e6, 18.6e6),
                SampleTimes.series(
                        "Charges",
                        Unit.MONEY,
                        SampleTimes.JULY,
                        17.2e6,
                        17.3e6,
                        17.1e6,
                        17.5e6,
                        17.2e6,
                        16.9e6,
                        17.4e6,
                        17.2e6,
                        17.7e6,
                        17.6e6,
                        17.96e6,
                        18.42e6),
                new Coverage(Coverage.Mark.FULL, "all feeds in"));
    }

    static Single underpayments() {
        return new Single(
                "Underpayments",
                Unit.MONEY,
                new BigDecimal("187000.00"),
                new BigDecimal("123000.00"),
                Polarity.AT_RISK,
                "318 claims of 3 payers",
                Target.atMost(100_000),
                SampleTimes.series(
                        "Underpayments",
                        Unit.MONEY,
                        SampleTimes.JULY,
                        78e3,
                        80e3,
                        84e3,
                        81e3,
                        88e3,
                        92e3,
                        90e3,
                        95e3,
                        101e3,
                        110e3,
                        123e3,
                        187e3),
                new Coverage(Coverage.Mark.LOW, "31 % unpriced"));
    }
}
