package org.claimscope.data.catalog;

/// Which direction is good news.
public enum Polarity {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    NEITHER
}
