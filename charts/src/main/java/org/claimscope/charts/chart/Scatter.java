package org.claimscope.charts.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.claimscope.charts.axis.Scale;
import org.claimscope.charts.axis.Ticks;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.Points;
import org.jspecify.annotations.Nullable;

/// Points by two figures. Up to 2,000 are dots, each to be chosen; more are squares of 4 pixels,
/// darker the more points share one, so that a million take no longer to draw than a thousand. The
/// nearest point is named under the pointer either way, and an area can be chosen.
public final class Scatter implements Chart {
    /// Beyond this many, dots hide each other.
    static final int MOST_DOTS = 2_000;

    private static final double HEAD = 20;
    private static final double FOOT = 34;
    private static final double LEAST_WIDTH = 140;
    private static final double LEAST_HEIGHT = 110;
    private static final double RIM = 12;
    private static final int SHADES = 4;
    // The palest steps could not be told from the surface, and a lone point must be seen.
    private static final int PALEST = 4;

    private final Points points;
    private final Ticks acrossTicks;
    private final Ticks upTicks;
    // The same size is painted again and again: on each theme, resolution and repaint.
    private volatile @Nullable PointField field;

    public Scatter(Points points) {
        this.points = points;
        this.acrossTicks = ticks(points, points.x());
        this.upTicks = ticks(points, points.y());
    }

    static boolean drawsDots(Points points) {
        return points.placed() <= MOST_DOTS;
    }

    @Override
    public void paint(Pen pen, double width, double height) {
        if (points.placed() == 0) {
            pen.empty(width, height, "No points to show: load a feed or choose a longer period");
            return;
        }
        if (width < LEAST_WIDTH || height < LEAST_HEIGHT) {
            pen.empty(width, height, "Not enough room for points");
            return;
        }
        List<String> words = upTicks.values().stream().map(upTicks::label).toList();
        double left = Math.ceil(pen.widest(words, TypeRole.CAPTION)) + 8;
        double right = Math.floor(width - 2);
        double bottom = Math.floor(height - FOOT);
        PointField.Plot plot = new PointField.Plot(left, HEAD, Math.max(left + 1, right), bottom);
        PointField places = field(plot);
        axes(pen, plot, places, width, height);
        String across = pen.fit(points.x().name(), TypeRole.CAPTION, width);
        pen.text(across, TypeRole.CAPTION, Token.TEXT_2, width, height - 5, Pen.Align.RIGHT);
        if (drawsDots(points)) {
            dots(pen, places);
            upName(pen, sizeLegend(pen, width));
        } else {
            int[] least = shades(places.mostInSquare());
            squares(pen, places, least);
            upName(pen, shadeLegend(pen, least, width));
        }
        pen.field(places);
    }

