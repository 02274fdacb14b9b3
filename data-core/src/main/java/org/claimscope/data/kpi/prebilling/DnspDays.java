package org.claimscope.data.kpi.prebilling;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;
import org.claimscope.data.model.Entity;

/// Days of revenue in care that is over and not sent to a payer (KPI-06).
public final class DnspDays implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Days in DNSP",
                List.of(),
                Unit.DAYS,
                Polarity.LOWER_IS_BETTER,
                "(not final billed + final billed, not submitted) ÷ average daily gross charges of the trailing 3 months",
                "as days in DNFB and days in FBNS",
                "patients still in house; self-pay visits, for which no claim is made; sources that tell of no claims",
                "metrics.md KPI-06",
                Measures.NOT_SENT,
                Optional.of(Measures.DAILY_CHARGES),
                "no charges in the trailing 3 months",
                Optional.empty(),
                Optional.empty(),
                2);
    }

    @Override
    public Set<Entity> needs() {
        return Set.of(Entity.CLAIM);
    }
}
