package org.claimscope.data.kpi.prebilling;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// Mean days from care to the posting of its first charge (KPI-20).
public final class ChargeLagDays implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Charge lag",
                List.of(),
                Unit.DAYS,
                Polarity.LOWER_IS_BETTER,
                "days from service to posting of the first charge ÷ encounters first charged",
                "encounters by the day their first charge was posted",
                "charges all taken back; charges dated before the service; sources that send no posting days",
                "metrics.md KPI-20",
                Measures.CHARGE_LAG,
                Optional.of(Measures.CHARGED_ENCOUNTERS),
                "no charge tells the day it was posted",
                Optional.empty(),
                Optional.empty(),
                1);
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant(
                        "median",
                        definition()
                                .as(
                                        "Charge lag, median",
                                        Unit.DAYS,
                                        "the days that half of the encounters do not exceed",
                                        Measures.CHARGE_LAG_MEDIAN,
                                        Optional.empty(),
                                        "no charge tells the day it was posted")),
                new Variant(
                        "p90",
                        definition()
                                .as(
                                        "Charge lag, 90th percentile",
                                        Unit.DAYS,
                                        "the days that nine of ten encounters do not exceed",
                                        Measures.CHARGE_LAG_P90,
                                        Optional.empty(),
                                        "no charge tells the day it was posted")),
                new Variant(
                        "lines",
                        definition()
                                .as(
                                        "Charge lag by charge line",
                                        Unit.DAYS,
                                        "days from service to posting ÷ charges posted",
                                        Measures.LINE_LAG,
                                        Optional.of(Measures.CHARGED_LINES),
                                        "no charge tells the day it was posted")));
    }

    @Override
    public List<Benchmark> benchmarks() {
        return List.of(
                new Benchmark("at most 2 to 5 days", "good", "metrics.md KPI-20", "2026-11"),
                new Benchmark("10 to 15 days", "bottom quartile", "metrics.md KPI-20", "2026-11"));
    }
}
