package org.claimscope.app.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// `Ctrl+K`: every page, command, measure, patient and claim number in one list; what matches
/// nothing is asked.
final class Palette extends StackPane {
    private static final int MOST = 12;
    private static final double ROW = 28;

    /// Something that can be done.
    ///
    /// @param kind "Page", "Command", "Measure", "Claim" …
    /// @param key its shortcut; empty for none
    record Item(String words, String kind, String icon, String key, Runnable action) {}

    /// Finds records by number while the reader types; tells them back on the JavaFX thread.
    interface Records {
        void find(String digits, Consumer<List<Item>> found);
    }

    private final TextField text = new TextField();
    private final ListView<Item> list = new ListView<>();
    private final Records records;
    private final Function<String, Item> ask;
    private final Runnable closed;
    private List<Item> items = List.of();
    private List<Item> numbers = List.of();

    Palette(Records records, Function<String, Item> ask, Runnable closed) {
        this.records = records;
        this.ask = ask;
        this.closed = closed;
        getStyleClass().add("palette-veil");
        text.setPromptText("Page, command, measure, claim or patient number, or a question");
        text.getStyleClass().add("palette-text");
        text.textProperty().addListener((seen, before, now) -> typed(now));
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new ItemCell());
        list.setOnMouseClicked(click -> act());
        VBox box = new VBox(8, text, list);
        box.getStyleClass().add("palette");
        box.setMaxSize(560, USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        getChildren().add(box);
        setOnMousePressed(press -> {
            if (press.getTarget() == this) {
                hide();
            }
        });
        setVisible(false);
    }

    void show(List<Item> all) {
        items = all;
        setVisible(true);
        text.setText("");
        typed("");
        text.requestFocus();
    }

    void hide() {
        if (isVisible()) {
            setVisible(false);
            closed.run();
        }
    }

    private void typed(String words) {
        String part = words.strip();
        String digits = part.replaceAll("[^0-9A-Za-z]", "");
        numbers = List.of();
        if (digits.length() >= 3 && digits.chars().anyMatch(Character::isDigit)) {
            records.find(
                    digits,
                    found -> {
                        if (text.getText().strip().equals(part)) {
                            numbers = found;
                            list(part);
                        }
                    });
        }
        list(part);
    }

    private void list(String part) {
        var matches = new ArrayList<Item>();
        items.stream()
                .filter(i -> rank(i, part) < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(i -> rank(i, part)))
                .limit(MOST)
                .forEach(matches::add);
        matches.addAll(numbers);
        if (!part.isEmpty()) {
            Item question = ask.apply(part);
            matches.add(part.contains(" ") && matches.isEmpty() ? 0 : matches.size(), question);
        }
        list.getItems().setAll(matches);
        list.setPrefHeight(ROW * Math.clamp(matches.size(), 1, MOST + 2) + 4);
        list.getSelectionModel().selectFirst();
    }

    /// Earlier words and starts of words first; the same letters anywhere last.
    private static int rank(Item item, String part) {
        String in = item.words().toLowerCase(Locale.ROOT);
        String p = part.toLowerCase(Locale.ROOT);
        if (p.isEmpty()) {
            return 0;
        }
        int at = in.indexOf(p);
        if (at < 0) {
            return Integer.MAX_VALUE;
        }
        return at == 0 ? 1 : in.charAt(at - 1) == ' ' ? 2 : 3;
    }

    private void key(KeyEvent key) {
        int at = list.getSelectionModel().getSelectedIndex();
        KeyCode code = key.getCode();
        if (code == KeyCode.DOWN || code == KeyCode.UP) {
            int next =
                    Math.clamp(at + (code == KeyCode.DOWN ? 1 : -1), 0, list.getItems().size() - 1);
            list.getSelectionModel().select(next);
            list.scrollTo(next);
            key.consume();
        } else if (code == KeyCode.ENTER) {
            act();
            key.consume();
        } else if (code == KeyCode.ESCAPE) {
            hide();
            key.consume();
        }
    }

    private void act() {
        Item item = list.getSelectionModel().getSelectedItem();
        if (item != null) {
            hide();
            item.action().run();
        }
    }

    private static final class ItemCell extends ListCell<Item> {
        @Override
        protected void updateItem(@Nullable Item item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            Label words = new Label(item.words(), new FontIcon(item.icon()));
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label kind = new Label(item.kind() + (item.key().isEmpty() ? "" : "  " + item.key()));
            kind.getStyleClass().addAll("caption", "third");
            HBox line = new HBox(8, words, gap, kind);
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
            setAccessibleText(item.words() + ", " + item.kind());
        }
    }
}
