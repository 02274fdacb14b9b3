package org.claimscope.charts.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.charts.axis.Scale;
import org.claimscope.charts.axis.Ticks;
import org.claimscope.charts.axis.TimeTicks;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.claimscope.charts.shape.LongSeries;
import org.jspecify.annotations.Nullable;

/// A line of up to millions of points. Where several share a pixel column, that column reaches from
/// the least to the most of them: no peak is lost, however many points there are.
public final class LongLine implements Chart {
    private static final double TOP = 10;
    private static final double BOTTOM = 24;
    private static final double HOVER = 6;
    private static final int MOST_ROWS = 1_000;

    /// The pixel columns of one width.
    ///
    /// @param starts the index of the first point of each column, and the end
    private record Columns(int width, int[] starts, LongSeries.Extent[] extents) {}

    private final LongSeries series;
    // The same width is painted again and again: on each theme, resolution and repaint.
    private volatile @Nullable Columns columns;

    public LongLine(LongSeries series) {
        this.series = series;
    }

    @Override
    public void paint(Pen pen, double width, double height) {
        LongSeries.Extent all = series.extent(0, series.size());
        if (Double.isNaN(all.least())) {
            pen.empty(width, height, "No points to show: load a feed or choose a longer period");
            return;
        }
        Ticks ticks = Ticks.covering(series.unit(), all.least(), all.most());
        List<String> words = ticks.values().stream().map(ticks::label).toList();
        double left = Math.ceil(pen.widest(words, TypeRole.CAPTION)) + 12;
        double right = Math.max(left + 1, Math.floor(width - 4));
        Scale up = new Scale(ticks.low(), ticks.high(), Math.max(TOP + 1, height - BOTTOM), TOP);
        double first = series.time(0);
        double last = series.time(series.size() - 1);
        Scale across =
                first == last
                        ? new Scale(first - 1, first + 1, left, right)
                        : new Scale(first, last, left, right);
        for (BigDecimal tick : ticks.values()) {
            double y = up.at(tick.doubleValue());
            pen.level(tick.signum() == 0 ? Token.BORDER_STRONG : Token.GRID, left, right, y);
            pen.text(
                    ticks.label(tick),
                    TypeRole.CAPTION,
                    Token.TEXT_3,
                    left - 8,
                    y + 4,
                    Pen.Align.RIGHT);
        }
        pen.level(Token.BORDER_STRONG, left, right, up.fromPixel());
        times(pen, across, height - 8, width);
        int pixels = (int) (right - left);
        if (series.size() <= 2 * pixels) {
            everyPoint(pen, across, up);
        } else {
            columns(pen, left, pixels, across, up);
        }
        marks(pen, left, right, across, up);
    }

    @Override
    public Twin twin() {
        int size = series.size();
        List<List<String>> rows = new ArrayList<>();
        if (size <= MOST_ROWS) {
            for (int i = 0; i < size; i++) {
                rows.add(List.of(moment(i), Twin.figure(series.unit(), series.value(i))));
            }
            return new Twin(List.of("Time", series.name()), rows);
        }
        for (int row = 0; row < MOST_ROWS; row++) {
            int from = (int) ((long) size * row / MOST_ROWS);
            int to = (int) ((long) size * (row + 1) / MOST_ROWS);
            LongSeries.Extent extent = series.extent(from, to);
            rows.add(
                    List.of(
                            moment(from),
                            moment(to - 1),
                            Figures.count(to - from),
                            Twin.figure(series.unit(), extent.least()),
                            Twin.figure(series.unit(), extent.most())));
        }
        return new Twin(List.of("From", "To", "Points", "Least", "Most"), rows);
    }

    @Override
    public String summary() {
        LongSeries.Extent all = series.extent(0, series.size());
        if (Double.isNaN(all.least())) {
            return series.name() + ": no points to show";
        }
        return series.name()
                + ", "
                + Figures.count(series.size())
                + " points, least "
                + Figures.brief(series.unit(), all.least())
                + ", most "
                + Figures.brief(series.unit(), all.most());
    }

    @Override
    public String toString() {
        return "LongLine[" + series.name() + ", " + series.size() + "]";
    }

    private String moment(int index) {
        return TimeTicks.moment(series.time(index)).toString();
    }

    private static void times(Pen pen, Scale across, double baseline, double width) {
        int most = (int) ((across.toPixel() - across.fromPixel()) / 80);
        double free = 0;
        for (TimeTicks.Tick tick : TimeTicks.between(across.fromValue(), across.toValue(), most)) {
            double half = pen.width(tick.label(), TypeRole.CAPTION) / 2 + 1;
            double x = Math.clamp(across.at(tick.time()), half, Math.max(half, width - half));
            if (x - half >= free) {
                pen.text(
                        tick.label(),
                        TypeRole.CAPTION,
                        Token.TEXT_3,
                        x,
                        baseline,
                        Pen.Align.CENTER);
                free = x + half + 8;
            }
        }
    }

