package org.claimscope.data.kpi;

import java.util.Set;
import org.claimscope.data.catalog.DateRole;
import org.claimscope.data.catalog.Measure;
import org.claimscope.data.catalog.Measure.Amount;
import org.claimscope.data.catalog.Measure.Contribution;
import org.claimscope.data.catalog.Measure.Each;
import org.claimscope.data.catalog.Measure.RowRule;
import org.claimscope.data.catalog.Measure.Window;
import org.claimscope.data.catalog.Population;

/// The sums over payments of payers (835), what they say about claims, and their adjustments.
public final class RemittanceMeasures {
    public static final Measure REMITTANCE_PAID =
            of("remittance_paid", Population.REMITTANCES, new Amount("paid"));
    public static final Measure REMITTANCE_COUNT =
            of("remittance_count", Population.REMITTANCES, new Each());
    public static final Measure UNBALANCED_REMITTANCE_COUNT =
            of(
                    "unbalanced_remittance_count",
                    Population.REMITTANCES,
                    new Each(),
                    RowRule.UNBALANCED);

    public static final Measure REMITTED_CLAIM_COUNT =
            of("remitted_claim_count", Population.REMITTED_CLAIMS, new Each());
    public static final Measure REVERSAL_COUNT =
            of("reversal_count", Population.REMITTED_CLAIMS, new Each(), RowRule.REVERSAL);
    public static final Measure UNMATCHED_CLAIM_COUNT =
            of("unmatched_claim_count", Population.REMITTED_CLAIMS, new Each(), RowRule.UNMATCHED);

    public static final Measure REMITTED_ADJUSTMENTS =
            of(
                    "remitted_adjustments",
                    Population.REMITTED_ADJUSTMENTS,
                    new Amount("adjusted"),
                    RowRule.AT_CLAIM);
    public static final Measure PROVIDER_ADJUSTMENTS =
            of(
                    "provider_adjustments",
                    Population.REMITTED_ADJUSTMENTS,
                    new Amount("adjusted"),
                    RowRule.AT_PROVIDER);

    private RemittanceMeasures() {}

    private static Measure of(
            String id, Population population, Contribution what, RowRule... rules) {
        return new Measure(
                id, population, what, DateRole.PAYMENT_DATE, Window.PERIOD, Set.of(rules));
    }
}
