package org.claimscope.app.feature.feeds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
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

        /// @param corrections for a single record; none to read records as they are
        void reprocess(List<Long> ids, Map<String, String> corrections);

        void discard(List<Long> ids, String reason);

        void undo(long deliveryId);

        /// Opens the list of feeds that the window runs; empty where it runs none.
        Optional<Runnable> connections();
    }

    public static Region of(FeedsPage page, Desk desk, Acts acts) {
        PageHeader header = new PageHeader("Feeds", page.covers(), List.of());
        Button add = new Button("Import files", new FontIcon("fth-plus"));
        add.getStyleClass().addAll("accent", "small-button");
        add.setOnAction(click -> desk.open(Place.of(PageId.IMPORT)));
        acts.connections()
                .ifPresent(open -> {
                    Button connect = new Button("Feed list", new FontIcon("fth-link"));
                    connect.getStyleClass().add("small-button");
                    connect.setId("feed-list");
                    connect.setOnAction(click -> open.run());
                    header.getChildren().add(connect);
                });
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
        Card held =
                Card.of(
                        "Quarantine",
                        page.held().size() + " held",
                        QuarantineView.of(page.held(), acts));
        return new Page().fixed(header).growing(new Beside(left, held, 0.555, 640));
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
