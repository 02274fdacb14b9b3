package org.claimscope.app.feature.receivables;

import java.util.List;
import org.claimscope.app.present.Filters;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.shape.Matrix;
import org.claimscope.charts.shape.Stack;
import org.claimscope.charts.shape.Trend;

/// Everything the receivables page shows.
///
/// @param covers the as-of date and how many open accounts
/// @param tiles up to five, in reading order
/// @param aging balance by month and age, youngest at the base
/// @param agingNote from which date age counts: "by discharge date"
/// @param agingByPayer balance by payer and age
/// @param payers what each row of it is narrowed to
/// @param daysInAr days in A/R by month
/// @param departments payer by age bucket, largest first
public record ReceivablesPage(
        String covers,
        List<Tile> tiles,
        Stack aging,
        String agingNote,
        Matrix agingByPayer,
        List<Filters.Cut> payers,
        Trend daysInAr,
        Table departments) {
    public ReceivablesPage {
        tiles = List.copyOf(tiles);
    }
}
