package org.claimscope.data.query;

/// Which rows come first when not all fit.
public enum RowOrder {
    /// Those that add most, whatever their sign.
    LARGEST,
    NEWEST,
    OLDEST
}
