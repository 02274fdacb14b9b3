package org.claimscope.data.kpi.claims;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// What claims bill, by the day they were submitted. Charges are the ledger's; this is what the
/// claim headers say.
public final class ClaimBilled implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Billed on claims",
                List.of("claim billed amount", "billed on claims"),
                Unit.MONEY,
                Polarity.NEITHER,
                "sum of what claims bill",
                "every claim once, in its current version",
                "charges of no claim",
                "837 CLM02",
                Measures.CLAIM_BILLED,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
