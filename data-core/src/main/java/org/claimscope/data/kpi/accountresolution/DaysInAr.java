package org.claimscope.data.kpi.accountresolution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;
import org.claimscope.data.kpi.MonthlyMeasures;
import org.claimscope.data.model.Entity;

/// How many days of revenue are still owed: net where the general ledger tells (KPI-01), else gross
/// (KPI-02).
public final class DaysInAr implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Days in A/R, gross",
                List.of("days in ar", "days in a r", "ar days", "dar"),
                Unit.DAYS,
                Polarity.LOWER_IS_BETTER,
                "open balances ÷ average daily gross charges of the trailing 3 months",
                "positive account balances, billed or not",
                "credit balances",
                "metrics.md KPI-02: the general ledger inputs of KPI-01 are absent",
                Measures.OPEN_AR,
                Optional.of(Measures.DAILY_CHARGES),
                "no charges in the trailing 3 months",
                Optional.of(
                        new Caveat(
                                "gross, no GL",
                                "gross A/R: the general ledger inputs of KPI-01 are absent")),
                Optional.of(Target.between(30, 50, "metrics.md KPI-01")),
                1);
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant(
                        "net",
                        definition()
                                .as(
                                        "Days in A/R, net",
                                        Unit.DAYS,
                                        "net receivable at month end ÷ average daily net patient revenue of the trailing 3 months (KPI-01)",
                                        MonthlyMeasures.NET_RECEIVABLE,
                                        Optional.of(MonthlyMeasures.DAILY_NET_REVENUE),
                                        "the general ledger tells no net patient revenue of the trailing 3 months"),
                        Set.of(Entity.MONTHLY_FACT)),
                new Variant(
                        "gross",
                        definition()
                                .as(
                                        "Days in A/R, gross, whatever the ledger tells",
                                        Unit.DAYS,
                                        "open balances ÷ average daily gross charges of the trailing 3 months (KPI-02)",
                                        Measures.OPEN_AR,
                                        Optional.of(Measures.DAILY_CHARGES),
                                        "no charges in the trailing 3 months")),
                new Variant(
                        "gross_year",
                        definition()
                                .as(
                                        "Days in A/R, gross, by a year of charges",
                                        Unit.DAYS,
                                        "open balances ÷ average daily gross charges of the trailing 12 months (MGMA)",
                                        Measures.OPEN_AR,
                                        Optional.of(Measures.YEARS_DAILY_CHARGES),
                                        "no charges in the trailing 12 months")));
    }

    @Override
    public Optional<String> preferred() {
        return Optional.of("net");
    }

    @Override
    public List<Benchmark> benchmarks() {
        return List.of(
                new Benchmark(
                        "30 to 45 days",
                        "practices",
                        "metrics.md KPI-02: the general ledger inputs of KPI-01 are absent",
                        "2026-11"),
                new Benchmark(
                        "below 45 to 50 days",
                        "hospitals",
                        "metrics.md KPI-02: the general ledger inputs of KPI-01 are absent",
                        "2026-11"));
    }
}
