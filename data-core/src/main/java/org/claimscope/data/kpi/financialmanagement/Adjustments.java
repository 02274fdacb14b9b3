package org.claimscope.data.kpi.financialmanagement;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// What was taken off charges without being paid.
public final class Adjustments implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Adjustments",
                List.of("write-offs and contractuals", "allowances"),
                Unit.MONEY,
                Polarity.LOWER_IS_BETTER,
                "sum of adjusted amounts in the ledger",
                "contractual, write-off, bad debt and charity, by the day they were posted",
                "payments",
                "ledger",
                Measures.ADJUSTMENTS,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
