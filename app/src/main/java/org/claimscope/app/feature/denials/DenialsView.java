package org.claimscope.app.feature.denials;

import java.util.List;
import java.util.Optional;
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
import org.claimscope.charts.chart.ControlLine;
import org.claimscope.charts.chart.FlowBands;
import org.claimscope.charts.chart.HeatMap;
import org.claimscope.charts.chart.Pareto;

/// Draws the denials page: tiles, categories beside payers, where the claims went beside the rate's
/// course, the reasons.
public final class DenialsView {
    private DenialsView() {}

    public static Region of(DenialsPage page, Desk desk) {
        Card categories =
                Card.of(
                                "Denied by category",
                                page.categories().items().stream()
                                                .anyMatch(i -> i.unfiltered() != null)
                                        ? "outline: all · dots: cumulative"
                                        : "dots: cumulative",
                                new Pareto(page.categories()),
                                desk)
                        .defined("denied_amount", desk)
                        .leading(members -> category(page, members.getFirst()), desk);
        String unit = HeatMap.unitNote(page.payerByCategory());
        Card payers =
                Card.of(
                                "Payer by category",
                                unit.isEmpty() ? "denied dollars" : "denied dollars, " + unit,
                                new HeatMap(page.payerByCategory()),
                                desk)
                        .defined("denied_amount", desk)
                        .leading(members -> cell(page, members), desk);
        Card went =
                Card.of(
                                "Where the claims went",
                                "claims sent "
                                        + page.went().sent().words()
                                        + (page.went().flow().onlyBranch().isPresent()
                                                ? " · the denied part is enlarged"
                                                : ""),
                                new FlowBands(page.went().flow()),
                                desk)
                        .leading(
                                members ->
                                        page.went()
                                                .drill(members)
                                                .map(drill ->
                                                        new Way(
                                                                drill,
                                                                "Claims sent: "
                                                                        + String.join(
                                                                                " → ", members))),
                                desk);
        Card rate =
                Card.of(
                                "Denial rate by week",
                                "3-sigma limits from the quarter before",
                                new ControlLine(page.rate()),
                                desk)
                        .defined("denial_rate", desk);
        Card reasons = Card.of("Reasons", "by denied dollars", page.reasons(), desk);
        return new Page()
                .fixed(
                        new PageHeader(
                                "Denials",
                                page.covers(),
                                page.tiles().stream().map(Tile::single).toList()))
                .fixed(new TileGrid(page.tiles(), desk))
                .growing(new Beside(categories, payers, 0.38, 230))
                .growing(new Beside(went, rate, 0.58, 200))
                .growing(reasons);
    }

    private static Optional<Way> category(DenialsPage page, String label) {
        return page.categories().items().stream()
                .filter(item -> item.label().equals(label))
                .findFirst()
                .map(item -> page.categoryCuts().get(page.categories().items().indexOf(item)))
                .map(cut -> new Way(Drill.of("denied_amount").to(cut), label + ", denied"));
    }

    private static Optional<Way> cell(DenialsPage page, List<String> members) {
        int column = page.payerByCategory().columns().indexOf(members.getLast());
        return page.payers().stream()
                .filter(p -> column >= 0 && p.words().equals(members.getFirst()))
                .findFirst()
                .map(payer ->
                        new Way(
                                Drill.of("denied_amount")
                                        .to(payer, page.categoryCuts().get(column)),
                                payer.words() + ", " + members.getLast()));
    }
}
