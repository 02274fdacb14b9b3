package org.claimscope.app.feature.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.nlq.verified.VerifiedQuestion;
import org.kordamp.ikonli.javafx.FontIcon;

/// Beside the conversation: other conversations, what to ask next, verified questions by pack,
/// taught words, what was asked before, and where questions go.
final class AskSide extends VBox {
    private static final int SHOWN = 12;
    private static final int CONVERSATIONS = 5;

    private final AskMemory memory;
    private final Ways ways;
    private final VBox conversations = new VBox(2);
    private final VBox next = new VBox(2);
    private final VBox verified = new VBox(2);
    private final VBox taught = new VBox(2);
    private final VBox asked = new VBox(2);
    private final TextField search = new TextField();
    private final Label where = new Label();

    /// What the reader can do here.
    interface Ways {
        void ask(String question);

        /// Takes a saved question away.
        void forget(String question);

        /// Takes a taught word away.
        void unteach(String phrase);

        void begin();

        void open(Conversation conversation);

        void rename(Conversation conversation, String name);

        void remove(Conversation conversation);
    }

    AskSide(AskMemory memory, Ways ways) {
        super(6);
        this.memory = memory;
        this.ways = ways;
        search.setId("ask-search");
        search.setPromptText("Search what was asked");
        search.textProperty().addListener((_, _, _) -> showAsked());
        asked.setId("ask-asked");
        verified.setId("ask-verified");
        taught.setId("ask-taught");
        conversations.setId("ask-conversations");
        next.setId("ask-next");
        where.setId("ask-where");
        where.setWrapText(true);
        where.setMinHeight(USE_PREF_SIZE);
        where.getStyleClass().addAll("caption", "second");
        VBox middle = new VBox(2, taught, verified);
        ScrollPane list = new ScrollPane(middle);
        list.setFitToWidth(true);
        list.getStyleClass().add("page-scroll");
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren()
                .addAll(
                        head(),
                        conversations,
                        title("Ask next"),
                        next,
                        title("Verified questions"),
                        list,
                        title("Asked"),
                        search,
                        asked,
                        where);
        getStyleClass().addAll("card-frame", "ask-side");
        setMinWidth(224);
        setMaxWidth(224);
        BorderPane.setMargin(this, new Insets(0, 8, 0, 0));
        showConversations();
        showVerified();
        showAsked();
    }

    // Conversations

    private HBox head() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head =
                new HBox(
                        title("Conversations"),
                        gap,
                        icon(
                                "fth-edit-2",
                                "Rename this conversation",
                                "ask-rename",
                                () -> memory.conversations().open().ifPresent(this::rename)),
                        icon("fth-plus", "New conversation", "ask-new", ways::begin));
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return head;
    }

    private static Button icon(String icon, String words, String id, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().setAll("icon-button");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(_ -> action.run());
        return button;
    }

    void showConversations() {
        var lines = new ArrayList<Node>();
        memory.conversations().all().stream().limit(CONVERSATIONS).forEach(c -> lines.add(line(c)));
        if (lines.isEmpty()) {
            lines.add(caption("None yet: the first question begins one."));
        }
        conversations.getChildren().setAll(lines);
    }

    private Node line(Conversation conversation) {
        boolean open = memory.conversations().open().filter(conversation::equals).isPresent();
        Button link =
                button(conversation.name(), "fth-message-square", () -> ways.open(conversation));
        link.getStyleClass().add("one-line");
        if (open) {
            link.getStyleClass().add("strong");
        }
        link.setContextMenu(
                new ContextMenu(
                        item("Rename …", () -> rename(conversation)),
                        item("Remove", () -> ways.remove(conversation))));
        return link;
    }

    /// Its line becomes a field; Enter keeps the name, Esc the old one.
    private void rename(Conversation conversation) {
        int at = memory.conversations().all().indexOf(conversation);
        TextField name = new TextField(conversation.name());
        name.setId("ask-name");
        name.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                ways.rename(conversation, name.getText());
            } else if (key.getCode() == KeyCode.ESCAPE) {
                showConversations();
                key.consume();
            }
        });
        if (at >= 0 && at < conversations.getChildren().size()) {
            conversations.getChildren().set(at, name);
            name.requestFocus();
            name.selectAll();
        }
    }

    // Lists

    /// @param questions words that go on from the newest answer, or what is worth asking
    void showNext(List<Suggestion> questions) {
        next.getChildren().clear();
        for (Suggestion s : questions) {
            next.getChildren().add(link(s.question(), "fth-corner-down-right"));
            if (!s.note().isEmpty()) {
                Label note = caption(s.note());
                note.setPadding(new Insets(0, 0, 2, 24));
                next.getChildren().add(note);
            }
        }
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
                verified.getChildren().add(caption(pack));
            }
            Button link = link(q.question(), "fth-check-circle");
            if (q.form().isPresent()) {
                link.setContextMenu(
                        new ContextMenu(
                                item(
                                        "Remove from verified",
                                        () -> {
                                            ways.forget(q.question());
                                            showVerified();
                                        })));
            }
            verified.getChildren().add(link);
        }
    }

    /// @param words phrases, and what they stand for
    void showTaught(List<Suggestion> words) {
        taught.getChildren().clear();
        if (!words.isEmpty()) {
            taught.getChildren().add(caption("Taught words"));
        }
        for (Suggestion word : words) {
            Label name = new Label(word.question() + " = " + word.note());
            name.setWrapText(true);
            name.setMinHeight(USE_PREF_SIZE);
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            Button remove =
                    icon(
                            "fth-x",
                            "Remove the taught word " + word.question(),
                            "ask-unteach",
                            () -> ways.unteach(word.question()));
            HBox line = new HBox(4, name, remove);
            line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            taught.getChildren().add(line);
        }
    }

    void showAsked() {
        String wanted = search.getText().toLowerCase(Locale.ROOT).strip();
        asked.getChildren()
                .setAll(
                        memory.asked().stream()
                                .filter(q -> q.toLowerCase(Locale.ROOT).contains(wanted))
                                .limit(wanted.isEmpty() ? 3 : SHOWN)
                                .map(q -> link(q, "fth-clock"))
                                .toList());
    }

    private static Label title(String words) {
        Label title = new Label(words);
        title.getStyleClass().add("card-title");
        title.setMinHeight(USE_PREF_SIZE);
        return title;
    }

    private static Label caption(String words) {
        Label caption = new Label(words);
        caption.getStyleClass().addAll("caption", "second");
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        return caption;
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private Button link(String question, String icon) {
        return button(question, icon, () -> ways.ask(question));
    }

    private static Button button(String words, String icon, Runnable action) {
        Button link = new Button(words, new FontIcon(icon));
        link.getStyleClass().setAll("link-button", "left");
        link.setWrapText(true);
        link.setMinHeight(USE_PREF_SIZE);
        link.setMaxWidth(Double.MAX_VALUE);
        link.setOnAction(_ -> action.run());
        return link;
    }
}
