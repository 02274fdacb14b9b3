package org.claimscope.app.feature.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.claimscope.app.session.ModelSettings;
import org.claimscope.app.session.ModelTrial;
import org.claimscope.app.shell.Office;
import org.claimscope.app.widget.Card;
import org.claimscope.nlq.guard.Door;
import org.claimscope.nlq.guard.Outgoing;
import org.claimscope.nlq.guard.Trouble;
import org.claimscope.nlq.provider.Connection;
import org.jspecify.annotations.Nullable;

/// What a question would send to the model, while it is typed: the question as it is left with its
/// masks marked, and the request's bytes. Nothing is sent.
final class SentBytes {
    private static final String PREVIEW = "model preview";
    private static final Pattern MASK = Pattern.compile("<[A-Z_]+_\\d+>");
    private static final String QUESTION = "Question: ";

    private final Office office;
    private final ModelTrial trial;
    private final TextField question =
            new TextField("charges leaking for Riverside since 3/14/2025");
    private final Label allowed = new Label();
    private final Label request = new Label();
    private final FlowPane masked = new FlowPane(4, 4);
    private final TextArea bytes = new TextArea();
    private final PauseTransition pause = new PauseTransition(Duration.millis(250));
    private @Nullable ModelSettings settings;

    SentBytes(Office office, ModelTrial trial) {
        this.office = office;
        this.trial = trial;
        question.setId("model-question");
        bytes.setId("model-bytes");
        masked.setId("model-masked");
        question.textProperty().addListener((seen, before, now) -> pause.playFromStart());
        pause.setOnFinished(end -> ask());
        bytes.setEditable(false);
        bytes.setWrapText(true);
        bytes.getStyleClass().add("bytes");
        bytes.setAccessibleText("The bytes of the request");
        allowed.setWrapText(true);
        allowed.setMinHeight(Region.USE_PREF_SIZE);
        request.getStyleClass().addAll("caption", "second");
        request.setWrapText(true);
    }

    Card card() {
        Label name = new Label("Type a question: nothing is sent from here");
        name.getStyleClass().addAll("caption", "second");
        name.setLabelFor(question);
        Label left = new Label("The question as it would leave");
        left.getStyleClass().addAll("caption", "second");
        Label all = new Label("The request, byte by byte, without the key");
        all.getStyleClass().addAll("caption", "second");
        VBox.setVgrow(bytes, Priority.ALWAYS);
        VBox body = new VBox(6, name, question, left, masked, allowed, all, request, bytes);
        body.getStyleClass().add("form");
        return Card.of("What would be sent", "the same as model preview", body);
    }

    /// @param settings of a model, enabled or not
    void show(ModelSettings settings, String allows) {
        this.settings = settings;
        allowed.setText(allows);
        ask();
    }

    void nothing(String why) {
        settings = null;
        office.tasks().cancel(PREVIEW);
        allowed.setText(why);
        masked.getChildren().clear();
        request.setText("");
        bytes.clear();
    }

    void close() {
        pause.stop();
        office.tasks().cancel(PREVIEW);
    }

    private void ask() {
        ModelSettings with = settings;
        String words = question.getText().strip();
        if (with == null || words.isEmpty()) {
            return;
        }
        office.tasks()
                .<ModelTrial.Preview>run(
                        PREVIEW,
                        "Masking a question",
                        (job, progress) -> trial.preview(with, words),
                        this::show,
                        e -> {
                            masked.getChildren().clear();
                            bytes.clear();
                            request.setText(String.valueOf(e.getMessage()));
                        });
    }

    private void show(ModelTrial.Preview preview) {
        switch (preview) {
            case ModelTrial.Preview.Nothing(Trouble why) -> {
                masked.getChildren().setAll(new Label(sentence(why.words())));
                request.setText("");
                bytes.clear();
            }
            case ModelTrial.Preview.Request(
                            Connection to,
                            Outgoing out,
                            Optional<Door.Reason> closed) -> {
                masked.getChildren().setAll(marked(out.text()));
                request.setText(
                        out.method()
                                + " "
                                + out.uri()
                                + " · "
                                + out.body().length
                                + " bytes"
                                + closed.map(c ->
                                                " · would not be sent: "
                                                        + c.name()
                                                                .toLowerCase(Locale.ROOT)
                                                                .replace('_', ' '))
                                        .orElse(""));
                bytes.setText(out.text());
            }
        }
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    /// The question's words as they stand in the bytes, masks as tags.
    private static List<Node> marked(String body) {
        int from = body.lastIndexOf(QUESTION);
        if (from < 0) {
            return List.of();
        }
        String rest = body.substring(from + QUESTION.length());
        int end = rest.indexOf('"');
        String text = end < 0 ? rest : rest.substring(0, end);
        var parts = new ArrayList<Node>();
        Matcher mask = MASK.matcher(text);
        int at = 0;
        while (mask.find()) {
            plain(text.substring(at, mask.start()), parts);
            Label tag = new Label(mask.group());
            tag.getStyleClass().addAll("tag", "warn-tag");
            parts.add(tag);
            at = mask.end();
        }
        plain(text.substring(at), parts);
        return parts;
    }

    private static void plain(String text, List<Node> parts) {
        for (String word : text.strip().split("\\s+")) {
            if (!word.isEmpty()) {
                parts.add(new Label(word));
            }
        }
    }
}
