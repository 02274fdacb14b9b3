package org.claimscope.data.kpi.claims;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// What payers denied, by the day they decided.
public final class DeniedAmount implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Denied dollars",
                List.of("denied amount", "denied dollars", "dollars denied"),
                Unit.MONEY,
                Polarity.LOWER_IS_BETTER,
                "sum of what was denied on claims denied at first adjudication",
                "claims denied in whole or in part; duplicates (CARC 18) left out",
                "pending claims; rejected ones; replacements (frequency 7)",
                "metrics.md KPI-09, in dollars",
                Measures.DENIED_AMOUNT,
                Optional.empty(),
                "",
                Optional.of(new Caveat("by status", "by status, no remittance")),
                Optional.empty(),
                1);
    }
}
