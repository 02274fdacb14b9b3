package org.claimscope.data.kpi.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.ClaimMeasures;
import org.claimscope.data.model.Entity;

/// Share of decided appeals that the provider won, fully or partly (KPI-24).
public final class AppealOverturnRate implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Appeal overturn rate",
                List.of(),
                Unit.RATE,
                Polarity.HIGHER_IS_BETTER,
                "appeals decided fully or partly for the provider ÷ appeals decided",
                "appeals by the day of the decision",
                "appeals that wait",
                "metrics.md KPI-24",
                ClaimMeasures.OVERTURNED_APPEALS,
                Optional.of(ClaimMeasures.DECIDED_APPEALS),
                "no appeal was decided in the period",
                Optional.empty(),
                Optional.empty(),
                1);
    }

    @Override
    public Set<Entity> needs() {
        return Set.of(Entity.APPEAL);
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant(
                        "dollars",
                        definition()
                                .as(
                                        "Appeal overturn rate, dollars",
                                        Unit.RATE,
                                        "dollars recovered ÷ dollars appealed, of decided appeals",
                                        ClaimMeasures.RECOVERED,
                                        Optional.of(ClaimMeasures.APPEALED),
                                        "no appeal was decided in the period"),
                        Set.of(Entity.APPEAL)),
                new Variant(
                        "of_denials",
                        definition()
                                .as(
                                        "Initial denials overturned, HFMA",
                                        Unit.RATE,
                                        "appeals decided for the provider ÷ families denied at first adjudication",
                                        ClaimMeasures.OVERTURNED_APPEALS,
                                        Optional.of(ClaimMeasures.DENIED_CLAIMS),
                                        "nothing was denied in the period"),
                        Set.of(Entity.APPEAL)));
    }
}
