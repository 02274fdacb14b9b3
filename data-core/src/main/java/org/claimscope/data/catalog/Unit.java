package org.claimscope.data.catalog;

/// What a number counts in.
public enum Unit {
    /// US dollars with cents.
    MONEY,
    /// A fraction: 0.124 is 12.4 %.
    RATE,
    /// Calendar days.
    DAYS,
    /// Whole things.
    COUNT
}
