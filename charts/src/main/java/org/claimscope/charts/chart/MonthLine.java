package org.claimscope.charts.chart;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.claimscope.charts.axis.MonthAxis;
import org.claimscope.charts.axis.Scale;
import org.claimscope.charts.axis.Ticks;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.format.MonthNames;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.MonthValue;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.TimeNote;
import org.claimscope.charts.shape.TimeSeries;
import org.claimscope.charts.shape.Trend;
import org.claimscope.charts.shape.Unit;

/// A figure by month in blue, its year before in slate, its target as a band. The last two months
/// say their figures, so that the newest change is read without hovering.
public record MonthLine(Trend trend, TimeNotes notes) implements Noted {
    private static final double TOP = 14;
    private static final double BOTTOM = 26;

    public MonthLine(Trend trend) {
        this(trend, TimeNotes.NONE);
    }

    @Override
    public Chart with(List<TimeNote> others) {
        return new MonthLine(trend, new TimeNotes(others));
    }

    @Override
    public LocalDate day(Pen.Mark mark) {
        return YearMonth.parse(mark.members().getFirst()).atDay(1);
    }

    /// Where the axis starts when that is not at zero; its base is then broken, and the card's
    /// subtitle should say so.
    public static Optional<String> axisNote(Trend trend) {
        if (trend.actual().points().isEmpty()) {
            return Optional.empty();
        }
        MonthLine line = new MonthLine(trend);
        Ticks ticks = line.ticks(line.shifted());
        return truncated(ticks)
                ? Optional.of("axis starts at " + ticks.label(ticks.values().getFirst()))
                : Optional.empty();
    }

    @Override
    public void paint(Pen pen, double width, double height) {
        TimeSeries actual = trend.actual();
        if (actual.points().isEmpty()) {
            pen.empty(width, height, "No months to show: load a feed or choose a longer period");
            return;
        }
        TimeSeries before = shifted();
        Ticks ticks = ticks(before);
        MonthValue last = actual.points().getLast();
        MonthPlot draft = plot(pen, ticks, 0, width, height);
        List<SideLabels.Label> labels = sideLabels(draft, last, before);
        double labelWidth = SideLabels.width(pen, labels, 96, height - 4);
        MonthPlot plot = plot(pen, ticks, labelWidth + 12, width, height);
        double from = plot.left() - 8;
        plot.band(pen, trend.target(), from, plot.right());
        plot.grid(pen, ticks, TypeRole.CAPTION, from, plot.right());
        plot.bandEdges(pen, trend.target(), from, plot.right());
        if (truncated(ticks)) {
            breakMark(pen, from, plot.bottom());
        }
        // Labels left of the plot may stand under the axis numbers, never beyond the edge.
        plot.monthLabels(pen, height - 8, 0, width);
        plot.line(pen, before, Token.SERIES_6, 1.25);
        plot.line(pen, actual, Token.SERIES_1, 2);
        points(pen, plot, before);
        targetName(pen, plot, from);
        notes.draw(
                pen,
                day -> x(plot, day),
                plot.months().first().atDay(1),
                plot.months().month(plot.months().count() - 1).atEndOfMonth(),
                plot.top(),
                plot.bottom(),
                plot.right());
        SideLabels.draw(pen, labels, plot.right() + 12, labelWidth, 0, height - 4);
    }

    @Override
    public Twin twin() {
        TimeSeries actual = trend.actual();
        TimeSeries before = trend.yearBefore();
        List<String> columns = new ArrayList<>(List.of("Month", actual.name()));
        if (before != null) {
            columns.add("Year before");
        }
        if (!notes.isEmpty()) {
            columns.add("Notes");
        }
        List<List<String>> rows = new ArrayList<>();
        for (MonthValue point : actual.points()) {
            List<String> row = new ArrayList<>();
            row.add(point.month().toString());
            row.add(Figures.exact(actual.unit(), point.value()));
            if (before != null) {
                row.add(
                        before.at(point.month().minusYears(1))
                                .map(b -> Figures.exact(before.unit(), b.value()))
                                .orElse(Figures.ABSENT));
            }
            if (!notes.isEmpty()) {
                row.add(
                        notes.between(point.month().atDay(1), point.month().atEndOfMonth())
                                .strip()
                                .replace("\n", "; "));
            }
            rows.add(row);
        }
        return new Twin(columns, rows);
    }

    @Override
    public String summary() {
        TimeSeries actual = trend.actual();
        if (actual.points().isEmpty()) {
            return actual.name() + ": no months to show";
        }
        MonthValue first = actual.points().getFirst();
        MonthValue last = actual.points().getLast();
        return actual.name()
                + " by month, from "
                + Figures.brief(actual.unit(), first.value())
                + " in "
                + MonthNames.full(first.month())
                + " to "
                + Figures.brief(actual.unit(), last.value())
                + " in "
                + MonthNames.full(last.month());
    }

    private static boolean truncated(Ticks ticks) {
        return ticks.low() > 0 || ticks.high() < 0;
    }

    /// A zigzag in the base line, where it leaves out what lies between it and zero.
    private static void breakMark(Pen pen, double from, double y) {
        double x = from + 4;
        double base = Math.floor(y) + 0.5;
        pen.box(Token.SURFACE, x, base - 1.5, 12, 3);
        pen.path(
                Token.EDGE,
                1,
                new double[] {x, x + 3, x + 6, x + 9, x + 12},
                new double[] {base, base - 3, base + 3, base - 3, base});
    }

