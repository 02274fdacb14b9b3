package org.claimscope.app.shell;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The saved views in a small window: open one, take one away, name the present one.
final class ViewsCard extends VBox {
    private static final double MOST_HIGH = 280;

    /// What can be done with views.
    interface Acts {
        void open(String name);

        void keep(String name);

        void remove(String name);
    }

    /// @param suggested name for the present view
    ViewsCard(List<String> names, String suggested, Acts acts, Runnable hide) {
        super(8);
        setId("saved-views");
        Label title = new Label("Saved views");
        title.getStyleClass().add("card-title");
        getChildren().add(title);
        VBox list = new VBox(2);
        for (String name : names) {
            Button open = new Button(name, new FontIcon("fth-bookmark"));
            open.getStyleClass().setAll("link-button");
            open.setMinWidth(0);
            open.setMaxWidth(Double.MAX_VALUE);
            open.setOnAction(click -> {
                hide.run();
                acts.open(name);
            });
            HBox.setHgrow(open, Priority.ALWAYS);
            Button remove = new Button("", new FontIcon("fth-x"));
            remove.getStyleClass().setAll("icon-button", "small");
            remove.setTooltip(new Tooltip("Forget this view"));
            remove.setAccessibleText("Forget " + name);
            HBox row = new HBox(4, open, remove);
            remove.setOnAction(click -> {
                acts.remove(name);
                list.getChildren().remove(row);
            });
            list.getChildren().add(row);
        }
        if (names.isEmpty()) {
            Label none = new Label("None yet. A view is a page with its filters.");
            none.setWrapText(true);
            none.getStyleClass().add("second");
            list.getChildren().add(none);
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HIGH);
        scroll.getStyleClass().addAll("page-scroll", "definition-body");
        TextField name = new TextField(suggested);
        name.setId("view-name");
        name.setAccessibleText("Name of this view");
        HBox.setHgrow(name, Priority.ALWAYS);
        Button keep = new Button("Save");
        keep.setId("view-save");
        keep.setMinWidth(USE_PREF_SIZE);
        keep.getStyleClass().addAll("accent", "small-button");
        keep.setDefaultButton(true);
        keep.disableProperty().bind(name.textProperty().map(text -> text.isBlank()));
        keep.setOnAction(click -> {
            hide.run();
            acts.keep(name.getText().strip());
        });
        getChildren().addAll(scroll, new HBox(8, name, keep));
        // The name is what most people want to write: the window gives the keys to the first thing.
        sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        Platform.runLater(() -> {
                            name.requestFocus();
                            name.selectAll();
                        });
                    }
                });
    }
}
