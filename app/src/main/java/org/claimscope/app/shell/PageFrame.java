package org.claimscope.app.shell;

import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Shape;
import org.kordamp.ikonli.javafx.FontIcon;

/// The window around a page: the rail with the pages that exist, the filters that hold on all of
/// them, the status bar with the age of the feeds.
public final class PageFrame extends BorderPane {
    private static final double RAIL = 176;

    /// @param open called with the page that the reader chose in the rail
    public PageFrame(FrameState state, Region page, Consumer<PageId> open) {
        ScrollPane scroll = new ScrollPane(page);
        scroll.getStyleClass().add("page-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        BorderPane right = new BorderPane(scroll);
        right.setTop(topBar(state));
        setLeft(rail(state, open));
        setCenter(right);
        setBottom(statusBar(state));
    }

    private static VBox rail(FrameState state, Consumer<PageId> open) {
        FontIcon pulse = new FontIcon("fth-activity");
        StackPane mark = new StackPane(pulse);
        mark.getStyleClass().add("brand-mark");
        Label name = new Label("Claimscope");
        name.getStyleClass().add("card-title");
        HBox brand = new HBox(mark, name);
        brand.getStyleClass().add("brand");
        VBox rail = new VBox(brand, workspace(state));
        rail.getStyleClass().add("rail");
        rail.setMinWidth(RAIL);
        rail.setMaxWidth(RAIL);
        for (PageId id : PageId.values()) {
            rail.getChildren().add(item(id, id == state.active(), open));
        }
        return rail;
    }

    private static VBox workspace(FrameState state) {
        Label name = new Label(state.workspace());
        name.getStyleClass().add("strong");
        name.setTooltip(new Tooltip(state.workspace()));
        Label note = new Label(state.workspaceNote());
        note.getStyleClass().addAll("caption", "second");
        VBox box = new VBox(name, note);
        box.getStyleClass().add("workspace");
        VBox.setMargin(box, new Insets(8, 0, 12, 0));
        return box;
    }

    private static Button item(PageId id, boolean active, Consumer<PageId> open) {
        Button item = new Button(id.title(), new FontIcon(id.icon()));
        item.getStyleClass().setAll("rail-item");
        if (active) {
            item.getStyleClass().add("active");
        }
        item.setMaxWidth(Double.MAX_VALUE);
        item.setAccessibleText(id.title() + (active ? ", open" : ""));
        item.setOnAction(click -> open.accept(id));
        return item;
    }

    private static HBox topBar(FrameState state) {
        HBox bar = new HBox();
        bar.getStyleClass().add("top-bar");
        for (FrameState.Filter filter : state.filters()) {
            Label name = new Label(filter.name());
            name.getStyleClass().add("second");
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label value = new Label(filter.value());
            value.getStyleClass().add("medium");
            value.setMinWidth(0);
            HBox chip = new HBox(name, value);
            chip.getStyleClass().add("filter");
            chip.setMinWidth(0);
            bar.getChildren().add(chip);
        }
        return bar;
    }

    private static HBox statusBar(FrameState state) {
        HBox bar = new HBox();
        bar.getStyleClass().add("status-bar");
        for (FrameState.Feed feed : state.feeds()) {
            Label words =
                    new Label(feed.name() + " " + feed.age() + (feed.stale() ? ", stale" : ""));
            words.getStyleClass().addAll("caption", feed.stale() ? "warns" : "second");
            words.setMinWidth(0);
            HBox item = new HBox(mark(feed.stale()), words);
            item.getStyleClass().add("status-item");
            item.setMinWidth(0);
            bar.getChildren().add(item);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar.getChildren().add(gap);
        for (String note : state.notes()) {
            Label words = new Label(note);
            words.getStyleClass().addAll("caption", "second");
            words.setMinWidth(Region.USE_PREF_SIZE);
            bar.getChildren().add(words);
        }
        return bar;
    }

    /// Circle = fine, triangle = warns: the shape says it without the colour.
    private static Shape mark(boolean stale) {
        Shape mark = stale ? new Polygon(4, 0, 8, 8, 0, 8) : new Circle(3.5);
        mark.getStyleClass().add(stale ? "warn-mark" : "fine");
        return mark;
    }
}
