package org.claimscope.app.widget;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.tile.FigureTile;

/// Brings what is on screen up to a newly drawn page: equal parts stay as they are, charts and
/// texts change in place, and only what has another shape is replaced. So a live figure moves
/// without the page losing its focus, hover or scroll.
public final class Redraw {
    private Redraw() {}

    /// A node with something to it that its children do not show, such as where they are.
    public interface Shaped {
        /// Whether the children of a newly drawn one may go into this one.
        boolean sameShape(Node fresh);
    }

    /// A form: what was typed into it stays, and its parts belong together.
    public interface Kept {
        /// Whether it stands for a newly drawn one; if not, the whole of it is replaced.
        boolean standsFor(Node fresh);
    }

    /// @param old on screen
    /// @param next newly drawn by the same view, not on screen
    /// @return false when the two have different shapes and the caller must replace the whole
    public static boolean into(Node old, Node next) {
        if (old.getClass() != next.getClass()) {
            return false;
        }
        if (old instanceof Kept form) {
            return form.standsFor(next);
        }
        if (old instanceof Shaped shaped && !shaped.sameShape(next)) {
            return false;
        }
        if (old instanceof ChartView chart && next instanceof ChartView fresh) {
            chart.become(fresh);
            return true;
        }
        if (old instanceof FigureTile tile && next instanceof FigureTile fresh) {
            return into(tile.chart(), fresh.chart());
        }
        if (old instanceof DataGrid grid && next instanceof DataGrid fresh) {
            return grid.table().equals(fresh.table());
        }
        if (old instanceof RowsTable list && next instanceof RowsTable fresh) {
            return list.show(fresh);
        }
        if (old instanceof Control control && !(old instanceof Label)) {
            // A control keeps its state; another text or icon means another control.
            return control instanceof Labeled words
                    && next instanceof Labeled fresh
                    && words.getText().equals(fresh.getText())
                    && control.isDisabled() == next.isDisabled();
        }
        if (old instanceof Label label && next instanceof Label fresh) {
            if (!label.getStyleClass().equals(fresh.getStyleClass())) {
                label.getStyleClass().setAll(fresh.getStyleClass());
            }
            if (!label.getText().equals(fresh.getText())) {
                label.setText(fresh.getText());
                label.setTooltip(fresh.getTooltip());
            }
            return true;
        }
        return !(old instanceof Parent parent) || children(parent, (Parent) next);
    }

    private static boolean children(Parent old, Parent next) {
        List<Node> before = old.getChildrenUnmodifiable();
        List<Node> after = List.copyOf(next.getChildrenUnmodifiable());
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < after.size(); i++) {
            if (into(before.get(i), after.get(i))) {
                continue;
            }
            if (!(old instanceof Pane pane) || !(next instanceof Pane fresh)) {
                return false;
            }
            Node part = after.get(i);
            fresh.getChildren().remove(part);
            pane.getChildren().set(i, part);
        }
        return true;
    }
}
