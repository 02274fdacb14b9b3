package org.claimscope.app.widget;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import org.claimscope.charts.format.Change;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Tone;

/// The figures of one place in one line: its name, then for each figure the label, the value, and
/// how it changed. Strips under each other have equal columns, so that places compare.
public final class FigureStrip extends Region {
    static final double HEIGHT = 50;

    private static final double NAME_SHARE = 0.19;

    public FigureStrip(String name, List<Single> figures) {
        getStyleClass().add("card-frame");
        Label title = new Label(name);
        title.getStyleClass().add("card-title");
        title.setTooltip(new Tooltip(name));
        title.setMinWidth(0);
        HBox place = new HBox(title);
        place.getStyleClass().add("strip-name");
        getChildren().add(place);
        figures.forEach(figure -> getChildren().add(cell(figure)));
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(0);
    }

    @Override
    protected void layoutChildren() {
        List<Node> parts = getChildren();
        double first = Math.round(getWidth() * NAME_SHARE);
        double each = (getWidth() - first) / Math.max(1, parts.size() - 1);
        for (int i = 0; i < parts.size(); i++) {
            double left = i == 0 ? 0 : Math.round(first + (i - 1) * each);
            parts.get(i).resizeRelocate(left, 0, i == 0 ? first : Math.floor(each), getHeight());
        }
    }

    private static VBox cell(Single figure) {
        Label label = new Label(figure.label());
        label.getStyleClass().addAll("caption", "second");
        var value = figure.value();
        Label number =
                new Label(value == null ? Figures.ABSENT : Figures.brief(figure.unit(), value));
        number.getStyleClass().add("strip-value");
        number.setMinWidth(Region.USE_PREF_SIZE);
        if (value != null) {
            number.setTooltip(new Tooltip(Figures.exact(figure.unit(), value)));
        }
        Change change = Change.of(figure.unit(), figure.polarity(), figure.before(), value);
        Label moved =
                new Label(change.direction() == Change.Direction.UNKNOWN ? "" : change.text());
        moved.getStyleClass().addAll("caption", "medium", style(change.tone()));
        moved.setMinWidth(Region.USE_PREF_SIZE);
        Label meaning = new Label(change.word());
        meaning.getStyleClass().addAll("caption", style(change.tone()));
        meaning.setMinWidth(0);
        HBox line = new HBox(6, number, moved, meaning);
        line.getStyleClass().add("strip-line");
        VBox cell = new VBox(heading(figure, label), line);
        cell.getStyleClass().add("strip-cell");
        return cell;
    }

    /// The label, and beside it the target when the figure is outside: the diamond says so first.
    private static HBox heading(Single figure, Label label) {
        label.setMinWidth(0);
        HBox heading = new HBox(8, label);
        Target target = figure.target();
        var value = figure.value();
        if (target != null && value != null && !target.contains(value.doubleValue())) {
            Polygon diamond = new Polygon(4, 0, 8, 4, 4, 8, 0, 4);
            diamond.getStyleClass().add("diamond-mark");
            Label outside = new Label(Figures.target(figure.unit(), target), diamond);
            outside.getStyleClass().addAll("caption", "warns");
            outside.setMinWidth(Region.USE_PREF_SIZE);
            heading.getChildren().add(outside);
        }
        return heading;
    }

    private static String style(Tone tone) {
        return switch (tone) {
            case BETTER -> "better";
            case WORSE -> "worse";
            case AT_RISK -> "at-risk";
            case NEUTRAL -> "neutral";
        };
    }
}
