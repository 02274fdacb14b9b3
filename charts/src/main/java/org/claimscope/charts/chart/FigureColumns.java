package org.claimscope.charts.chart;

import java.util.List;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;

/// The figures right of a drawing of rows, in columns with a heading each, so that nobody needs to
/// point at a row to read it.
///
/// @param columns from left to right
record FigureColumns(List<Column> columns) {
    static final double GAP = 14;

    /// One column.
    ///
    /// @param figures one for each row that is drawn
    record Column(String heading, TypeRole role, Token ink, List<String> figures) {
        double width(Pen pen) {
            return Math.ceil(
                    Math.max(pen.widest(figures, role), pen.width(heading, TypeRole.CAPTION)));
        }
    }

    FigureColumns {
        columns = List.copyOf(columns);
    }

    /// How much of the right side they take, the gap to the drawing included.
    double width(Pen pen) {
        return columns.stream().mapToDouble(column -> column.width(pen) + GAP).sum();
    }

    void headings(Pen pen, double right, double baseline) {
        double end = right;
        for (Column column : columns.reversed()) {
            String words = column.heading();
            pen.text(words, TypeRole.CAPTION, Token.TEXT_3, end, baseline, Pen.Align.RIGHT);
            end -= column.width(pen) + GAP;
        }
    }

    void row(Pen pen, int row, double right, double baseline) {
        double end = right;
        for (Column column : columns.reversed()) {
            String figure = column.figures().get(row);
            pen.text(figure, column.role(), column.ink(), end, baseline, Pen.Align.RIGHT);
            end -= column.width(pen) + GAP;
        }
    }
}
