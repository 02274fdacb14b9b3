package org.claimscope.charts.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;
import org.jspecify.annotations.Nullable;

/// Draws flat fills, crisp lines and text in the colours of one theme. It remembers where texts and
/// marks went: hover cards read the marks, tests read both.
public final class Pen {
    /// Which point of a text the given x is.
    public enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /// A text that was drawn, by the box it fills.
    public record PlacedText(String text, double left, double top, double right, double bottom) {}

    /// A drawn thing that stands for figures.
    ///
    /// @param exact what its hover card says
    /// @param members which of the shape's members it stands for, such as a month or a row and a
    ///   column: what a click on it filters by. Empty when there is nothing to choose, only to read
    public record Mark(
            double left,
            double top,
            double right,
            double bottom,
            String exact,
            List<String> members) {
        public Mark {
            members = List.copyOf(members);
        }

        Point2D middle() {
            return new Point2D((left + right) / 2, (top + bottom) / 2);
        }

        boolean holds(double x, double y) {
            return x >= left && x <= right && y >= top && y <= bottom;
        }
    }

    private static final double BAND_OPACITY = 0.32;
    private static final double BUBBLE_OPACITY = 0.45;
    private static final double DOT_OPACITY = 0.8;
    private static final double LEAST_RIMMED = 4;

    private final GraphicsContext gc;
    private final ChartPalette palette;
    private final Map<TypeRole, Font> fonts = new EnumMap<>(TypeRole.class);
    private final Text ruler = new Text();
    private final List<PlacedText> texts = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private @Nullable PointField field;
    private double originX;
    private double originY;

    public Pen(GraphicsContext gc, ChartPalette palette) {
        this.gc = gc;
        this.palette = palette;
        gc.setTextBaseline(VPos.BASELINE);
        gc.setLineJoin(StrokeLineJoin.ROUND);
    }

    public ChartPalette palette() {
        return palette;
    }

    public List<PlacedText> texts() {
        return List.copyOf(texts);
    }

    public List<Mark> marks() {
        return List.copyOf(marks);
    }

    /// Where the points of a scatter went; empty when none was drawn.
    Optional<PointField> field() {
        return Optional.ofNullable(field);
    }

    void field(PointField drawn) {
        field = drawn;
    }

    /// A mark where it stands on the page.
    void mark(Mark mark) {
        marks.add(mark);
    }

    /// A place to read an exact figure at.
    public void mark(double x, double y, double width, double height, String exact) {
        mark(x, y, width, height, exact, new String[0]);
    }

    /// A place to read an exact figure at and to choose its members.
    public void mark(
            double x, double y, double width, double height, String exact, String... members) {
        double left = originX + x;
        double top = originY + y;
        marks.add(new Mark(left, top, left + width, top + height, exact, List.of(members)));
    }

    /// A filled rectangle with edges on whole pixels.
    public void box(Token token, double x, double y, double width, double height) {
        double left = Math.round(x);
        double top = Math.round(y);
        gc.setFill(palette.color(token));
        gc.fillRect(left, top, Math.round(x + width) - left, Math.round(y + height) - top);
    }

    /// The 1-px outline of a rectangle, inside its edges.
    public void frame(Token token, double x, double y, double width, double height, double radius) {
        pencil(token, 1);
        gc.strokeRoundRect(
                Math.round(x) + 0.5,
                Math.round(y) + 0.5,
                Math.round(width) - 1.0,
                Math.round(height) - 1.0,
                radius * 2,
                radius * 2);
    }

    /// A filled rectangle with rounded corners.
    public void card(Token token, double x, double y, double width, double height, double radius) {
        gc.setFill(palette.color(token));
        gc.fillRoundRect(x, y, width, height, radius * 2, radius * 2);
    }

    /// A level 1-px line on whole pixels.
    public void level(Token token, double fromX, double toX, double y) {
        double crisp = Math.floor(y) + 0.5;
        pencil(token, 1);
        gc.strokeLine(Math.rint(fromX), crisp, Math.rint(toX), crisp);
    }

    /// An upright 1-px line on whole pixels.
    public void upright(Token token, double x, double fromY, double toY) {
        double crisp = Math.floor(x) + 0.5;
        pencil(token, 1);
        gc.strokeLine(crisp, Math.rint(fromY), crisp, Math.rint(toY));
    }

    public void dashedLevel(
            Token token, double fromX, double toX, double y, double on, double off) {
        dashes(on, off);
        level(token, fromX, toX, y);
        gc.setLineDashes();
    }

    public void dashedUpright(Token token, double x, double fromY, double toY) {
        dashes(3, 2);
        upright(token, x, fromY, toY);
        gc.setLineDashes();
    }

    /// A line through points in order.
    public void path(Token token, double weight, double[] xs, double[] ys) {
        pencil(token, weight);
        gc.setLineCap(StrokeLineCap.ROUND);
        gc.strokePolyline(xs, ys, xs.length);
        gc.setLineCap(StrokeLineCap.BUTT);
    }

    /// A filled shape with the given corners.
    public void area(Token token, double[] xs, double[] ys) {
        gc.setFill(palette.color(token));
        gc.fillPolygon(xs, ys, xs.length);
    }

    /// A band of equal width from one upright edge to another, see-through: bands may cross.
    public void band(
            Token token, double fromX, double fromTop, double toX, double toTop, double width) {
        double middle = (fromX + toX) / 2;
        gc.setGlobalAlpha(BAND_OPACITY);
        gc.setFill(palette.color(token));
        gc.beginPath();
        gc.moveTo(fromX, fromTop);
        gc.bezierCurveTo(middle, fromTop, middle, toTop, toX, toTop);
        gc.lineTo(toX, toTop + width);
        gc.bezierCurveTo(middle, toTop + width, middle, fromTop + width, fromX, fromTop + width);
        gc.closePath();
        gc.fill();
        gc.setGlobalAlpha(1);
    }

