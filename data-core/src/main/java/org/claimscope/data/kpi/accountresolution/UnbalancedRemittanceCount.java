package org.claimscope.data.kpi.accountresolution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.RemittanceMeasures;
import org.claimscope.data.model.Entity;

/// Payments that do not add up: one of the three checks of the 835 guide fails (005010X221A1,
/// 1.10.2.1): line, claim or payment. None of them can be posted as it is.
public final class UnbalancedRemittanceCount implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Out of balance",
                List.of("remittances out of balance", "unbalanced remittances"),
                Unit.COUNT,
                Polarity.LOWER_IS_BETTER,
                "number of remittances where a charge less its adjustments is not its payment, or the claims less PLB are not BPR02",
                "SVC02 less CAS against SVC03, CLP03 less all CAS against CLP04, the sum of CLP04 less the"
                        + " sum of PLB against BPR02",
                "claims that could not be read: they wait in quarantine, and the payment is off by them",
                "X12 005010X221A1, 1.10.2.1",
                RemittanceMeasures.UNBALANCED_REMITTANCE_COUNT,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                1);
    }

    @Override
    public Set<Entity> needs() {
        return Set.of(Entity.REMITTANCE);
    }
}
