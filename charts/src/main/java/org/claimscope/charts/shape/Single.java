package org.claimscope.charts.shape;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One figure with what it takes to judge it: the comparison, the target, the trend, the coverage.
///
/// @param value exact; absent when the figure cannot be computed, and then the coverage says why
/// @param before the figure it is compared with; absent when there is none
/// @param basis what was counted, "1,187 of 9,572 claims"; empty when the figure needs none
/// @param target the range to stay in; absent when none is set
/// @param trend the last months, oldest first; may be empty
public record Single(
        String label,
        Unit unit,
        @Nullable BigDecimal value,
        @Nullable BigDecimal before,
        Polarity polarity,
        String basis,
        @Nullable Target target,
        TimeSeries trend,
        Coverage coverage) {}
