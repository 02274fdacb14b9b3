package org.claimscope.app.feature.remittances;

import java.util.List;
import org.claimscope.app.widget.BalanceCheck;
import org.claimscope.app.widget.Table;
import org.claimscope.data.query.Lineage;

/// Everything the side panel shows of one remittance; identifiers are masked.
///
/// @param trace masked
/// @param facts name and value, in reading order
/// @param checks the three of the 835, from the payment down to its lines
/// @param settled what was settled beside all claims
/// @param reversals what it takes back
/// @param unmatched claims that nobody knows to have been sent
/// @param claims what it says about claims
/// @param origin where it came from
record Remittance(
        String trace,
        String payer,
        List<Fact> facts,
        List<BalanceCheck> checks,
        List<Settled> settled,
        List<Reversal> reversals,
        List<Unmatched> unmatched,
        Table claims,
        Lineage.Origin origin) {
    record Fact(String name, String value) {}

    /// One pair of a PLB.
    ///
    /// @param code such as `WO`
    /// @param words what the code means
    /// @param reference masked; empty where the payer gave none
    /// @param adjusted positive takes from the payment
    record Settled(String code, String words, String reference, String adjusted) {}

    /// @param paid what is taken back, negative
    /// @param takesBack the decision that is meant, or that none was found
    record Reversal(String claim, String paid, String takesBack) {}

    record Unmatched(String claim, String paid, String why) {}

    Remittance {
        facts = List.copyOf(facts);
        checks = List.copyOf(checks);
        settled = List.copyOf(settled);
        reversals = List.copyOf(reversals);
        unmatched = List.copyOf(unmatched);
    }
}
