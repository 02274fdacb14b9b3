package org.claimscope.app.feature.claim;

import java.util.List;
import org.claimscope.app.present.Place;
import org.claimscope.app.widget.BalanceCheck;
import org.claimscope.app.widget.Table;
import org.jspecify.annotations.Nullable;

/// Everything the page of one claim shows; identifiers are masked.
///
/// @param key `source/id`
/// @param number masked
/// @param status as the payer left it
/// @param risk whether money can still be lost
/// @param why one sentence: why it is not paid in full, or that it is
/// @param facts name and value, in reading order
/// @param events what happened, oldest first
/// @param money who bears the charge; sums to it
/// @param lines as they were billed and decided; null where no 837 and no 835 tells of them
/// @param checks the sums of its lines and of the decision that stands
/// @param ledger rows of the account
/// @param patient where the patient's page is; absent when nobody is matched
public record ClaimPage(
        String key,
        String number,
        String status,
        boolean risk,
        String why,
        List<Fact> facts,
        List<Event> events,
        List<Part> money,
        @Nullable Table lines,
        List<BalanceCheck> checks,
        Table ledger,
        @Nullable Place patient) {
    public record Fact(String name, String value) {}

    /// @param actor `clinical`, `billing` or `payer`
    /// @param day as `2025-06-30`
    public record Event(String label, String day, String actor, boolean warns) {}

    public record Part(String label, double value, boolean risk) {}

    public ClaimPage {
        facts = List.copyOf(facts);
        events = List.copyOf(events);
        money = List.copyOf(money);
        checks = List.copyOf(checks);
    }
}
