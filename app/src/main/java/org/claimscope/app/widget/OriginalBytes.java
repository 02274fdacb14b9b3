package org.claimscope.app.widget;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.app.present.Sent;

/// A record as it was sent, between what stands around it. It may identify a person: nothing is
/// shown before somebody gives a reason.
public final class OriginalBytes extends VBox {
    private static final int LEAST_REASON = 3;

    private final HBox ask;
    private Sent shown = new Sent("", "", "");

    /// @param reveal gets the reason, and where the record goes
    public OriginalBytes(Desk desk, BiConsumer<String, Consumer<Sent>> reveal) {
        super(8);
        getStyleClass().add("panel-line");
        TextField reason = new TextField();
        reason.setPromptText("Reason, for the audit log");
        reason.setId("bytes-reason");
        HBox.setHgrow(reason, Priority.ALWAYS);
        Button go = new Button("Show original bytes");
        go.getStyleClass().add("small-button");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setDisable(true);
        reason.textProperty()
                .addListener((seen, before, text) ->
                        go.setDisable(text.strip().length() < LEAST_REASON));
        go.setOnAction(click -> reveal.accept(reason.getText().strip(), sent -> show(sent, desk)));
        reason.setOnAction(enter -> {
            if (!go.isDisabled()) {
                go.fire();
            }
        });
        ask = new HBox(8, reason, go);
        getChildren().add(ask);
    }

    private void show(Sent sent, Desk desk) {
        shown = sent;
        VBox text = new VBox();
        text.getStyleClass().add("bytes-box");
        if (sent.record().isEmpty()) {
            text.getChildren()
                    .add(
                            words(
                                    "The delivery does not have the record: that it is missing was the news.",
                                    "second"));
        } else {
            add(text, sent.before(), "bytes-around");
            add(text, sent.record(), "bytes-record");
            add(text, sent.after(), "bytes-around");
        }
        Button copy = new Button("Copy");
        copy.getStyleClass().add("small-button");
        copy.setOnAction(click -> desk.copy("the original bytes", sent.text()));
        getChildren().setAll(ask, text, copy);
    }

    /// What is shown; empty before somebody gave a reason.
    public Sent shown() {
        return shown;
    }

    private static void add(VBox box, String text, String style) {
        if (!text.isEmpty()) {
            box.getChildren().add(words(text, style));
        }
    }

    private static Node words(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().addAll("bytes", style);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
