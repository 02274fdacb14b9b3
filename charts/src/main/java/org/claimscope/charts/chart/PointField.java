package org.claimscope.charts.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Point2D;
import org.claimscope.charts.axis.Scale;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.shape.Points;

/// Where the points of one scatter stand in a plot of one size: which is nearest to a place, which
/// lie within an outline, how many share a square. The points are sorted by squares of 4 pixels, so
/// that none of these reads all of a million points.
final class PointField {
    /// The edge of a square, in pixels.
    static final int CELL = 4;

    private static final double REACH = 12;
    private static final double FAR = 16;
    private static final double DOT = 3.5;
    private static final double LARGEST = 12;

    /// The rectangle the points are in.
    record Plot(double left, double top, double right, double bottom) {
        Point2D middle() {
            return new Point2D((left + right) / 2, (top + bottom) / 2);
        }

        double clampX(double x) {
            return Math.clamp(x, left, right);
        }

        double clampY(double y) {
            return Math.clamp(y, top, bottom);
        }
    }

    private final Points points;
    private final Plot plot;
    private final Scale across;
    private final Scale up;
    private final double mostSize;
    private final int columns;
    private final int rows;
    private final int[] starts;
    private final int[] order;

    /// @param across from figures to pixels within the plot, as is `up`
    PointField(Points points, Plot plot, Scale across, Scale up) {
        this.points = points;
        this.plot = plot;
        this.across = across;
        this.up = up;
        this.mostSize = points.size().map(points::extent).map(Points.Extent::most).orElse(0.0);
        this.columns = (int) Math.floor((plot.right() - plot.left()) / CELL) + 1;
        this.rows = (int) Math.floor((plot.bottom() - plot.top()) / CELL) + 1;
        this.starts = new int[columns * rows + 1];
        this.order = new int[points.placed()];
        sort();
    }

