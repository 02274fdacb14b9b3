package org.claimscope.data.kpi.financialmanagement;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// Net payments: cash posted, less refunds and takebacks.
public final class Payments implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Net payments",
                List.of("payments", "cash", "collections", "paid"),
                Unit.MONEY,
                Polarity.HIGHER_IS_BETTER,
                "sum of paid amounts in the ledger",
                "payers and patients, by the day they were posted; refunds and takebacks count negative",
                "claim headers: they repeat the ledger",
                "ledger",
                Measures.PAYMENTS,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
