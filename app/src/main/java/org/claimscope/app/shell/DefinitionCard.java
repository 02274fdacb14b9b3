package org.claimscope.app.shell;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.app.present.Shapes;
import org.claimscope.charts.format.Figures;
import org.claimscope.data.catalog.Kpi;

/// What a measure is: its equation, what counts and what does not, which date, whose definition.
public final class DefinitionCard extends VBox {
    private static final double WIDE = 380;

    public DefinitionCard(Kpi kpi) {
        Kpi.Definition d = kpi.definition();
        getStyleClass().add("definition");
        setPrefWidth(WIDE);
        Label name = new Label(d.label());
        name.getStyleClass().add("card-title");
        Label version = new Label(kpi.id() + " · version " + d.version());
        version.getStyleClass().addAll("caption", "second");
        getChildren().addAll(name, version, equation(d.equation()), facts(d));
    }

    /// A quotient is written as one.
    private static Region equation(String equation) {
        int over = equation.indexOf(" ÷ ");
        if (over < 0) {
            Label one = new Label(equation);
            one.getStyleClass().add("medium");
            one.setWrapText(true);
            return one;
        }
        Label top = new Label(equation.substring(0, over));
        Label bottom = new Label(equation.substring(over + 3));
        Region line = new Region();
        line.getStyleClass().add("fraction");
        for (Label side : new Label[] {top, bottom}) {
            side.getStyleClass().add("medium");
            side.setWrapText(true);
        }
        VBox fraction = new VBox(top, line, bottom);
        fraction.getStyleClass().add("fraction-box");
        return fraction;
    }

    private static GridPane facts(Kpi.Definition d) {
        GridPane facts = new GridPane(12, 4);
        ColumnConstraints names = new ColumnConstraints(76);
        facts.getColumnConstraints().add(names);
        row(facts, "Counted", d.includes());
        row(facts, "Left out", d.excludes());
        row(facts, "Date", date(d));
        row(facts, "When n/a", d.noValue());
        d.caveat().ifPresent(c -> row(facts, "Mind", c.full()));
        d.target()
                .ifPresent(t ->
                        row(
                                facts,
                                "Target",
                                Figures.target(Shapes.unit(d.unit()), Shapes.target(t))
                                        + " ("
                                        + t.source()
                                        + ")"));
        row(facts, "Also called", String.join(", ", d.synonyms()));
        row(facts, "Source", d.source());
        return facts;
    }

    private static String date(Kpi.Definition d) {
        return d.numerator().role().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void row(GridPane facts, String name, String words) {
        if (words.isBlank()) {
            return;
        }
        Label label = new Label(name);
        label.getStyleClass().add("second");
        Label text = new Label(words);
        text.setWrapText(true);
        facts.addRow(facts.getRowCount(), label, text);
    }
}
