package org.claimscope.app.widget;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Single;
import org.claimscope.charts.shape.Target;

/// The first line of a page: its name, what it covers, and how many of its measures are outside
/// target.
public final class PageHeader extends HBox {
    private final String title;
    private final String covers;

    /// @param covers the period, the comparison and how much was counted
    public PageHeader(String title, String covers, List<Single> measures) {
        this.title = title;
        this.covers = covers;
        getStyleClass().add("page-header");
        Label name = new Label(title);
        name.getStyleClass().add("page-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label scope = new Label(covers);
        scope.getStyleClass().add("second");
        scope.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(name, scope, gap);
        String verdict = verdict(measures);
        if (!verdict.isEmpty()) {
            Label words = new Label(verdict);
            words.getStyleClass().add("second");
            words.setMinWidth(Region.USE_PREF_SIZE);
            if (outside(measures) > 0) {
                Polygon mark = new Polygon(0, 0, 8, 0, 4, 7);
                mark.getStyleClass().add("warn-mark");
                words.setGraphic(mark);
            }
            getChildren().add(words);
        }
    }

    public String title() {
        return title;
    }

    public String covers() {
        return covers;
    }

    /// A control at the end of the line.
    public PageHeader with(Node control) {
        getChildren().add(control);
        return this;
    }

    /// `5 of 10 measures outside target`; empty when no measure has a target.
    static String verdict(List<Single> measures) {
        long judged =
                measures.stream()
                        .filter(measure -> measure.target() != null && measure.value() != null)
                        .count();
        if (judged == 0) {
            return "";
        }
        return Figures.count(outside(measures))
                + " of "
                + Figures.count(judged)
                + (judged == 1 ? " measure" : " measures")
                + " outside target";
    }

    private static long outside(List<Single> measures) {
        return measures.stream().filter(PageHeader::isOutside).count();
    }

    private static boolean isOutside(Single measure) {
        Target target = measure.target();
        var value = measure.value();
        return target != null && value != null && !target.contains(value.doubleValue());
    }
}
