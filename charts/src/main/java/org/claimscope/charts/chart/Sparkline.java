package org.claimscope.charts.chart;

import java.util.List;
import org.claimscope.charts.axis.MonthAxis;
import org.claimscope.charts.axis.Scale;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.format.MonthNames;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.shape.MonthValue;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.TimeSeries;
import org.jspecify.annotations.Nullable;

/// The course of a figure in the space of a word: line, target band, and the last point as a dot,
/// or as a diamond when it is outside the target.
///
/// @param quiet slate instead of blue, for the rows of a table
public record Sparkline(TimeSeries series, @Nullable Target target, boolean quiet)
        implements Chart {
    private static final double MARGIN = 5;

    @Override
    public void paint(Pen pen, double width, double height) {
        List<MonthValue> points = series.points();
        if (points.isEmpty() || width <= 2 * MARGIN || height <= 2 * MARGIN) {
            return;
        }
        double low = points.stream().mapToDouble(MonthValue::value).min().orElse(0);
        double high = points.stream().mapToDouble(MonthValue::value).max().orElse(0);
        double range = high - low;
        // A target far from the line would press it flat; then only the line is shown.
        Target near = target != null && reaches(target, low, high, range) ? target : null;
        // All of them may lie beyond either end of the band.
        for (Double end : near == null ? List.<Double>of() : near.ends()) {
            low = Math.min(low, end);
            high = Math.max(high, end);
        }
        if (high - low < 1e-9 * Math.max(1, Math.abs(high))) {
            low -= 1;
            high += 1;
        }
        MonthAxis months = MonthAxis.between(points.getFirst().month(), points.getLast().month());
        MonthPlot plot =
                new MonthPlot(
                        months, new Scale(low, high, height - MARGIN, MARGIN), 1, width - MARGIN);
        if (near != null) {
            band(pen, near, plot, width, height);
        }
        Token ink = quiet ? Token.SERIES_6 : Token.SERIES_1;
        plot.line(pen, series, ink, 1.25);
        MonthValue last = points.getLast();
        double x = plot.x(last.month());
        double y = plot.y(last.value());
        if (target != null && !target.contains(last.value())) {
            pen.diamond(Token.WARN, x, y, 3.75);
        } else {
            pen.disc(ink, x, y, 2.5);
        }
    }

    @Override
    public Twin twin() {
        return new Twin(
                List.of("Month", series.name()),
                series.points().stream()
                        .map(point ->
                                List.of(
                                        point.month().toString(),
                                        Figures.exact(series.unit(), point.value())))
                        .toList());
    }

    @Override
    public String summary() {
        if (series.points().isEmpty()) {
            return series.name() + ": no trend";
        }
        MonthValue last = series.points().getLast();
        boolean outside = target != null && !target.contains(last.value());
        return series.name()
                + ", "
                + series.points().size()
                + " months, last "
                + Figures.brief(series.unit(), last.value())
                + " in "
                + MonthNames.full(last.month())
                + (outside ? ", outside target" : "");
    }

    private static void band(Pen pen, Target target, MonthPlot plot, double width, double height) {
        Double low = target.low();
        Double high = target.high();
        double bottom = low == null ? height : plot.y(low);
        double top = high == null ? 0 : plot.y(high);
        pen.box(Token.TARGET_BAND, 0, top, width, bottom - top);
        if (low != null) {
            pen.dashedLevel(Token.OK, 0, width, bottom, 2, 2);
        }
        if (high != null) {
            pen.dashedLevel(Token.OK, 0, width, top, 2, 2);
        }
    }

    private static boolean reaches(Target target, double low, double high, double range) {
        double slack = Math.max(3 * range, Math.abs(high) * 0.4);
        Double from = target.low();
        Double to = target.high();
        return (from == null || (from <= high + slack && from >= low - slack))
                && (to == null || (to >= low - slack && to <= high + slack));
    }
}
