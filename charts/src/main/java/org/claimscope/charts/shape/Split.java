package org.claimscope.charts.shape;

import java.util.List;

/// One amount of money and who bears it.
///
/// @param parts in the order to show them
public record Split(List<Part> parts) {
    /// @param risk whether it is money that can be lost
    public record Part(String label, double value, boolean risk) {
        public Part {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("the part " + label + " is " + value);
            }
        }
    }

    public Split {
        parts = List.copyOf(parts);
    }

    public double total() {
        return parts.stream().mapToDouble(Part::value).sum();
    }
}
