package org.claimscope.charts.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One figure for each of several named things, in the order to show them.
///
/// @param target the range every item should stay in; absent when none is set
public record Categories(Unit unit, List<Item> items, @Nullable Target target) {
    /// One named figure.
    ///
    /// @param emphasis whether this is the one the reader looks for
    public record Item(String label, double value, boolean emphasis) {
        public Item {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("the figure of " + label + " is " + value);
            }
        }
    }

    public Categories {
        items = List.copyOf(items);
    }
}
