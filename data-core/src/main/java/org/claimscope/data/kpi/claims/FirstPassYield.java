package org.claimscope.data.kpi.claims;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.ClaimMeasures;
import org.claimscope.data.model.Entity;

/// Share of claim families that their first decision settled (KPI-08).
public final class FirstPassYield implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "First pass yield",
                List.of("first pass rate"),
                Unit.RATE,
                Polarity.HIGHER_IS_BETTER,
                "families whose first adjudication denied nothing ÷ families first adjudicated",
                "claim families by the first decision of their first payer (835); where a source sends no remittances, claims by status; moved to the patient is settled",
                "duplicates (CARC 18), families taken back (frequency 8), reversals, second payers; pending and rejected claims",
                "metrics.md KPI-08",
                ClaimMeasures.RESOLVED_CLAIMS,
                Optional.of(ClaimMeasures.ADJUDICATED_CLAIMS),
                "no claim was adjudicated in the period",
                Optional.of(new Caveat("by status", "by status, no remittance")),
                Optional.of(Target.atLeast(0.90, "metrics.md KPI-08")),
                1);
    }

    @Override
    public Optional<Entity> caveatUntil() {
        return Optional.of(Entity.REMITTANCE_CLAIM);
    }

    @Override
    public List<Benchmark> benchmarks() {
        return List.of(new Benchmark("90 to 95 %", "usual", "metrics.md KPI-08", "2026-11"));
    }
}
