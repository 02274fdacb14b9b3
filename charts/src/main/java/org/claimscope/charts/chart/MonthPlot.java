package org.claimscope.charts.chart;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.charts.axis.MonthAxis;
import org.claimscope.charts.axis.Scale;
import org.claimscope.charts.axis.Ticks;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.MonthValue;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.TimeSeries;
import org.jspecify.annotations.Nullable;

/// The frame that month lines are drawn in: months to the right, figures up.
///
/// @param figures from figures (up) to pixels (down)
/// @param left the first month's pixel
/// @param right the last month's pixel
record MonthPlot(MonthAxis months, Scale figures, double left, double right) {
    double top() {
        return figures.toPixel();
    }

    double bottom() {
        return figures.fromPixel();
    }

    double x(YearMonth month) {
        return months.count() == 1
                ? (left + right) / 2
                : new Scale(0, months.count() - 1.0, left, right).at(months.indexOf(month));
    }

    double y(double value) {
        return figures.at(value);
    }

    /// Level lines with their words to the left, and the base line.
    void grid(Pen pen, Ticks ticks, TypeRole role, double from, double to) {
        for (BigDecimal tick : ticks.values()) {
            double y = y(tick.doubleValue());
            pen.level(tick.signum() == 0 ? Token.BORDER_STRONG : Token.GRID, from, to, y);
            pen.text(
                    ticks.label(tick),
                    role,
                    Token.TEXT_3,
                    from - 8,
                    y + role.size() * 0.36,
                    Pen.Align.RIGHT);
        }
        pen.level(Token.BORDER_STRONG, from, to, bottom());
    }

    /// As many months as stand apart, the last always among them.
    void monthLabels(Pen pen, double baseline, double leftEdge, double rightEdge) {
        int most = months.count();
        while (most > 1 && collide(pen, months.labels(most))) {
            most--;
        }
        int last = months.count() - 1;
        for (MonthAxis.Label label : months.labels(most)) {
            TypeRole role = label.index() == last ? TypeRole.CAPTION_STRONG : TypeRole.CAPTION;
            double half = pen.width(label.text(), role) / 2 + 1;
            double x =
                    Math.clamp(
                            x(months.month(label.index())),
                            leftEdge + half,
                            Math.max(leftEdge + half, rightEdge - half));
            pen.text(
                    label.text(),
                    role,
                    label.index() == last ? Token.TEXT : Token.TEXT_3,
                    x,
                    baseline,
                    Pen.Align.CENTER);
        }
    }

    private boolean collide(Pen pen, List<MonthAxis.Label> labels) {
        double free = Double.NEGATIVE_INFINITY;
        for (MonthAxis.Label label : labels) {
            double half = pen.width(label.text(), TypeRole.CAPTION_STRONG) / 2;
            double x = x(months.month(label.index()));
            if (x - half < free) {
                return true;
            }
            free = x + half + 8;
        }
        return false;
    }

    void band(Pen pen, @Nullable Target target, double from, double to) {
        if (target == null) {
            return;
        }
        Double low = target.low();
        Double high = target.high();
        double yLow = low == null ? bottom() : y(low);
        double yHigh = high == null ? top() : y(high);
        pen.box(Token.TARGET_BAND, from, yHigh, to - from, yLow - yHigh);
    }

    /// The dashed ends of the band; drawn after the grid, which may run along them.
    void bandEdges(Pen pen, @Nullable Target target, double from, double to) {
        if (target == null) {
            return;
        }
        Double low = target.low();
        Double high = target.high();
        if (low != null) {
            pen.dashedLevel(Token.OK, from, to, y(low), 2, 2);
        }
        if (high != null) {
            pen.dashedLevel(Token.OK, from, to, y(high), 2, 2);
        }
    }

    /// A line that breaks where a month is missing; a month alone is a dot.
    void line(Pen pen, TimeSeries series, Token token, double weight) {
        List<MonthValue> run = new ArrayList<>();
        for (MonthValue point : series.points()) {
            if (!run.isEmpty() && !run.getLast().month().plusMonths(1).equals(point.month())) {
                stroke(pen, run, token, weight);
                run.clear();
            }
            run.add(point);
        }
        stroke(pen, run, token, weight);
    }

    private void stroke(Pen pen, List<MonthValue> run, Token token, double weight) {
        if (run.size() == 1) {
            pen.disc(token, x(run.getFirst().month()), y(run.getFirst().value()), 2);
        } else if (run.size() > 1) {
            pen.path(
                    token,
                    weight,
                    run.stream().mapToDouble(point -> x(point.month())).toArray(),
                    run.stream().mapToDouble(point -> y(point.value())).toArray());
        }
    }
}
