package org.claimscope.data.kpi.claims;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// Share of first adjudications that denied the claim (KPI-09, cohort).
public final class DenialRate implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Initial denial rate",
                List.of("denial rate", "denials rate", "share denied"),
                Unit.RATE,
                Polarity.LOWER_IS_BETTER,
                "claims denied at first adjudication ÷ claims first adjudicated",
                "paid, approved and denied claims; duplicates (CARC 18) left out of both",
                "pending claims; rejected ones, which are front-end; replacements (frequency 7), which are the same family again",
                "metrics.md KPI-09",
                Measures.DENIED_CLAIMS,
                Optional.of(Measures.ADJUDICATED_CLAIMS),
                "no claim was adjudicated in the period",
                Optional.of(new Caveat("by status", "by status, no remittance")),
                Optional.of(Target.atMost(0.10, "metrics.md KPI-09")),
                1);
    }
}
