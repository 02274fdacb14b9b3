package org.claimscope.data.kpi.accountresolution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.kpi.RemittanceMeasures;
import org.claimscope.data.model.Entity;

/// What payers settled beside all claims (835 PLB), by payment date: interest, refunds, takebacks,
/// balances carried forward. Positive takes from the payment.
public final class ProviderAdjustments implements Kpi {
    @Override
    public Definition definition() {
        return new Definition(
                "PLB, net",
                List.of("provider adjustments", "provider level adjustments", "plb"),
                Unit.MONEY,
                Polarity.LOWER_IS_BETTER,
                "sum of PLB04, 06, 08, 10, 12 and 14",
                "positive takes from the payment, negative adds to it, as the payer signs it",
                "adjustments of claims and lines (CAS)",
                "835 PLB",
                RemittanceMeasures.PROVIDER_ADJUSTMENTS,
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
