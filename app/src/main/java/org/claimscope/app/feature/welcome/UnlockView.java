package org.claimscope.app.feature.welcome;

import java.util.Arrays;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Stands over everything while a workspace is locked, or asks for the passphrase of one that is to
/// be opened or made.
public final class UnlockView extends StackPane {
    private static final double WIDE = 380;

    private final PasswordField first = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final Label words = new Label();
    private final Button go;

    /// What is asked for.
    public enum Kind {
        /// A workspace without a passphrase: one click.
        SAMPLE,
        PASSPHRASE,
        /// A new workspace: the passphrase twice.
        NEW
    }

    /// @param name of the workspace
    /// @param unlock gets the passphrase, empty for none, and wipes it
    public UnlockView(Kind kind, String name, Consumer<char[]> unlock, Runnable other) {
        getStyleClass().add("welcome");
        Label title =
                new Label(
                        kind == Kind.NEW ? "New encrypted workspace" : "Locked: " + name,
                        new FontIcon("fth-lock"));
        title.getStyleClass().add("page-title");
        Label note =
                new Label(
                        switch (kind) {
                            case SAMPLE -> "Synthetic data; it needs no passphrase.";
                            case PASSPHRASE -> "The keys are wiped from memory until you unlock.";
                            case NEW ->
                                    "The passphrase encrypts everything in "
                                            + name
                                            + ". Nobody can recover it.";
                        });
        note.getStyleClass().add("second");
        note.setWrapText(true);
        first.setPromptText("Passphrase");
        first.setId("passphrase");
        again.setPromptText("Again");
        go = new Button(kind == Kind.NEW ? "Create" : "Unlock");
        go.getStyleClass().add("accent");
        go.setId("unlock");
        go.setDefaultButton(true);
        Button elsewhere = new Button("Another workspace");
        elsewhere.getStyleClass().setAll("link-button");
        elsewhere.setOnAction(click -> other.run());
        VBox box = new VBox(12, title, note);
        if (kind != Kind.SAMPLE) {
            box.getChildren().add(first);
        }
        if (kind == Kind.NEW) {
            box.getChildren().add(again);
        }
        words.setWrapText(true);
        words.getStyleClass().add("warns");
        HBox buttons = new HBox(12, go, elsewhere);
        buttons.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().addAll(buttons, words);
        box.setMaxSize(WIDE, Region.USE_PREF_SIZE);
        getChildren().add(box);
        go.setOnAction(click -> {
            if (kind == Kind.NEW && !first.getText().equals(again.getText())) {
                failed("The two passphrases differ.");
                return;
            }
            if (kind != Kind.SAMPLE && first.getText().isEmpty()) {
                failed("A passphrase is needed.");
                return;
            }
            char[] typed = first.getText().toCharArray();
            first.clear();
            again.clear();
            go.setDisable(true);
            words.setText("");
            unlock.accept(Arrays.copyOf(typed, typed.length));
            Arrays.fill(typed, '\0');
        });
    }

    /// Says what is being done; nothing can be unlocked meanwhile.
    public void busy(String sentence) {
        words.setText(sentence);
        go.setDisable(true);
    }

    public void ready() {
        words.setText("");
        go.setDisable(false);
        requestFocus();
    }

    public void failed(String sentence) {
        words.setText(sentence);
        go.setDisable(false);
        first.requestFocus();
    }

    @Override
    public void requestFocus() {
        if (first.getParent() != null) {
            first.requestFocus();
        } else {
            go.requestFocus();
        }
    }
}
