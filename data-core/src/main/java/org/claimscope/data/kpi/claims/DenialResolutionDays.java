package org.claimscope.data.kpi.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.ClaimMeasures;
import org.claimscope.data.model.Entity;

/// Mean days from a denial to the decision about its appeal (KPI-26).
public final class DenialResolutionDays implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Days from denial to resolution",
                List.of(),
                Unit.DAYS,
                Polarity.LOWER_IS_BETTER,
                "days from the denial to the decision ÷ appeals decided",
                "appeals by the day of the decision",
                "appeals without the day of the denial",
                "metrics.md KPI-26",
                ClaimMeasures.RESOLUTION_LAG,
                Optional.of(ClaimMeasures.RESOLVED_APPEALS),
                "no appeal was decided in the period",
                Optional.empty(),
                Optional.empty(),
                1);
    }

    @Override
    public Set<Entity> needs() {
        return Set.of(Entity.APPEAL);
    }
}
