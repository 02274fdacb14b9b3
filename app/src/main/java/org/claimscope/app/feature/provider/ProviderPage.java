package org.claimscope.app.feature.provider;

import java.util.List;
import org.claimscope.app.present.Filters;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.shape.Categories;
import org.claimscope.charts.shape.Points;

/// Everything the provider page shows.
///
/// @param tiles of all providers shown, or of the one that is chosen
/// @param specialties denial rate of each specialty, worst first
/// @param cuts what each of them is narrowed to
/// @param points payments by denial rate, as large as the visits
/// @param pointCuts what each of them is narrowed to
/// @param providers one row each, largest first, with the difference to the specialty's rate
public record ProviderPage(
        String covers,
        List<Tile> tiles,
        Categories specialties,
        List<Filters.Cut> cuts,
        Points points,
        List<Filters.Cut> pointCuts,
        Table providers) {
    public ProviderPage {
        tiles = List.copyOf(tiles);
        cuts = List.copyOf(cuts);
        pointCuts = List.copyOf(pointCuts);
    }
}
