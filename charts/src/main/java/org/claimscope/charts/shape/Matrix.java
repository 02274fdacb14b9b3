package org.claimscope.charts.shape;

import java.util.List;

/// One figure for each pair of a row and a column.
///
/// @param briefs names of the columns for where theirs do not fit
/// @param cells one list per row; `Double.NaN` where there is no figure
public record Matrix(
        Unit unit,
        List<String> rows,
        List<String> columns,
        List<String> briefs,
        List<List<Double>> cells) {
    public Matrix(Unit unit, List<String> rows, List<String> columns, List<List<Double>> cells) {
        this(unit, rows, columns, columns, cells);
    }

    public Matrix {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        briefs = List.copyOf(briefs);
        if (briefs.size() != columns.size()) {
            throw new IllegalArgumentException(
                    briefs.size() + " brief names for " + columns.size() + " columns");
        }
        cells = cells.stream().map(List::copyOf).toList();
        if (cells.size() != rows.size()) {
            throw new IllegalArgumentException(
                    cells.size() + " lines for " + rows.size() + " rows");
        }
        int width = columns.size();
        if (cells.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("a row does not fill the columns");
        }
        if (cells.stream().flatMap(List::stream).anyMatch(cell -> Double.isInfinite(cell))) {
            throw new IllegalArgumentException("an infinite cell");
        }
    }

    /// The sum of one row's known cells.
    public double rowTotal(int row) {
        return cells.get(row).stream()
                .filter(cell -> !cell.isNaN())
                .mapToDouble(cell -> cell)
                .sum();
    }

    /// The sum of one column's known cells.
    public double columnTotal(int column) {
        return cells.stream()
                .map(row -> row.get(column))
                .filter(cell -> !cell.isNaN())
                .mapToDouble(cell -> cell)
                .sum();
    }

    public double total() {
        double total = 0;
        for (int row = 0; row < rows.size(); row++) {
            total += rowTotal(row);
        }
        return total;
    }
}