    private MonthPlot plot(Pen pen, Ticks ticks, double rightRoom, double width, double height) {
        List<String> words = ticks.values().stream().map(ticks::label).toList();
        double left = Math.ceil(pen.widest(words, TypeRole.CAPTION)) + 8 + 8;
        double right = Math.max(left + 1, width - Math.max(rightRoom, 8));
        List<MonthValue> points = trend.actual().points();
        MonthAxis months = MonthAxis.between(points.getFirst().month(), points.getLast().month());
        Scale figures =
                new Scale(ticks.low(), ticks.high(), Math.max(TOP + 1, height - BOTTOM), TOP);
        return new MonthPlot(months, figures, left, right);
    }

    private static double step(MonthPlot plot) {
        return (plot.right() - plot.left()) / Math.max(1, plot.months().count() - 1);
    }

    /// A month reaches half a step to both sides of its point; never left of the axis.
    private static double x(MonthPlot plot, LocalDate day) {
        YearMonth month = YearMonth.from(day);
        double within = (day.getDayOfMonth() - 1.0) / month.lengthOfMonth() - 0.5;
        return Math.clamp(plot.x(month) + step(plot) * within, plot.left() - 8, plot.right());
    }

    /// The year before under this year's months, as far as this year goes.
    private TimeSeries shifted() {
        TimeSeries before = trend.yearBefore();
        TimeSeries actual = trend.actual();
        if (before == null) {
            return new TimeSeries("", actual.unit(), List.of());
        }
        YearMonth first = actual.points().getFirst().month();
        YearMonth last = actual.points().getLast().month();
        List<MonthValue> moved =
                before.points().stream()
                        .map(point -> new MonthValue(point.month().plusYears(1), point.value()))
                        .filter(point ->
                                !point.month().isBefore(first) && !point.month().isAfter(last))
                        .toList();
        return new TimeSeries(before.name(), before.unit(), moved);
    }

    private Ticks ticks(TimeSeries before) {
        Target target = trend.target();
        DoubleStream ends =
                target == null
                        ? DoubleStream.empty()
                        : Stream.of(
                                        target.low() == null ? target.edge() : target.low(),
                                        target.edge())
                                .mapToDouble(Double::doubleValue);
        double[] all =
                DoubleStream.concat(
                                ends,
                                Stream.concat(
                                                trend.actual().points().stream(),
                                                before.points().stream())
                                        .mapToDouble(MonthValue::value))
                        .toArray();
        return Ticks.covering(
                trend.actual().unit(),
                DoubleStream.of(all).min().orElse(0),
                DoubleStream.of(all).max().orElse(0));
    }

    private List<SideLabels.Label> sideLabels(MonthPlot plot, MonthValue last, TimeSeries before) {
        Unit unit = trend.actual().unit();
        List<SideLabels.Label> labels = new ArrayList<>();
        labels.add(
                new SideLabels.Label(
                        MonthNames.full(last.month()),
                        Figures.brief(unit, last.value()),
                        plot.y(last.value()),
                        true));
        before.points().stream()
                .reduce((a, b) -> b)
                .ifPresent(point ->
                        labels.add(
                                new SideLabels.Label(
                                        "Year before",
                                        Figures.brief(unit, point.value()),
                                        plot.y(point.value()),
                                        false)));
        return labels;
    }

    private void points(Pen pen, MonthPlot plot, TimeSeries before) {
        List<MonthValue> points = trend.actual().points();
        Unit unit = trend.actual().unit();
        double step = step(plot);
        for (MonthValue point : points) {
            String yearBefore =
                    before.at(point.month())
                            .map(b -> "\nyear before " + Figures.exact(unit, b.value()))
                            .orElse("");
            pen.mark(
                    plot.x(point.month()) - step / 2,
                    plot.top(),
                    step,
                    plot.bottom() - plot.top(),
                    MonthNames.full(point.month())
                            + "  "
                            + Figures.exact(unit, point.value())
                            + yearBefore
                            + notes.between(point.month().atDay(1), point.month().atEndOfMonth()),
                    point.month().toString());
        }
        MonthValue last = points.getLast();
        pen.dot(Token.SERIES_1, plot.x(last.month()), plot.y(last.value()), 3.5);
        if (points.size() < 2) {
            return;
        }
        MonthValue previous = points.get(points.size() - 2);
        double x = plot.x(previous.month());
        double y = plot.y(previous.value());
        pen.dot(Token.SERIES_1, x, y, 3.5);
        String text =
                MonthNames.brief(previous.month()) + " " + Figures.brief(unit, previous.value());
        double half = pen.width(text, TypeRole.CAPTION_STRONG) / 2;
        boolean above = (previous.value() >= last.value() && y - 20 > 0) || y + 18 > plot.bottom();
        double center = Math.clamp(x, half, Math.max(half, plot.right() - half));
        pen.textWithHalo(
                text,
                TypeRole.CAPTION_STRONG,
                Token.TEXT,
                center,
                above ? y - 9 : y + 18,
                Pen.Align.CENTER);
    }

    private void targetName(Pen pen, MonthPlot plot, double from) {
        Target target = trend.target();
        if (target != null) {
            double y = plot.y(target.edge());
            String text = "target " + Figures.target(trend.actual().unit(), target);
            if (pen.width(text, TypeRole.CAPTION) < plot.right() - from - 12) {
                boolean below = target.high() != null && y + 14 < plot.bottom();
                pen.textWithHalo(
                        text,
                        TypeRole.CAPTION,
                        Token.OK,
                        from + 6,
                        below ? y + 12 : y - 4,
                        Pen.Align.LEFT);
            }
        }
    }
}
