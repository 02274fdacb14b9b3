package org.claimscope.app.widget;

import java.util.List;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Unit;
import org.jspecify.annotations.Nullable;

/// The rows of a table as figures, before anyone decided how to write them. A whole column shares
/// one money unit and one scale of bars, so that its rows compare.
///
/// @param rows in the order to show them; each has one cell per column
/// @param total the closing row; absent when the rows do not add up to anything
/// @param things what the rows are, in the plural: "payers"; for "12 more payers"
public record Table(List<Column> columns, List<Row> rows, @Nullable Row total, String things) {
    /// How a column shows its figures.
    public enum Look {
        /// The row's name, which takes the room that is left.
        NAME,
        WORDS,
        FIGURE,
        /// A thin bar against a target line, and the figure.
        BULLET,
        /// A bar from zero, and the figure.
        BAR
    }

    /// @param target for a bullet; absent otherwise or when none is set
    public record Column(String title, Look look, Unit unit, @Nullable Target target) {
        public static Column name(String title) {
            return new Column(title, Look.NAME, Unit.COUNT, null);
        }

        public static Column words(String title) {
            return new Column(title, Look.WORDS, Unit.COUNT, null);
        }

        public static Column figure(String title, Unit unit) {
            return new Column(title, Look.FIGURE, unit, null);
        }

        public static Column bullet(String title, Unit unit, @Nullable Target target) {
            return new Column(title, Look.BULLET, unit, target);
        }

        public static Column bar(String title, Unit unit) {
            return new Column(title, Look.BAR, unit, null);
        }

        boolean isText() {
            return look == Look.NAME || look == Look.WORDS;
        }
    }

    /// What stands where a row and a column meet.
    public sealed interface Cell {
        static Cell of(String words) {
            return new Words(words);
        }

        static Cell of(double figure) {
            return new Figure(figure);
        }

        /// No figure: shown as a dash, never as a zero.
        static Cell absent() {
            return new Figure(Double.NaN);
        }
    }

    public record Words(String text) implements Cell {}

    /// @param value `Double.NaN` where there is none
    public record Figure(double value) implements Cell {
        public Figure {
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException("an infinite figure");
            }
        }
    }

    public record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(Cell... cells) {
            return new Row(List.of(cells));
        }
    }

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.cells().size() != width)
                || (total != null && total.cells().size() != width)) {
            throw new IllegalArgumentException("a row of " + things + " does not fill the columns");
        }
    }

    /// A table without rows: the card says so, and what to do.
    public static Table empty(List<Column> columns, String things) {
        return new Table(columns, List.of(), null, things);
    }

    /// How many lines of a grid it takes to show all of it.
    public int lines() {
        return 1 + rows.size() + (total == null ? 0 : 1);
    }

    /// The known figures of one column, its total left out.
    List<Double> figures(int column) {
        return rows.stream()
                .map(row -> row.cells().get(column))
                .filter(Figure.class::isInstance)
                .map(cell -> ((Figure) cell).value())
                .filter(value -> !value.isNaN())
                .toList();
    }
}
