package org.claimscope.charts.shape;

import java.time.YearMonth;

/// One month's figure.
public record MonthValue(YearMonth month, double value) {
    public MonthValue {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "a month without a figure is left out, not written as " + value);
        }
    }
}
