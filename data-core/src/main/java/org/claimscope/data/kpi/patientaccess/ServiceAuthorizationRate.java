package org.claimscope.data.kpi.patientaccess;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.MonthlyMeasures;
import org.claimscope.data.model.Entity;

/// Visits authorized as a share of visits that require it (KPI-30).
public final class ServiceAuthorizationRate implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Service authorization rate",
                List.of(),
                Unit.RATE,
                Polarity.HIGHER_IS_BETTER,
                "visits authorized ÷ visits that require it",
                "monthly figures authorized_visits and visits_requiring_authorization",
                "months without both figures",
                "metrics.md KPI-30 (HFMA PA-4 and PA-5)",
                MonthlyMeasures.count("authorized_visits"),
                Optional.of(MonthlyMeasures.count("visits_requiring_authorization")),
                "no monthly figure visits_requiring_authorization",
                Optional.empty(),
                Optional.empty(),
                1);
    }

    @Override
    public Set<Entity> needs() {
        return Set.of(Entity.MONTHLY_FACT);
    }
}
