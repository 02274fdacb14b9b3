package org.claimscope.charts.chart;

import java.util.List;

/// A chart as a table.
///
/// @param columns their titles
/// @param rows texts with exact figures, one for each column; empty where there is none
public record Twin(List<String> columns, List<List<String>> rows) {
    public Twin {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
