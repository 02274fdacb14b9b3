package org.claimscope.data.kpi.accountresolution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.RemittanceMeasures;
import org.claimscope.data.model.Entity;

/// Decisions about claims that nobody knows to have been sent: the claim number (CLP01) is absent,
/// or no claim of the source has it.
public final class UnmatchedClaimCount implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Unmatched claims",
                List.of("unmatched claims"),
                Unit.COUNT,
                Polarity.LOWER_IS_BETTER,
                "number of CLP without a claim that was sent",
                "decisions whose CLP01 is no claim of the same source that was sent or has a facility,"
                        + " department or clinician",
                "claims that only a remittance tells of count as not sent",
                "835 CLP01; 837 CLM01",
                RemittanceMeasures.UNMATCHED_CLAIM_COUNT,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                1);
    }

    @Override
    public Set<Entity> needs() {
        return Set.of(Entity.REMITTANCE_CLAIM);
    }
}