    /// Few points: the plain line, broken where a figure is missing.
    private void everyPoint(Pen pen, Scale across, Scale up) {
        int from = 0;
        for (int i = 0; i <= series.size(); i++) {
            if (i == series.size() || Double.isNaN(series.value(i))) {
                stroke(pen, from, i, across, up);
                from = i + 1;
            }
        }
    }

    private void stroke(Pen pen, int from, int to, Scale across, Scale up) {
        if (to - from == 1) {
            pen.disc(
                    Token.SERIES_1,
                    across.at(series.time(from)),
                    up.at(series.value(from)),
                    to - from == series.size() ? 3 : 1);
        } else if (to > from) {
            double[] xs = new double[to - from];
            double[] ys = new double[to - from];
            for (int i = from; i < to; i++) {
                xs[i - from] = across.at(series.time(i));
                ys[i - from] = up.at(series.value(i));
            }
            pen.path(Token.SERIES_1, 1.25, xs, ys);
        }
    }

    private void columns(Pen pen, double left, int pixels, Scale across, Scale up) {
        Columns known = columns(pixels, across);
        double floor = Double.NaN;
        double roof = Double.NaN;
        double lastX = Double.NaN;
        for (int column = 0; column < pixels; column++) {
            int from = known.starts()[column];
            int to = known.starts()[column + 1];
            LongSeries.Extent extent = known.extents()[column];
            if (Double.isNaN(extent.least())) {
                if (to > from) {
                    // All of the column's figures are missing: a gap, not a bridge.
                    lastX = Double.NaN;
                }
                continue;
            }
            double x = left + column;
            double top = up.at(extent.most());
            double bottom = up.at(extent.least());
            if (!Double.isNaN(lastX) && lastX + 1 < x) {
                double y = up.at(series.value(Math.max(0, from - 1)));
                pen.path(
                        Token.SERIES_1,
                        1.25,
                        new double[] {lastX + 0.5, x + 0.5},
                        new double[] {Double.isNaN(y) ? floor : y, bottom});
            }
            // Neighbours touch, so that a steep line has no holes.
            boolean joined = lastX + 1 == x;
            double joinedTop = joined ? Math.min(top, floor) : top;
            double joinedBottom = joined ? Math.max(bottom, roof) : bottom;
            pen.box(
                    Token.SERIES_1,
                    x,
                    joinedTop - 0.5,
                    1,
                    Math.max(1, joinedBottom - joinedTop + 1));
            roof = top;
            floor = bottom;
            lastX = x;
        }
    }

    private Columns columns(int pixels, Scale across) {
        Columns known = columns;
        if (known != null && known.width() == pixels) {
            return known;
        }
        int[] starts = new int[pixels + 1];
        double first = across.fromValue();
        double span = across.toValue() - first;
        for (int column = 1; column < pixels; column++) {
            starts[column] = series.indexAt(first + span * column / pixels);
        }
        starts[pixels] = series.size();
        LongSeries.Extent[] extents = new LongSeries.Extent[pixels];
        for (int column = 0; column < pixels; column++) {
            extents[column] = series.extent(starts[column], starts[column + 1]);
        }
        Columns fresh = new Columns(pixels, starts, extents);
        columns = fresh;
        return fresh;
    }

    private void marks(Pen pen, double left, double right, Scale across, Scale up) {
        double span = across.toValue() - across.fromValue();
        for (double x = left; x < right; x += HOVER) {
            double from = across.fromValue() + span * (x - left) / (right - left);
            double to = across.fromValue() + span * (x + HOVER - left) / (right - left);
            int start = series.indexAt(from);
            int end = x + HOVER >= right ? series.size() : series.indexAt(to);
            LongSeries.Extent extent = series.extent(start, end);
            if (!Double.isNaN(extent.least())) {
                String least = Figures.exact(series.unit(), extent.least());
                String most = Figures.exact(series.unit(), extent.most());
                pen.mark(
                        x,
                        TOP,
                        Math.min(HOVER, right - x),
                        up.fromPixel() - TOP,
                        moment(start)
                                + "  "
                                + (end - start == 1 ? least : least + " to " + most)
                                + (end - start == 1
                                        ? ""
                                        : "\n" + Figures.count(end - start) + " points"));
            }
        }
    }
}
