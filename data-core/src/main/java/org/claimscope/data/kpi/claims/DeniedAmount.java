package org.claimscope.data.kpi.claims;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.ClaimMeasures;
import org.claimscope.data.model.Entity;

/// What payers denied at first, by the day they decided: the charges of denied lines (KPI-10).
public final class DeniedAmount implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Denied dollars",
                List.of("denied amount", "denied dollars", "dollars denied"),
                Unit.MONEY,
                Polarity.LOWER_IS_BETTER,
                "sum of the charges of lines denied at first adjudication",
                "claim families by the first decision of their first payer (835); where a source sends no remittances, claims by status, what they say was denied",
                "duplicates (CARC 18), families taken back (frequency 8), reversals, second payers; pending and rejected claims",
                "metrics.md KPI-10, its numerator",
                ClaimMeasures.DENIED_AMOUNT,
                Optional.empty(),
                "",
                Optional.of(new Caveat("by status", "by status, no remittance")),
                Optional.empty(),
                2);
    }

    @Override
    public Optional<Entity> caveatUntil() {
        return Optional.of(Entity.REMITTANCE_CLAIM);
    }
}
