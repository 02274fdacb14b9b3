package org.claimscope.data.query;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Metrics month by month, for all or for a few filtered members: what a trend is drawn from.
///
/// @param columns as of [Queries#run]: each metric, and `_numerator` and `_denominator` of
///   quotients
/// @param values by month and column; a month without rows is absent
public record Months(Set<String> columns, SortedMap<YearMonth, Map<String, BigDecimal>> values) {
    /// @return null where there is no value
    public @Nullable BigDecimal at(String column, YearMonth month) {
        Map<String, BigDecimal> row = values.get(month);
        return row == null ? null : row.get(column);
    }
}
