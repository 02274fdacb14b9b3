package org.claimscope.app.feature.ask;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The line that is asked on: Enter asks, Up brings the last question back, Esc or the button ends
/// a question that is being answered.
final class AskLine extends HBox {
    private final TextField field = new TextField();
    private final Button go = new Button("Ask");
    private final Consumer<String> ask;
    private final Runnable stop;
    private final Supplier<String> last;
    private boolean asking;

    /// @param last the newest question; empty for none
    AskLine(Consumer<String> ask, Runnable stop, Supplier<String> last) {
        super(8);
        this.ask = ask;
        this.stop = stop;
        this.last = last;
        field.setPromptText("Ask about money, claims, denials, payers, providers …");
        field.setId("question");
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setOnKeyPressed(this::pressed);
        go.setId("ask-go");
        go.getStyleClass().addAll("accent", "small-button");
        go.setMinWidth(USE_PREF_SIZE);
        go.setOnAction(_ -> {
            if (asking) {
                stop.run();
            } else {
                ask.accept(field.getText());
            }
        });
        getChildren().addAll(field, go);
        getStyleClass().add("ask-line");
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            ask.accept(field.getText());
        } else if (key.getCode() == KeyCode.ESCAPE && asking) {
            stop.run();
            key.consume();
        } else if (key.getCode() == KeyCode.UP && !last.get().isEmpty()) {
            field.setText(last.get());
            field.end();
        }
    }

    /// Whether a question is being answered.
    void busy(boolean now) {
        asking = now;
        go.setText(now ? "Cancel" : "Ask");
    }

    void clear() {
        field.clear();
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }
}
