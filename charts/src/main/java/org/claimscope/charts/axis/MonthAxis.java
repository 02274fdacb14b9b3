package org.claimscope.charts.axis;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.charts.format.MonthNames;

/// The months under a chart, from the first to the last without a gap. The year is said at the
/// first label and wherever it changes: `Jul 24, Aug, …, Jan 25`.
///
/// @param first the month at the left end
/// @param count how many months, at least one
public record MonthAxis(YearMonth first, int count) {
    /// One word under the axis.
    ///
    /// @param index which month, counted from the left end
    public record Label(int index, String text) {}

    public MonthAxis {
        if (count < 1) {
            throw new IllegalArgumentException("an axis of " + count + " months");
        }
    }

    public static MonthAxis between(YearMonth first, YearMonth last) {
        return new MonthAxis(first, (int) ChronoUnit.MONTHS.between(first, last) + 1);
    }

    public int indexOf(YearMonth month) {
        return (int) ChronoUnit.MONTHS.between(first, month);
    }

    public YearMonth month(int index) {
        return first.plusMonths(index);
    }

    /// As many labels as fit, evenly apart, the last month always among them.
    ///
    /// @param most the number of labels there is room for
    public List<Label> labels(int most) {
        int every = Math.max(1, (int) Math.ceil(count / (double) Math.max(1, most)));
        List<Label> labels = new ArrayList<>();
        int said = Integer.MIN_VALUE;
        for (int index = (count - 1) % every; index < count; index += every) {
            YearMonth month = month(index);
            boolean newYear = month.getYear() != said;
            said = month.getYear();
            labels.add(
                    new Label(
                            index, newYear ? MonthNames.withYear(month) : MonthNames.brief(month)));
        }
        return labels;
    }
}
