package org.claimscope.charts.shape;

/// Which way of a figure is good news. The colour of a change follows this, never the direction
/// alone.
public enum Polarity {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    /// Neither way is good or bad by itself, such as charges.
    NEITHER,
    /// Dollars that can be lost: the only figures that may turn red.
    AT_RISK
}
