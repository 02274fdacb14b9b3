package org.claimscope.data.kpi.claims;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.ClaimMeasures;
import org.claimscope.data.model.Entity;

/// Share of what could be expected of payers and patients that the first decision allowed (KPI-08,
/// money).
public final class FirstPassYieldDollars implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "First pass yield, dollars",
                List.of("first pass yield in dollars", "dollar first pass yield"),
                Unit.RATE,
                Polarity.HIGHER_IS_BETTER,
                "paid and patient share at first adjudication ÷ (the same + what was denied)",
                "claim families by the first decision of their first payer (835); where a source sends no remittances, claims by status",
                "duplicates (CARC 18), families taken back (frequency 8), reversals, second payers; pending and rejected claims",
                "metrics.md KPI-08, first-pass yield in money; a contract's price is not asked for: what was allowed and what was denied is what was expected",
                ClaimMeasures.FIRST_PASS_ALLOWED,
                Optional.of(ClaimMeasures.FIRST_PASS_EXPECTED),
                "no claim was adjudicated in the period",
                Optional.of(new Caveat("by status", "by status, no remittance")),
                Optional.empty(),
                1);
    }

    @Override
    public Optional<Entity> caveatUntil() {
        return Optional.of(Entity.REMITTANCE_CLAIM);
    }
}
