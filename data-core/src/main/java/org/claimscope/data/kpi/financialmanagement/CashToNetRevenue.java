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

/// Cash of the month as a share of average monthly net revenue (KPI-15).
public final class CashToNetRevenue implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Cash to net revenue",
                List.of(),
                Unit.RATE,
                Polarity.HIGHER_IS_BETTER,
                "payments of the month ÷ average monthly net patient revenue of the trailing 3 months",
                "the calendar month of the last day, up to that day",
                "money that is not for patient services",
                "metrics.md KPI-15",
                Measures.MONTHS_PAYMENTS,
                Optional.of(MonthlyMeasures.MONTHLY_NET_REVENUE),
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
                new Benchmark("at least 95 to 100 %", "usual", "metrics.md KPI-15", "2026-11"));
    }
}
