package org.claimscope.data.kpi.financialmanagement;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// Share of what could be collected that was (KPI-12, matched cohort).
public final class NetCollectionRate implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Net collection rate",
                List.of("ncr", "net collection ratio", "adjusted collection rate"),
                Unit.RATE,
                Polarity.HIGHER_IS_BETTER,
                "payments to date ÷ (charges − contractual adjustments), of the same services",
                "services of the 12 months that end 90 days before the day; bad debt and denials stay in the denominator",
                "services younger than 90 days: their payments are still coming",
                "metrics.md KPI-12",
                Measures.COHORT_PAYMENTS,
                Optional.of(Measures.COHORT_COLLECTIBLE),
                "no services in the 12 months that end 90 days before the day",
                Optional.of(
                        new Caveat(
                                "12-month cohort",
                                "services of 12 months that end 90 days before the day")),
                Optional.of(Target.atLeast(0.95, "metrics.md KPI-12")),
                1);
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant(
                        "period",
                        definition()
                                .as(
                                        "Net collection rate, by period",
                                        Unit.RATE,
                                        "payments posted ÷ (charges − contractual adjustments) posted; over 100 % is legal",
                                        Measures.PAYMENTS,
                                        Optional.of(Measures.POSTED_COLLECTIBLE),
                                        "nothing was charged in the period")));
    }

    @Override
    public List<Benchmark> benchmarks() {
        return List.of(new Benchmark("at least 95 %", "usual", "metrics.md KPI-12", "2026-11"));
    }
}