    private void sort() {
        int[] cells = new int[points.count()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = points.isPlaced(i) ? cellAt(x(i), y(i)) : -1;
            if (cells[i] >= 0) {
                starts[cells[i] + 1]++;
            }
        }
        for (int cell = 0; cell < columns * rows; cell++) {
            starts[cell + 1] += starts[cell];
        }
        int[] next = Arrays.copyOf(starts, columns * rows);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] >= 0) {
                order[next[cells[i]]++] = i;
            }
        }
    }

    Plot plot() {
        return plot;
    }

    Scale across() {
        return across;
    }

    Scale up() {
        return up;
    }

    double x(int index) {
        return across.at(points.x().at(index));
    }

    double y(int index) {
        return up.at(points.y().at(index));
    }

    /// The area of a dot is in proportion to the point's size; one without a size is the smallest.
    double radius(int index) {
        if (points.size().isEmpty()) {
            return DOT;
        }
        double size = points.size().get().at(index);
        double share = Double.isNaN(size) || mostSize == 0 ? 0 : size / mostSize;
        return Math.max(2, LARGEST * Math.sqrt(share));
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /// How many points are in a square.
    int inSquare(int column, int row) {
        int cell = row * columns + column;
        return starts[cell + 1] - starts[cell];
    }

    int mostInSquare() {
        int most = 0;
        for (int cell = 0; cell < columns * rows; cell++) {
            most = Math.max(most, starts[cell + 1] - starts[cell]);
        }
        return most;
    }

    /// The point nearest to a place; none when all are further than 12 pixels.
    OptionalInt nearest(double atX, double atY) {
        int column = (int) Math.floor((atX - plot.left()) / CELL);
        int row = (int) Math.floor((atY - plot.top()) / CELL);
        int found = -1;
        double best = REACH * REACH;
        for (int ring = 0; ring <= REACH / CELL + 1; ring++) {
            double inner = (ring - 1.0) * CELL;
            if (found >= 0 && inner > 0 && inner * inner > best) {
                break;
            }
            for (int r = row - ring; r <= row + ring; r++) {
                boolean edge = r == row - ring || r == row + ring;
                for (int c = column - ring;
                        c <= column + ring;
                        c += edge || ring == 0 ? 1 : 2 * ring) {
                    if (r < 0 || r >= rows || c < 0 || c >= columns) {
                        continue;
                    }
                    for (int k = starts[r * columns + c]; k < starts[r * columns + c + 1]; k++) {
                        double away = square(x(order[k]) - atX) + square(y(order[k]) - atY);
                        if (away <= best && (away < best || found < 0)) {
                            best = away;
                            found = order[k];
                        }
                    }
                }
            }
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /// The leftmost point, or the rightmost one.
    Optional<Pen.Mark> end(boolean right) {
        int found = -1;
        for (int index : order) {
            if (found < 0 || (right ? x(index) > x(found) : x(index) < x(found))) {
                found = index;
            }
        }
        return found < 0 ? Optional.empty() : Optional.of(mark(found));
    }

    /// The next point in one direction, at least 16 pixels away: among a million points a walk from
    /// neighbour to neighbour would never end.
    Optional<Pen.Mark> next(Pen.Mark from, MarkWalk.Direction direction) {
        double fromX = from.middle().getX();
        double fromY = from.middle().getY();
        int found = -1;
        double best = Double.POSITIVE_INFINITY;
        for (int index : order) {
            double right = x(index) - fromX;
            double down = y(index) - fromY;
            double along =
                    switch (direction) {
                        case LEFT -> -right;
                        case RIGHT -> right;
                        case UP -> -down;
                        case DOWN -> down;
                    };
            boolean level =
                    direction == MarkWalk.Direction.LEFT || direction == MarkWalk.Direction.RIGHT;
            double cost = along + 2 * Math.abs(level ? down : right);
            if (along >= FAR && cost < best) {
                best = cost;
                found = index;
            }
        }
        return found < 0 ? Optional.empty() : Optional.of(mark(found));
    }

    /// The first point of a name that has a place.
    Optional<Pen.Mark> named(String label) {
        for (int i = 0; i < points.count(); i++) {
            if (points.isPlaced(i) && points.label(i).equals(label)) {
                return Optional.of(mark(i));
            }
        }
        return Optional.empty();
    }

    Pen.Mark mark(int index) {
        double radius = radius(index);
        return new Pen.Mark(
                x(index) - radius,
                y(index) - radius,
                x(index) + radius,
                y(index) + radius,
                exact(index),
                List.of(points.label(index)));
    }

    private String exact(int index) {
        StringBuilder words = new StringBuilder(points.label(index));
        for (Points.Axis axis : new Points.Axis[] {points.x(), points.y()}) {
            words.append('\n').append(figure(axis, index));
        }
        points.size().ifPresent(size -> words.append('\n').append(figure(size, index)));
        int others = 0;
        if (!Scatter.drawsDots(points)) {
            int cell = cellAt(x(index), y(index));
            others = starts[cell + 1] - starts[cell] - 1;
        }
        return others == 0
                ? words.toString()
                : words.append("\nand ")
                        .append(Figures.count(others))
                        .append(" more here")
                        .toString();
    }

    private static String figure(Points.Axis axis, int index) {
        return axis.name() + "  " + Twin.figure(axis.unit(), axis.at(index));
    }

    /// The points whose middles lie within an outline, in the order of the shape.
    ///
    /// @param xs the outline's corners, the last joined to the first
    int[] within(double[] xs, double[] ys) {
        boolean[] crossed = crossed(xs, ys);
        int[] found = new int[order.length];
        int count = 0;
        for (int cell = 0; cell < columns * rows; cell++) {
            if (starts[cell] == starts[cell + 1]) {
                continue;
            }
            int row = cell / columns;
            double middleX = plot.left() + (cell - row * columns + 0.5) * CELL;
            double middleY = plot.top() + (row + 0.5) * CELL;
            boolean whole = !crossed[cell];
            if (whole && !holds(xs, ys, middleX, middleY)) {
                continue;
            }
            for (int k = starts[cell]; k < starts[cell + 1]; k++) {
                if (whole || holds(xs, ys, x(order[k]), y(order[k]))) {
                    found[count++] = order[k];
                }
            }
        }
        int[] inside = Arrays.copyOf(found, count);
        Arrays.sort(inside);
        return inside;
    }

    /// The squares an outline may run through; every other is all within or all without.
    private boolean[] crossed(double[] xs, double[] ys) {
        boolean[] crossed = new boolean[columns * rows];
        for (int i = 0; i < xs.length; i++) {
            int next = (i + 1) % xs.length;
            double length = Math.hypot(xs[next] - xs[i], ys[next] - ys[i]);
            int steps = (int) Math.ceil(length / CELL) + 1;
            for (int step = 0; step <= steps; step++) {
                double part = (double) step / steps;
                double x = xs[i] + (xs[next] - xs[i]) * part;
                double y = ys[i] + (ys[next] - ys[i]) * part;
                int column = (int) Math.floor((x - plot.left()) / CELL);
                int row = (int) Math.floor((y - plot.top()) / CELL);
                for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
                    for (int c = Math.max(0, column - 1);
                            c <= Math.min(columns - 1, column + 1);
                            c++) {
                        crossed[r * columns + c] = true;
                    }
                }
            }
        }
        return crossed;
    }

    /// By the count of crossings to the right: odd is within.
    private static boolean holds(double[] xs, double[] ys, double x, double y) {
        boolean within = false;
        for (int i = 0, before = xs.length - 1; i < xs.length; before = i++) {
            boolean spans = (ys[i] > y) != (ys[before] > y);
            if (spans && x < (xs[before] - xs[i]) * (y - ys[i]) / (ys[before] - ys[i]) + xs[i]) {
                within = !within;
            }
        }
        return within;
    }

    private int cellAt(double x, double y) {
        int column = Math.clamp((int) Math.floor((x - plot.left()) / CELL), 0, columns - 1);
        int row = Math.clamp((int) Math.floor((y - plot.top()) / CELL), 0, rows - 1);
        return row * columns + column;
    }

    private static double square(double value) {
        return value * value;
    }
}
