package org.claimscope.charts.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.util.Duration;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Token;
import org.jspecify.annotations.Nullable;

/// The place on a page where one chart is drawn. Repaints when its size, its chart or the theme
/// changes, says the exact figures of the mark under the pointer, and reads itself to screen
/// readers.
///
/// With something to do on a mark it takes the keyboard: arrows move between marks, Space selects,
/// Enter opens, `T` shows the rows instead of the picture.
public final class ChartView extends Region {
    // Larger textures are refused by some graphics cards.
    private static final double MOST_PIXELS = 8_192;

    private final Canvas canvas = new Canvas();
    private final Region frame = new Region();
    private final Scale sharpness = new Scale(1, 1);
    private final Tooltip hover = new Tooltip();
    private Chart chart;
    private ChartPalette palette;
    private double resolution = 1;
    private double paintedWidth = -1;
    private double paintedHeight = -1;
    private List<Pen.Mark> marks = List.of();
    private List<Pen.PlacedText> texts = List.of();
    private List<String> focused = List.of();
    private @Nullable Consumer<Pen.Mark> select;
    private @Nullable Consumer<Pen.Mark> open;
    private @Nullable TwinTable table;

    public ChartView(Chart chart, ChartPalette palette) {
        this.chart = chart;
        this.palette = palette;
        canvas.getTransforms().add(sharpness);
        frame.setMouseTransparent(true);
        frame.setVisible(false);
        frame.setManaged(false);
        getChildren().addAll(canvas, frame);
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(chart.summary());
        hover.setShowDelay(Duration.millis(80));
        setOnMouseMoved(this::pointAt);
        setOnMouseExited(exit -> Tooltip.uninstall(this, hover));
        setOnMouseClicked(this::click);
        setOnKeyPressed(this::key);
        focusedProperty().addListener((seen, before, now) -> placeFrame());
    }

    public Chart chart() {
        return chart;
    }

    public void show(Chart next) {
        chart = next;
        setAccessibleText(next.summary());
        TwinTable shown = table;
        if (shown != null) {
            shown.show(next.twin());
        }
        paint();
    }

    public void setPalette(ChartPalette next) {
        palette = next;
        paint();
    }

    /// Pixels per unit of length, above 1 for a sharp picture at a larger scale.
    public void setResolution(double pixels) {
        resolution = pixels;
        sharpness.setX(1 / pixels);
        sharpness.setY(1 / pixels);
        paint();
    }

    /// What a click or Space on a mark with members does.
    public void setOnSelect(Consumer<Pen.Mark> action) {
        select = action;
        setFocusTraversable(true);
    }

    /// What a double click or Enter on a mark with members does.
    public void setOnOpen(Consumer<Pen.Mark> action) {
        open = action;
        setFocusTraversable(true);
    }

    /// The figures as a table.
    public Twin twin() {
        return chart.twin();
    }

    public boolean twinShown() {
        return table != null;
    }

    /// Shows the rows in place of the picture, or the picture again.
    public void showTwin(boolean rows) {
        TwinTable shown = table;
        if (rows && shown == null) {
            table = new TwinTable(chart.twin());
            getChildren().add(table);
        } else if (!rows && shown != null) {
            getChildren().remove(shown);
            table = null;
        }
        canvas.setVisible(!rows);
        placeFrame();
        requestLayout();
    }

    /// What was drawn last, by place; for the hover card and for tests.
    public List<Pen.Mark> marks() {
        return marks;
    }

    public List<Pen.PlacedText> texts() {
        return texts;
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() != paintedWidth || getHeight() != paintedHeight) {
            paint();
        }
        TwinTable shown = table;
        if (shown != null) {
            shown.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }

    private void paint() {
        paintedWidth = getWidth();
        paintedHeight = getHeight();
        if (paintedWidth < 1 || paintedHeight < 1) {
            canvas.setWidth(0);
            canvas.setHeight(0);
            marks = List.of();
            texts = List.of();
            return;
        }
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
        placeFrame();
    }

    private boolean acts() {
        return select != null || open != null;
    }

    private Optional<Pen.Mark> markAt(double x, double y) {
        return marks.reversed().stream().filter(m -> m.holds(x, y)).findFirst();
    }

