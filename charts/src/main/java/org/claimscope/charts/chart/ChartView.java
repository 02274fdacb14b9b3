package org.claimscope.charts.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.claimscope.charts.palette.ChartPalette;
import org.jspecify.annotations.Nullable;

/// The place on a page where one chart is drawn. Repaints when its size, its chart or the theme
/// changes, says the exact figures of the mark under the pointer, and reads itself to screen
/// readers.
///
/// Marks that stand for members can be chosen. With the pointer: click selects, double click opens
/// (after a select, as everywhere), click with Ctrl narrows, dragging sweeps over several. With
/// keys: Tab reaches the chart, arrows go to the nearest mark in that direction, Home and End to
/// the first and last, Space selects, Enter opens, either with Ctrl narrows, arrows with Shift
/// sweep, after which Enter takes what was swept and Escape drops it; N notes something at a mark,
/// T shows the rows instead of the drawing and back. The view only reports; whoever listens decides
/// what a selection means and shows it with `setSelected`. Keys that lead nowhere and all scrolling
/// are left to the page.
///
/// On a chart of points an area can be chosen too. With the pointer: drag a rectangle, or with
/// Shift an outline drawn freely. With keys: Shift and the arrows stretch a rectangle from the
/// point the keys are at, Enter or Space chooses what is in it, Escape drops it.
public final class ChartView extends Region {
    // Larger textures are refused by some graphics cards.
    private static final double MOST_PIXELS = 8_192;

    private final Canvas canvas = new Canvas();
    private final Scale sharpness = new Scale(1, 1);
    private final MarkOutlines outlines = new MarkOutlines();
    private final Lasso lasso = new Lasso(this::say);
    private final ChartHand hand;
    private @Nullable TwinTable table;
    private Chart chart;
    private ChartPalette palette;
    private double resolution = 1;
    private double paintedWidth = -1;
    private double paintedHeight = -1;
    private List<Pen.Mark> marks = List.of();
    private List<Pen.PlacedText> texts = List.of();

    public ChartView(Chart chart, ChartPalette palette) {
        this.chart = chart;
        this.palette = palette;
        canvas.getTransforms().add(sharpness);
        getChildren().addAll(canvas, lasso, outlines);
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(chart.summary());
        hand = new ChartHand(this, outlines, lasso, palette);
    }

    public Chart chart() {
        return chart;
    }

    public void show(Chart next) {
        chart = next;
        lasso.forget();
        paint();
        fillTable();
    }

    public void setPalette(ChartPalette next) {
        palette = next;
        paint();
        fillTable();
    }

    /// Pixels per unit of length, above 1 for a sharp picture at a larger scale.
    public void setResolution(double pixels) {
        resolution = pixels;
        sharpness.setX(1 / pixels);
        sharpness.setY(1 / pixels);
        paint();
    }

    /// Called with the mark when the reader clicks it or presses Space on it. Marks without members
    /// are never reported.
    public void setOnSelect(Consumer<Pen.Mark> listener) {
        hand.onSelect(listener);
    }

    /// Called with the mark when the reader double-clicks it or presses Enter on it.
    public void setOnOpen(Consumer<Pen.Mark> listener) {
        hand.onOpen(listener);
    }

    /// Called with the mark when the reader clicks it with Ctrl, or presses Ctrl+Enter or
    /// Ctrl+Space on it.
    public void setOnNarrow(Consumer<Pen.Mark> listener) {
        hand.onNarrow(listener);
    }

    /// Called with the marks that the reader swept over; until then dragging does nothing.
    public void setOnSweep(Consumer<List<Pen.Mark>> listener) {
        hand.onSweep(listener);
    }

    /// Called when the reader wants to note something at a mark: a right click, or N. With the view
    /// that is on screen, which may have become what the listener's own view was drawn as.
    public void setOnNote(BiConsumer<ChartView, Pen.Mark> listener) {
        hand.onNote(listener);
    }

    /// Shows what another view, which is not on screen, shows, and does what that one does.
    public void become(ChartView fresh) {
        hand.listenAs(fresh.hand);
        if (!chart.equals(fresh.chart)) {
            show(fresh.chart);
        }
    }

    /// Called with the points of the area the reader chose, by their places in the chart's shape,
    /// ascending: none when the area holds none, or was dropped.
    public void setOnArea(Consumer<int[]> listener) {
        lasso.setOnArea(listener);
    }

    /// Outlines the marks that stand for exactly these members; an empty list outlines none. An
    /// empty name stands for any: `("Heron", "")` puts one outline around Heron's whole row.
    public void setSelected(List<String> members) {
        hand.select(members);
    }

    public boolean twinShown() {
        return table != null;
    }

    /// Puts the rows in the chart's place, or the chart back.
    public void showTwin(boolean rows) {
        if (rows == twinShown()) {
            return;
        }
        TwinTable shown = table;
        if (shown == null) {
            boolean hadFocus = isFocused();
            table = new TwinTable();
            fillTable();
            getChildren().add(table);
            if (hadFocus) {
                table.requestFocus();
            }
        } else {
            boolean hadFocus = shown.isFocused();
            getChildren().remove(shown);
            table = null;
            if (hadFocus) {
                requestFocus();
            }
        }
        canvas.setVisible(!rows);
        outlines.setVisible(!rows);
        lasso.setVisible(!rows);
        hand.leave();
        setFocusTraversable(!rows && hand.isWalkable());
        requestLayout();
    }

    public Twin twin() {
        return chart.twin();
    }

    /// What was drawn last, by place; for the hover card and for tests.
    public List<Pen.Mark> marks() {
        return marks;
    }

    public List<Pen.PlacedText> texts() {
        return texts;
    }

    /// The mark that Space and Enter act on.
    public Optional<Pen.Mark> focusedMark() {
        return hand.focusedMark();
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() != paintedWidth || getHeight() != paintedHeight) {
            paint();
        }
        if (table != null) {
            table.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }

    private void paint() {
        paintedWidth = getWidth();
        paintedHeight = getHeight();
        marks = List.of();
        texts = List.of();
        PointField field = null;
        if (paintedWidth < 1 || paintedHeight < 1) {
            canvas.setWidth(0);
            canvas.setHeight(0);
        } else {
            canvas.setWidth(Math.min(MOST_PIXELS, Math.ceil(paintedWidth * resolution)));
            canvas.setHeight(Math.min(MOST_PIXELS, Math.ceil(paintedHeight * resolution)));
            GraphicsContext gc = canvas.getGraphicsContext2D();
            gc.setTransform(1, 0, 0, 1, 0, 0);
            gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
            gc.setTransform(resolution, 0, 0, resolution, 0, 0);
            Pen pen = new Pen(gc, palette);
            chart.paint(pen, Math.floor(paintedWidth), Math.floor(paintedHeight));
            marks = pen.marks();
            texts = pen.texts();
            field = pen.field().orElse(null);
        }
        hand.over(marks, field, palette);
        setFocusTraversable(!twinShown() && hand.isWalkable());
    }

    /// Reads a sentence out to the reader.
    void say(String words) {
        setAccessibleText(words);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private void fillTable() {
        if (table != null) {
            table.show(chart.twin(), palette, chart.summary());
        }
    }
}
