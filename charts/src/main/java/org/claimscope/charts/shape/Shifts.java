package org.claimscope.charts.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where each of several members stood before and where it stands now.
///
/// @param before the name of the earlier period, "Q4 2024"
/// @param now the name of the later one
/// @param polarity which way is worse
public record Shifts(Unit unit, Polarity polarity, String before, String now, List<Item> items) {
    /// One member's two figures.
    ///
    /// @param before absent when unknown, as is `now`
    /// @param emphasis whether it stands out, such as the total
    public record Item(
            String label, @Nullable Double before, @Nullable Double now, boolean emphasis) {
        public Item {
            if ((before != null && !Double.isFinite(before))
                    || (now != null && !Double.isFinite(now))) {
                throw new IllegalArgumentException("a figure of " + label + " is no number");
            }
        }
    }

    public Shifts {
        items = List.copyOf(items);
    }
}