    @Override
    public Twin twin() {
        Points.Axis x = points.x();
        Points.Axis y = points.y();
        if (!drawsDots(points)) {
            return crowdTwin();
        }
        List<String> columns = new ArrayList<>(List.of("Name", x.name(), y.name()));
        points.size().ifPresent(size -> columns.add(size.name()));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < points.count(); i++) {
            int index = i;
            List<String> row = new ArrayList<>();
            row.add(points.label(index));
            row.add(Twin.figure(x.unit(), x.at(index)));
            row.add(Twin.figure(y.unit(), y.at(index)));
            points.size().ifPresent(size -> row.add(Twin.figure(size.unit(), size.at(index))));
            rows.add(row);
        }
        return new Twin(columns, rows);
    }

    @Override
    public String summary() {
        if (points.placed() == 0) {
            return points.name() + ": no points to show";
        }
        int unknown = points.count() - points.placed();
        return points.name()
                + ", "
                + Figures.count(points.placed())
                + " points, "
                + range(points.x())
                + ", "
                + range(points.y())
                + (unknown == 0 ? "" : ", " + Figures.count(unknown) + " without a place");
    }

    @Override
    public String toString() {
        return "Scatter[" + points + "]";
    }

    private String range(Points.Axis axis) {
        Points.Extent extent = points.extent(axis);
        return axis.name()
                + " "
                + Figures.brief(axis.unit(), extent.least())
                + " to "
                + Figures.brief(axis.unit(), extent.most());
    }

    private static Ticks ticks(Points points, Points.Axis axis) {
        Points.Extent extent = points.extent(axis);
        return points.placed() == 0
                ? Ticks.covering(axis.unit(), 0, 1)
                : Ticks.covering(axis.unit(), extent.least(), extent.most());
    }

    private PointField field(PointField.Plot plot) {
        PointField known = field;
        if (known != null && known.plot().equals(plot)) {
            return known;
        }
        // Large dots at the edges stay within the plot.
        double rim = points.size().isPresent() && drawsDots(points) ? RIM : 0;
        PointField fresh =
                new PointField(
                        points,
                        plot,
                        new Scale(
                                acrossTicks.low(),
                                acrossTicks.high(),
                                plot.left() + rim,
                                plot.right() - rim),
                        new Scale(
                                upTicks.low(),
                                upTicks.high(),
                                plot.bottom() - rim,
                                plot.top() + rim));
        field = fresh;
        return fresh;
    }

    private void axes(
            Pen pen, PointField.Plot plot, PointField places, double width, double height) {
        for (BigDecimal tick : upTicks.values()) {
            double y = places.up().at(tick.doubleValue());
            pen.level(Token.GRID, plot.left(), plot.right(), y);
            String words = upTicks.label(tick);
            double end = plot.left() - 8;
            pen.text(words, TypeRole.CAPTION, Token.TEXT_3, end, y + 4, Pen.Align.RIGHT);
        }
        pen.level(Token.BORDER_STRONG, plot.left(), plot.right(), plot.bottom());
        double free = 0;
        for (BigDecimal tick : acrossTicks.values()) {
            double x = places.across().at(tick.doubleValue());
            pen.upright(Token.GRID, x, plot.top(), plot.bottom());
            String words = acrossTicks.label(tick);
            double half = Math.ceil(pen.width(words, TypeRole.CAPTION) / 2);
            double middle = Math.clamp(x, half, Math.max(half, width - half - 1));
            if (middle - half >= free) {
                double baseline = height - 20;
                pen.text(words, TypeRole.CAPTION, Token.TEXT_3, middle, baseline, Pen.Align.CENTER);
                free = middle + half + 8;
            }
        }
    }

    private void upName(Pen pen, double room) {
        String name = pen.fit(points.y().name(), TypeRole.CAPTION, room);
        pen.text(name, TypeRole.CAPTION, Token.TEXT_2, 0, 11, Pen.Align.LEFT);
    }

    /// What the area of a dot stands for.
    ///
    /// @return how much room it leaves, as with the legend of shades
    private double sizeLegend(Pen pen, double width) {
        if (points.size().isEmpty()) {
            return width;
        }
        String area = "area: " + points.size().get().name();
        String words = pen.fit(area, TypeRole.CAPTION, width / 2);
        pen.text(words, TypeRole.CAPTION, Token.TEXT_3, width, 11, Pen.Align.RIGHT);
        return width - Math.ceil(pen.width(words, TypeRole.CAPTION)) - 12;
    }

    /// The larger first, so that none hides a smaller one.
    private void dots(Pen pen, PointField places) {
        IntStream.range(0, points.count())
                .filter(points::isPlaced)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> -places.radius(index)))
                .forEach(index -> {
                    pen.bubble(
                            Token.SERIES_1, places.x(index), places.y(index), places.radius(index));
                    pen.mark(places.mark(index));
                });
    }

    private static void squares(Pen pen, PointField places, int[] least) {
        double edge = PointField.CELL;
        PointField.Plot plot = places.plot();
        for (int row = 0; row < places.rows(); row++) {
            for (int column = 0; column < places.columns(); column++) {
                int count = places.inSquare(column, row);
                if (count > 0) {
                    double x = plot.left() + column * edge;
                    double y = plot.top() + row * edge;
                    Token ink = pen.palette().sequential(PALEST + shade(count, least));
                    pen.box(
                            ink,
                            x,
                            y,
                            Math.min(edge, plot.right() - x),
                            Math.min(edge, plot.bottom() - y));
                }
            }
        }
    }

    /// The least count of each shade: 1 and its multiples by one round number.
    static int[] shades(int most) {
        int factor = 2;
        for (int round : new int[] {5, 10, 20, 50, 100}) {
            factor = Math.pow(round, SHADES - 1) <= most ? round : factor;
        }
        int[] least = new int[SHADES];
        least[0] = 1;
        for (int shade = 1; shade < SHADES; shade++) {
            least[shade] = least[shade - 1] * factor;
        }
        return least;
    }

    private static int shade(int count, int[] least) {
        int shade = 0;
        while (shade < SHADES - 1 && count >= least[shade + 1]) {
            shade++;
        }
        return shade;
    }

    /// The least count of each shade: all or none.
    private static double shadeLegend(Pen pen, int[] least, double width) {
        List<String> words =
                IntStream.of(least).mapToObj(count -> Figures.count(count) + "+").toList();
        double room =
                words.stream()
                        .mapToDouble(word -> Math.ceil(pen.width(word, TypeRole.CAPTION)) + 24)
                        .sum();
        if (room > width * 0.7) {
            return width;
        }
        double x = width;
        for (int shade = SHADES - 1; shade >= 0; shade--) {
            double wide = Math.ceil(pen.width(words.get(shade), TypeRole.CAPTION));
            pen.text(words.get(shade), TypeRole.CAPTION, Token.TEXT_3, x, 11, Pen.Align.RIGHT);
            pen.box(pen.palette().sequential(PALEST + shade), x - wide - 14, 2, 10, 10);
            x -= wide + 24;
        }
        String what = "points in a square";
        double wide = Math.ceil(pen.width(what, TypeRole.CAPTION));
        if (x - wide > width / 3) {
            pen.text(what, TypeRole.CAPTION, Token.TEXT_3, x, 11, Pen.Align.RIGHT);
            x -= wide + 12;
        }
        return x;
    }

    /// How many points are in each rectangle of the axes' ticks.
    private Twin crowdTwin() {
        record Field(long x, long y) {}
        TreeMap<Field, Integer> counts =
                new TreeMap<>(Comparator.comparingLong(Field::x).thenComparingLong(Field::y));
        for (int i = 0; i < points.count(); i++) {
            if (points.isPlaced(i)) {
                Field at =
                        new Field(
                                steps(acrossTicks, points.x().at(i)),
                                steps(upTicks, points.y().at(i)));
                counts.merge(at, 1, Integer::sum);
            }
        }
        List<List<String>> rows = new ArrayList<>();
        counts.forEach((at, count) ->
                rows.add(
                        List.of(
                                stretch(acrossTicks, at.x()),
                                stretch(upTicks, at.y()),
                                Figures.count(count))));
        int unknown = points.count() - points.placed();
        if (unknown > 0) {
            rows.add(List.of(Figures.ABSENT, Figures.ABSENT, Figures.count(unknown)));
        }
        return new Twin(List.of(points.x().name(), points.y().name(), points.name()), rows);
    }

    private static long steps(Ticks ticks, double value) {
        return BigDecimal.valueOf(value)
                .divide(ticks.step(), 0, RoundingMode.FLOOR)
                .longValueExact();
    }

    private static String stretch(Ticks ticks, long steps) {
        BigDecimal from = ticks.step().multiply(BigDecimal.valueOf(steps));
        return ticks.label(from) + " to under " + ticks.label(from.add(ticks.step()));
    }
}
