package org.claimscope.app.feature.boards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.claimscope.app.feature.boards.BoardPage.Offer;
import org.claimscope.app.feature.boards.BoardPage.Split;
import org.claimscope.app.widget.Redraw;
import org.controlsfx.control.SearchableComboBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The line in which a new part is put together, read as a sentence: add *members, ranked* of
/// *denied dollars* by *payer*.
final class PartForm extends FlowPane implements Redraw.Kept {
    private static final Split NONE = new Split("", "–");

    private final ComboBox<Look> look = new ComboBox<>();
    private final SearchableComboBox<Offer> measure = new SearchableComboBox<>();
    private final ComboBox<Split> by = new ComboBox<>();
    private final ComboBox<Split> then = new ComboBox<>();
    private final Label byWord = new Label("by");
    private final Label thenWord = new Label("and");
    private final Button add = new Button("Add", new FontIcon("fth-plus"));

    PartForm(List<Offer> offered, Consumer<Part> added) {
        super(8, 4);
        getStyleClass().addAll("card-frame", "form-line");
        look.getItems().setAll(Look.values());
        look.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Look value) {
                        return value == null ? "" : value.words();
                    }

                    @Override
                    public Look fromString(String words) {
                        return Look.valueOf(words);
                    }
                });
        look.setValue(Look.BARS);
        look.setId("part-look");
        look.setAccessibleText("How it is shown");
        measure.getItems().setAll(offered);
        measure.setValue(offered.getFirst());
        measure.setId("part-measure");
        measure.setPrefWidth(220);
        measure.setAccessibleText("Measure");
        by.setId("part-by");
        by.setAccessibleText("Split by");
        then.setAccessibleText("and by");
        add.setId("part-add");
        add.getStyleClass().addAll("small-button", "accent");
        add.setOnAction(click -> chosen().ifPresent(added));
        look.valueProperty().addListener((seen, before, now) -> choices());
        measure.valueProperty().addListener((seen, before, now) -> choices());
        by.valueProperty().addListener((seen, before, now) -> ready());
        then.valueProperty().addListener((seen, before, now) -> ready());
        getChildren()
                .addAll(
                        new Label("Add"),
                        look,
                        new Label("of"),
                        measure,
                        byWord,
                        by,
                        thenWord,
                        then);
        getChildren().add(add);
        choices();
    }

    @Override
    public boolean standsFor(Node fresh) {
        return true;
    }

    /// What a measure cannot be split by is not offered.
    private void choices() {
        Look now = look.getValue();
        Offer of = measure.getValue();
        if (of == null) {
            ready();
            return;
        }
        choice(by, byWord, of, now.leastSplits() > 0, now.mostSplits() > 0);
        choice(then, thenWord, of, now.leastSplits() > 1, now.mostSplits() > 1);
        ready();
    }

    private static void choice(
            ComboBox<Split> box, Label word, Offer of, boolean must, boolean may) {
        Split before = box.getValue();
        box.getItems().clear();
        if (!must) {
            box.getItems().add(NONE);
        }
        box.getItems().addAll(of.splits());
        box.setValue(
                before != null && box.getItems().contains(before)
                        ? before
                        : box.getItems().isEmpty() ? null : box.getItems().getFirst());
        for (var node : List.of(box, word)) {
            node.setVisible(may);
            node.setManaged(may);
        }
    }

    private void ready() {
        add.setDisable(chosen().isEmpty());
    }

    private Optional<Part> chosen() {
        Look how = look.getValue();
        Offer of = measure.getValue();
        if (of == null) {
            return Optional.empty();
        }
        var splits = new ArrayList<String>();
        for (ComboBox<Split> box : List.of(by, then)) {
            Split value = box.getValue();
            if (box.isManaged() && value != null && !value.id().isEmpty()) {
                splits.add(value.id());
            }
        }
        boolean twice = splits.size() == 2 && splits.getFirst().equals(splits.getLast());
        if (twice || splits.size() < how.leastSplits() || splits.size() > how.mostSplits()) {
            return Optional.empty();
        }
        int height = how == Look.TILE ? how.leastHeight() : how.leastHeight() + 2;
        int width = how == Look.TILE ? how.leastWidth() : Spot.COLUMNS / 2;
        return Optional.of(
                new Part(
                        how,
                        title(how, of, splits),
                        List.of(of.measure()),
                        splits,
                        List.of(),
                        0,
                        new Spot(0, 0, width, height)));
    }

    private String title(Look how, Offer of, List<String> splits) {
        return switch (how) {
            case TILE -> "";
            case VARIANTS -> lower(of.label()) + " and its variants";
            case DEFINITION -> "What " + lower(of.label()) + " is";
            case CHANGE -> "What changed in " + lower(of.label());
            case CALENDAR -> of.label() + " by day";
            case LINE, LINES, BARS, STACK, MATRIX, TABLE -> {
                var names = new ArrayList<String>();
                for (String id : splits) {
                    of.splits().stream()
                            .filter(s -> s.id().equals(id))
                            .forEach(s -> names.add(lower(s.label())));
                }
                yield names.isEmpty()
                        ? of.label() + " by month"
                        : of.label() + " by " + String.join(" and ", names);
            }
        };
    }

    /// "Net payments" inside a sentence; "A/R balance" stays.
    private static String lower(String label) {
        return label.length() > 1 && Character.isLowerCase(label.charAt(1))
                ? Character.toLowerCase(label.charAt(0)) + label.substring(1)
                : label;
    }
}
