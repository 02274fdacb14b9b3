package org.claimscope.app.feature.ask;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// "I meant …": teaches what a word stands for in this workspace, then the question is asked again.
final class TeachPane extends VBox {
    private static final Pattern NOT_UNDERSTOOD =
            Pattern.compile("^I did not understand “([^”]+)”");
    private static final double ROW = 24;

    private final Exchange exchange;
    private final Talk talk;
    private final TextField word = new TextField();
    private final TextField search = new TextField();
    private final ListView<Meant> list = new ListView<>();
    private final Label refused = new Label();
    private List<Meant> all = List.of();

    TeachPane(Exchange exchange, Talk talk) {
        super(6);
        this.exchange = exchange;
        this.talk = talk;
        setId("teach");
        getStyleClass().add("why");
        Label title = new Label("I meant … : teach a word for this workspace");
        title.getStyleClass().add("strong");
        word.setId("teach-word");
        word.setPromptText("the word");
        Matcher unknown = NOT_UNDERSTOOD.matcher(exchange.sentence());
        word.setText(unknown.find() ? unknown.group(1) : "");
        search.setId("teach-search");
        search.setPromptText("a measure, something to split by, or a member");
        search.textProperty().addListener((seen, before, now) -> filter());
        search.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                teach();
            }
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        Label means = new Label("means");
        means.getStyleClass().add("second");
        Button save = new Button("Teach");
        save.setId("teach-save");
        save.getStyleClass().addAll("accent", "small-button");
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(click -> teach());
        HBox line = new HBox(8, word, means, search, save);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        list.setId("teach-list");
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * 6 + 2);
        list.setMinHeight(ROW * 6 + 2);
        refused.setId("teach-refused");
        refused.getStyleClass().addAll("caption", "warns");
        refused.setWrapText(true);
        getChildren().addAll(title, line, list, refused);
        talk.meanings(found -> {
            all = found;
            filter();
        });
    }

    private void filter() {
        String wanted = search.getText().toLowerCase(Locale.ROOT).strip();
        list.getItems()
                .setAll(
                        all.stream()
                                .filter(m -> m.label().toLowerCase(Locale.ROOT).contains(wanted))
                                .limit(200)
                                .toList());
        if (!wanted.isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void teach() {
        Meant meant = list.getSelectionModel().getSelectedItem();
        if (meant == null) {
            refused.setText("Choose what it means.");
            return;
        }
        refused.setText("");
        talk.teach(exchange, word.getText().strip(), meant, refused::setText);
    }
}
