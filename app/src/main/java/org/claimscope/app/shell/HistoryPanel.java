package org.claimscope.app.shell;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.app.present.ErrorWords;
import org.claimscope.app.present.RecordHistory;
import org.claimscope.app.present.RecordHistory.Line;
import org.claimscope.app.present.RecordHistory.Step;
import org.claimscope.app.present.Sent;
import org.claimscope.app.widget.EmptyState;
import org.claimscope.app.widget.OriginalBytes;
import org.claimscope.data.model.Entity;

/// The past of a record in the side panel: from which day on it was what, who told it, and the
/// bytes that told it.
final class HistoryPanel {
    private static final double FIELD = 132;

    private final Office office;

    HistoryPanel(Office office) {
        this.office = office;
    }

    /// @param key `source/id`
    void open(Entity entity, String key, String title) {
        Label wait = new Label("Looking for its past …");
        wait.getStyleClass().addAll("second", "panel-line");
        office.aside(title, "history", wait);
        office.tasks()
                .run(
                        "drill",
                        "History of " + title,
                        (job, progress) ->
                                RecordHistory.of(
                                        entity, office.core().lineage().history(entity, key)),
                        found -> office.aside(title, words(found), drawn(found)),
                        e -> {
                            ErrorWords words = ErrorWords.of(e);
                            office.aside(
                                    title, "history", new EmptyState(words.title(), words.next()));
                        });
    }

    private static String words(RecordHistory history) {
        int versions = history.steps().size();
        return versions == 1 ? "one version" : versions + " versions, newest first";
    }

    private Node drawn(RecordHistory history) {
        VBox all = new VBox();
        history.steps().forEach(step -> all.getChildren().add(step(step)));
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("panel-scroll");
        scroll.setId("history");
        return scroll;
    }

    private VBox step(Step step) {
        Label when = new Label(step.when());
        when.getStyleClass().add("panel-section");
        when.setMaxWidth(Double.MAX_VALUE);
        VBox box = new VBox(when);
        if (step.lines().isEmpty()) {
            Label same = new Label("Nothing that it tells changed.");
            same.getStyleClass().addAll("caption", "second", "panel-row");
            box.getChildren().add(same);
        }
        step.lines().forEach(line -> box.getChildren().add(line(line)));
        Label from = new Label(step.from());
        from.getStyleClass().addAll("caption", "second");
        from.setMinWidth(0);
        from.setTooltip(new Tooltip(step.from() + ", received " + step.received()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button bytes = new Button("Bytes…");
        bytes.getStyleClass().add("small-button");
        bytes.setMinWidth(Region.USE_PREF_SIZE);
        HBox source = new HBox(8, from, gap, bytes);
        source.getStyleClass().add("panel-row");
        box.getChildren().add(source);
        bytes.setOnAction(click -> {
            bytes.setDisable(true);
            var original =
                    new OriginalBytes(office, (reason, shown) -> reveal(step, reason, shown));
            box.getChildren().add(original);
            original.lookup("#bytes-reason").requestFocus();
        });
        return box;
    }

    private void reveal(Step step, String reason, Consumer<Sent> shown) {
        office.act(
                "drill",
                "Original bytes",
                () -> Sent.of(office.core().lineage().bytes(step.origin(), reason)),
                shown);
    }

    private static HBox line(Line line) {
        Label field = new Label(line.field());
        field.getStyleClass().addAll("caption", "second");
        field.setMinWidth(FIELD);
        field.setMaxWidth(FIELD);
        Label value = new Label(line.words());
        value.setMinWidth(0);
        value.setTooltip(new Tooltip(line.words()));
        HBox row = new HBox(8, field, value);
        row.getStyleClass().add("panel-row");
        return row;
    }
}
