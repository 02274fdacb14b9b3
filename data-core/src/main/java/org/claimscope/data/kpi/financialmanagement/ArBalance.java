package org.claimscope.data.kpi.financialmanagement;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// Accounts receivable: what is still owed on a day, net of credit balances.
public final class ArBalance implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "A/R balance",
                List.of("accounts receivable", "receivables", "open balance", "a/r"),
                Unit.MONEY,
                Polarity.NEITHER,
                "charges − payments − adjustments posted up to the day",
                "all accounts, billed or not; credit balances net",
                "nothing",
                "ledger",
                Measures.AR_BALANCE,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
