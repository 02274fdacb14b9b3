package org.claimscope.data.kpi.financialmanagement;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// Charity as a share of gross charges (KPI-18).
public final class CharityRate implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Charity rate",
                List.of(),
                Unit.RATE,
                Polarity.NEITHER,
                "charity write-offs ÷ gross charges",
                "adjustments of type Charity",
                "bad debt, contractual, denials",
                "metrics.md KPI-18",
                Measures.CHARITY,
                Optional.of(Measures.CHARGES),
                "no charges in the period",
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
