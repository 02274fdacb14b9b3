package org.claimscope.data.kpi.accountresolution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.RemittanceMeasures;
import org.claimscope.data.model.Entity;

/// What payments say about claims (835 CLP), by payment date. A claim that is paid, taken back and
/// paid again counts three times.
public final class RemittedClaimCount implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Claims in remittances",
                List.of("claims in remittances", "remitted claims"),
                Unit.COUNT,
                Polarity.NEITHER,
                "number of CLP",
                "decisions of all payers, reversals (CLP02 = 22) and prices told in advance (25)",
                "nothing",
                "835 CLP",
                RemittanceMeasures.REMITTED_CLAIM_COUNT,
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
