package org.claimscope.data.kpi.accountresolution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.RemittanceMeasures;
import org.claimscope.data.model.Entity;

/// Decisions that payers took back (835 CLP02 = 22), by the date of the payment that says so.
public final class ReversalCount implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "Reversals",
                List.of("reversals", "reversed claims"),
                Unit.COUNT,
                Polarity.LOWER_IS_BETTER,
                "number of CLP with CLP02 = 22",
                "each with negative sums, in the payment that takes it back",
                "takebacks beside all claims (PLB)",
                "835 CLP02",
                RemittanceMeasures.REVERSAL_COUNT,
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
