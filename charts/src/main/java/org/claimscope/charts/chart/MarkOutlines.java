package org.claimscope.charts.chart;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Token;
import org.jspecify.annotations.Nullable;

/// The outlines over a chart: around what is selected, over what is being swept, and around the
/// mark the keys are at. Nodes of their own, so that walking through a chart never repaints it; the
/// pointer goes through them.
final class MarkOutlines extends Group {
    private static final double WEIGHT = 2;
    // Strong enough to be seen over a full column, weak enough to read through.
    private static final double SWEPT = 0.16;

    MarkOutlines() {
        setMouseTransparent(true);
        setManaged(false);
    }

    void show(
            ChartPalette palette,
            List<Pen.Mark> marks,
            List<String> selected,
            Pen.@Nullable Mark focused,
            List<Pen.Mark> swept) {
        getChildren().clear();
        Color accent = palette.color(Token.ACCENT);
        if (selected.contains("")) {
            List<Pen.Mark> row = marks.stream().filter(mark -> isPartOf(mark, selected)).toList();
            if (!row.isEmpty()) {
                getChildren().add(around(row, accent));
            }
        } else if (!selected.isEmpty()) {
            marks.stream()
                    .filter(mark -> mark.members().equals(selected))
                    .forEach(mark -> getChildren().add(around(List.of(mark), accent)));
        }
        if (!swept.isEmpty()) {
            Rectangle over = around(swept, accent);
            over.setId("mark-sweep");
            over.setFill(accent.deriveColor(0, 1, 1, SWEPT));
            over.setStrokeWidth(1);
            getChildren().add(over);
        }
        if (focused != null) {
            Rectangle outline = around(List.of(focused), accent);
            outline.setId("mark-focus");
            getChildren().add(outline);
        }
    }

    /// A mark that is itself named by a wildcard, such as a row's name, is not among the parts.
    private static boolean isPartOf(Pen.Mark mark, List<String> selected) {
        List<String> members = mark.members();
        if (members.size() != selected.size() || members.contains("")) {
            return false;
        }
        for (int i = 0; i < members.size(); i++) {
            if (!selected.get(i).isEmpty() && !selected.get(i).equals(members.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Rectangle around(List<Pen.Mark> marks, Color color) {
        double left = marks.stream().mapToDouble(Pen.Mark::left).min().orElse(0);
        double top = marks.stream().mapToDouble(Pen.Mark::top).min().orElse(0);
        double right = marks.stream().mapToDouble(Pen.Mark::right).max().orElse(0);
        double bottom = marks.stream().mapToDouble(Pen.Mark::bottom).max().orElse(0);
        // A mark may be thinner than its outline; then the outline stands around it.
        double wide = Math.max(right - left, 3 * WEIGHT);
        double tall = Math.max(bottom - top, 3 * WEIGHT);
        Rectangle outline =
                new Rectangle(
                        Math.rint((left + right - wide) / 2),
                        Math.rint((top + bottom - tall) / 2),
                        Math.rint(wide),
                        Math.rint(tall));
        outline.setFill(Color.TRANSPARENT);
        outline.setStroke(color);
        outline.setStrokeWidth(WEIGHT);
        outline.setStrokeType(StrokeType.INSIDE);
        return outline;
    }
}
