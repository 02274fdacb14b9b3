package org.claimscope.charts.chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.claimscope.charts.axis.QuantileSteps;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.format.MonthNames;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.DailySeries;

/// A figure a day on a calendar: a column for each week, a row for each weekday from Monday. A day
/// nobody knows is outlined and struck, one still to come is only outlined, today has a rim. Where
/// not all weeks have room, the last are drawn.
public record CalendarHeat(DailySeries series) implements Chart {
    private static final double HEAD = 18;
    private static final double FOOT = 24;
    private static final double LEAST_CELL = 9;
    private static final double MOST_CELL = 24;
    private static final int WEEKDAYS = 7;
    // The palest colour is that of nothing: here no number in the cell tells the two apart.
    private static final int COLORS = ChartPalette.STEPS - 1;
    private static final List<String> ROWS = List.of("Mon", "", "Wed", "", "Fri", "", "Sun");
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("EEE, MMM d, yyyy", Locale.US);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.US);

    /// Where the days stand.
    ///
    /// @param monday of the first week that is drawn
    /// @param hidden how many weeks before it are not
    private record Grid(LocalDate monday, int weeks, long hidden, double left, double cell) {
        double x(LocalDate day) {
            int week = (int) (ChronoUnit.DAYS.between(monday, day) / WEEKDAYS);
            return left + week * cell;
        }

        double y(LocalDate day) {
            return HEAD + (day.getDayOfWeek().getValue() - 1) * cell;
        }
    }

    @Override
    public void paint(Pen pen, double width, double height) {
        if (series.days().isEmpty()) {
            pen.empty(width, height, "No days to show: load a feed or choose a longer period");
            return;
        }
        double left = Math.ceil(pen.widest(ROWS, TypeRole.CAPTION)) + 8;
        double tall = Math.floor((height - HEAD - FOOT) / WEEKDAYS);
        long fits = (long) Math.floor((width - left) / LEAST_CELL);
        if (tall < LEAST_CELL || fits < 2) {
            pen.empty(width, height, "Not enough room for a calendar");
            return;
        }
        Grid grid = grid(left, width, tall, fits);
        Map<LocalDate, Double> figures = figures(grid);
        QuantileSteps steps = steps();
        months(pen, grid, width);
        for (int row = 0; row < WEEKDAYS; row++) {
            double baseline = HEAD + (row + 0.5) * grid.cell() + 4;
            String words = ROWS.get(row);
            pen.text(words, TypeRole.CAPTION, Token.TEXT_3, left - 8, baseline, Pen.Align.RIGHT);
        }
        boolean missing = false;
        for (LocalDate day = first(grid); !day.isAfter(series.to()); day = day.plusDays(1)) {
            Double figure = figures.get(day);
            day(pen, grid, day, figure == null ? Double.NaN : figure, steps);
            border(pen, grid, day);
            missing |= figure == null && !series.isAhead(day);
        }
        LocalDate today = series.today();
        if (today != null && !today.isBefore(first(grid)) && !today.isAfter(series.to())) {
            rim(pen, grid, today);
        }
        foot(pen, grid, steps, missing, width);
    }

    @Override
    public Twin twin() {
        Map<LocalDate, Double> figures = new HashMap<>();
        series.days().forEach(day -> figures.put(day.day(), day.value()));
        List<List<String>> rows = new ArrayList<>();
        for (LocalDate day = series.from(); !day.isAfter(series.to()); day = day.plusDays(1)) {
            double figure = figures.getOrDefault(day, Double.NaN);
            rows.add(
                    List.of(
                            day.toString(),
                            WEEKDAY.format(day),
                            Twin.figure(series.unit(), figure)));
        }
        return new Twin(List.of("Day", "Weekday", series.name()), rows);
    }

    @Override
    public String summary() {
        if (series.days().isEmpty()) {
            return series.name() + ": no days to show";
        }
        DailySeries.Day most =
                series.days().stream()
                        .max(Comparator.comparingDouble(DailySeries.Day::value))
                        .orElseThrow();
        return series.name()
                + ", "
                + Figures.count(series.days().size())
                + " days from "
                + LONG.format(series.from())
                + " to "
                + LONG.format(series.to())
                + ", most on "
                + LONG.format(most.day())
                + " with "
                + Figures.brief(series.unit(), most.value());
    }

    /// The least amounts of the colour steps after the first.
    QuantileSteps steps() {
        return QuantileSteps.of(
                series.days().stream().map(DailySeries.Day::value).toList(), COLORS);
    }

    private static Token ink(Pen pen, int step) {
        return pen.palette().sequential(step + 1);
    }

    private Grid grid(double left, double width, double tall, long fits) {
        LocalDate monday = monday(series.from());
        long weeks = ChronoUnit.DAYS.between(monday, monday(series.to())) / WEEKDAYS + 1;
        int shown = (int) Math.min(weeks, fits);
        double cell = Math.clamp(Math.floor((width - left) / shown), LEAST_CELL, MOST_CELL);
        return new Grid(
                monday.plusWeeks(weeks - shown), shown, weeks - shown, left, Math.min(cell, tall));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private LocalDate first(Grid grid) {
        return grid.monday().isBefore(series.from()) ? series.from() : grid.monday();
    }

    private Map<LocalDate, Double> figures(Grid grid) {
        Map<LocalDate, Double> figures = new HashMap<>();
        for (DailySeries.Day day : series.days().reversed()) {
            if (day.day().isBefore(grid.monday())) {
                break;
            }
            figures.put(day.day(), day.value());
        }
        return figures;
    }

    /// Above the week in which a month begins; the year where it is new.
    private void months(Pen pen, Grid grid, double width) {
        double free = 0;
        int year = Integer.MIN_VALUE;
        YearMonth start = YearMonth.from(first(grid));
        YearMonth end = YearMonth.from(series.to());
        for (YearMonth month = start; !month.isAfter(end); month = month.plusMonths(1)) {
            LocalDate day = month.equals(start) ? first(grid) : month.atDay(1);
            boolean news = month.getYear() != year;
            String words = news ? MonthNames.withYear(month) : MonthNames.brief(month);
            double x = grid.x(day) + 1;
            double wide = Math.ceil(pen.width(words, TypeRole.CAPTION));
            // A stub of a month at the left gives way to the first whole one.
            boolean stub =
                    month.equals(start)
                            && !month.equals(end)
                            && grid.x(month.plusMonths(1).atDay(1)) < x + wide + 6;
            if (!stub && x >= free && x + wide <= width) {
                pen.text(words, TypeRole.CAPTION, Token.TEXT_3, x, 11, Pen.Align.LEFT);
                free = x + wide + 6;
                year = month.getYear();
            }
        }
    }

    private void day(Pen pen, Grid grid, LocalDate day, double value, QuantileSteps steps) {
        double x = grid.x(day) + 1;
        double y = grid.y(day) + 1;
        double edge = grid.cell() - 2;
        if (Double.isNaN(value)) {
            if (series.isAhead(day)) {
                pen.frame(Token.GRID, x, y, edge, edge, 0);
            } else {
                struck(pen, x, y, edge);
            }
        } else if (value <= 0) {
            // Nothing and credits are no small amounts: they stand apart from the scale.
            pen.box(Token.SUB, x, y, edge, edge);
            pen.frame(Token.BORDER, x, y, edge, edge, 0);
            if (value < 0) {
                pen.level(Token.TEXT_2, x + edge * 0.3, x + edge * 0.7, y + edge / 2);
            }
        } else {
            pen.box(ink(pen, steps.step(value)), x, y, edge, edge);
        }
        pen.mark(x - 1, y - 1, grid.cell(), grid.cell(), exact(day, value), day.toString());
    }

    private static void struck(Pen pen, double x, double y, double edge) {
        pen.frame(Token.WARN, x, y, edge, edge, 0);
        pen.path(
                Token.WARN,
                1,
                new double[] {x + 2, x + edge - 2},
                new double[] {y + edge - 2, y + 2});
    }

    /// A line between the last days of a month and the first of the next.
    private void border(Pen pen, Grid grid, LocalDate day) {
        LocalDate first = first(grid);
        LocalDate left = day.minusWeeks(1);
        if (!left.isBefore(first) && left.getMonth() != day.getMonth()) {
            double y = grid.y(day);
            pen.upright(Token.BORDER_STRONG, grid.x(day) - 0.5, y, y + grid.cell());
        }
        boolean top = day.getDayOfWeek() == DayOfWeek.MONDAY;
        if (day.getDayOfMonth() == 1 && !top && day.isAfter(first)) {
            double x = grid.x(day);
            pen.level(Token.BORDER_STRONG, x - 1, x + grid.cell(), grid.y(day) - 0.5);
        }
    }

    private static void rim(Pen pen, Grid grid, LocalDate today) {
        double x = grid.x(today);
        double y = grid.y(today);
        pen.frame(Token.TEXT, x, y, grid.cell(), grid.cell(), 0);
        pen.frame(Token.TEXT, x + 1, y + 1, grid.cell() - 2, grid.cell() - 2, 0);
    }

    /// The colour steps at the right, what a struck day is and how much is not drawn at the left.
    private void foot(Pen pen, Grid grid, QuantileSteps steps, boolean missing, double width) {
        double top = HEAD + WEEKDAYS * grid.cell() + 8;
        double x = 0;
        if (grid.hidden() > 0) {
            String words = Figures.count(grid.hidden()) + " earlier weeks not drawn";
            String fit = pen.fit(words, TypeRole.CAPTION, width);
            pen.text(fit, TypeRole.CAPTION, Token.TEXT_3, 0, top + 10, Pen.Align.LEFT);
            x = Math.ceil(pen.width(fit, TypeRole.CAPTION)) + 14;
        }
        double wide = Math.ceil(pen.width("no data", TypeRole.CAPTION)) + 14;
        if (missing && x + wide <= width) {
            struck(pen, x, top, 10);
            pen.text("no data", TypeRole.CAPTION, Token.TEXT_3, x + 14, top + 10, Pen.Align.LEFT);
            x += wide + 14;
        }
        legend(pen, steps, x, top, width);
    }

    private void legend(Pen pen, QuantileSteps steps, double from, double top, double width) {
        List<Double> breaks = steps.breaks();
        List<Integer> used = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int step = 2; step <= breaks.size() + 1; step++) {
            double least = breaks.get(step - 2);
            // Borders may coincide; then no day is between them.
            if (step == breaks.size() + 1 || least < breaks.get(step - 1)) {
                used.add(step);
                words.add(Figures.brief(series.unit(), least) + "+");
            }
        }
        if (words.isEmpty()) {
            return;
        }
        double second = breaks.getFirst();
        if (series.days().stream().anyMatch(day -> day.value() > 0 && day.value() < second)) {
            used.addFirst(1);
            words.addFirst("under " + Figures.brief(series.unit(), second));
        }
        double room =
                words.stream().mapToDouble(word -> pen.width(word, TypeRole.CAPTION) + 25).sum();
        if (from + room <= width) {
            double x = width;
            for (int i = words.size() - 1; i >= 0; i--) {
                double wide = Math.ceil(pen.width(words.get(i), TypeRole.CAPTION));
                String word = words.get(i);
                pen.text(word, TypeRole.CAPTION, Token.TEXT_3, x, top + 10, Pen.Align.RIGHT);
                pen.box(ink(pen, used.get(i)), x - wide - 14, top, 10, 10);
                x -= wide + 24;
            }
        } else {
            ramp(pen, used, words.getLast(), from, top, width);
        }
    }

    /// Where there is no room for the figure of each step.
    private static void ramp(
            Pen pen, List<Integer> used, String most, double from, double top, double width) {
        double wide = Math.ceil(pen.width(most, TypeRole.CAPTION));
        double left = width - wide - 4 - 11 * used.size();
        if (left < from) {
            return;
        }
        for (int i = 0; i < used.size(); i++) {
            pen.box(ink(pen, used.get(i)), left + 11 * i, top, 10, 10);
        }
        pen.text(most, TypeRole.CAPTION, Token.TEXT_3, width, top + 10, Pen.Align.RIGHT);
    }

    private String exact(LocalDate day, double value) {
        String figure =
                !Double.isNaN(value)
                        ? series.name() + "  " + Figures.exact(series.unit(), value)
                        : series.isAhead(day) ? "still to come" : "no data";
        return LONG.format(day) + (day.equals(series.today()) ? ", today" : "") + "\n" + figure;
    }
}
