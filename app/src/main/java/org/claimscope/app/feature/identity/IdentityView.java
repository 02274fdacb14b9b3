package org.claimscope.app.feature.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.claimscope.app.feature.identity.IdentityPage.Compared;
import org.claimscope.app.feature.identity.IdentityPage.Line;
import org.claimscope.app.feature.identity.IdentityPage.Merge;
import org.claimscope.app.feature.identity.IdentityPage.Pair;
import org.claimscope.app.feature.identity.IdentityPage.Side;
import org.claimscope.app.feature.identity.IdentityPage.Verdict;
import org.claimscope.app.widget.Beside;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.EmptyState;
import org.claimscope.app.widget.Page;
import org.claimscope.app.widget.PageHeader;
import org.claimscope.data.identity.Candidate;
import org.kordamp.ikonli.javafx.FontIcon;

/// Draws the identity page: the pairs at the left, the chosen one side by side at the right.
public final class IdentityView {
    private static final double LIKELY = 76;
    private static final double DIFFERENT = 150;
    private static final double VISITS = 48;
    private static final int LEAST_REASON = 3;

    private IdentityView() {}

    /// What the reader can do here; answers come back on the JavaFX thread.
    public interface Acts {
        /// @param reason for showing both in full; empty to keep them masked
        void compare(Candidate pair, Optional<String> reason, Consumer<Compared> shown);

        /// @param exchanged whether the number stays that less is known of
        void merge(Compared pair, boolean exchanged, String reason);

        void apart(Candidate pair, String reason);

        void takeBack(Merge merge);
    }

    public static Region of(IdentityPage page, Acts acts) {
        VBox detail = new VBox();
        page.first().ifPresent(c -> detail.getChildren().setAll(detail(c, detail, acts)));
        Card pairs =
                Card.of(
                        "Numbers that may be one patient",
                        "nothing is merged before somebody says so",
                        page.pairs().isEmpty()
                                ? new EmptyState(
                                        "Nobody seems to be here twice",
                                        "Pairs that share what few people share wait here.")
                                : list(page.pairs(), detail, acts));
        Card merged =
                Card.of(
                        "Merged here",
                        "taking one back leaves both as they were",
                        merges(page.merges(), acts));
        merged.setMinHeight(84);
        merged.setMaxHeight(84);
        VBox left = new VBox(8, pairs, merged);
        VBox.setVgrow(pairs, Priority.ALWAYS);
        Card compared = Card.of("Side by side", "masked until you give a reason", detail);
        return new Page()
                .fixed(new PageHeader("Identity", page.covers(), List.of()))
                .growing(new Beside(left, compared, 0.5, 480));
    }

    private static Region list(List<Pair> pairs, VBox detail, Acts acts) {
        ListView<Pair> list = new ListView<>(FXCollections.observableArrayList(pairs));
        list.setId("pairs");
        list.setFixedCellSize(24);
        list.setCellFactory(view -> new PairCell());
        list.setAccessibleText("Pairs of numbers that may be one patient");
        list.getSelectionModel().selectFirst();
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((seen, before, pair) -> {
                    if (pair != null) {
                        acts.compare(
                                pair.candidate(),
                                Optional.empty(),
                                c -> detail.getChildren().setAll(detail(c, detail, acts)));
                    }
                });
        HBox header = columns(label("Likely"), label("Same"), label("Different"), label("Visits"));
        header.getStyleClass().add("held-header");
        VBox.setVgrow(list, Priority.ALWAYS);
        return new VBox(header, list);
    }

    private static List<Node> detail(Compared pair, VBox detail, Acts acts) {
        TextField reason = new TextField();
        reason.setPromptText("Reason, for the audit log");
        reason.setId("identity-reason");
        HBox.setHgrow(reason, Priority.ALWAYS);
        Button full = button("Show in full", "fth-eye", "identity-full");
        full.setOnAction(click ->
                acts.compare(
                        pair.candidate(),
                        Optional.of(reason.getText().strip()),
                        c -> detail.getChildren().setAll(detail(c, detail, acts))));
        Button apart = button("Two people", "fth-user-x", "identity-apart");
        apart.setOnAction(click -> acts.apart(pair.candidate(), reason.getText().strip()));
        Button other = button("Keep " + pair.goes().number(), "fth-user-check", "identity-other");
        other.setOnAction(click -> acts.merge(pair, true, reason.getText().strip()));
        Button keep = button("Keep " + pair.stays().number(), "fth-user-check", "identity-keep");
        keep.getStyleClass().add("accent");
        keep.setOnAction(click -> acts.merge(pair, false, reason.getText().strip()));
        List<Button> acting = List.of(full, apart, other, keep);
        acting.forEach(b -> b.setDisable(true));
        reason.textProperty()
                .addListener((seen, before, text) ->
                        acting.forEach(b -> b.setDisable(text.strip().length() < LEAST_REASON)));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label one = second("One patient:");
        HBox why = new HBox(8, reason, full);
        HBox decide = new HBox(8, apart, gap, one, other, keep);
        why.getStyleClass().add("form-line");
        decide.getStyleClass().add("form-line");
        Label note =
                second(
                        "Visits, claims and money of both count for the number that stays. Both stay as they came.");
        note.setWrapText(true);
        note.getStyleClass().add("panel-line");
        return List.of(sides(pair), why, decide, note);
    }

