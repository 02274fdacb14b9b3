package org.claimscope.charts.chart;

import java.util.List;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Unit;

/// The chart as a table: the same figures, exact, for readers who want rows and for copying.
///
/// @param columns what stands above the columns, at least one
/// @param rows as wide as the columns; a figure nobody knows is a dash, never a zero
public record Twin(List<String> columns, List<List<String>> rows) {
    public Twin {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (width == 0 || rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("a row does not fill the " + width + " columns");
        }
    }

    /// What stands above a column of figures that has no name of its own.
    static String heading(Unit unit) {
        return switch (unit) {
            case MONEY -> "Dollars";
            case RATE -> "Rate";
            case DAYS -> "Days";
            case COUNT -> "Count";
        };
    }

    static String figure(Unit unit, double value) {
        return Double.isFinite(value) ? Figures.exact(unit, value) : Figures.ABSENT;
    }
}
