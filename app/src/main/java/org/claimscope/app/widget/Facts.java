package org.claimscope.app.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The head of a record's page: what it is, one sentence about it, its facts in a row, and what can
/// be done.
public final class Facts extends VBox {
    /// @param name what it is called
    public record Fact(String name, String value) {}

    private final String title;
    private final String sentence;
    private final List<Fact> said = new ArrayList<>();
    private final HBox first;
    private final FlowPane facts = new FlowPane(24, 6);

    /// @param tag its state, beside the title
    public Facts(String title, String sentence, Node tag) {
        this.title = title;
        this.sentence = sentence;
        getStyleClass().addAll("card-frame", "facts");
        Label name = new Label(title);
        name.getStyleClass().add("page-title");
        name.setMinWidth(0);
        name.setTooltip(new Tooltip(title));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        first = new HBox(8, name, tag, gap);
        first.getStyleClass().add("facts-head");
        Label words = new Label(sentence);
        words.setWrapText(true);
        words.getStyleClass().add("second");
        getChildren().addAll(first, words, facts);
        setMinHeight(USE_PREF_SIZE);
    }

    /// @param risk whether the value is money that can be lost
    public void fact(String name, String value, boolean risk) {
        said.add(new Fact(name, value));
        Label label = new Label(name);
        label.getStyleClass().addAll("caption", "second");
        Label text = new Label(value);
        text.getStyleClass().add("medium");
        if (risk) {
            label.getStyleClass().add("at-risk");
            text.getStyleClass().add("at-risk");
        }
        text.setMaxWidth(260);
        text.setTooltip(new Tooltip(value));
        facts.getChildren().add(new VBox(label, text));
    }

    public String title() {
        return title;
    }

    public String sentence() {
        return sentence;
    }

    public List<Fact> said() {
        return List.copyOf(said);
    }

    public void act(Node action) {
        first.getChildren().add(action);
    }
}
