package org.claimscope.app.feature.readings;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.app.feature.readings.ReadingsPage.Reading;
import org.claimscope.app.widget.Beside;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.Page;
import org.claimscope.app.widget.PageHeader;
import org.claimscope.app.widget.Tile;
import org.claimscope.app.widget.TileGrid;

/// Draws two readings: both numbers, how they come apart, the claims that make the difference.
final class ReadingsView {
    private ReadingsView() {}

    static Region of(ReadingsPage page, Desk desk) {
        PageHeader header =
                new PageHeader(
                        page.title() + ": two readings",
                        page.covers(),
                        page.tiles().stream().map(Tile::single).toList());
        Card groups = Card.of("What both count", "first and second as above", page.groups(), desk);
        Card records = Card.list("What makes the difference", page.note(), page.records(), desk);
        records.setMinHeight(260);
        double height = 35 + 24.0 * (page.groups().rows().size() + 2);
        return new Page()
                .fixed(header)
                .fixed(
                        new Beside(
                                equation("First, in force", page.first(), desk),
                                equation("Second", page.second(), desk),
                                0.5,
                                78))
                .fixed(new TileGrid(page.tiles(), desk))
                .fixed(sized(groups, height))
                .growing(records);
    }

    private static Card sized(Card card, double height) {
        card.setMinHeight(height);
        card.setMaxHeight(height);
        return card;
    }

    private static Region equation(String which, Reading reading, Desk desk) {
        Label equation = new Label(reading.equation());
        equation.setWrapText(true);
        equation.getStyleClass().add("second");
        VBox body = new VBox(equation);
        body.getStyleClass().add("panel-line");
        return Card.of(which, reading.name(), body).defined(reading.tile().measure(), desk);
    }
}
