package org.claimscope.data.kpi.financialmanagement;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// Rows of the ledger, by the day they were posted.
public final class TransactionCount implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Transactions",
                List.of("ledger rows", "transactions"),
                Unit.COUNT,
                Polarity.NEITHER,
                "number of ledger rows",
                "charges, payments and adjustments",
                "nothing",
                "ledger",
                Measures.TRANSACTION_COUNT,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
