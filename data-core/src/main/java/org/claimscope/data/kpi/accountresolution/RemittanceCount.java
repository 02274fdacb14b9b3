package org.claimscope.data.kpi.accountresolution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.RemittanceMeasures;
import org.claimscope.data.model.Entity;

/// Payments of payers with their explanation (835 BPR to SE), by payment date.
public final class RemittanceCount implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Remittances",
                List.of("remittances", "remittance advices", "number of remittances"),
                Unit.COUNT,
                Polarity.NEITHER,
                "number of remittances",
                "payments with their explanation, also those of nothing (BPR04 = NON)",
                "nothing",
                "835 BPR, TRN",
                RemittanceMeasures.REMITTANCE_COUNT,
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