    private void pointAt(MouseEvent pointer) {
        Optional<Pen.Mark> mark = markAt(pointer.getX(), pointer.getY());
        boolean hand = acts() && mark.filter(m -> !m.members().isEmpty()).isPresent();
        setCursor(hand ? Cursor.HAND : Cursor.DEFAULT);
        if (mark.isEmpty()) {
            Tooltip.uninstall(this, hover);
            return;
        }
        hover.setText(mark.get().exact());
        Tooltip.install(this, hover);
    }

    private void click(MouseEvent pointer) {
        if (!acts() || table != null || pointer.getButton() != MouseButton.PRIMARY) {
            return;
        }
        requestFocus();
        markAt(pointer.getX(), pointer.getY())
                .filter(m -> !m.members().isEmpty())
                .ifPresent(mark -> {
                    focused = mark.members();
                    placeFrame();
                    run(pointer.getClickCount() == 2 ? open : select, mark);
                });
    }

    private static void run(@Nullable Consumer<Pen.Mark> action, Pen.Mark mark) {
        if (action != null) {
            action.accept(mark);
        }
    }

    // Keyboard

    private List<Pen.Mark> stops() {
        return marks.stream().filter(m -> !m.members().isEmpty()).toList();
    }

    /// The mark that the keyboard is on: the one of the same members as before, else the first.
    public Optional<Pen.Mark> focusedMark() {
        List<Pen.Mark> stops = stops();
        return stops.stream()
                .filter(m -> m.members().equals(focused))
                .findFirst()
                .or(() -> stops.stream().findFirst());
    }

    private void key(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        Optional<Pen.Mark> at = focusedMark();
        switch (key.getCode()) {
            case T -> showTwin(!twinShown());
            case ENTER -> at.ifPresent(mark -> run(open, mark));
            case SPACE -> at.ifPresent(mark -> run(select, mark));
            case LEFT -> at.ifPresent(mark -> move(mark, -1, 0));
            case RIGHT -> at.ifPresent(mark -> move(mark, 1, 0));
            case UP -> at.ifPresent(mark -> move(mark, 0, -1));
            case DOWN -> at.ifPresent(mark -> move(mark, 0, 1));
            case HOME -> stops().stream().findFirst().ifPresent(this::focus);
            case END -> stops().reversed().stream().findFirst().ifPresent(this::focus);
            default -> {
                return;
            }
        }
        key.consume();
    }

    /// The nearest mark in a direction; what lies beside the way counts double.
    private void move(Pen.Mark from, int right, int down) {
        ToDoubleFunction<Pen.Mark> along =
                m -> right * (middleX(m) - middleX(from)) + down * (middleY(m) - middleY(from));
        ToDoubleFunction<Pen.Mark> aside =
                m ->
                        Math.abs(down * (middleX(m) - middleX(from)))
                                + Math.abs(right * (middleY(m) - middleY(from)));
        stops().stream()
                .filter(m -> along.applyAsDouble(m) > 0.5)
                .min(
                        Comparator.comparingDouble(
                                m -> along.applyAsDouble(m) + 2 * aside.applyAsDouble(m)))
                .ifPresent(this::focus);
    }

    private static double middleX(Pen.Mark m) {
        return (m.left() + m.right()) / 2;
    }

    private static double middleY(Pen.Mark m) {
        return (m.top() + m.bottom()) / 2;
    }

    private void focus(Pen.Mark mark) {
        focused = mark.members();
        placeFrame();
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /// The outline around the focused mark, above the picture so that moving it repaints nothing.
    private void placeFrame() {
        Optional<Pen.Mark> mark = isFocused() && table == null ? focusedMark() : Optional.empty();
        frame.setVisible(mark.isPresent());
        mark.ifPresent(m -> {
            String accent = palette.color(Token.ACCENT).toString().replace("0x", "#");
            frame.setStyle(
                    "-fx-border-color: " + accent + "; -fx-border-width: 2; -fx-border-radius: 3;");
            double left = Math.max(0, m.left());
            double top = Math.max(0, m.top());
            frame.resizeRelocate(
                    left,
                    top,
                    Math.max(6, Math.min(getWidth(), m.right()) - left),
                    Math.max(6, Math.min(getHeight(), m.bottom()) - top));
            setAccessibleText(chart.summary() + ". " + m.exact());
        });
    }
}
