package org.claimscope.data.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.catalog.Dimension;

/// Remembers the months of trends, so that a delivery of today does not have thirteen months
/// computed again: a month is asked for anew only when a delivery since touched a day in it or
/// before its end.
///
/// A row touches all days it names, and all that an older version of it named. Whatever has no day,
/// such as a payer's name, touches every day. A filter on what a visit is may let in ledger rows of
/// days that the visit does not name, so such questions are always asked anew.
final class MonthMemory {
    private static final int MOST_KEPT = 64;

    private final Workspace workspace;
    private final Map<MetricQuery, Trend> trends = latest();
    private final Map<MetricQuery, Total> totals = latest();

    /// @param version of the data that the months were computed from
    private record Trend(
            long version,
            Set<String> columns,
            TreeMap<YearMonth, Map<String, BigDecimal>> months) {}

    private record Total(long version, Map<String, BigDecimal> values) {}

    MonthMemory(Workspace workspace) {
        this.workspace = workspace;
    }

    private static <T> Map<MetricQuery, T> latest() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<MetricQuery, T> eldest) {
                return size() > MOST_KEPT;
            }
        };
    }

    /// @param query by month, without dimensions, over whole months
    /// @param run asks for some of the months
    Months of(MetricQuery query, Function<MetricQuery, Frame> run) {
        YearMonth from = YearMonth.from(query.from().orElseThrow());
        YearMonth to = YearMonth.from(query.to().orElseThrow());
        long version = workspace.version();
        Trend known = null;
        if (!looksElsewhere(query)) {
            synchronized (trends) {
                known = trends.get(query);
            }
        }
        var months = new TreeMap<YearMonth, Map<String, BigDecimal>>();
        Set<String> columns = new LinkedHashSet<>();
        YearMonth stale = from;
        if (known != null) {
            columns.addAll(known.columns());
            LocalDate touched = workspace.touchedSince(known.version());
            stale = touched.equals(LocalDate.MIN) ? from : YearMonth.from(touched);
            stale = stale.isBefore(from) ? from : stale;
            months.putAll(known.months().headMap(stale));
        }
        if (!stale.isAfter(to)) {
            LocalDate last = query.to().orElseThrow();
            try (Frame frame = run.apply(query.between(stale.atDay(1), last))) {
                read(frame, columns, months);
            }
        }
        // What a delivery overtook meanwhile is not kept as if it were of before.
        if (version == workspace.version()) {
            synchronized (trends) {
                trends.put(query, new Trend(version, columns, months));
            }
        }
        return new Months(Set.copyOf(columns), months);
    }

    /// One row for all, remembered until a change touches a day before the end of its period.
    ///
    /// @param query without dimensions and grain
    Map<String, BigDecimal> total(MetricQuery query, Function<MetricQuery, Frame> run) {
        long version = workspace.version();
        Total known = null;
        if (!looksElsewhere(query)) {
            synchronized (totals) {
                known = totals.get(query);
            }
        }
        LocalDate last = query.to().orElse(LocalDate.MAX);
        if (known != null && workspace.touchedSince(known.version()).isAfter(last)) {
            return known.values();
        }
        var values = new HashMap<String, BigDecimal>();
        try (Frame frame = run.apply(query)) {
            for (String column : frame.columns()) {
                BigDecimal value = frame.rowCount() == 0 ? null : frame.number(column, 0);
                if (value != null) {
                    values.put(column, value);
                }
            }
        }
        var total = new Total(version, Map.copyOf(values));
        if (version == workspace.version()) {
            synchronized (totals) {
                totals.put(query, total);
            }
        }
        return total.values();
    }

    private static boolean looksElsewhere(MetricQuery query) {
        return query.filters().stream().anyMatch(f -> f.dimension() == Dimension.ENCOUNTER_TYPE);
    }

    private static void read(
            Frame frame, Set<String> columns, Map<YearMonth, Map<String, BigDecimal>> months) {
        for (String column : frame.columns()) {
            if (!column.equals(PopulationRows.PERIOD)) {
                columns.add(column);
            }
        }
        for (int r = 0; r < frame.rowCount(); r++) {
            LocalDate start = frame.date(PopulationRows.PERIOD, r);
            if (start == null) {
                continue;
            }
            var row = new HashMap<String, BigDecimal>();
            for (String column : columns) {
                BigDecimal value = frame.number(column, r);
                if (value != null) {
                    row.put(column, value);
                }
            }
            months.put(YearMonth.from(start), Map.copyOf(row));
        }
    }
}
