package org.claimscope.data.kpi.financialmanagement;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// Gross charges: what was billed at full price.
public final class Charges implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Charges",
                List.of("gross charges", "billed", "revenue at full price"),
                Unit.MONEY,
                Polarity.NEITHER,
                "sum of billed amounts in the ledger",
                "all charges and charge reversals, by the day they were posted",
                "claim headers: they repeat the ledger",
                "ledger",
                Measures.CHARGES,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
