package org.claimscope.data.kpi.accountresolution;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// Mean days from submission to the first payment (KPI-22).
public final class DaysToPay implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Days to pay",
                List.of("payer days", "time to payment"),
                Unit.DAYS,
                Polarity.LOWER_IS_BETTER,
                "days from submission to first payment ÷ claims first paid",
                "claims whose first payment falls in the period",
                "zero-pay remittances; payments dated before the submission",
                "metrics.md KPI-22",
                Measures.DAYS_TO_PAY,
                Optional.of(Measures.PAID_CLAIMS),
                "no claim was first paid in the period",
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
