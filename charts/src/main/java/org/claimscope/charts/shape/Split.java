package org.claimscope.charts.shape;

import java.util.List;

/// One total and the parts it divides into.
///
/// @param parts in the order to show them; at most six, as the eye keeps no more apart
public record Split(Unit unit, List<Part> parts) {
    /// One part.
    ///
    /// @param value negative for what is taken back: then it has no share of the bar
    /// @param tone `AT_RISK` for money that can be lost; otherwise the part has its series' colour
    public record Part(String label, double value, Tone tone) {
        public Part {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("the figure of " + label + " is " + value);
            }
        }
    }

    public Split {
        parts = List.copyOf(parts);
        if (parts.size() > 6) {
            throw new IllegalArgumentException(
                    parts.size() + " parts: fold the small ones into Other");
        }
    }
}
