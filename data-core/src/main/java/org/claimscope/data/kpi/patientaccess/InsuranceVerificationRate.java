package org.claimscope.data.kpi.patientaccess;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.MonthlyMeasures;
import org.claimscope.data.model.Entity;

/// Visits with verified insurance as a share of visits registered (KPI-30).
public final class InsuranceVerificationRate implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Insurance verification rate",
                List.of(),
                Unit.RATE,
                Polarity.HIGHER_IS_BETTER,
                "visits with verified insurance ÷ visits registered",
                "monthly figures verified_visits and registered_visits",
                "months without both figures",
                "metrics.md KPI-30 (HFMA PA-3)",
                MonthlyMeasures.count("verified_visits"),
                Optional.of(MonthlyMeasures.count("registered_visits")),
                "no monthly figure registered_visits",
                Optional.empty(),
                Optional.empty(),
                1);
    }

    @Override
    public Set<Entity> needs() {
        return Set.of(Entity.MONTHLY_FACT);
    }
}
