package org.claimscope.data.kpi.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.ClaimMeasures;
import org.claimscope.data.model.Entity;

/// Mean days from a denial to its appeal (KPI-25).
public final class AppealLagDays implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Days from denial to appeal",
                List.of(),
                Unit.DAYS,
                Polarity.LOWER_IS_BETTER,
                "days from the denial to the appeal ÷ appeals sent",
                "appeals by the day they were sent",
                "appeals without the day of the denial",
                "metrics.md KPI-25",
                ClaimMeasures.APPEAL_LAG,
                Optional.of(ClaimMeasures.SENT_APPEALS),
                "no appeal was sent in the period",
                Optional.empty(),
                Optional.empty(),
                1);
    }

    @Override
    public Set<Entity> needs() {
        return Set.of(Entity.APPEAL);
    }
}
