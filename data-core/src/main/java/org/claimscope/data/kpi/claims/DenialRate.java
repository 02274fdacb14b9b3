package org.claimscope.data.kpi.claims;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.ClaimMeasures;
import org.claimscope.data.model.Entity;

/// Share of claim families that the first decision of their first payer denied in whole or in part
/// (KPI-09).
public final class DenialRate implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Initial denial rate",
                List.of("denial rate", "denials rate", "share denied"),
                Unit.RATE,
                Polarity.LOWER_IS_BETTER,
                "families with a denial at first adjudication ÷ families first adjudicated",
                "claim families by the first decision of their first payer (835); where a source sends no remittances, claims by status",
                "duplicates (CARC 18), families taken back (frequency 8), reversals, second payers; pending and rejected claims",
                "metrics.md KPI-09",
                ClaimMeasures.DENIED_CLAIMS,
                Optional.of(ClaimMeasures.ADJUDICATED_CLAIMS),
                "no claim was adjudicated in the period",
                Optional.of(new Caveat("by status", "by status, no remittance")),
                Optional.of(Target.atMost(0.10, "metrics.md KPI-09")),
                2);
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant(
                        "hfma_submitted",
                        definition()
                                .as(
                                        "Initial denial rate, HFMA (submitted)",
                                        Unit.RATE,
                                        "initially denied families ÷ families submitted, by month, of the three months before",
                                        ClaimMeasures.DENIED_CLAIMS,
                                        Optional.of(ClaimMeasures.SENT_A_MONTH),
                                        "no claim was submitted in the three months before")),
                new Variant(
                        "zero_pay",
                        definition()
                                .as(
                                        "Primary zero-pay rate",
                                        Unit.RATE,
                                        "first decisions with no payment ÷ first decisions; a deductible is zero-pay and no denial",
                                        ClaimMeasures.ZERO_PAID_CLAIMS,
                                        Optional.of(ClaimMeasures.ADJUDICATED_CLAIMS),
                                        "no claim was adjudicated in the period")));
    }

    @Override
    public Optional<Entity> caveatUntil() {
        return Optional.of(Entity.REMITTANCE_CLAIM);
    }

    @Override
    public List<Benchmark> benchmarks() {
        return List.of(
                new Benchmark("below 5 %", "goal", "metrics.md KPI-09", "2026-11"),
                new Benchmark("about 10 to 12 %", "actual", "metrics.md KPI-09", "2026-11"));
    }
}
