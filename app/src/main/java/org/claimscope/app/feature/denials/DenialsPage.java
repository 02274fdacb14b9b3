package org.claimscope.app.feature.denials;

import java.util.List;
import org.claimscope.app.present.Filters;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.shape.Contributions;
import org.claimscope.charts.shape.ControlSeries;
import org.claimscope.charts.shape.Matrix;

/// Everything the denials page shows.
///
/// @param covers the period and what it is compared with
/// @param tiles in reading order
/// @param categories denied dollars by category, largest first
/// @param categoryCuts the reasons of each category, in the same order
/// @param payerByCategory denied dollars
/// @param payers what each row of it is narrowed to
/// @param went where the claims of half a year went
/// @param rate denial rate by week with what chance explains
/// @param reasons one row for each CARC, largest first
public record DenialsPage(
        String covers,
        List<Tile> tiles,
        Contributions categories,
        List<Filters.Cut> categoryCuts,
        Matrix payerByCategory,
        List<Filters.Cut> payers,
        ClaimFlow went,
        ControlSeries rate,
        Table reasons) {
    public DenialsPage {
        tiles = List.copyOf(tiles);
        categoryCuts = List.copyOf(categoryCuts);
        payers = List.copyOf(payers);
    }
}
