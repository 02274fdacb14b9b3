package org.claimscope.charts.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.claimscope.charts.axis.Scale;
import org.claimscope.charts.axis.Ticks;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.ControlSeries;
import org.claimscope.charts.shape.TimeNote;
import org.claimscope.charts.shape.Unit;

/// Whether a rate moves by chance or by cause: its line, the expected rate, and the limits that
/// chance keeps to, which are narrower the more was counted. Points beyond are diamonds, and one
/// sentence says how many.
public record ControlLine(ControlSeries series, TimeNotes notes) implements Noted {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.US);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("MMM yy", Locale.US);
    private static final double TOP = 22;
    private static final double BOTTOM = 26;

    public ControlLine(ControlSeries series) {
        this(series, TimeNotes.NONE);
    }

    @Override
    public Chart with(List<TimeNote> others) {
        return new ControlLine(series, new TimeNotes(others));
    }

    @Override
    public LocalDate day(Pen.Mark mark) {
        return series.points().stream()
                .filter(point -> series.member(point).equals(mark.members().getFirst()))
                .map(ControlSeries.Point::start)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a mark of this chart"));
    }

    @Override
    public void paint(Pen pen, double width, double height) {
        if (known().isEmpty()) {
            pen.empty(width, height, "No rates to show: load a feed or choose a longer period");
            return;
        }
        Ticks ticks = ticks();
        List<String> words = ticks.values().stream().map(ticks::label).toList();
        double left = Math.ceil(pen.widest(words, TypeRole.CAPTION)) + 16;
        Scale up = new Scale(ticks.low(), ticks.high(), Math.max(TOP + 1, height - BOTTOM), TOP);
        List<SideLabels.Label> labels = labels(up);
        double labelWidth = SideLabels.width(pen, labels, 90, height - BOTTOM + 6);
        double right = Math.max(left + 1, width - labelWidth - 16);
        Scale across = across(left + 4, right - 4);
        for (BigDecimal tick : ticks.values()) {
            double y = up.at(tick.doubleValue());
            pen.level(Token.GRID, left - 8, right, y);
            pen.text(
                    ticks.label(tick),
                    TypeRole.CAPTION,
                    Token.TEXT_3,
                    left - 16,
                    y + 4,
                    Pen.Align.RIGHT);
        }
        pen.level(Token.BORDER_STRONG, left - 8, right, up.fromPixel());
        dates(pen, across, height - 8, width);
        limit(pen, series::upper, across, up);
        limit(pen, series::lower, across, up);
        pen.level(Token.TEXT_3, left - 8, right, up.at(series.center()));
        line(pen, across, up);
        String sentence = pen.fit(sentence(), TypeRole.CAPTION, right - left);
        pen.text(sentence, TypeRole.CAPTION, Token.TEXT, right, 12, Pen.Align.RIGHT);
        notes.draw(
                pen,
                day -> Math.min(x(across, day), right),
                series.points().getFirst().start(),
                end(series.points().getLast()),
                TOP,
                up.fromPixel(),
                right);
        SideLabels.draw(pen, labels, right + 8, labelWidth, 0, height - BOTTOM + 6);
    }

    @Override
    public Twin twin() {
        return new Twin(
                List.of(
                        series.grain() == ControlSeries.Grain.WEEK ? "Week of" : "Month",
                        "Counted",
                        "Of",
                        "Rate",
                        "Lower limit",
                        "Upper limit",
                        "Is"),
                series.points().stream()
                        .map(point ->
                                List.of(
                                        series.member(point),
                                        Figures.count(point.hits()),
                                        Figures.count(point.of()),
                                        Twin.figure(Unit.RATE, point.rate()),
                                        Twin.figure(Unit.RATE, series.lower(point)),
                                        Twin.figure(Unit.RATE, series.upper(point)),
                                        series.breaches(point) ? "outside" : "inside"))
                        .toList());
    }

    @Override
    public String summary() {
        return known().isEmpty()
                ? series.name() + ": no rates to show"
                : series.name() + ": " + sentence();
    }

    /// `3 of 26 weeks outside the limits, the first Mar 3`, or the caller's own words.
    String sentence() {
        if (!series.note().isEmpty()) {
            return series.note();
        }
        List<ControlSeries.Point> known = known();
        List<ControlSeries.Point> breaches = known.stream().filter(series::breaches).toList();
        String each = series.grain() == ControlSeries.Grain.WEEK ? " week" : " month";
        String counted = known.size() + each + (known.size() == 1 ? "" : "s");
        return breaches.isEmpty()
                ? counted + " within the limits"
                : breaches.size()
                        + " of "
                        + counted
                        + " outside the limits, the first "
                        + name(breaches.getFirst().start());
    }

    private List<ControlSeries.Point> known() {
        return series.points().stream().filter(point -> point.of() > 0).toList();
    }

    private String name(LocalDate start) {
        return (series.grain() == ControlSeries.Grain.WEEK ? DAY : YEAR).format(start);
    }

    private Ticks ticks() {
        double low = series.center();
        double high = series.center();
        for (ControlSeries.Point point : known()) {
            low = Math.min(low, Math.min(point.rate(), series.lower(point)));
            high = Math.max(high, Math.max(point.rate(), series.upper(point)));
        }
        return Ticks.covering(Unit.RATE, low, high);
    }

    private Scale across(double left, double right) {
        double first = series.points().getFirst().start().toEpochDay();
        double last = series.points().getLast().start().toEpochDay();
        return first == last
                ? new Scale(first - 1, first + 1, left, right)
                : new Scale(first, last, left, right);
    }

    /// The last day of a week or month.
    private LocalDate end(ControlSeries.Point point) {
        return series.grain() == ControlSeries.Grain.WEEK
                ? point.start().plusDays(6)
                : point.start().plusMonths(1).minusDays(1);
    }

    private static double x(Scale across, LocalDate start) {
        return across.at((double) start.toEpochDay());
    }

    private void limit(
            Pen pen, ToDoubleFunction<ControlSeries.Point> limit, Scale across, Scale up) {
        List<ControlSeries.Point> known = known();
        for (int i = 0; i < known.size(); i++) {
            double x = x(across, known.get(i).start());
            double from =
                    i == 0 ? across.fromPixel() : (x + x(across, known.get(i - 1).start())) / 2;
            double to =
                    i == known.size() - 1
                            ? across.toPixel()
                            : (x + x(across, known.get(i + 1).start())) / 2;
            pen.dashedLevel(Token.TEXT_3, from, to, up.at(limit.applyAsDouble(known.get(i))), 3, 2);
        }
    }

    private void line(Pen pen, Scale across, Scale up) {
        List<ControlSeries.Point> run = new ArrayList<>();
        for (ControlSeries.Point point : series.points()) {
            if (point.of() > 0) {
                run.add(point);
            } else {
                stroke(pen, run, across, up);
                run.clear();
            }
        }
        stroke(pen, run, across, up);
        double step =
                (across.toPixel() - across.fromPixel()) / Math.max(1, series.points().size() - 1);
        for (ControlSeries.Point point : known()) {
            double x = x(across, point.start());
            double y = up.at(point.rate());
            if (series.breaches(point)) {
                pen.diamond(Token.WARN, x, y, 4.5);
            } else if (step >= 6 || known().size() == 1) {
                pen.disc(Token.SERIES_1, x, y, 2);
            }
            pen.mark(
                    x - step / 2,
                    TOP,
                    step,
                    up.fromPixel() - TOP,
                    exact(point),
                    series.member(point));
        }
    }

    private static void stroke(Pen pen, List<ControlSeries.Point> run, Scale across, Scale up) {
        if (run.size() > 1) {
            pen.path(
                    Token.SERIES_1,
                    1.5,
                    run.stream().mapToDouble(p -> x(across, p.start())).toArray(),
                    run.stream().mapToDouble(p -> up.at(p.rate())).toArray());
        } else if (run.size() == 1) {
            ControlSeries.Point alone = run.getFirst();
            double x = x(across, alone.start());
            pen.disc(Token.SERIES_1, x, up.at(alone.rate()), 2);
        }
    }

    private List<SideLabels.Label> labels(Scale up) {
        ControlSeries.Point last = known().getLast();
        return List.of(
                label("Upper limit", series.upper(last), up, false),
                label("Center", series.center(), up, false),
                label("Lower limit", series.lower(last), up, false),
                label(name(last.start()), last.rate(), up, true));
    }

    private static SideLabels.Label label(String name, double rate, Scale up, boolean strong) {
        return new SideLabels.Label(name, Figures.brief(Unit.RATE, rate), up.at(rate), strong);
    }

    /// A month's name under the first point in it, as far as they stand apart.
    private void dates(Pen pen, Scale across, double baseline, double width) {
        double free = 0;
        int month = 0;
        int year = 0;
        for (ControlSeries.Point point : series.points()) {
            LocalDate start = point.start();
            if (start.getMonthValue() == month && start.getYear() == year) {
                continue;
            }
            month = start.getMonthValue();
            boolean newYear = year != start.getYear();
            String words = (newYear ? YEAR : MONTH).format(start);
            double half = pen.width(words, TypeRole.CAPTION) / 2 + 1;
            double x = Math.clamp(x(across, start), half, Math.max(half, width - half));
            if (x - half >= free) {
                pen.text(words, TypeRole.CAPTION, Token.TEXT_3, x, baseline, Pen.Align.CENTER);
                free = x + half + 8;
                year = start.getYear();
            }
        }
    }

    private String exact(ControlSeries.Point point) {
        return name(point.start())
                + "  "
                + Figures.exact(Unit.RATE, point.rate())
                + "\n"
                + Figures.count(point.hits())
                + " of "
                + Figures.count(point.of())
                + "\nlimits "
                + Figures.brief(Unit.RATE, series.lower(point))
                + " to "
                + Figures.brief(Unit.RATE, series.upper(point))
                + (series.breaches(point) ? ", outside" : "")
                + notes.between(point.start(), end(point));
    }
}
