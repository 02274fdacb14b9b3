package org.claimscope.data.kpi.prebilling;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;
import org.claimscope.data.model.Entity;

/// Days of revenue in care that is over and not final billed (KPI-04).
public final class DnfbDays implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Days in DNFB",
                List.of(),
                Unit.DAYS,
                Polarity.LOWER_IS_BETTER,
                "charges discharged, not final billed ÷ average daily gross charges of the trailing 3 months",
                "hold days and visits that wait for coding",
                "patients still in house; self-pay visits, for which no claim is made; sources that tell of no claims",
                "metrics.md KPI-04 (PB-1)",
                Measures.NOT_FINAL_BILLED,
                Optional.of(Measures.DAILY_CHARGES),
                "no charges in the trailing 3 months",
                Optional.empty(),
                Optional.empty(),
                2);
    }

    @Override
    public Set<Entity> needs() {
        return Set.of(Entity.CLAIM);
    }

    @Override
    public List<Benchmark> benchmarks() {
        return List.of(
                new Benchmark(
                        "4 to 6 days", "typical target", "metrics.md KPI-04 (PB-1)", "2026-11"));
    }
}
