package org.claimscope.nlq.lexicon;

import static org.claimscope.data.catalog.Polarity.HIGHER_IS_BETTER;
import static org.claimscope.data.catalog.Polarity.LOWER_IS_BETTER;
import static org.claimscope.data.catalog.Polarity.NEITHER;
import static org.claimscope.data.catalog.Unit.COUNT;
import static org.claimscope.data.catalog.Unit.DAYS;
import static org.claimscope.data.catalog.Unit.MONEY;
import static org.claimscope.data.catalog.Unit.RATE;

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
                        "denied_amount",
                        "Denied amount",
                        MONEY,
                        LOWER_IS_BETTER,
                        "denied lines of remittances (835 CAS)"),
                flow(
                        "clean_claim_rate",
                        "Clean claim rate",
                        RATE,
                        HIGHER_IS_BETTER,
                        "edits and acknowledgements (999, 277CA)"),
                flow(
                        "first_pass_yield",
                        "First pass yield",
                        RATE,
                        HIGHER_IS_BETTER,
                        "remittances (835)"),
                flow(
                        "charge_lag_days",
                        "Charge lag",
                        DAYS,
                        LOWER_IS_BETTER,
                        "the day of care and the day of posting of every charge"),
                flow(
                        "bill_lag_days",
                        "Bill lag",
                        DAYS,
                        LOWER_IS_BETTER,
                        "discharge days and first submissions"),
                state(
                        "dnfb_amount",
                        "Discharged, not final billed",
                        MONEY,
                        LOWER_IS_BETTER,
                        "discharge days and final bills"),
                state(
                        "credit_balance",
                        "Credit balance",
                        MONEY,
                        LOWER_IS_BETTER,
                        "credit accounts as a measure of their own"),
                flow(
                        "underpayment_amount",
                        "Underpayments",
                        MONEY,
                        LOWER_IS_BETTER,
                        "payer contracts with expected allowed amounts"),
                flow(
                        "appeal_overturn_rate",
                        "Appeal overturn rate",
                        RATE,
                        HIGHER_IS_BETTER,
                        "appeals and their decisions"),
                flow(
                        "claim_billed",
                        "Billed on claims",
                        MONEY,
                        NEITHER,
                        "claim headers as a measure"),
                flow("claim_paid", "Paid on claims", MONEY, NEITHER, "claim headers as a measure"),
                flow(
                        "denial_rate_dollars",
                        "Denial rate, dollars",
                        RATE,
                        LOWER_IS_BETTER,
                        "denied lines of remittances (835 CAS)"),
                flow(
                        "rework_rate",
                        "Rework rate",
                        RATE,
                        LOWER_IS_BETTER,
                        "resubmissions by claim family"),
                flow(
                        "cost_to_collect",
                        "Cost to collect",
                        RATE,
                        LOWER_IS_BETTER,
                        "the cost of the revenue cycle (general ledger)"),
                flow("appeal_count", "Appeals", COUNT, NEITHER, "appeals and their decisions"));
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

    private static MeasureEntry state(
            String id, String label, Unit unit, Polarity good, String needs) {
        return new MeasureEntry(id, label, unit, good, true, List.of(), Optional.of(needs));
    }
}
