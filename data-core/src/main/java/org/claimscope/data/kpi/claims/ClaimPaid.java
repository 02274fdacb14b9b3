package org.claimscope.data.kpi.claims;

import java.util.List;
import java.util.Optional;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;

/// What payers paid on claims, by the day they were submitted. Payments are the ledger's; this is
/// what the claim headers say.
public final class ClaimPaid implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Paid on claims",
                List.of("claim paid amount", "paid on claims"),
                Unit.MONEY,
                Polarity.HIGHER_IS_BETTER,
                "sum of what payers paid on claims",
                "every claim once, in its current version",
                "what patients paid; payments of no claim",
                "835 CLP04, claim header",
                Measures.CLAIM_PAID,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
