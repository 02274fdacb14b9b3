package org.claimscope.app.feature.provider;

import java.util.List;
import javafx.scene.layout.Region;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.Way;
import org.claimscope.app.widget.Beside;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.Page;
import org.claimscope.app.widget.PageHeader;
import org.claimscope.app.widget.Tile;
import org.claimscope.app.widget.TileGrid;
import org.claimscope.charts.chart.RankedBars;
import org.claimscope.charts.chart.Scatter;

/// Draws the provider page: tiles, specialties beside the providers.
public final class ProviderView {
    private ProviderView() {}

    public static Region of(ProviderPage page, Desk desk) {
        Card specialties =
                Card.of(
                                "Denial rate by specialty",
                                "click narrows",
                                new RankedBars(page.specialties(), false),
                                desk)
                        .defined("denial_rate", desk)
                        .opening(mark ->
                                page.cuts().stream()
                                        .filter(c -> c.words().equals(mark.members().getFirst()))
                                        .findFirst()
                                        .ifPresent(desk::narrow));
        List<Drill> points =
                page.pointCuts().stream().map(cut -> Drill.of("denial_rate").to(cut)).toList();
        Card scatter =
                Card.of(
                                "Payments by denial rate",
                                "one point a provider, as large as their visits · draw around some"
                                        + " to narrow",
                                new Scatter(page.points()),
                                desk)
                        .leading(
                                members ->
                                        page.pointCuts().stream()
                                                .filter(c -> c.words().equals(members.getFirst()))
                                                .findFirst()
                                                .map(cut ->
                                                        new Way(
                                                                Drill.of("denial_rate").to(cut),
                                                                cut.words() + ", denials")),
                                desk)
                        .choosing(points, desk);
        Card providers =
                Card.of(
                        "Providers",
                        "largest first · peers: the specialty's rate · a name opens the scorecard",
                        page.providers(),
                        desk);
        return new Page()
                .fixed(
                        new PageHeader(
                                "Provider",
                                page.covers(),
                                page.tiles().stream().map(Tile::single).toList()))
                .fixed(new TileGrid(page.tiles(), desk))
                .fixed(new Beside(specialties, scatter, 0.4, 232))
                .growing(providers);
    }
}
