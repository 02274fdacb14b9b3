package org.claimscope.app.shell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.claimscope.app.present.PageContext;
import org.claimscope.charts.format.MonthNames;
import org.claimscope.charts.shape.TimeNote;
import org.kordamp.ikonli.javafx.FontIcon;

/// The notes of a month in a small window: read, take away, write another.
final class NoteCard extends VBox {
    private static final int LONGEST = 200;

    NoteCard(
            LocalDate day,
            List<TimeNote> notes,
            Consumer<TimeNote> add,
            Consumer<TimeNote> remove,
            Runnable hide) {
        super(8);
        setId("day-notes");
        Label title = new Label("Notes, " + MonthNames.full(YearMonth.from(day)));
        title.getStyleClass().add("card-title");
        getChildren().add(title);
        for (TimeNote note : notes) {
            Label words = new Label(PageContext.day(note.day()) + ": " + note.words());
            words.setWrapText(true);
            HBox.setHgrow(words, Priority.ALWAYS);
            Button away = new Button("", new FontIcon("fth-x"));
            away.getStyleClass().setAll("icon-button", "small");
            away.setTooltip(new Tooltip("Take this note away"));
            away.setAccessibleText("Take away: " + note.words());
            HBox row = new HBox(4, words, away);
            away.setOnAction(click -> {
                remove.accept(note);
                getChildren().remove(row);
            });
            getChildren().add(row);
        }
        DatePicker when = new DatePicker(day);
        when.setAccessibleText("Day of the note");
        TextField words = new TextField();
        words.setId("note-words");
        words.setPromptText("What happened, in up to " + LONGEST + " characters");
        words.setAccessibleText("What happened");
        Button save = new Button("Note");
        save.setId("note-save");
        save.setMinWidth(USE_PREF_SIZE);
        save.getStyleClass().addAll("accent", "small-button");
        save.setDefaultButton(true);
        save.disableProperty()
                .bind(words.textProperty().map(text -> text.isBlank() || text.length() > LONGEST));
        save.setOnAction(click -> {
            Optional<LocalDate> on = typed(when);
            if (on.isPresent()) {
                hide.run();
                add.accept(new TimeNote(on.get(), words.getText().strip()));
            } else {
                when.requestFocus();
                when.getEditor().selectAll();
            }
        });
        HBox.setHgrow(words, Priority.ALWAYS);
        Label seen = new Label("Seen in all lines by month and in rates by week.");
        seen.getStyleClass().addAll("caption", "second");
        getChildren().addAll(when, new HBox(8, words, save), seen);
        // What most people want is to write: the window gives the keys to the first thing.
        sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        Platform.runLater(words::requestFocus);
                    }
                });
    }

    /// What stands in the field, also where it was typed and not yet confirmed; empty for no date.
    private static Optional<LocalDate> typed(DatePicker field) {
        try {
            return Optional.ofNullable(
                    field.getConverter().fromString(field.getEditor().getText()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
