package org.claimscope.app.feature.overview;

import java.time.YearMonth;
import java.util.Optional;
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
import org.claimscope.charts.chart.Waterfall;

/// Draws the morning page: tiles, payments beside the bridge of receivables, payers beside
/// facilities.
public final class OverviewView {
    private static final int MOST_LINES = 9;

    private OverviewView() {}

    public static Region of(OverviewPage page, Desk desk) {
        Card payments =
                Card.of(
                                "Net payments by month",
                                Card.note(MonthLine.axisNote(page.payments()), page.paymentsNote()),
                                new MonthLine(page.payments()),
                                desk)
                        .defined("payments", desk)
                        .leading(members -> Optional.of(payments(members.getFirst())), desk);
        String note = Card.note(Waterfall.axisNote(page.receivables()), page.receivablesNote());
        Card bridge =
                Card.of("Charges to A/R", note, new Waterfall(page.receivables()), desk)
                        .defined("ar_balance", desk)
                        .leading(
                                members ->
                                        OverviewPage.measureOf(members.getFirst())
                                                .map(m -> new Way(Drill.of(m), members.getFirst())),
                                desk);
        Card payers = Card.of("Payers", "bar to target line", page.payers(), desk);
        Card facilities = Card.of("Facilities", "bar to target line", page.facilities(), desk);
        int lines = Math.max(page.payers().lines(), page.facilities().lines());
        // A header of 33, and the frame's two pixels.
        Beside tables =
                new Beside(payers, facilities, 0.66, 35 + 24.0 * Math.clamp(lines, 4, MOST_LINES));
        Page view =
                new Page()
                        .fixed(
                                new PageHeader(
                                        "Overview",
                                        page.covers(),
                                        page.tiles().stream().map(Tile::single).toList()))
                        .fixed(new TileGrid(page.tiles(), desk))
                        .growing(new Beside(payments, bridge, 0.588, 236));
        return lines > MOST_LINES ? view.growing(tables) : view.fixed(tables);
    }

    /// @param month such as `2025-06`
    private static Way payments(String month) {
        return new Way(
                Drill.of("payments").in(Filters.Period.of(YearMonth.parse(month))),
                "Payments " + month);
    }
}
