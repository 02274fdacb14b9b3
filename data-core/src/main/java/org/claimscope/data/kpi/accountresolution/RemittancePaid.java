package org.claimscope.data.kpi.accountresolution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.RemittanceMeasures;
import org.claimscope.data.model.Entity;

/// What payers sent, as their payments say (835 BPR02), by payment date. Less what they took back
/// beside all claims; a payment that is a debit (BPR03 = D) is negative.
public final class RemittancePaid implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Paid by remittance",
                List.of("paid by remittance", "remitted", "835 payments"),
                Unit.MONEY,
                Polarity.NEITHER,
                "sum of BPR02",
                "payments with their explanation, by payment date (BPR16); of a facility, department or"
                        + " clinician those whose claims all are",
                "payments without an 835, and payments of patients",
                "835 BPR02",
                RemittanceMeasures.REMITTANCE_PAID,
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
