package org.claimscope.data.kpi.accountresolution;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// Share of billed receivables older than 90 days (KPI-03, AR-1).
public final class ArOver90Pct implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "A/R over 90 days",
                List.of("ar over 90", "aged ar", "over 90"),
                Unit.RATE,
                Polarity.LOWER_IS_BETTER,
                "billed A/R older than 90 days ÷ billed A/R",
                "accounts with a claim submitted by the day; age from the last service, never re-aged",
                "credit balances and unbilled accounts",
                "metrics.md KPI-03 (AR-1)",
                Measures.BILLED_AR_OVER_90,
                Optional.of(Measures.BILLED_AR),
                "no billed receivables on the day",
                Optional.empty(),
                Optional.of(Target.atMost(0.25, "metrics.md KPI-03")),
                1);
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant(
                        "total",
                        definition()
                                .as(
                                        "A/R over 90 days of all receivables",
                                        Unit.RATE,
                                        "A/R older than 90 days ÷ all A/R, billed or not (AR-3)",
                                        Measures.OPEN_AR_OVER_90,
                                        Optional.of(Measures.OPEN_AR),
                                        "no open receivables on the day")));
    }

    @Override
    public List<Benchmark> benchmarks() {
        return List.of(
                new Benchmark("below 10 %", "practices", "metrics.md KPI-03 (AR-1)", "2026-11"),
                new Benchmark("15 to 25 %", "hospitals", "metrics.md KPI-03 (AR-1)", "2026-11"));
    }
}
