package org.claimscope.data.kpi.claims;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// Claims, by the day they were submitted.
public final class ClaimCount implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Claims",
                List.of("claims", "number of claims", "claims submitted"),
                Unit.COUNT,
                Polarity.NEITHER,
                "number of claims",
                "every claim once, in its current version",
                "nothing",
                "claims",
                Measures.CLAIM_COUNT,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
