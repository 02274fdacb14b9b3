package org.claimscope.charts.shape;

import java.util.List;

/// Parts of a whole over time: for each column, how much each part holds.
///
/// @param columns what stands under the columns, oldest first
/// @param parts from the base up; at most six, as the eye keeps no more apart
/// @param ordered whether the parts are steps of one scale, such as ages: then they get one colour
///   from weak to strong
public record Stack(Unit unit, List<String> columns, List<Part> parts, boolean ordered) {
    /// How much one part holds in each column.
    public record Part(String name, List<Double> values) {
        public Part {
            values = List.copyOf(values);
        }
    }

    public Stack {
        columns = List.copyOf(columns);
        parts = List.copyOf(parts);
        if (parts.size() > 6) {
            throw new IllegalArgumentException(
                    parts.size() + " parts: fold the small ones into Other");
        }
        for (Part part : parts) {
            if (part.values().size() != columns.size()) {
                throw new IllegalArgumentException(part.name() + " does not fill the columns");
            }
            if (part.values().stream().anyMatch(value -> !Double.isFinite(value))) {
                throw new IllegalArgumentException(
                        part.name() + " holds a figure that is no number");
            }
        }
    }
}
