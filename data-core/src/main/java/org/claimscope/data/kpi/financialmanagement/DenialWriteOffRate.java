package org.claimscope.data.kpi.financialmanagement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;
import org.claimscope.data.kpi.MonthlyMeasures;
import org.claimscope.data.model.Entity;

/// Net write-offs of denials as a share of net patient revenue (KPI-11).
public final class DenialWriteOffRate implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Denial write-off rate",
                List.of(),
                Unit.RATE,
                Polarity.LOWER_IS_BETTER,
                "denial write-offs less their reversals ÷ net patient revenue",
                "adjustments of type Denial write-off",
                "contractual, charity, bad debt, small balances",
                "metrics.md KPI-11 (AR-6)",
                Measures.DENIAL_WRITE_OFFS,
                Optional.of(MonthlyMeasures.NET_REVENUE),
                "no general ledger row tells net patient revenue",
                Optional.empty(),
                Optional.empty(),
                1);
    }

    @Override
    public Set<Entity> needs() {
        return Set.of(Entity.MONTHLY_FACT);
    }

    @Override
    public List<Benchmark> benchmarks() {
        return List.of(
                new Benchmark(
                        "at most 1 % of net patient revenue",
                        "target", "metrics.md KPI-11 (AR-6)", "2026-11"));
    }
}
