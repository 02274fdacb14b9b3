package org.claimscope.data.kpi.prebilling;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.Measures;
import org.claimscope.data.model.Entity;

/// Charges of care that is over and not final billed (KPI-04).
public final class DnfbAmount implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Discharged, not final billed",
                List.of("dnfb"),
                Unit.MONEY,
                Polarity.LOWER_IS_BETTER,
                "charges of visits that are over and that no claim entered the claims tool for",
                "hold days and visits that wait for coding",
                "patients still in house; self-pay visits, for which no claim is made; sources that tell of no claims",
                "metrics.md KPI-04 (PB-1), its numerator",
                Measures.NOT_FINAL_BILLED,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                2);
    }

    @Override
    public Set<Entity> needs() {
        return Set.of(Entity.CLAIM);
    }
}
