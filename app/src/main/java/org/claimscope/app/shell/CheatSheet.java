package org.claimscope.app.shell;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// All keys and gestures on one sheet over the window; `?` shows it, Esc takes it away.
final class CheatSheet extends StackPane {
    private static final double COLUMN = 410;

    /// What a key or gesture does.
    record Key(String keys, String does) {}

    private record Group(String title, List<Key> keys) {}

    private static final List<Group> PARTS =
            List.of(
                    new Group(
                            "Anywhere",
                            List.of(
                                    new Key("?", "This sheet"),
                                    new Key("Esc", "Close the panel; clear cross-filters"),
                                    new Key("F6 · Shift+F6", "Next, previous part of the window"),
                                    new Key("Tab", "Next thing in it"))),
                    new Group(
                            "A chart",
                            List.of(
                                    new Key("Arrows · Home · End", "Walk from mark to mark"),
                                    new Key("Click · Enter", "The rows behind a mark"),
                                    new Key("Ctrl+click · Ctrl+Enter", "Narrow all pages to it"),
                                    new Key("Drag · Shift+arrows", "Sweep over several"),
                                    new Key("Enter after a sweep", "Narrow to what was swept"),
                                    new Key("Right click · N", "Note something at a month or week"),
                                    new Key("T", "Rows instead of the drawing"))),
                    new Group(
                            "A tile",
                            List.of(
                                    new Key("Click · Enter", "The rows behind the number"),
                                    new Key("Right click", "Its definition"))),
                    new Group(
                            "A table",
                            List.of(
                                    new Key("Arrows · Home · End", "Walk from cell to cell"),
                                    new Key("Click · Enter", "Open the record or the rows"),
                                    new Key("Ctrl+click · Ctrl+Enter", "Add to the filters"),
                                    new Key("Ctrl+C", "Copy"))),
                    new Group(
                            "A board being changed",
                            List.of(
                                    new Key("Drag · Arrows", "Move a part"),
                                    new Key("Drag its corner · Shift+arrows", "Size it"),
                                    new Key("Delete", "Take it off"))));

    /// @param window the window's own commands
    CheatSheet(List<Key> window, Runnable close) {
        getStyleClass().add("palette-veil");
        setId("cheat-sheet");
        setFocusTraversable(true);
        setAlignment(Pos.TOP_CENTER);
        Label title = new Label("Keys and gestures");
        title.getStyleClass().add("card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button done = new Button("Close", new FontIcon("fth-x"));
        done.getStyleClass().add("small-button");
        done.setId("cheat-sheet-close");
        done.setOnAction(click -> close.run());
        HBox bar = new HBox(8, title, gap, done);
        bar.setAlignment(Pos.CENTER_LEFT);
        VBox parts = new VBox(14);
        PARTS.forEach(group -> parts.getChildren().add(node(group)));
        FlowPane columns = new FlowPane(28, 14, node(new Group("The window", window)), parts);
        columns.setPrefWrapLength(2 * COLUMN + 28);
        ScrollPane body = new ScrollPane(columns);
        body.setFitToWidth(true);
        body.getStyleClass().addAll("page-scroll", "definition-body");
        VBox box = new VBox(10, bar, body);
        box.getStyleClass().add("palette");
        box.setMaxWidth(2 * COLUMN + 28 + 48);
        box.setMaxHeight(USE_PREF_SIZE);
        getChildren().add(box);
    }

    private static VBox node(Group group) {
        Label title = new Label(group.title());
        title.getStyleClass().add("card-title");
        GridPane keys = new GridPane(12, 5);
        var left = new ColumnConstraints(180);
        left.setHalignment(HPos.LEFT);
        var right = new ColumnConstraints(0, COLUMN - 192, Double.MAX_VALUE);
        right.setHgrow(Priority.ALWAYS);
        keys.getColumnConstraints().addAll(left, right);
        for (int i = 0; i < group.keys().size(); i++) {
            Label key = new Label(group.keys().get(i).keys());
            key.getStyleClass().add("second");
            Label does = new Label(group.keys().get(i).does());
            does.setWrapText(true);
            keys.addRow(i, key, does);
        }
        VBox node = new VBox(6, title, keys);
        node.setPrefWidth(COLUMN);
        return node;
    }
}
