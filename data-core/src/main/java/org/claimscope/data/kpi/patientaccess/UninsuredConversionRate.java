package org.claimscope.data.kpi.patientaccess;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.MonthlyMeasures;
import org.claimscope.data.model.Entity;

/// Uninsured visits converted as a share of uninsured discharges and visits (KPI-30).
public final class UninsuredConversionRate implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Uninsured conversion rate",
                List.of(),
                Unit.RATE,
                Polarity.HIGHER_IS_BETTER,
                "uninsured visits converted ÷ uninsured discharges and visits",
                "monthly figures converted_visits and uninsured_visits",
                "months without both figures",
                "metrics.md KPI-30 (HFMA PA-6)",
                MonthlyMeasures.count("converted_visits"),
                Optional.of(MonthlyMeasures.count("uninsured_visits")),
                "no monthly figure uninsured_visits",
                Optional.empty(),
                Optional.empty(),
                1);
    }

    @Override
    public Set<Entity> needs() {
        return Set.of(Entity.MONTHLY_FACT);
    }
}
