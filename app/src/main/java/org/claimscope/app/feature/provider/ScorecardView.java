package org.claimscope.app.feature.provider;

import java.time.YearMonth;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.Way;
import org.claimscope.app.widget.Beside;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.Page;
import org.claimscope.app.widget.PageHeader;
import org.claimscope.app.widget.Tile;
import org.claimscope.app.widget.TileGrid;
import org.claimscope.charts.chart.MonthLine;
import org.claimscope.charts.chart.PeerBands;
import org.claimscope.charts.chart.RankedBars;
import org.kordamp.ikonli.javafx.FontIcon;

/// Draws one provider's scorecard: tiles, the place among the peers, what was denied and how fast
/// charges come.
final class ScorecardView {
    private ScorecardView() {}

    static Region of(Scorecard card, Desk desk) {
        Button all = new Button("All providers", new FontIcon("fth-users"));
        all.getStyleClass().add("small-button");
        all.setId("all-providers");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setOnAction(click -> desk.narrow(card.provider()));
        Card peers =
                Card.of(
                                card.among(),
                                "line: all peers · bar: middle half · tick: median",
                                new PeerBands(card.peers()),
                                desk)
                        .leading(members -> Optional.ofNullable(card.ways().get(members)), desk);
        Card denials =
                Card.of(
                                "Denied by category",
                                "denied dollars",
                                new RankedBars(card.denials(), false),
                                desk)
                        .defined("denied_amount", desk)
                        .leading(
                                members -> Optional.ofNullable(card.denialWays().get(members)),
                                desk);
        Card lag =
                Card.of(
                                "Charge lag by month",
                                Card.note(
                                        MonthLine.axisNote(card.chargeLag()),
                                        "year before in grey"),
                                new MonthLine(card.chargeLag()),
                                desk)
                        .defined("charge_lag_days", desk)
                        .leading(members -> Optional.of(lag(members.getFirst())), desk);
        // A head, then a row for each measure; the card's own head.
        double height = 35 + 20 + 20 + 22.0 * card.peers().rows().size();
        peers.setMinHeight(height);
        peers.setMaxHeight(height);
        return new Page()
                .fixed(
                        new PageHeader(
                                        card.provider().words(),
                                        card.covers(),
                                        card.tiles().stream().map(Tile::single).toList())
                                .with(all))
                .fixed(new TileGrid(card.tiles(), desk))
                .fixed(peers)
                .growing(new Beside(denials, lag, 0.42, 220));
    }

    /// @param month such as `2025-06`
    private static Way lag(String month) {
        return new Way(
                Drill.of("charge_lag_days").in(Filters.Period.of(YearMonth.parse(month))),
                "Charge lag " + month);
    }
}