    private static GridPane sides(Compared pair) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("panel-line");
        grid.setHgap(12);
        grid.setVgap(6);
        ColumnConstraints mark = new ColumnConstraints(140);
        // Equal shares of what the fixed columns leave.
        ColumnConstraints value = new ColumnConstraints(0, 100, Double.MAX_VALUE);
        value.setHgrow(Priority.ALWAYS);
        ColumnConstraints verdict = new ColumnConstraints(84);
        verdict.setHalignment(HPos.LEFT);
        grid.getColumnConstraints().setAll(mark, value, value, verdict);
        grid.addRow(0, second("Number"), side(pair.stays()), side(pair.goes()), new Label());
        int row = 1;
        for (Line line : pair.lines()) {
            grid.addRow(
                    row++,
                    second(line.mark()),
                    value(line.stays(), line.verdict()),
                    value(line.goes(), line.verdict()),
                    verdict(line.verdict()));
        }
        return grid;
    }

    private static Node side(Side side) {
        Label number = new Label(side.number());
        number.getStyleClass().add("medium");
        return new VBox(number, second(side.visits()));
    }

    private static Label value(String text, Verdict verdict) {
        Label label = label(text);
        label.setTooltip(new Tooltip(text));
        if (verdict == Verdict.DIFFERENT) {
            label.getStyleClass().add("warns");
        }
        return label;
    }

    /// In words: colour alone says nothing to some.
    private static Label verdict(Verdict verdict) {
        return switch (verdict) {
            case SAME -> new Label("same", new FontIcon("fth-check"));
            case ALIKE -> new Label("alike", new FontIcon("fth-more-horizontal"));
            case DIFFERENT -> {
                Label label = new Label("different", new FontIcon("fth-x"));
                label.getStyleClass().add("warns");
                yield label;
            }
            case NOT_TOLD -> second("not told");
        };
    }

    private static Region merges(List<Merge> merges, Acts acts) {
        if (merges.isEmpty()) {
            Label none = second("No merge was decided here.");
            none.getStyleClass().add("panel-line");
            return none;
        }
        ComboBox<Merge> which = new ComboBox<>(FXCollections.observableArrayList(merges));
        which.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Merge merge) {
                        return merge == null ? "" : merge.words();
                    }

                    @Override
                    public Merge fromString(String text) {
                        return merges.getFirst();
                    }
                });
        which.getSelectionModel().selectFirst();
        which.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(which, Priority.ALWAYS);
        Button back = button("Take back", "fth-corner-up-left", "identity-back");
        back.setOnAction(click -> {
            back.setDisable(true);
            acts.takeBack(which.getSelectionModel().getSelectedItem());
        });
        HBox line = new HBox(8, which, back);
        line.getStyleClass().add("form-line");
        return line;
    }

    private static Button button(String words, String icon, String id) {
        Button button = new Button(words, new FontIcon(icon));
        button.getStyleClass().add("small-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId(id);
        return button;
    }

    private static Label label(String words) {
        Label label = new Label(words);
        label.setMinWidth(0);
        return label;
    }

    private static Label second(String words) {
        Label label = label(words);
        label.getStyleClass().addAll("caption", "second");
        return label;
    }

    private static HBox columns(Label likely, Label same, Label different, Label visits) {
        likely.setMinWidth(LIKELY);
        likely.setMaxWidth(LIKELY);
        same.setPrefWidth(0);
        same.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(same, Priority.ALWAYS);
        different.setMinWidth(DIFFERENT);
        different.setMaxWidth(DIFFERENT);
        visits.setMinWidth(VISITS);
        visits.setMaxWidth(VISITS);
        HBox row = new HBox(8, likely, same, different, visits);
        row.getStyleClass().add("held-row");
        return row;
    }

    private static final class PairCell extends ListCell<Pair> {
        @Override
        protected void updateItem(Pair pair, boolean empty) {
            super.updateItem(pair, empty);
            if (empty || pair == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var said = new ArrayList<String>(List.of(pair.likely(), "same " + pair.same()));
            if (!pair.different().isEmpty()) {
                said.add("different " + pair.different());
            }
            setAccessibleText(String.join(", ", said));
            setGraphic(
                    columns(
                            label(pair.likely()),
                            label(pair.same()),
                            label(pair.different()),
                            label(pair.visits())));
        }
    }
}
