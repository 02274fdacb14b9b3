package org.claimscope.app.feature.claims;

import javafx.scene.layout.Region;
import org.claimscope.app.present.Filters;
import org.claimscope.app.widget.Beside;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.Page;
import org.claimscope.app.widget.PageHeader;
import org.claimscope.app.widget.Tile;
import org.claimscope.app.widget.TileGrid;
import org.claimscope.charts.chart.RankedBars;
import org.claimscope.charts.format.Figures;

/// Draws the claims page: tiles, states, the list.
public final class ClaimsView {
    private ClaimsView() {}

    public static Region of(ClaimsPage page, Desk desk) {
        Card states =
                Card.of("States", "click narrows", new RankedBars(page.states(), false), desk)
                        .opening(mark -> {
                            String state = mark.members().getFirst();
                            desk.narrow(Filters.Cut.of("claim_status", state, state));
                        });
        TileGrid tiles = new TileGrid(page.tiles(), desk);
        int shown = page.claims().rows().size();
        String note =
                shown < page.all()
                        ? "newest " + Figures.count(shown) + " of " + Figures.count(page.all())
                        : Figures.count(page.all()) + " claims";
        Card list =
                Card.list(
                        "Claims",
                        note + " · newest first · Enter opens · Ctrl+K finds by number",
                        page.claims(),
                        desk);
        list.setMinHeight(300);
        return new Page()
                .fixed(
                        new PageHeader(
                                "Claims",
                                page.covers(),
                                page.tiles().stream().map(Tile::single).toList()))
                .fixed(new Beside(tiles, states, 0.796, 104))
                .growing(list);
    }
}
