package org.claimscope.charts.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.util.Duration;
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
    private final Tooltip hover = new Tooltip();
    private final MarkOutlines outlines = new MarkOutlines();
    private final Lasso lasso = new Lasso(this::say);
    private Consumer<Pen.Mark> onSelect = mark -> {};
    private Consumer<Pen.Mark> onOpen = mark -> {};
    private Consumer<Pen.Mark> onNarrow = mark -> {};
    private @Nullable Consumer<Pen.Mark> onNote;
    private final Sweep sweep = new Sweep();
    private @Nullable TwinTable table;
    private Chart chart;
    private ChartPalette palette;
    private double resolution = 1;
    private double paintedWidth = -1;
    private double paintedHeight = -1;
    private List<Pen.Mark> marks = List.of();
    private List<Pen.PlacedText> texts = List.of();
    private @Nullable PointField field;
    private List<String> selected = List.of();
    private Pen.@Nullable Mark focusedMark;
    private boolean byKeys;

    public ChartView(Chart chart, ChartPalette palette) {
        this.chart = chart;
        this.palette = palette;
        canvas.getTransforms().add(sharpness);
        getChildren().addAll(canvas, lasso, outlines);
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(chart.summary());
        hover.setShowDelay(Duration.millis(80));
        setOnMouseMoved(this::pointAt);
        setOnMouseExited(exit -> Tooltip.uninstall(this, hover));
        setOnMousePressed(press -> press(press));
        setOnMouseDragged(this::drag);
        setOnMouseReleased(release -> release());
        setOnMouseClicked(this::click);
        setOnKeyPressed(this::key);
        focusVisibleProperty().addListener(visible -> focusChanged());
        focusedProperty().addListener(focused -> focusChanged());
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
        onSelect = listener;
    }

    /// Called with the mark when the reader double-clicks it or presses Enter on it.
    public void setOnOpen(Consumer<Pen.Mark> listener) {
        onOpen = listener;
    }

    /// Called with the mark when the reader clicks it with Ctrl, or presses Ctrl+Enter or
    /// Ctrl+Space on it.
    public void setOnNarrow(Consumer<Pen.Mark> listener) {
        onNarrow = listener;
    }

    /// Called with the marks that the reader swept over; until then dragging does nothing.
    public void setOnSweep(Consumer<List<Pen.Mark>> listener) {
        sweep.setOnSweep(listener);
    }

    /// Called with the mark when the reader wants to note something there: a right click, or N.
    public void setOnNote(Consumer<Pen.Mark> listener) {
        onNote = listener;
    }

    /// Shows what another view, which is not on screen, shows, and does what that one does.
    public void become(ChartView fresh) {
        onSelect = fresh.onSelect;
        onOpen = fresh.onOpen;
        onNarrow = fresh.onNarrow;
        onNote = fresh.onNote;
        sweep.listenAs(fresh.sweep);
        lasso.listenAs(fresh.lasso);
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
        selected = List.copyOf(members);
        outline();
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
        Tooltip.uninstall(this, hover);
        setFocusTraversable(!rows && isWalkable());
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
        return Optional.ofNullable(focusedMark);
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
        field = null;
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
        lasso.over(field, palette);
        sweep.over(walk().marks());
        setFocusTraversable(!twinShown() && isWalkable());
        Pen.Mark before = focusedMark;
        focus(before == null ? Optional.empty() : again(before));
    }

    /// The mark of the same members as one before the chart was painted anew.
    private Optional<Pen.Mark> again(Pen.Mark before) {
        return crowd().map(points -> points.named(before.members().getFirst()))
                .orElseGet(() ->
                        walk().marks().stream()
                                .filter(mark -> mark.members().equals(before.members()))
                                .findFirst());
    }

    private void fillTable() {
        if (table != null) {
            table.show(chart.twin(), palette, chart.summary());
        }
    }

    private MarkWalk walk() {
        return new MarkWalk(marks.stream().filter(mark -> !mark.members().isEmpty()).toList());
    }

    /// The points of a chart that are too many for marks of their own.
    private Optional<PointField> crowd() {
        return marks.isEmpty() ? Optional.ofNullable(field) : Optional.empty();
    }

    private boolean isWalkable() {
        return crowd().isPresent() || !walk().marks().isEmpty();
    }

    private void focus(Optional<Pen.Mark> mark) {
        focusedMark = mark.orElse(null);
        say(sweep.isEmpty() ? mark.map(Pen.Mark::exact).orElseGet(chart::summary) : sweep.words());
        outline();
    }

    private void say(String words) {
        setAccessibleText(words);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private void outline() {
        outlines.show(palette, marks, selected, byKeys ? focusedMark : null, sweep.marks());
    }

    private void focusChanged() {
        byKeys = isFocusVisible();
        if (byKeys && focusedMark == null) {
            focus(end(false));
        } else {
            outline();
        }
    }

    private void key(KeyEvent key) {
        if (key.isAltDown()) {
            return;
        }
        Optional<MarkWalk.Direction> arrow = MarkWalk.Direction.of(key.getCode());
        boolean used;
        if (key.isShortcutDown()) {
            used =
                    (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE)
                            && report(onNarrow);
        } else if (key.isShiftDown()) {
            used = arrow.isPresent() && stretch(arrow.get());
        } else {
            used = arrow.map(this::go).orElseGet(() -> act(key.getCode()));
        }
        if (used) {
            key.consume();
        }
    }

    private boolean act(KeyCode key) {
        return switch (key) {
            case T -> {
                showTwin(!twinShown());
                yield true;
            }
            case HOME -> goTo(end(false));
            case END -> goTo(end(true));
            case SPACE -> take() || report(onSelect);
            case ENTER -> take() || report(onOpen);
            case N -> onNote != null && report(onNote);
            case ESCAPE -> lasso.drop() || dropSwept();
            default -> false;
        };
    }

    private boolean stretch(MarkWalk.Direction direction) {
        Pen.Mark from = focusedMark;
        if (twinShown()) {
            return false;
        }
        if (field != null || from == null || !sweep.isWanted()) {
            return lasso.stretch(direction, from);
        }
        List<Pen.Mark> all = walk().marks();
        Pen.Mark to = walk().next(from, direction).orElse(from);
        sweep.stretch(from, to, all);
        byKeys = true;
        focus(Optional.of(to));
        return true;
    }

    /// What keys or pointer chose several marks or points by is done with.
    private boolean take() {
        if (lasso.chooseStretched()) {
            return true;
        }
        List<Pen.Mark> swept = sweep.marks();
        return dropSwept() && sweep.tell(swept);
    }

    private boolean dropSwept() {
        boolean any = !sweep.isEmpty();
        sweep.drop();
        if (any) {
            focus(Optional.ofNullable(focusedMark));
        }
        return any;
    }

    private Optional<Pen.Mark> end(boolean last) {
        return crowd().map(points -> points.end(last))
                .orElseGet(() -> last ? walk().last() : walk().first());
    }

    private boolean go(MarkWalk.Direction direction) {
        Pen.Mark from = focusedMark;
        return goTo(
                from == null
                        ? end(false)
                        : crowd().map(points -> points.next(from, direction))
                                .orElseGet(() -> walk().next(from, direction)));
    }

    private boolean goTo(Optional<Pen.Mark> mark) {
        if (mark.isEmpty() || twinShown()) {
            return false;
        }
        byKeys = true;
        sweep.drop();
        focus(mark);
        return true;
    }

    private boolean report(Consumer<Pen.Mark> listener) {
        Pen.Mark mark = focusedMark;
        if (mark == null || twinShown()) {
            return false;
        }
        listener.accept(mark);
        return true;
    }

    private void drag(MouseEvent drag) {
        if (field != null) {
            lasso.dragTo(drag.getX(), drag.getY());
        } else if (!twinShown() && !drag.isStillSincePress()) {
            sweep.dragTo(drag.getX(), drag.getY(), walk().marks());
            Tooltip.uninstall(this, hover);
            outline();
        }
    }

    private void release() {
        lasso.release();
        List<Pen.Mark> swept = sweep.marks();
        if (dropSwept()) {
            sweep.tell(swept);
        }
    }

    private void press(MouseEvent press) {
        byKeys = false;
        sweep.drop();
        if (!twinShown() && press.getButton() == MouseButton.PRIMARY) {
            lasso.press(press.getX(), press.getY(), press.isShiftDown());
            sweep.press(press.getX(), press.getY());
        }
        Optional<Pen.Mark> mark = choosableAt(press.getX(), press.getY());
        if (mark.isPresent() && !twinShown()) {
            requestFocus();
            focus(mark);
        } else {
            outline();
        }
    }

    private void click(MouseEvent click) {
        if (twinShown() || !click.isStillSincePress()) {
            return;
        }
        Optional<Pen.Mark> mark = choosableAt(click.getX(), click.getY());
        if (click.getButton() == MouseButton.SECONDARY && onNote != null) {
            mark.ifPresent(onNote);
        } else if (click.getButton() == MouseButton.PRIMARY) {
            mark.ifPresent(
                    click.isShortcutDown()
                            ? onNarrow
                            : click.getClickCount() == 2 ? onOpen : onSelect);
        }
    }

    private void pointAt(MouseEvent pointer) {
        Optional<Pen.Mark> mark =
                twinShown() ? Optional.empty() : markAt(pointer.getX(), pointer.getY());
        boolean choosable = mark.filter(m -> !m.members().isEmpty()).isPresent();
        setCursor(choosable ? Cursor.HAND : field != null ? Cursor.CROSSHAIR : null);
        if (mark.isEmpty()) {
            Tooltip.uninstall(this, hover);
            return;
        }
        hover.setText(mark.get().exact());
        Tooltip.install(this, hover);
    }

    /// On a chart of points the nearest, which the pointer need not touch.
    private Optional<Pen.Mark> markAt(double x, double y) {
        PointField points = field;
        if (points != null) {
            OptionalInt nearest = points.nearest(x, y);
            return nearest.isPresent()
                    ? Optional.of(points.mark(nearest.getAsInt()))
                    : Optional.empty();
        }
        return marks.reversed().stream().filter(mark -> mark.holds(x, y)).findFirst();
    }

    private Optional<Pen.Mark> choosableAt(double x, double y) {
        return markAt(x, y).filter(mark -> !mark.members().isEmpty());
    }
}
