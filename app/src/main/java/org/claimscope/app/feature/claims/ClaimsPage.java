package org.claimscope.app.feature.claims;

import java.util.List;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.shape.Categories;

/// Everything the claims page shows.
///
/// @param states how many claims are in each state
/// @param claims the newest, newest first
/// @param all how many there are in the period
public record ClaimsPage(
        String covers, List<Tile> tiles, Categories states, Table claims, long all) {
    public ClaimsPage {
        tiles = List.copyOf(tiles);
    }
}
