package org.claimscope.charts.shape;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What each of several causes adds to one total, largest first whatever the order they come in.
///
/// @param name what is measured, as the column is headed: "Denied", or the filter's own name
public record Contributions(Unit unit, String name, List<Item> items) {
    /// One cause.
    ///
    /// @param unfiltered the same cause without the filter in force; absent when there is none
    public record Item(String label, double value, @Nullable Double unfiltered) {
        public Item {
            if (!Double.isFinite(value) || (unfiltered != null && !Double.isFinite(unfiltered))) {
                throw new IllegalArgumentException("a figure of " + label + " is no number");
            }
        }
    }

    public Contributions {
        items = items.stream().sorted(Comparator.comparingDouble(Item::value).reversed()).toList();
    }

    public double total() {
        return items.stream().mapToDouble(Item::value).sum();
    }
}
