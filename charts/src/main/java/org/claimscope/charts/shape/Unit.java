package org.claimscope.charts.shape;

/// What a figure counts. Money is in dollars, a rate is a fraction (0.124 reads `12.4 %`), days are
/// days, a count is a number of things.
public enum Unit {
    MONEY,
    RATE,
    DAYS,
    COUNT;

    /// Whether parts of this unit add up to a total that means something.
    public boolean adds() {
        return this == MONEY || this == COUNT;
    }
}
