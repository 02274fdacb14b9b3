package org.claimscope.app.feature.overview;

import java.util.List;
import java.util.Optional;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.shape.Bridge;
import org.claimscope.charts.shape.Trend;

/// Everything the morning page shows.
///
/// @param covers "June 2025 against May 2025 · 9,572 claims · 3 facilities"
/// @param tiles up to ten, in reading order
/// @param payments net payments by month with their year before
/// @param paymentsNote which date counts: "posted date · year before in grey"
/// @param receivables opening balance + charges − payments − adjustments = closing balance
/// @param receivablesNote from when to when: "May 31 to Jun 30, 2025"
/// @param payers largest first
/// @param facilities largest first
public record OverviewPage(
        String covers,
        List<Tile> tiles,
        Trend payments,
        String paymentsNote,
        Bridge receivables,
        String receivablesNote,
        Table payers,
        Table facilities) {
    /// The measure behind a step of the bridge.
    static Optional<String> measureOf(String step) {
        return switch (step) {
            case "Charges" -> Optional.of("charges");
            case "Payments" -> Optional.of("payments");
            case "Adjustments" -> Optional.of("adjustments");
            default -> Optional.of("ar_balance");
        };
    }

    public OverviewPage {
        tiles = List.copyOf(tiles);
    }
}
