package org.claimscope.charts.chart;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.claimscope.charts.axis.MonthAxis;
import org.claimscope.charts.axis.Scale;
import org.claimscope.charts.axis.Ticks;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.format.MonthNames;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.MonthValue;
import org.claimscope.charts.shape.TimeSeries;
import org.claimscope.charts.shape.Unit;

/// The same line for each of several things, all on one scale so that heights compare. Panels that
/// do not fit are counted in the last place.
public record SmallMultiples(Unit unit, List<TimeSeries> panels) implements Chart {
    private static final double LEAST_WIDTH = 180;
    private static final double LEAST_HEIGHT = 84;
    private static final double GAP = 16;
    private static final double HEAD = 18;
    private static final double FOOT = 16;

    public SmallMultiples {
        panels = List.copyOf(panels);
    }

    @Override
    public void paint(Pen pen, double width, double height) {
        List<MonthValue> all = panels.stream().flatMap(panel -> panel.points().stream()).toList();
        if (all.isEmpty()) {
            pen.empty(width, height, "No months to show: load a feed or choose a longer period");
            return;
        }
        int across = Math.clamp((long) ((width + GAP) / (LEAST_WIDTH + GAP)), 1, panels.size());
        int fit = (int) Math.max(1, (height + GAP) / (LEAST_HEIGHT + GAP));
        int down = Math.min(fit, (panels.size() + across - 1) / across);
        int places = across * down;
        boolean cut = panels.size() > places;
        int shown = cut ? Math.max(1, places - 1) : panels.size();
        double wide = Math.floor((width - GAP * (across - 1)) / across);
        double tall = Math.floor((height - GAP * (down - 1)) / down);
        Comparator<MonthValue> byMonth = Comparator.comparing(MonthValue::month);
        YearMonth first = all.stream().min(byMonth).orElseThrow().month();
        YearMonth last = all.stream().max(byMonth).orElseThrow().month();
        MonthAxis months = MonthAxis.between(first, last);
        Ticks ticks =
                Ticks.covering(
                        unit,
                        Math.min(0, all.stream().mapToDouble(MonthValue::value).min().orElse(0)),
                        all.stream().mapToDouble(MonthValue::value).max().orElse(0));
        for (int i = 0; i < shown; i++) {
            int line = i / across;
            double left = Math.round((i - line * across) * (wide + GAP));
            double top = Math.round(line * (tall + GAP));
            panel(pen, panels.get(i), months, ticks, left, top, wide, tall);
        }
        if (cut && places > 1) {
            double left = Math.round((across - 1) * (wide + GAP));
            double top = Math.round((down - 1) * (tall + GAP));
            String words =
                    pen.fit((panels.size() - shown) + " more not drawn", TypeRole.CAPTION, wide);
            pen.text(words, TypeRole.CAPTION, Token.TEXT_3, left, top + 12, Pen.Align.LEFT);
        }
    }

    @Override
    public Twin twin() {
        List<List<String>> rows = new ArrayList<>();
        for (TimeSeries panel : panels) {
            for (MonthValue point : panel.points()) {
                rows.add(
                        List.of(
                                panel.name(),
                                point.month().toString(),
                                Figures.exact(unit, point.value())));
            }
        }
        return new Twin(List.of("Name", "Month", Twin.heading(unit)), rows);
    }

    @Override
    public String summary() {
        return panels.size()
                + " lines on one scale"
                + (panels.isEmpty() ? "" : ", first " + panels.getFirst().name());
    }

    private void panel(
            Pen pen,
            TimeSeries series,
            MonthAxis months,
            Ticks ticks,
            double left,
            double top,
            double wide,
            double tall) {
        List<String> words = ticks.values().stream().map(ticks::label).toList();
        double from = left + Math.ceil(pen.widest(words, TypeRole.SMALL_AXIS)) + 8;
        double right = Math.max(from + 1, left + wide - 6);
        Scale up =
                new Scale(
                        ticks.low(),
                        ticks.high(),
                        Math.max(top + HEAD + 9, top + tall - FOOT),
                        top + HEAD + 8);
        MonthPlot plot = new MonthPlot(months, up, from + 2, right);
        String figure =
                series.points().isEmpty()
                        ? Figures.ABSENT
                        : Figures.brief(unit, series.points().getLast().value());
        double figureWidth = pen.width(figure, TypeRole.CAPTION_STRONG);
        String name = pen.fit(series.name(), TypeRole.CAPTION_STRONG, wide - figureWidth - 10);
        pen.text(name, TypeRole.CAPTION_STRONG, Token.TEXT, left, top + 12, Pen.Align.LEFT);
        pen.text(
                figure,
                TypeRole.CAPTION_STRONG,
                Token.TEXT,
                left + wide,
                top + 12,
                Pen.Align.RIGHT);
        plot.grid(pen, ticks, TypeRole.SMALL_AXIS, from, right);
        plot.line(pen, series, Token.SERIES_1, 1.5);
        if (!series.points().isEmpty()) {
            MonthValue end = series.points().getLast();
            pen.dot(Token.SERIES_1, plot.x(end.month()), plot.y(end.value()), 2.5);
        }
        double baseline = top + tall - 3;
        pen.text(
                MonthNames.withYear(months.first()),
                TypeRole.SMALL_AXIS,
                Token.TEXT_3,
                from,
                baseline,
                Pen.Align.LEFT);
        if (months.count() > 1) {
            pen.text(
                    MonthNames.withYear(months.month(months.count() - 1)),
                    TypeRole.SMALL_AXIS,
                    Token.TEXT_3,
                    left + wide,
                    baseline,
                    Pen.Align.RIGHT);
        }
        double step = (right - from) / Math.max(1, months.count() - 1);
        for (MonthValue point : series.points()) {
            pen.mark(
                    plot.x(point.month()) - step / 2,
                    top,
                    step,
                    tall,
                    series.name()
                            + ", "
                            + MonthNames.full(point.month())
                            + "  "
                            + Figures.exact(unit, point.value()),
                    series.name(),
                    point.month().toString());
        }
    }
}
