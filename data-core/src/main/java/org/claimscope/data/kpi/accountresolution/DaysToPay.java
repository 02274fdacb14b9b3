package org.claimscope.data.kpi.accountresolution;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.ClaimMeasures;

/// Mean days from the first accepted submission to the first payment (KPI-22).
public final class DaysToPay implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Days to pay",
                List.of("payer days", "time to payment"),
                Unit.DAYS,
                Polarity.LOWER_IS_BETTER,
                "days from first accepted submission to first payment ÷ families first paid",
                "claim families whose first payment falls in the period",
                "zero-pay remittances; families taken back; payments dated before the submission",
                "metrics.md KPI-22",
                ClaimMeasures.DAYS_TO_PAY,
                Optional.of(ClaimMeasures.PAID_CLAIMS),
                "no claim was first paid in the period",
                Optional.empty(),
                Optional.empty(),
                2);
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant(
                        "first_remit",
                        definition()
                                .as(
                                        "Days to first remittance",
                                        Unit.DAYS,
                                        "days from first accepted submission to the first answer, paid or not ÷ families first answered",
                                        ClaimMeasures.DAYS_TO_REMIT,
                                        Optional.of(ClaimMeasures.ANSWERED_CLAIMS),
                                        "no claim was first answered in the period")));
    }
}
