package org.claimscope.data.kpi.financialmanagement;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// Bad debt as a share of gross charges (KPI-17).
public final class BadDebtRate implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Bad debt rate",
                List.of(),
                Unit.RATE,
                Polarity.LOWER_IS_BETTER,
                "bad debt write-offs less recoveries ÷ gross charges",
                "adjustments of types Bad debt and Bad debt recovery",
                "charity, contractual, denials",
                "metrics.md KPI-17",
                Measures.BAD_DEBT,
                Optional.of(Measures.CHARGES),
                "no charges in the period",
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
