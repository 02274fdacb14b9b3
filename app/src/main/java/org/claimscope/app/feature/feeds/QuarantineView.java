package org.claimscope.app.feature.feeds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.app.widget.EmptyState;
import org.kordamp.ikonli.javafx.FontIcon;

/// Draws the quarantine desk: what is held, and what to do about one record or about many alike.
final class QuarantineView {
    private static final double FEED = 168;
    private static final double PLACE = 190;

    private QuarantineView() {}

    static Region of(List<FeedsPage.Held> held, FeedsView.Acts acts) {
        if (held.isEmpty()) {
            return new EmptyState(
                    "Nothing is held",
                    "Records that cannot be read wait here, with place, reason and their bytes.");
        }
        ListView<FeedsPage.Held> list = new ListView<>(FXCollections.observableArrayList(held));
        list.setId("held");
        list.setFixedCellSize(24);
        list.setCellFactory(view -> new HeldCell());
        list.setPrefHeight(24 * Math.clamp(held.size(), 3, 9) + 2.0);
        list.setMinHeight(74);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        VBox detail = new VBox(8);
        detail.getStyleClass().add("panel-line");
        VBox.setVgrow(detail, Priority.ALWAYS);
        var chosen = list.getSelectionModel().getSelectedItems();
        chosen.addListener(
                (ListChangeListener<FeedsPage.Held>)
                        change -> detail.getChildren().setAll(about(list, chosen, acts)));
        list.getSelectionModel().selectFirst();
        HBox header = columns("Feed", "Place", "Reason");
        header.getStyleClass().add("held-header");
        return new VBox(header, list, detail);
    }

    private static List<Node> about(
            ListView<FeedsPage.Held> list, List<FeedsPage.Held> chosen, FeedsView.Acts acts) {
        return switch (chosen.size()) {
            case 0 -> List.of(second("Choose a record."));
            case 1 -> one(list, chosen.getFirst(), acts);
            default -> many(List.copyOf(chosen), acts);
        };
    }

    private static List<Node> one(
            ListView<FeedsPage.Held> list, FeedsPage.Held item, FeedsView.Acts acts) {
        TextArea bytes = new TextArea("Hidden: they may identify a person.");
        bytes.setEditable(false);
        bytes.setWrapText(true);
        bytes.setPrefRowCount(5);
        bytes.getStyleClass().add("bytes");
        bytes.setAccessibleText("Original bytes");
        Button look = new Button("Show original bytes", new FontIcon("fth-eye"));
        look.getStyleClass().add("small-button");
        look.setOnAction(click -> acts.original(item.id(), bytes::setText));
        Button alike = new Button("Choose all with this reason");
        alike.getStyleClass().add("small-button");
        alike.setId("alike");
        alike.setOnAction(click -> chooseAlike(list, item));
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
        Button again = again("Reprocess record");
        again.setOnAction(click -> {
            var all = new LinkedHashMap<>(fixes);
            if (!column.getText().isBlank() && !value.getText().isEmpty()) {
                all.put(column.getText().strip(), value.getText());
            }
            acts.reprocess(List.of(item.id()), all);
        });
        return List.of(
                warning(item.reason()),
                second(item.file() + " · " + item.place()),
                wrapped(item.explanation()),
                bytes,
                new HBox(8, look, alike),
                second("Corrected copy: the original stays as it came"),
                new HBox(8, column, value, more),
                fields,
                decision("Discard", List.of(item), again, acts));
    }

    private static void chooseAlike(ListView<FeedsPage.Held> list, FeedsPage.Held item) {
        var model = list.getSelectionModel();
        for (int i = 0; i < list.getItems().size(); i++) {
            FeedsPage.Held other = list.getItems().get(i);
            if (other.feed().equals(item.feed()) && other.reason().equals(item.reason())) {
                model.select(i);
            }
        }
    }

    private static List<Node> many(List<FeedsPage.Held> chosen, FeedsView.Acts acts) {
        var reasons = new TreeMap<String, Integer>();
        chosen.forEach(item -> reasons.merge(item.feed() + ": " + item.reason(), 1, Integer::sum));
        var nodes = new ArrayList<Node>();
        nodes.add(warning(chosen.size() + " records"));
        reasons.forEach((reason, count) -> nodes.add(second(count + " · " + reason)));
        nodes.add(
                wrapped(
                        "Reprocessing reads each of them again as it came, which helps after a mapping or a sender was corrected."
                                + " What still cannot be read stays here."));
        Button again = again("Reprocess " + chosen.size() + " records");
        again.setOnAction(click -> acts.reprocess(ids(chosen), Map.of()));
        nodes.add(decision("Discard " + chosen.size(), chosen, again, acts));
        return nodes;
    }

    private static HBox decision(
            String words, List<FeedsPage.Held> items, Button again, FeedsView.Acts acts) {
        TextField reason = new TextField();
        reason.setPromptText("Reason, for the audit log");
        reason.setId("discard-reason");
        HBox.setHgrow(reason, Priority.ALWAYS);
        Button discard = new Button(words);
        discard.getStyleClass().add("small-button");
        discard.setId("discard");
        discard.setDisable(true);
        reason.textProperty()
                .addListener((seen, before, text) -> discard.setDisable(text.isBlank()));
        discard.setOnAction(click -> acts.discard(ids(items), reason.getText().strip()));
        return new HBox(8, reason, discard, again);
    }

    private static Button again(String words) {
        Button again = new Button(words, new FontIcon("fth-play"));
        again.getStyleClass().addAll("accent", "small-button");
        again.setId("reprocess");
        return again;
    }

    private static List<Long> ids(List<FeedsPage.Held> items) {
        return items.stream().map(FeedsPage.Held::id).toList();
    }

    private static Label warning(String words) {
        Label label = new Label(words, new FontIcon("fth-alert-triangle"));
        label.getStyleClass().addAll("strong", "warns");
        return label;
    }

    private static Label second(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("caption", "second");
        return label;
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static String columnOf(FeedsPage.Held item) {
        int comma = item.place().indexOf(", ");
        return comma < 0 ? "" : item.place().substring(comma + 2);
    }

    private static HBox columns(String feed, String place, String reason) {
        Label first = new Label(feed);
        first.setMinWidth(FEED);
        first.setMaxWidth(FEED);
        Label second = new Label(place);
        second.setMinWidth(PLACE);
        second.setMaxWidth(PLACE);
        Label third = new Label(reason);
        HBox row = new HBox(8, first, second, third);
        row.getStyleClass().add("held-row");
        return row;
    }

    private static final class HeldCell extends ListCell<FeedsPage.Held> {
        @Override
        protected void updateItem(FeedsPage.Held item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(
                    empty || item == null
                            ? null
                            : columns(item.feed(), item.place(), item.reason()));
            setAccessibleText(
                    empty || item == null
                            ? null
                            : List.of(item.feed(), item.place(), item.reason()).stream()
                                    .collect(Collectors.joining(", ")));
        }
    }
}
