package org.claimscope.charts.shape;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// A figure month by month. A month nobody knows is absent from the list and leaves a gap in the
/// line: absent is never zero.
///
/// @param name what the line is, as the reader names it
/// @param points ascending by month, each month at most once
public record TimeSeries(String name, Unit unit, List<MonthValue> points) {
    public TimeSeries {
        points = List.copyOf(points);
        for (int i = 1; i < points.size(); i++) {
            if (!points.get(i - 1).month().isBefore(points.get(i).month())) {
                throw new IllegalArgumentException("months of " + name + " do not ascend");
            }
        }
    }

    public Optional<MonthValue> at(YearMonth month) {
        return points.stream().filter(point -> point.month().equals(month)).findFirst();
    }
}
