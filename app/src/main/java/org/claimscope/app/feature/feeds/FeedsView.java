package org.claimscope.app.feature.feeds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.widget.Beside;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.EmptyState;
import org.claimscope.app.widget.Page;
import org.claimscope.app.widget.PageHeader;
import org.kordamp.ikonli.javafx.FontIcon;

/// Draws the feeds page: freshness and run log at the left, the quarantine desk at the right.
public final class FeedsView {
    private FeedsView() {}

    /// What the reader can do here; answers come back on the JavaFX thread.
    public interface Acts {
        /// Shows the original bytes of a held record.
        void original(long id, Consumer<String> shown);

        void reprocess(long id, Map<String, String> corrections);

        void discard(long id, String reason);

        void undo(long deliveryId);
    }

    public static Region of(FeedsPage page, Desk desk, Acts acts) {
        PageHeader header = new PageHeader("Feeds", page.covers(), List.of());
        Button add = new Button("Import files", new FontIcon("fth-plus"));
        add.getStyleClass().addAll("accent", "small-button");
        add.setOnAction(click -> desk.open(Place.of(PageId.IMPORT)));
        header.getChildren().add(add);
        Card feeds = Card.list("Feeds", "newest delivery of each", page.feeds(), desk);
        Card runs =
                Card.list("Run log", "in = loaded + same + held · newest first", page.runs(), desk);
        Card undo =
                Card.of(
                        "Undo an import",
                        "its rows no longer count, its history stays",
                        undo(page, acts));
        undo.setMinHeight(84);
        undo.setMaxHeight(84);
        VBox left = new VBox(8, feeds, runs, undo);
        VBox.setVgrow(feeds, Priority.ALWAYS);
        VBox.setVgrow(runs, Priority.ALWAYS);
        Card desk2 = Card.of("Quarantine", page.held().size() + " held", desk(page, acts));
        return new Page().fixed(header).growing(new Beside(left, desk2, 0.555, 640));
    }

