package org.claimscope.app.feature.ask;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.claimscope.nlq.verified.VerifiedQuestion;
import org.kordamp.ikonli.javafx.FontIcon;

/// Beside the conversation: what to ask next, verified questions by pack, what was asked before.
final class AskSide extends VBox {
    private static final int SHOWN = 12;

    private final AskMemory memory;
    private final Consumer<String> ask;
    private final Consumer<String> forget;
    private final VBox next = new VBox(2);
    private final VBox verified = new VBox(2);
    private final VBox asked = new VBox(2);
    private final TextField search = new TextField();
    private final Label where = new Label();

    /// @param forget takes a saved question away
    AskSide(AskMemory memory, Consumer<String> ask, Consumer<String> forget) {
        super(8);
        this.forget = forget;
        this.memory = memory;
        this.ask = ask;
        search.setPromptText("Search what was asked");
        search.textProperty().addListener((_, _, _) -> showAsked());
        ScrollPane list = new ScrollPane(verified);
        list.setFitToWidth(true);
        list.getStyleClass().add("page-scroll");
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren()
                .addAll(
                        title("Ask next"),
                        next,
                        title("Verified questions"),
                        list,
                        title("Asked"),
                        search,
                        asked,
                        where);
        where.setId("ask-where");
        where.setWrapText(true);
        where.setMinHeight(USE_PREF_SIZE);
        where.getStyleClass().addAll("caption", "second");
        getStyleClass().addAll("card-frame", "ask-side");
        setMinWidth(224);
        setMaxWidth(224);
        BorderPane.setMargin(this, new Insets(0, 8, 0, 0));
        showVerified();
        showAsked();
    }

    /// @param questions words that go on from the newest answer, or examples
    void showNext(List<String> questions) {
        next.getChildren()
                .setAll(questions.stream().map(q -> link(q, "fth-corner-down-right")).toList());
    }

    /// @param words where questions go
    void showWhere(String words) {
        where.setText(words);
    }

    void showVerified() {
        verified.getChildren().clear();
        String pack = "";
        for (VerifiedQuestion q : memory.verified().all()) {
            if (!q.pack().equals(pack)) {
                pack = q.pack();
                Label name = new Label(pack);
                name.getStyleClass().addAll("caption", "second");
                verified.getChildren().add(name);
            }
            Button link = link(q.question(), "fth-check-circle");
            if (q.form().isPresent()) {
                MenuItem remove = new MenuItem("Remove from verified");
                remove.setOnAction(_ -> {
                    forget.accept(q.question());
                    showVerified();
                });
                link.setContextMenu(new ContextMenu(remove));
            }
            verified.getChildren().add(link);
        }
    }

    void showAsked() {
        String wanted = search.getText().toLowerCase(Locale.ROOT).strip();
        asked.getChildren()
                .setAll(
                        memory.asked().stream()
                                .filter(q -> q.toLowerCase(Locale.ROOT).contains(wanted))
                                .limit(wanted.isEmpty() ? 5 : SHOWN)
                                .map(q -> link(q, "fth-clock"))
                                .toList());
    }

    private static Label title(String words) {
        Label title = new Label(words);
        title.getStyleClass().add("card-title");
        return title;
    }

    private Button link(String question, String icon) {
        Button link = new Button(question, new FontIcon(icon));
        link.getStyleClass().setAll("link-button", "left");
        link.setWrapText(true);
        link.setMinHeight(USE_PREF_SIZE);
        link.setMaxWidth(Double.MAX_VALUE);
        link.setOnAction(_ -> ask.accept(question));
        return link;
    }
}
