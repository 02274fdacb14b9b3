package org.claimscope.app.feature.reconciliation;

import java.util.List;
import org.claimscope.app.widget.Table;

/// Everything the reconciliation page shows.
///
/// @param account what became of all records: in = loaded + unchanged + quarantined
/// @param balanced whether nothing is left over
/// @param runs that brought something or failed, newest first
/// @param runsNote how many brought nothing
/// @param totals one row for each of `pairs`
public record ReconciliationPage(
        String covers,
        String account,
        boolean balanced,
        Table runs,
        String runsNote,
        Table totals,
        List<Compared> pairs) {
    /// Two tellings of a sender, in the order of the rows.
    ///
    /// @param pair as in the data core
    public record Compared(String pair, String source, String title) {}

    /// What two tellings differ about.
    ///
    /// @param note how many, and by how much
    public record Differences(String title, String note, Table rows) {}

    public ReconciliationPage {
        pairs = List.copyOf(pairs);
    }
}
