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

/// What the revenue cycle costs of each dollar collected (KPI-14).
public final class CostToCollect implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Cost to collect",
                List.of(),
                Unit.RATE,
                Polarity.LOWER_IS_BETTER,
                "revenue cycle cost ÷ payments",
                "patient access, patient accounting, health information (HIM) and outsourcing, as the ledger row says",
                "information technology, unless the row holds it",
                "metrics.md KPI-14",
                MonthlyMeasures.REVENUE_CYCLE_COST,
                Optional.of(Measures.PAYMENTS),
                "no payments in the period",
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
                new Benchmark("2 to 4 %", "hospitals", "metrics.md KPI-14", "2026-11"),
                new Benchmark("3 to 7 %", "practices", "metrics.md KPI-14", "2026-11"));
    }
}
