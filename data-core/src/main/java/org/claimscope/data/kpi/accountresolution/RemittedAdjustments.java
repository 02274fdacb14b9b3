package org.claimscope.data.kpi.accountresolution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.RemittanceMeasures;
import org.claimscope.data.model.Entity;

/// Why billed was not paid (835 CAS), by payment date: what the contract takes, what the patient
/// owes, what is denied. Reversals give back, so the sum is net.
public final class RemittedAdjustments implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Adjusted by remittance",
                List.of("adjusted by remittance"),
                Unit.MONEY,
                Polarity.NEITHER,
                "sum of CAS03, 06, 09, 12, 15 and 18",
                "adjustments of claims and of their lines, by group and reason; positive takes from the"
                        + " payment",
                "adjustments beside all claims (PLB)",
                "835 CAS",
                RemittanceMeasures.REMITTED_ADJUSTMENTS,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                1);
    }

    @Override
    public Set<Entity> needs() {
        return Set.of(Entity.ADJUSTMENT);
    }
}
