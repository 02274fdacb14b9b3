package org.claimscope.charts.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polygon;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Token;
import org.jspecify.annotations.Nullable;

/// Chooses an area of a chart of points: a rectangle, or a line drawn freely, and its outline. The
/// outline is kept in shares of the plot, so that it stays around the same points when the chart
/// changes its size. A node of its own, as the outlines of marks are: choosing never repaints a
/// million points.
final class Lasso extends Group {
    private static final double STEP = 16;
    private static final double GRAIN = 3;
    private static final double FILL = 0.12;

    private final Consumer<String> say;
    private final List<Point2D> corners = new ArrayList<>();
    private Consumer<int[]> onArea = points -> {};
    private @Nullable PointField field;
    private @Nullable ChartPalette palette;
    private @Nullable Point2D pressed;
    private @Nullable Point2D start;
    private @Nullable Point2D end;
    private boolean free;
    private boolean drawing;
    private boolean waiting;

    /// @param say reads a sentence out to the reader
    Lasso(Consumer<String> say) {
        this.say = say;
        setMouseTransparent(true);
        setManaged(false);
    }

    void setOnArea(Consumer<int[]> listener) {
        onArea = listener;
    }

    void listenAs(Lasso other) {
        onArea = other.onArea;
    }

    /// The points that can be chosen from now on; nothing when the chart has none.
    void over(@Nullable PointField points, ChartPalette colors) {
        field = points;
        palette = colors;
        if (points == null) {
            forget();
        }
        draw();
    }

    void forget() {
        corners.clear();
        pressed = null;
        start = null;
        end = null;
        drawing = false;
        waiting = false;
        getChildren().clear();
    }

    /// Where a drag may begin; the area of before stays until the pointer moves.
    void press(double x, double y, boolean drawnFreely) {
        pressed = new Point2D(x, y);
        free = drawnFreely;
        drawing = false;
    }

    void dragTo(double x, double y) {
        Point2D from = pressed;
        PointField points = field;
        if (from == null || points == null || (!drawing && from.distance(x, y) < GRAIN)) {
            return;
        }
        if (!drawing) {
            begin(points.plot(), from);
            drawing = true;
        }
        moveTo(points.plot(), x, y);
        draw();
    }

    /// The pointer lets go: an area it drew is chosen.
    void release() {
        boolean drew = drawing;
        pressed = null;
        drawing = false;
        if (drew) {
            choose();
        }
    }

    /// Moves the far corner by one step of the keys; where there is no rectangle yet, from a mark
    /// or the middle.
    ///
    /// @return whether there is anything to choose
    boolean stretch(MarkWalk.Direction direction, Pen.@Nullable Mark at) {
        PointField points = field;
        if (points == null) {
            return false;
        }
        PointField.Plot plot = points.plot();
        if (end == null || free) {
            free = false;
            begin(plot, at == null ? plot.middle() : at.middle());
        }
        Point2D corner = place(plot, Objects.requireNonNull(end == null ? start : end));
        double x =
                switch (direction) {
                    case LEFT -> corner.getX() - STEP;
                    case RIGHT -> corner.getX() + STEP;
                    case UP, DOWN -> corner.getX();
                };
        double y =
                switch (direction) {
                    case LEFT, RIGHT -> corner.getY();
                    case UP -> corner.getY() - STEP;
                    case DOWN -> corner.getY() + STEP;
                };
        moveTo(plot, x, y);
        waiting = true;
        draw();
        say.accept(
                Figures.count(within(points).length)
                        + " points in the area: Enter chooses them, Escape drops it");
        return true;
    }

    /// Chooses what the keys stretched an area around, once.
    boolean chooseStretched() {
        boolean stretched = waiting;
        waiting = false;
        return stretched && choose();
    }

    /// Takes the area away.
    ///
    /// @return whether there was one
    boolean drop() {
        if (end == null) {
            return false;
        }
        forget();
        onArea.accept(new int[0]);
        return true;
    }

    private boolean choose() {
        PointField points = field;
        if (points == null) {
            return false;
        }
        waiting = false;
        int[] chosen = within(points);
        say.accept(Figures.count(chosen.length) + " points chosen");
        onArea.accept(chosen);
        return true;
    }

    private void begin(PointField.Plot plot, Point2D at) {
        corners.clear();
        start = share(plot, at.getX(), at.getY());
        end = null;
        waiting = false;
    }

    private void moveTo(PointField.Plot plot, double x, double y) {
        Point2D from = start;
        if (from == null) {
            return;
        }
        Point2D to = share(plot, x, y);
        if (!free) {
            corners.clear();
            corners.add(from);
            corners.add(new Point2D(to.getX(), from.getY()));
            corners.add(to);
            corners.add(new Point2D(from.getX(), to.getY()));
        } else if (corners.isEmpty()) {
            corners.add(from);
            corners.add(to);
        } else if (place(plot, corners.getLast()).distance(place(plot, to)) >= GRAIN) {
            corners.add(to);
        }
        end = to;
    }

    private int[] within(PointField points) {
        double[] xs = new double[corners.size()];
        double[] ys = new double[corners.size()];
        for (int i = 0; i < xs.length; i++) {
            Point2D corner = place(points.plot(), corners.get(i));
            xs[i] = corner.getX();
            ys[i] = corner.getY();
        }
        return points.within(xs, ys);
    }

    private void draw() {
        getChildren().clear();
        PointField points = field;
        if (end == null || points == null || palette == null) {
            return;
        }
        Polygon outline = new Polygon();
        for (Point2D corner : corners) {
            Point2D at = place(points.plot(), corner);
            outline.getPoints().addAll(at.getX(), at.getY());
        }
        Color accent = palette.color(Token.ACCENT);
        outline.setFill(accent.deriveColor(0, 1, 1, FILL));
        outline.setStroke(accent);
        outline.setStrokeWidth(1.5);
        getChildren().add(outline);
    }

    private static Point2D share(PointField.Plot plot, double x, double y) {
        return new Point2D(
                (plot.clampX(x) - plot.left()) / (plot.right() - plot.left()),
                (plot.clampY(y) - plot.top()) / (plot.bottom() - plot.top()));
    }

    private static Point2D place(PointField.Plot plot, Point2D share) {
        return new Point2D(
                plot.left() + share.getX() * (plot.right() - plot.left()),
                plot.top() + share.getY() * (plot.bottom() - plot.top()));
    }
}
