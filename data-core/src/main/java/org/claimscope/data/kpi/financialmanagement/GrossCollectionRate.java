package org.claimscope.data.kpi.financialmanagement;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// Share of gross charges that came in as cash (KPI-13).
public final class GrossCollectionRate implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Gross collection rate",
                List.of("gcr", "gross collection ratio"),
                Unit.RATE,
                Polarity.NEITHER,
                "net payments posted ÷ gross charges posted",
                "the same period for both; no matching of payments to charges",
                "nothing",
                "metrics.md KPI-13",
                Measures.PAYMENTS,
                Optional.of(Measures.CHARGES),
                "no charges were posted in the period",
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
