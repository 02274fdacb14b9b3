package org.claimscope.charts.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.claimscope.charts.palette.ChartPalette;
import org.jspecify.annotations.Nullable;

/// What pointer and keys do on a chart: which mark they are at, what they swept or drew around, and
/// who is told.
final class ChartHand {
    private final ChartView view;
    private final MarkOutlines outlines;
    private final Lasso lasso;
    private final Sweep sweep = new Sweep();
    private final Tooltip hover = new Tooltip();
    private Listeners listeners = new Listeners();
    private ChartPalette palette;
    private List<Pen.Mark> marks = List.of();
    private @Nullable PointField field;
    private List<String> selected = List.of();
    private Pen.@Nullable Mark focusedMark;
    private boolean byKeys;

    /// Who is told of what.
    private static final class Listeners {
        private Consumer<Pen.Mark> onSelect = mark -> {};
        private Consumer<Pen.Mark> onOpen = mark -> {};
        private Consumer<Pen.Mark> onNarrow = mark -> {};
        private @Nullable BiConsumer<ChartView, Pen.Mark> onNote;
    }

    ChartHand(ChartView view, MarkOutlines outlines, Lasso lasso, ChartPalette palette) {
        this.view = view;
        this.outlines = outlines;
        this.lasso = lasso;
        this.palette = palette;
        hover.setShowDelay(Duration.millis(80));
        view.setOnMouseMoved(this::pointAt);
        view.setOnMouseExited(exit -> Tooltip.uninstall(view, hover));
        view.setOnMousePressed(this::press);
        view.setOnMouseDragged(this::drag);
        view.setOnMouseReleased(release -> release());
        view.setOnMouseClicked(this::click);
        view.setOnKeyPressed(this::key);
        view.focusVisibleProperty().addListener(visible -> focusChanged());
        view.focusedProperty().addListener(focused -> focusChanged());
    }

    void onSelect(Consumer<Pen.Mark> listener) {
        listeners.onSelect = listener;
    }

    void onOpen(Consumer<Pen.Mark> listener) {
        listeners.onOpen = listener;
    }

    void onNarrow(Consumer<Pen.Mark> listener) {
        listeners.onNarrow = listener;
    }

    void onNote(BiConsumer<ChartView, Pen.Mark> listener) {
        listeners.onNote = listener;
    }

    void onSweep(Consumer<List<Pen.Mark>> listener) {
        sweep.setOnSweep(listener);
    }

    /// Tells those that another hand tells.
    void listenAs(ChartHand other) {
        listeners = other.listeners;
        sweep.listenAs(other.sweep);
        lasso.listenAs(other.lasso);
    }

    /// The chart was painted anew.
    void over(List<Pen.Mark> drawn, @Nullable PointField points, ChartPalette colors) {
        marks = drawn;
        field = points;
        palette = colors;
        lasso.over(field, palette);
        sweep.over(walk().marks());
        Pen.Mark before = focusedMark;
        focus(before == null ? Optional.empty() : again(before));
    }

    void select(List<String> members) {
        selected = List.copyOf(members);
        outline();
    }

    /// The mark that Space and Enter act on.
    Optional<Pen.Mark> focusedMark() {
        return Optional.ofNullable(focusedMark);
    }

    /// The pointer is at nothing any more.
    void leave() {
        Tooltip.uninstall(view, hover);
    }

    /// The mark of the same members as one before the chart was painted anew.
    private Optional<Pen.Mark> again(Pen.Mark before) {
        return crowd().map(points -> points.named(before.members().getFirst()))
                .orElseGet(() ->
                        walk().marks().stream()
                                .filter(mark -> mark.members().equals(before.members()))
                                .findFirst());
    }

    private MarkWalk walk() {
        return new MarkWalk(marks.stream().filter(mark -> !mark.members().isEmpty()).toList());
    }

