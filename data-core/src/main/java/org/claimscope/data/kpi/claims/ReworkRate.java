package org.claimscope.data.kpi.claims;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.ClaimMeasures;
import org.claimscope.data.model.Entity;

/// Share of claim families that the provider sent more than once (KPI-23).
public final class ReworkRate implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Rework rate",
                List.of(),
                Unit.RATE,
                Polarity.LOWER_IS_BETTER,
                "families replaced, taken back or sent again ÷ families first submitted",
                "replacements (7), voids (8), the same claim again, also under another number",
                "appeals; what a payer does again of itself",
                "metrics.md KPI-23",
                ClaimMeasures.REWORKED_FAMILIES,
                Optional.of(ClaimMeasures.SENT_FAMILIES),
                "no claim was first submitted in the period",
                Optional.of(
                        new Caveat(
                                "claims only",
                                "what replaced or took back a claim; resends are told by 837 only")),
                Optional.empty(),
                1);
    }

    @Override
    public Optional<Entity> caveatUntil() {
        return Optional.of(Entity.SUBMISSION);
    }
}
