package org.claimscope.charts.shape;

/// How much of what a figure needs has arrived. Shown beside the figure, never hidden in a tooltip.
///
/// @param words short: "all feeds in", "97 % matched", "12-month cohort"
public record Coverage(Mark mark, String words) {
    /// The shape before the words.
    public enum Mark {
        FULL,
        PART,
        /// Complete only when time has passed.
        MATURING,
        /// So little that the figure may mislead.
        LOW
    }
}