    /// The points of a chart that are too many for marks of their own.
    private Optional<PointField> crowd() {
        return marks.isEmpty() ? Optional.ofNullable(field) : Optional.empty();
    }

    boolean isWalkable() {
        return crowd().isPresent() || !walk().marks().isEmpty();
    }

    private void focus(Optional<Pen.Mark> mark) {
        focusedMark = mark.orElse(null);
        view.say(
                sweep.isEmpty()
                        ? mark.map(Pen.Mark::exact).orElseGet(view.chart()::summary)
                        : sweep.words());
        outline();
    }

    private void outline() {
        outlines.show(palette, marks, selected, byKeys ? focusedMark : null, sweep.marks());
    }

    private void focusChanged() {
        byKeys = view.isFocusVisible();
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
                            && report(listeners.onNarrow);
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
                view.showTwin(!view.twinShown());
                yield true;
            }
            case HOME -> goTo(end(false));
            case END -> goTo(end(true));
            case SPACE -> take() || report(listeners.onSelect);
            case ENTER -> take() || report(listeners.onOpen);
            case N -> focusedMark().map(this::note).orElse(false);
            case ESCAPE -> lasso.drop() || dropSwept();
            default -> false;
        };
    }

    private boolean stretch(MarkWalk.Direction direction) {
        Pen.Mark from = focusedMark;
        if (view.twinShown()) {
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
        if (mark.isEmpty() || view.twinShown()) {
            return false;
        }
        byKeys = true;
        sweep.drop();
        focus(mark);
        return true;
    }

    private boolean report(Consumer<Pen.Mark> listener) {
        Pen.Mark mark = focusedMark;
        if (mark == null || view.twinShown()) {
            return false;
        }
        listener.accept(mark);
        return true;
    }

    /// Whether anybody wants to know.
    private boolean note(Pen.Mark mark) {
        BiConsumer<ChartView, Pen.Mark> listener = listeners.onNote;
        if (listener == null || view.twinShown()) {
            return false;
        }
        listener.accept(view, mark);
        return true;
    }

    private void drag(MouseEvent drag) {
        if (field != null) {
            lasso.dragTo(drag.getX(), drag.getY());
        } else if (!view.twinShown() && !drag.isStillSincePress()) {
            sweep.dragTo(drag.getX(), drag.getY(), walk().marks());
            Tooltip.uninstall(view, hover);
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
        if (!view.twinShown() && press.getButton() == MouseButton.PRIMARY) {
            lasso.press(press.getX(), press.getY(), press.isShiftDown());
            sweep.press(press.getX(), press.getY());
        }
        Optional<Pen.Mark> mark = choosableAt(press.getX(), press.getY());
        if (mark.isPresent() && !view.twinShown()) {
            view.requestFocus();
            focus(mark);
        } else {
            outline();
        }
    }

    private void click(MouseEvent click) {
        if (view.twinShown() || !click.isStillSincePress()) {
            return;
        }
        Optional<Pen.Mark> mark = choosableAt(click.getX(), click.getY());
        if (click.getButton() == MouseButton.SECONDARY) {
            mark.ifPresent(this::note);
        } else if (click.getButton() == MouseButton.PRIMARY) {
            mark.ifPresent(
                    click.isShortcutDown()
                            ? listeners.onNarrow
                            : click.getClickCount() == 2 ? listeners.onOpen : listeners.onSelect);
        }
    }

    private void pointAt(MouseEvent pointer) {
        Optional<Pen.Mark> mark =
                view.twinShown() ? Optional.empty() : markAt(pointer.getX(), pointer.getY());
        boolean choosable = mark.filter(m -> !m.members().isEmpty()).isPresent();
        view.setCursor(choosable ? Cursor.HAND : field != null ? Cursor.CROSSHAIR : null);
        if (mark.isEmpty()) {
            Tooltip.uninstall(view, hover);
            return;
        }
        hover.setText(mark.get().exact());
        Tooltip.install(view, hover);
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
