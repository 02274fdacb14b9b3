package org.claimscope.charts.shape;

import org.jspecify.annotations.Nullable;

/// A figure by month beside its year before and its target.
///
/// @param yearBefore the same figure twelve months earlier, under its own months; absent when
///   unknown
/// @param target the range to stay in; absent when none is set
public record Trend(TimeSeries actual, @Nullable TimeSeries yearBefore, @Nullable Target target) {
    public Trend {
        if (yearBefore != null && yearBefore.unit() != actual.unit()) {
            throw new IllegalArgumentException("the year before has another unit");
        }
    }
}
