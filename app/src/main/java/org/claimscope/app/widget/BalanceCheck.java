package org.claimscope.app.widget;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Shape;

/// A sum that must come out.
///
/// @param name what is summed, such as `Lines`
/// @param words the sum, or how many do not come out
/// @param off by how much it does not, as ledgers write it
public record BalanceCheck(String name, String words, boolean holds, String off) {
    /// A shape and a word first: color says nothing that they do not.
    public Node drawn() {
        Shape mark = holds ? new Circle(4) : new Polygon(0, 8, 9, 8, 4.5, 0);
        mark.getStyleClass().add(holds ? "fine" : "warn-mark");
        Label title = new Label(name, mark);
        title.getStyleClass().add("strong");
        title.setMinWidth(84);
        Label state = new Label(holds ? "balances" : "off by " + off);
        state.getStyleClass().add(holds ? "second" : "warn-words");
        state.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label sum = new Label(words);
        sum.setWrapText(true);
        sum.getStyleClass().addAll("caption", "second", "check-words");
        VBox both = new VBox(new HBox(title, gap, state), sum);
        both.getStyleClass().add("panel-check");
        both.setAccessibleText(
                name.toLowerCase(Locale.ROOT) + " " + state.getText() + ": " + words);
        return both;
    }
}
