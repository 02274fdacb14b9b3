package org.claimscope.app.feature.provider;

import java.util.List;
import java.util.Map;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.Way;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.shape.Categories;
import org.claimscope.charts.shape.Peers;
import org.claimscope.charts.shape.Trend;

/// One provider beside the peers of the same specialty.
///
/// @param provider what the page is narrowed to
/// @param covers the specialty and the period
/// @param among whom it stands: "Among 6 peers in Cardiology"
/// @param peers each measure with the peers' figures
/// @param ways what the rows of the bands open, by the measure's name
/// @param denials denied dollars by category, largest first
/// @param denialWays what they open
/// @param chargeLag from service to charge, by month
record Scorecard(
        Filters.Cut provider,
        String covers,
        String among,
        List<Tile> tiles,
        Peers peers,
        Map<List<String>, Way> ways,
        Categories denials,
        Map<List<String>, Way> denialWays,
        Trend chargeLag) {
    Scorecard {
        tiles = List.copyOf(tiles);
        ways = Map.copyOf(ways);
        denialWays = Map.copyOf(denialWays);
    }
}
