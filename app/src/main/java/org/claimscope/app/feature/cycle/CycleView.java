package org.claimscope.app.feature.cycle;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import org.claimscope.app.feature.cycle.CyclePage.Step;
import org.claimscope.app.widget.Beside;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.FigureStrip;
import org.claimscope.app.widget.Page;
import org.claimscope.app.widget.PageHeader;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.chart.BoxRows;
import org.claimscope.charts.chart.Funnel;
import org.claimscope.charts.shape.Single;

/// Draws the revenue cycle: a strip for each step, then what is left of the claims beside how long
/// it took.
final class CycleView {
    private CycleView() {}

    static Region of(CyclePage page, Desk desk) {
        List<Single> figures =
                page.steps().stream()
                        .flatMap(step -> step.figures().stream().map(Tile::single))
                        .toList();
        Page view = new Page().fixed(new PageHeader("Revenue cycle", page.covers(), figures));
        for (Step step : page.steps()) {
            view.fixed(new FigureStrip(step.name(), Optional.empty(), step.figures(), desk));
        }
        Card left =
                Card.of(
                                "What became of the claims",
                                "sent " + page.sent(),
                                new Funnel(page.left()),
                                desk)
                        .leading(
                                members -> Optional.ofNullable(page.leftWays().get(members)), desk);
        Card days =
                Card.of(
                                "Days between the steps",
                                "bar: middle half · line: p5 to p95 · tick: median",
                                new BoxRows(page.days()),
                                desk)
                        .leading(
                                members -> Optional.ofNullable(page.daysWays().get(members)), desk);
        return view.growing(new Beside(left, days, 0.42, 200));
    }
}
