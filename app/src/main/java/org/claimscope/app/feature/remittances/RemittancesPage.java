package org.claimscope.app.feature.remittances;

import java.util.List;
import org.claimscope.app.present.Filters;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.shape.Contributions;
import org.claimscope.charts.shape.Stack;

/// Everything the remittances page shows.
///
/// @param covers the period and what it is compared with
/// @param scope whose figures they are: all payers, or those that the filters leave
/// @param figures in reading order
/// @param loaded whether any payment with an explanation was ever loaded
/// @param payments what was paid, by month and payer, largest payer at the base
/// @param payers what each part of it is narrowed to; none for the rest that is folded together
/// @param adjustments why billed was not paid, by group and reason, largest first
/// @param adjustmentCuts what each of them is narrowed to, by its label
/// @param remittances newest first
/// @param all how many there are in the period
public record RemittancesPage(
        String covers,
        String scope,
        List<Tile> figures,
        boolean loaded,
        Stack payments,
        List<Named> payers,
        Contributions adjustments,
        List<Named> adjustmentCuts,
        Table remittances,
        long all) {
    /// What a mark is narrowed to, by what it is called.
    public record Named(String label, List<Filters.Cut> cuts) {
        public Named {
            cuts = List.copyOf(cuts);
        }
    }

    public RemittancesPage {
        figures = List.copyOf(figures);
        payers = List.copyOf(payers);
        adjustmentCuts = List.copyOf(adjustmentCuts);
    }
}