    /// A point of a line, set off from it by a rim in the surface colour.
    public void dot(Token token, double x, double y, double radius) {
        gc.setFill(palette.color(Token.SURFACE));
        gc.fillOval(x - radius - 1, y - radius - 1, 2 * radius + 2, 2 * radius + 2);
        disc(token, x, y, radius);
    }

    public void disc(Token token, double x, double y, double radius) {
        gc.setFill(palette.color(token));
        gc.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /// A see-through disc; a large one has a rim, so that discs that lie on each other stay apart.
    public void bubble(Token token, double x, double y, double radius) {
        boolean rim = radius >= LEAST_RIMMED;
        gc.setGlobalAlpha(rim ? BUBBLE_OPACITY : DOT_OPACITY);
        disc(token, x, y, radius);
        gc.setGlobalAlpha(1);
        if (rim) {
            ring(token, x, y, radius, false);
        }
    }

    /// A part of a disc, clockwise from the top.
    public void slice(Token token, double x, double y, double radius, double share) {
        gc.setFill(palette.color(token));
        gc.fillArc(x - radius, y - radius, 2 * radius, 2 * radius, 90, -360 * share, ArcType.ROUND);
    }

    public void ring(Token token, double x, double y, double radius, boolean dashed) {
        pencil(token, 1);
        if (dashed) {
            gc.setLineDashes(1.5, 1.5);
        }
        gc.strokeOval(x - radius + 0.5, y - radius + 0.5, 2 * radius - 1, 2 * radius - 1);
        gc.setLineDashes();
    }

    /// The mark of a point outside its target.
    public void diamond(Token token, double x, double y, double radius) {
        double[] xs = {x, x + radius, x, x - radius};
        double[] ys = {y - radius, y, y + radius, y};
        area(Token.SURFACE, xs, ys);
        pencil(token, 1.5);
        gc.setLineJoin(StrokeLineJoin.MITER);
        gc.strokePolygon(xs, ys, 4);
        gc.setLineJoin(StrokeLineJoin.ROUND);
    }

    /// Draws something with its own (0, 0) at the given place.
    public void inside(double left, double top, Runnable drawing) {
        double beforeX = originX;
        double beforeY = originY;
        gc.save();
        gc.translate(left, top);
        originX += left;
        originY += top;
        drawing.run();
        originX = beforeX;
        originY = beforeY;
        gc.restore();
    }

    public double width(String text, TypeRole role) {
        ruler.setFont(font(role));
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    /// The widest of some texts, 0 for none.
    public double widest(List<String> texts, TypeRole role) {
        return texts.stream().mapToDouble(text -> width(text, role)).max().orElse(0);
    }

    /// A name cut to the room it has, with an ellipsis. Never for numbers.
    public String fit(String name, TypeRole role, double room) {
        if (width(name, role) <= room) {
            return name;
        }
        int fits = 0;
        int tooLong = Math.min(name.length(), 400);
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            if (width(name.substring(0, middle).stripTrailing() + "…", role) <= room) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return fits == 0 ? "" : name.substring(0, fits).stripTrailing() + "…";
    }

    /// Text on a baseline, on whole pixels.
    public void text(
            String text, TypeRole role, Token token, double x, double baseline, Align align) {
        write(text, role, token, x, baseline, align, false);
    }

    /// Text over lines: a rim in the surface colour keeps it readable.
    public void textWithHalo(
            String text, TypeRole role, Token token, double x, double baseline, Align align) {
        write(text, role, token, x, baseline, align, true);
    }

    /// Whether a text of this width and place, aligned to the left, would lie on none drawn before.
    public boolean isFree(double wide, TypeRole role, double x, double baseline) {
        double left = originX + x;
        double base = originY + baseline;
        return texts.stream()
                .noneMatch(t ->
                        t.left() < left + wide
                                && left < t.right()
                                && t.top() < base + role.size() * 0.21
                                && base - role.size() * 0.73 < t.bottom());
    }

    /// A sentence in the middle, when there is nothing to draw.
    public void empty(double width, double height, String sentence) {
        String shown = fit(sentence, TypeRole.CAPTION, width - 8);
        text(shown, TypeRole.CAPTION, Token.TEXT_3, width / 2, height / 2 + 4, Align.CENTER);
    }

    private void write(
            String text,
            TypeRole role,
            Token token,
            double x,
            double baseline,
            Align align,
            boolean halo) {
        if (text.isEmpty()) {
            return;
        }
        double wide = width(text, role);
        double left =
                Math.round(
                        switch (align) {
                            case LEFT -> x;
                            case CENTER -> x - wide / 2;
                            case RIGHT -> x - wide;
                        });
        double base = Math.round(baseline);
        gc.setFont(font(role));
        if (halo) {
            pencil(Token.SURFACE, 3);
            gc.strokeText(text, left, base);
        }
        gc.setFill(palette.color(token));
        gc.fillText(text, left, base);
        // Ascent of capitals and figures, and the descender, of Inter.
        double pageLeft = originX + left;
        double pageBase = originY + base;
        texts.add(
                new PlacedText(
                        text,
                        pageLeft,
                        pageBase - role.size() * 0.73,
                        pageLeft + wide,
                        pageBase + role.size() * 0.21));
    }

    private void dashes(double on, double off) {
        gc.setLineCap(StrokeLineCap.BUTT);
        gc.setLineDashes(on, off);
    }

    private void pencil(Token token, double weight) {
        Color color = palette.color(token);
        gc.setStroke(color);
        gc.setLineWidth(weight);
    }

    private Font font(TypeRole role) {
        return fonts.computeIfAbsent(role, TypeRole::font);
    }
}
