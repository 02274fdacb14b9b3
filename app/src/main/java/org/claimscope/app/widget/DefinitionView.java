package org.claimscope.app.widget;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.app.present.DefinitionFacts;

/// What a measure is: its equation as a fraction, what counts and what does not, which date, whose
/// definition.
public final class DefinitionView extends VBox {
    public DefinitionView(DefinitionFacts definition) {
        getStyleClass().add("definition");
        getChildren().addAll(equation(definition.equation()), facts(definition));
        setMinWidth(0);
    }

    /// A quotient is written as one.
    private static Region equation(String equation) {
        int over = equation.indexOf(" ÷ ");
        if (over < 0) {
            return words(equation);
        }
        Region line = new Region();
        line.getStyleClass().add("fraction");
        VBox fraction =
                new VBox(
                        words(equation.substring(0, over)),
                        line,
                        words(equation.substring(over + 3)));
        fraction.getStyleClass().add("fraction-box");
        return fraction;
    }

    private static Label words(String side) {
        Label words = new Label(side);
        words.getStyleClass().add("medium");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        return words;
    }

    private static GridPane facts(DefinitionFacts definition) {
        GridPane facts = new GridPane(12, 4);
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(new ColumnConstraints(76), rest);
        for (DefinitionFacts.Fact fact : definition.facts()) {
            Label label = new Label(fact.name());
            label.getStyleClass().add("second");
            Label text = new Label(fact.words());
            text.setWrapText(true);
            text.setMinHeight(USE_PREF_SIZE);
            facts.addRow(facts.getRowCount(), label, text);
        }
        return facts;
    }
}
