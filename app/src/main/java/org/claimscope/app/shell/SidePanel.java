package org.claimscope.app.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The place at the right where details open, so that the list they came from stays.
final class SidePanel extends VBox {
    static final double WIDTH = 440;

    private final Label title = new Label();
    private final Label note = new Label();

    SidePanel(Runnable close) {
        getStyleClass().add("side-panel");
        title.getStyleClass().add("card-title");
        title.setMinWidth(0);
        note.getStyleClass().addAll("caption", "second");
        note.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button shut = new Button("", new FontIcon("fth-x"));
        shut.getStyleClass().setAll("icon-button");
        shut.setTooltip(new Tooltip("Close (Esc)"));
        shut.setAccessibleText("Close the side panel");
        shut.setOnAction(click -> close.run());
        HBox header = new HBox(title, note, gap, shut);
        header.getStyleClass().add("card-header");
        getChildren().add(header);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
    }

    void show(String heading, String words, Node content) {
        title.setText(heading);
        title.setTooltip(new Tooltip(heading));
        note.setText(words);
        VBox.setVgrow(content, Priority.ALWAYS);
        if (getChildren().size() > 1) {
            getChildren().set(1, content);
        } else {
            getChildren().add(content);
        }
    }
}