    private static Region undo(FeedsPage page, Acts acts) {
        if (page.deliveries().isEmpty()) {
            return EmptyState.of("deliveries");
        }
        ComboBox<FeedsPage.Delivered> which =
                new ComboBox<>(FXCollections.observableArrayList(page.deliveries()));
        which.setButtonCell(new DeliveryCell());
        which.setCellFactory(view -> new DeliveryCell());
        which.getSelectionModel().selectFirst();
        which.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(which, Priority.ALWAYS);
        TextField typed = new TextField();
        typed.setPromptText("type undo");
        typed.setPrefColumnCount(8);
        Button go = new Button("Undo import");
        go.getStyleClass().add("small-button");
        go.setDisable(true);
        typed.textProperty()
                .addListener((seen, before, text) -> go.setDisable(!text.strip().equals("undo")));
        go.setOnAction(click -> {
            FeedsPage.Delivered chosen = which.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                go.setDisable(true);
                acts.undo(chosen.id());
            }
        });
        HBox line = new HBox(8, which, typed, go);
        line.getStyleClass().add("form-line");
        return line;
    }

    private static Region desk(FeedsPage page, Acts acts) {
        if (page.held().isEmpty()) {
            return new EmptyState(
                    "Nothing is held",
                    "Records that cannot be read wait here, with place, reason and their bytes.");
        }
        ListView<FeedsPage.Held> list =
                new ListView<>(FXCollections.observableArrayList(page.held()));
        list.setId("held");
        list.setFixedCellSize(24);
        list.setCellFactory(view -> new HeldCell());
        list.setPrefHeight(24 * Math.clamp(page.held().size(), 3, 9) + 2.0);
        list.setMinHeight(74);
        VBox detail = new VBox(8);
        detail.getStyleClass().add("panel-line");
        VBox.setVgrow(detail, Priority.ALWAYS);
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((seen, before, item) -> {
                    if (item != null) {
                        detail.getChildren().setAll(detail(item, acts));
                    }
                });
        list.getSelectionModel().selectFirst();
        return new VBox(list, detail);
    }

    private static List<Node> detail(FeedsPage.Held item, Acts acts) {
        Label what = new Label(item.reason(), new FontIcon("fth-alert-triangle"));
        what.getStyleClass().addAll("strong", "warns");
        Label where = new Label(item.file() + " · " + item.place());
        where.getStyleClass().addAll("caption", "second");
        Label why = new Label(item.explanation());
        why.setWrapText(true);
        TextArea bytes = new TextArea();
        bytes.setEditable(false);
        bytes.setWrapText(true);
        bytes.setPrefRowCount(5);
        bytes.getStyleClass().add("bytes");
        bytes.setText("Hidden: they may identify a person.");
        bytes.setAccessibleText("Original bytes");
        Button look = new Button("Show original bytes", new FontIcon("fth-eye"));
        look.getStyleClass().add("small-button");
        look.setOnAction(click -> acts.original(item.id(), bytes::setText));
        Map<String, String> fixes = new LinkedHashMap<>();
        VBox fields = new VBox(4);
        TextField column = new TextField(columnOf(item));
        column.setPromptText("Column");
        TextField value = new TextField();
        value.setPromptText("Corrected value");
        value.setId("fix-value");
        HBox.setHgrow(value, Priority.ALWAYS);
        Button more = new Button("Add");
        more.getStyleClass().add("small-button");
        more.setOnAction(click -> {
            if (!column.getText().isBlank()) {
                fixes.put(column.getText().strip(), value.getText());
                fields.getChildren().add(new Label(column.getText().strip() + " corrected"));
                column.clear();
                value.clear();
            }
        });
        HBox fix = new HBox(8, column, value, more);
        TextField reason = new TextField();
        reason.setPromptText("Reason, for the audit log");
        HBox.setHgrow(reason, Priority.ALWAYS);
        Button discard = new Button("Discard");
        discard.getStyleClass().add("small-button");
        discard.setDisable(true);
        reason.textProperty()
                .addListener((seen, before, text) -> discard.setDisable(text.isBlank()));
        discard.setOnAction(click -> acts.discard(item.id(), reason.getText().strip()));
        Button again = new Button("Reprocess record", new FontIcon("fth-play"));
        again.getStyleClass().addAll("accent", "small-button");
        again.setId("reprocess");
        again.setOnAction(click -> {
            var all = new LinkedHashMap<>(fixes);
            if (!column.getText().isBlank() && !value.getText().isEmpty()) {
                all.put(column.getText().strip(), value.getText());
            }
            acts.reprocess(item.id(), all);
        });
        Label copyWords = new Label("Corrected copy: the original stays as it came");
        copyWords.getStyleClass().addAll("caption", "second");
        var all = new ArrayList<Node>();
        all.addAll(
                List.of(
                        what,
                        where,
                        why,
                        bytes,
                        look,
                        copyWords,
                        fix,
                        fields,
                        new HBox(8, reason, discard, again)));
        return all;
    }

    private static String columnOf(FeedsPage.Held item) {
        int comma = item.place().indexOf(", ");
        return comma < 0 ? "" : item.place().substring(comma + 2);
    }

    private static final class HeldCell extends ListCell<FeedsPage.Held> {
        @Override
        protected void updateItem(FeedsPage.Held item, boolean empty) {
            super.updateItem(item, empty);
            setText(
                    empty || item == null
                            ? null
                            : item.feed() + " · " + item.place() + " · " + item.reason());
        }
    }

    private static final class DeliveryCell extends ListCell<FeedsPage.Delivered> {
        @Override
        protected void updateItem(FeedsPage.Delivered item, boolean empty) {
            super.updateItem(item, empty);
            setText(
                    empty || item == null
                            ? null
                            : item.id()
                                    + " · "
                                    + item.feed()
                                    + " · "
                                    + item.file()
                                    + " · "
                                    + item.when());
        }
    }
}
