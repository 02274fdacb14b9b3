package org.claimscope.data.kpi.claims;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.ClaimMeasures;
import org.claimscope.data.model.Entity;

/// Share of claims that went through on first entry to the claims tool (KPI-07, front-end).
public final class CleanClaimRate implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Clean claim rate",
                List.of("clean claims"),
                Unit.RATE,
                Polarity.HIGHER_IS_BETTER,
                "claims that passed all edits on first entry ÷ claims that entered the claims tool",
                "claims by the day they first entered; held, rejected (277CA) and duplicate claims are not clean; claims taken back later count",
                "replacements, voids, and what is sent again after a rejection or a denial",
                "metrics.md KPI-07 (CL-1), front-end sense; the payer's side is the first pass yield",
                ClaimMeasures.CLEAN_CLAIMS,
                Optional.of(ClaimMeasures.ENTERED_CLAIMS),
                "no claim entered the claims tool in the period",
                Optional.of(
                        new Caveat(
                                "no edits told",
                                "rejections and duplicates; edits only where a claims tool tells of them")),
                Optional.of(Target.atLeast(0.95, "metrics.md KPI-07")),
                1);
    }

    @Override
    public Optional<Entity> caveatUntil() {
        return Optional.of(Entity.SUBMISSION);
    }

    @Override
    public List<Benchmark> benchmarks() {
        return List.of(
                new Benchmark(
                        "at least 95 %",
                        "usual",
                        "metrics.md KPI-07 (CL-1), front-end sense; the payer's side is the first pass yield",
                        "2026-11"),
                new Benchmark(
                        "98 %",
                        "best",
                        "metrics.md KPI-07 (CL-1), front-end sense; the payer's side is the first pass yield",
                        "2026-11"));
    }
}
