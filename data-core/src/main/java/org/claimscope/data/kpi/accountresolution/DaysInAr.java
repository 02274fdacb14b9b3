package org.claimscope.data.kpi.accountresolution;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// How many days of charges are still owed, gross (KPI-02; no general ledger inputs).
public final class DaysInAr implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Days in A/R, gross",
                List.of("days in ar", "ar days", "dar"),
                Unit.DAYS,
                Polarity.LOWER_IS_BETTER,
                "open balances ÷ average daily gross charges of the trailing 3 months",
                "positive account balances, billed or not",
                "credit balances",
                "metrics.md KPI-02: the general ledger inputs of KPI-01 are absent",
                Measures.OPEN_AR,
                Optional.of(Measures.DAILY_CHARGES),
                "no charges in the trailing 3 months",
                Optional.of(
                        new Caveat(
                                "gross, no GL",
                                "gross A/R: the general ledger inputs of KPI-01 are absent")),
                Optional.of(Target.between(30, 50, "metrics.md KPI-01")),
                1);
    }
}
