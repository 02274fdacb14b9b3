package org.claimscope.app.widget;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.Filters;
import org.claimscope.charts.format.Change;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Tone;

/// The figures of one place in one line: its name, then for each figure the label, the value, and
/// how it changed. Strips under each other have equal columns, so that places compare. Many figures
/// stand alone: each gets what it needs, in two lines where one is too short.
public final class FigureStrip extends Region {
    static final double HEIGHT = 50;

    private static final double NAME_SHARE = 0.19;
    private static final double SMALL_NAME_SHARE = 0.09;
    private static final int MANY = 6;

    private final String name;
    private final List<Tile> figures;

    /// @param cut what the figures are narrowed to beyond the filters of the page
    public FigureStrip(String name, Optional<Filters.Cut> cut, List<Tile> figures, Desk desk) {
        this.name = name;
        this.figures = List.copyOf(figures);
        getStyleClass().add("card-frame");
        Label title = new Label(name);
        title.getStyleClass().add("card-title");
        title.setTooltip(new Tooltip(name));
        title.setMinWidth(0);
        HBox place = new HBox(title);
        place.getStyleClass().add("strip-name");
        getChildren().add(place);
        for (Tile figure : figures) {
            Button cell = new Button("", cell(figure.single()));
            cell.getStyleClass().setAll("strip-button");
            cell.setAccessibleText(words(name, figure.single()));
            Drill drill = Drill.of(figure.measure()).to(cut.stream().toList());
            cell.setOnAction(click -> desk.drill(drill, figure.single().label() + " · " + name));
            cell.setOnContextMenuRequested(menu -> desk.define(figure.measure(), cell));
            getChildren().add(cell);
        }
        setMinHeight(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return lines(width) * HEIGHT;
    }

    private boolean many() {
        return figures.size() >= MANY;
    }

    private double wanted() {
        return getChildren().stream().skip(1).mapToDouble(cell -> cell.prefWidth(-1)).sum();
    }

    private int lines(double width) {
        return many() && width >= 0 && width * (1 - SMALL_NAME_SHARE) < wanted() ? 2 : 1;
    }

    /// The place whose figures these are.
    public String name() {
        return name;
    }

    public List<Tile> figures() {
        return figures;
    }

    @Override
    protected void layoutChildren() {
        int lines = lines(getWidth());
        boolean asNeeded = many() && lines == 1;
        double first = Math.rint(getWidth() * (asNeeded ? SMALL_NAME_SHARE : NAME_SHARE));
        getChildren().getFirst().resizeRelocate(0, 0, first, getHeight());
        List<Node> cells = getChildren().subList(1, getChildren().size());
        int across = Math.max(1, (cells.size() + lines - 1) / lines);
        double spare = getWidth() - first - (asNeeded ? wanted() : 0);
        double left = first;
        for (int i = 0; i < cells.size(); i++) {
            if (i % across == 0) {
                left = first;
            }
            double wide = spare / across + (asNeeded ? cells.get(i).prefWidth(-1) : 0);
            double top = HEIGHT * Math.floorDiv(i, across);
            cells.get(i).resizeRelocate(Math.rint(left), top, Math.floor(wide), HEIGHT);
            left += wide;
        }
    }

    private static String words(String name, Single figure) {
        var value = figure.value();
        return name
                + ", "
                + figure.label()
                + " "
                + (value == null ? "not known" : Figures.brief(figure.unit(), value));
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
        // Why there is none takes the place of how it changed.
        Label meaning = new Label(value == null ? figure.coverage().words() : change.word());
        meaning.setTooltip(new Tooltip(meaning.getText()));
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
