package org.claimscope.data.kpi.prebilling;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// Share of charges posted more than three days after the care (KPI-19).
public final class LateChargeRate implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Late charge rate",
                List.of("late charges"),
                Unit.RATE,
                Polarity.LOWER_IS_BETTER,
                "charges posted more than 3 days after discharge or last service ÷ charges posted",
                "late credits count by their size",
                "encounters whose claim was taken back",
                "metrics.md KPI-19 (CL-2)",
                Measures.LATE_CHARGES,
                Optional.of(Measures.CHARGES),
                "no charges were posted in the period",
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
