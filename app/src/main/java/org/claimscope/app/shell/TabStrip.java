package org.claimscope.app.shell;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.claimscope.app.present.Place;
import org.kordamp.ikonli.javafx.FontIcon;

/// The open pages in a row.
final class TabStrip extends HBox {
    private final IntConsumer choose;
    private static final int MANY = 9;

    private final IntConsumer close;
    private final Button more = new Button("", new FontIcon("fth-plus"));

    private final Region gap = new Region();
    private final Node last;

    /// @param more opens another page
    /// @param last stands at the far end
    TabStrip(IntConsumer choose, IntConsumer close, Runnable more, Node last) {
        this.choose = choose;
        this.close = close;
        this.last = last;
        HBox.setHgrow(gap, Priority.ALWAYS);
        getStyleClass().add("tab-strip");
        setMinWidth(0);
        this.more.getStyleClass().setAll("icon-button");
        this.more.setTooltip(new Tooltip("Open a page (Ctrl+T)"));
        this.more.setAccessibleText("Open a page");
        this.more.setOnAction(click -> more.run());
    }

    void show(List<Place> tabs, int active) {
        getChildren().clear();
        for (int i = 0; i < tabs.size(); i++) {
            getChildren().add(tab(tabs.get(i), i, i == active, tabs.size()));
        }
        getChildren().addAll(more, gap, last);
    }

    /// Many tabs need the room for their names; the middle button and Ctrl+W close all the same.
    private static boolean closes(int tabs, boolean active) {
        return tabs > 1 && (active || tabs <= MANY);
    }

    private HBox tab(Place place, int index, boolean active, int tabs) {
        Button open = new Button(place.title());
        open.getStyleClass().setAll("tab-title");
        open.setId("tab-" + index);
        open.setAccessibleText(place.title() + (active ? ", tab in front" : ", tab"));
        // However many there are, the strip never pushes the side panel out of the window.
        open.setMinWidth(active ? 40 : 8);
        open.setTooltip(new Tooltip(place.title()));
        open.setOnAction(click -> choose.accept(index));
        HBox tab = new HBox(open);
        tab.getStyleClass().add("page-tab");
        if (active) {
            tab.getStyleClass().add("active");
        }
        if (closes(tabs, active)) {
            Button shut = new Button("", new FontIcon("fth-x"));
            shut.getStyleClass().setAll("icon-button", "small");
            shut.setAccessibleText("Close " + place.title());
            shut.setTooltip(new Tooltip("Close (Ctrl+W)"));
            shut.setOnAction(click -> close.accept(index));
            tab.getChildren().add(shut);
        }
        tab.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.MIDDLE && tabs > 1) {
                close.accept(index);
            }
        });
        return tab;
    }
}
