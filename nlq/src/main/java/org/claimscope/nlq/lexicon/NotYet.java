package org.claimscope.nlq.lexicon;

import static org.claimscope.data.catalog.Polarity.NEITHER;
import static org.claimscope.data.catalog.Unit.COUNT;
import static org.claimscope.data.catalog.Unit.MONEY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimscope.data.catalog.Polarity;
import org.claimscope.data.catalog.Unit;

/// What people of the field ask for and the catalog does not have yet: understood, and answered
/// with what it needs. An entry has no effect once the catalog has its id.
public final class NotYet {
    private NotYet() {}

    /// The measures.
    public static List<MeasureEntry> measures() {
        return List.of(
                flow(
                        "claim_billed",
                        "Billed on claims",
                        MONEY,
                        NEITHER,
                        "claim headers as a measure"),
                flow("claim_paid", "Paid on claims", MONEY, NEITHER, "claim headers as a measure"),
                flow("appeal_count", "Appeals", COUNT, NEITHER, "appeals as a count of their own"));
    }

    /// The dimensions, and what each needs.
    public static Map<String, String> dimensions() {
        return Map.of(
                "plan", "the plan of each coverage",
                "denial_category", "classes of adjustment reasons",
                "documentation_status", "a feed that says which encounters are documented",
                "claim", "listings of claims",
                "encounter", "listings of encounters");
    }

    /// Numeric fields that conditions may be on, and what each needs.
    public static Map<String, String> fields() {
        return Map.of(
                "ar_age_days", "ages of accounts as a condition; aging buckets are there",
                "claim_age_days", "ages of claims as a condition");
    }

    private static MeasureEntry flow(
            String id, String label, Unit unit, Polarity good, String needs) {
        return new MeasureEntry(id, label, unit, good, false, List.of(), Optional.of(needs));
    }
}
