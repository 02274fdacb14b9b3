package org.claimscope.data.kpi.prebilling;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;
import org.claimscope.data.model.Entity;

/// Days of revenue in claims that are final billed and not sent (KPI-05).
public final class FbnsDays implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Days in FBNS",
                List.of(),
                Unit.DAYS,
                Polarity.LOWER_IS_BETTER,
                "charges final billed, not submitted ÷ average daily gross charges of the trailing 3 months",
                "claims that an edit holds",
                "claims that were sent",
                "metrics.md KPI-05",
                Measures.FINAL_BILLED_NOT_SENT,
                Optional.of(Measures.DAILY_CHARGES),
                "no charges in the trailing 3 months",
                Optional.empty(),
                Optional.empty(),
                1);
    }

    @Override
    public Set<Entity> needs() {
        return Set.of(Entity.SUBMISSION);
    }
}
