package org.claimscope.data.kpi.accountresolution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;
import org.claimscope.data.model.Entity;

/// What patients and payers paid too much: the sum of negative account balances (KPI-27).
public final class CreditBalance implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Credit balance",
                List.of("credits"),
                Unit.MONEY,
                Polarity.NEITHER,
                "sum of negative account balances, as they stand",
                "accounts that are owed",
                "accounts that owe: nothing is netted (C12)",
                "metrics.md KPI-27",
                Measures.CREDIT_AR,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                1);
    }

    @Override
    public Set<Entity> needs() {
        return Set.of(Entity.TRANSACTION);
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant(
                        "accounts",
                        definition()
                                .as(
                                        "Accounts in credit",
                                        Unit.COUNT,
                                        "number of accounts with a negative balance",
                                        Measures.CREDIT_ACCOUNTS,
                                        Optional.empty(),
                                        "")));
    }
}
