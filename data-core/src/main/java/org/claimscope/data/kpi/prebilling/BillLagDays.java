package org.claimscope.data.kpi.prebilling;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.ClaimMeasures;

/// Mean days from discharge to the first submission (KPI-21).
public final class BillLagDays implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Bill lag",
                List.of(),
                Unit.DAYS,
                Polarity.LOWER_IS_BETTER,
                "days from discharge or last service to first submission ÷ families first submitted",
                "claim families by the day they were first sent",
                "families taken back",
                "metrics.md KPI-21",
                ClaimMeasures.BILL_LAG,
                Optional.of(ClaimMeasures.BILLED_FAMILIES),
                "no claim was first submitted in the period",
                Optional.empty(),
                Optional.empty(),
                1);
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant(
                        "accepted",
                        definition()
                                .as(
                                        "Bill lag to the first accepted submission",
                                        Unit.DAYS,
                                        "days from discharge or last service to the first submission that was not turned away ÷ families first submitted",
                                        ClaimMeasures.ACCEPTED_LAG,
                                        Optional.of(ClaimMeasures.BILLED_FAMILIES),
                                        "no claim was first submitted in the period")));
    }
}
