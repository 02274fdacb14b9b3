package org.claimscope.app.feature.ask;

import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.claimscope.nlq.explain.Why;

/// Why a question reads as it does: its words and what they became, what was taken for granted,
/// which words mean nothing by themselves, how sure the reading is.
final class WhyPane extends VBox {
    WhyPane(Why why, boolean byModel) {
        super(6);
        setId("why");
        getStyleClass().add("why");
        Label title = new Label("Why this reading");
        title.getStyleClass().add("strong");
        getChildren().add(title);
        GridPane grid = new GridPane(16, 4);
        for (Why.Part part : why.parts()) {
            line(grid, "“" + part.words() + "”", part.became());
        }
        if (why.parts().isEmpty()) {
            line(
                    grid,
                    "Words",
                    byModel
                            ? "a language model read them, masked; the chips say how"
                            : "the chips were changed by hand; they say how it reads");
        }
        if (!why.joining().isEmpty()) {
            line(grid, "Joining words", String.join(", ", why.joining()));
        }
        for (String taken : why.taken()) {
            line(grid, "Taken for granted", taken);
        }
        line(
                grid,
                "Confidence",
                String.format(Locale.US, "%.0f %%", why.confidence() * 100)
                        + (why.confidence() >= 1 && !byModel
                                ? ": every word was used as it is listed"
                                : byModel
                                        ? ": of the model's form, after the same checks"
                                        : ": some words were corrected or shortened"));
        getChildren().add(grid);
    }

    private static void line(GridPane grid, String name, String words) {
        Label left = new Label(name);
        left.getStyleClass().add("second");
        left.setMinWidth(USE_PREF_SIZE);
        Label right = new Label(words);
        right.setWrapText(true);
        right.setMinHeight(USE_PREF_SIZE);
        GridPane.setHgrow(right, Priority.ALWAYS);
        GridPane.setValignment(left, VPos.TOP);
        grid.addRow(grid.getRowCount(), left, right);
    }
}
