package org.claimscope.data.kpi.claims;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.ClaimMeasures;
import org.claimscope.data.model.Entity;

/// Share of first adjudicated charges that were denied, by service line (KPI-10).
public final class DenialRateDollars implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Initial denial rate, dollars",
                List.of(
                        "dollar denial rate",
                        "initial denial rate in dollars",
                        "denial rate in dollars"),
                Unit.RATE,
                Polarity.LOWER_IS_BETTER,
                "charges of lines denied at first adjudication ÷ charges of lines first adjudicated",
                "claim families by the first decision of their first payer (835); where a source sends no remittances, claims by status, a claim as one line",
                "duplicates (CARC 18), families taken back (frequency 8), reversals, second payers; pending and rejected claims",
                "metrics.md KPI-10",
                ClaimMeasures.DENIED_AMOUNT,
                Optional.of(ClaimMeasures.ADJUDICATED_LINE_CHARGES),
                "no claim was adjudicated in the period",
                Optional.of(new Caveat("by status", "by status, no remittance")),
                Optional.empty(),
                1);
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant(
                        "claims",
                        definition()
                                .as(
                                        "Initial denial rate, dollars of whole claims",
                                        Unit.RATE,
                                        "charges of families with a denial ÷ charges of families first adjudicated (HFMA claim level)",
                                        ClaimMeasures.DENIED_CLAIM_CHARGES,
                                        Optional.of(ClaimMeasures.ADJUDICATED_CHARGES),
                                        "no claim was adjudicated in the period")));
    }

    @Override
    public Optional<Entity> caveatUntil() {
        return Optional.of(Entity.REMITTANCE_CLAIM);
    }
}
