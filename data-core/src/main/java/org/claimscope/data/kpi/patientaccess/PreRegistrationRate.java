package org.claimscope.data.kpi.patientaccess;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.MonthlyMeasures;
import org.claimscope.data.model.Entity;

/// Visits pre-registered as a share of visits scheduled (KPI-30).
public final class PreRegistrationRate implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Pre-registration rate",
                List.of(),
                Unit.RATE,
                Polarity.HIGHER_IS_BETTER,
                "visits pre-registered ÷ visits scheduled",
                "monthly figures preregistered_visits and scheduled_visits",
                "months without both figures",
                "metrics.md KPI-30 (HFMA PA-2)",
                MonthlyMeasures.count("preregistered_visits"),
                Optional.of(MonthlyMeasures.count("scheduled_visits")),
                "no monthly figure scheduled_visits",
                Optional.empty(),
                Optional.empty(),
                1);
    }

    @Override
    public Set<Entity> needs() {
        return Set.of(Entity.MONTHLY_FACT);
    }
}
