package org.claimscope.charts.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.claimscope.charts.export.Offscreen;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Theme;
import org.junit.jupiter.api.Test;

class AreaChoiceTest {
    // A 3 by 3 grid of points: p0 p1 p2 on the lowest line, p8 at the upper right.
    private static final Scatter GRID =
            new Scatter(
                    ScatterTest.points(
                            new double[] {0, 10, 20, 0, 10, 20, 0, 10, 20},
                            new double[] {0, 0, 0, 10, 10, 10, 20, 20, 20},
                            null));

    @Test
    void aDraggedRectangleHandsOverThePointsInIt() {
        on(
                GRID,
                (view, said) -> {
                    Pen.Mark from = mark(view, "p3");
                    Pen.Mark to = mark(view, "p7");
                    drag(
                            view,
                            false,
                            new double[] {from.left() - 4, to.right() + 4},
                            new double[] {from.bottom() + 4, to.top() - 4});
                    assertEquals(List.of("[3, 4, 6, 7]"), said);
                    assertEquals("4 points chosen", view.getAccessibleText());
                    assertTrue(outlined(view));
                    press(view, KeyCode.ESCAPE, false);
                    assertEquals(List.of("[3, 4, 6, 7]", "[]"), said);
                    assertFalse(outlined(view));
                });
    }

    @Test
    void withShiftTheOutlineIsDrawnFreely() {
        on(
                GRID,
                (view, said) -> {
                    Pen.Mark middle = mark(view, "p4");
                    Pen.Mark right = mark(view, "p5");
                    Pen.Mark high = mark(view, "p8");
                    // A triangle: the rectangle around it would hold p7 too.
                    drag(
                            view,
                            true,
                            new double[] {middle.left() - 20, right.right() + 6, high.right() + 6},
                            new double[] {middle.bottom() + 6, right.bottom() + 6, high.top() - 6});
                    assertEquals(List.of("[4, 5, 8]"), said);
                });
    }

    @Test
    void aPressWithoutADragChoosesOnePointAndNoArea() {
        on(
                GRID,
                (view, said) -> {
                    List<String> marks = new ArrayList<>();
                    view.setOnSelect(mark -> marks.addAll(mark.members()));
                    Pen.Mark p4 = mark(view, "p4");
                    double x = p4.right() + 5;
                    double y = p4.top();
                    fire(view, MouseEvent.MOUSE_PRESSED, x, y, false);
                    fire(view, MouseEvent.MOUSE_RELEASED, x, y, false);
                    fire(view, MouseEvent.MOUSE_CLICKED, x, y, false);
                    assertEquals(List.of("p4"), marks, "the nearest, though 5 px beside it");
                    assertEquals(List.of(), said);
                });
    }

    @Test
    void theKeysStretchARectangleFromTheFocusedPoint() {
        on(
                GRID,
                (view, said) -> {
                    press(view, KeyCode.HOME, false);
                    assertEquals("p6", view.focusedMark().orElseThrow().members().getFirst());
                    double step = mark(view, "p7").left() - mark(view, "p6").left();
                    // A point on the rectangle's own left and upper side is within it.
                    for (int i = 0; i < Math.ceil(step / 16); i++) {
                        press(view, KeyCode.RIGHT, true);
                    }
                    press(view, KeyCode.DOWN, true);
                    assertEquals(List.of(), said);
                    assertEquals(
                            "2 points in the area: Enter chooses them, Escape drops it",
                            view.getAccessibleText());
                    press(view, KeyCode.ENTER, false);
                    assertEquals(List.of("[6, 7]"), said);
                    AtomicInteger opened = new AtomicInteger();
                    view.setOnOpen(mark -> opened.incrementAndGet());
                    press(view, KeyCode.ENTER, false);
                    assertEquals(1, opened.get(), "the area is told once");
                    press(view, KeyCode.ESCAPE, false);
                    assertEquals(List.of("[6, 7]", "[]"), said);
                });
    }

    @Test
    void theAreaStaysAroundItsPointsWhenTheChartGrows() {
        on(
                GRID,
                (view, said) -> {
                    Pen.Mark p4 = mark(view, "p4");
                    drag(
                            view,
                            false,
                            new double[] {p4.left() - 4, p4.right() + 4},
                            new double[] {p4.top() - 4, p4.bottom() + 4});
                    view.resize(800, 600);
                    view.layout();
                    Node outline = lasso(view).getChildren().getFirst();
                    Pen.Mark grown = mark(view, "p4");
                    assertTrue(outline.getBoundsInParent().contains(grown.middle()));
                    assertFalse(outline.getBoundsInParent().contains(mark(view, "p5").middle()));
                    view.show(GRID);
                    assertFalse(outlined(view), "another chart's area is not this one's");
                });
    }

    @Test
    void theKeysGoThroughACrowdBySixteenPixels() {
        Random random = new Random(6);
        double[] xs = random.doubles(50_000, 0, 100).toArray();
        double[] ys = random.doubles(50_000, 0, 100).toArray();
        on(
                new Scatter(ScatterTest.points(xs, ys, null)),
                (view, said) -> {
                    assertTrue(view.isFocusTraversable());
                    press(view, KeyCode.HOME, false);
                    double first = view.focusedMark().orElseThrow().middle().getX();
                    press(view, KeyCode.RIGHT, false);
                    Pen.Mark next = view.focusedMark().orElseThrow();
                    assertEquals(first + 17, next.middle().getX(), 1.5);
                    assertEquals(next.exact(), view.getAccessibleText());
                    press(view, KeyCode.END, false);
                    double last = view.focusedMark().orElseThrow().middle().getX();
                    press(view, KeyCode.RIGHT, false);
                    assertEquals(last, view.focusedMark().orElseThrow().middle().getX());
                    press(view, KeyCode.LEFT, true);
                    press(view, KeyCode.UP, true);
                    press(view, KeyCode.SPACE, false);
                    assertEquals(1, said.size());
                    view.setPalette(ChartPalette.of(Theme.DARK));
                    assertTrue(view.focusedMark().isPresent(), "a new theme keeps the place");
                });
    }

    @Test
    void aChartWithoutPointsHasNoArea() {
        on(
                new Scatter(ScatterTest.points(new double[0], new double[0], null)),
                (view, said) -> {
                    AtomicInteger left = new AtomicInteger();
                    view.getParent().setOnKeyPressed(key -> left.incrementAndGet());
                    press(view, KeyCode.RIGHT, true);
                    press(view, KeyCode.ESCAPE, false);
                    drag(view, false, new double[] {50, 200}, new double[] {50, 200});
                    assertEquals(2, left.get());
                    assertEquals(List.of(), said);
                    assertFalse(view.isFocusTraversable());
                });
    }

    private static void on(Scatter chart, BiConsumer<ChartView, List<String>> test) {
        Offscreen.call(() -> {
            ChartView view = new ChartView(chart, ChartPalette.of(Theme.LIGHT));
            List<String> said = new ArrayList<>();
            view.setOnArea(points -> said.add(Arrays.toString(points)));
            StackPane root = new StackPane(view);
            new Scene(root, 400, 300);
            root.resize(400, 300);
            root.applyCss();
            root.layout();
            test.accept(view, said);
            return true;
        });
    }

    private static Pen.Mark mark(ChartView view, String label) {
        return view.marks().stream()
                .filter(mark -> mark.members().equals(List.of(label)))
                .findFirst()
                .orElseThrow();
    }

    private static Lasso lasso(ChartView view) {
        return (Lasso)
                view.getChildrenUnmodifiable().stream()
                        .filter(Lasso.class::isInstance)
                        .findFirst()
                        .orElseThrow();
    }

    private static boolean outlined(ChartView view) {
        return !lasso(view).getChildren().isEmpty();
    }

    private static void press(ChartView view, KeyCode code, boolean shift) {
        Event.fireEvent(
                view, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
    }

    private static void drag(ChartView view, boolean shift, double[] xs, double[] ys) {
        fire(view, MouseEvent.MOUSE_PRESSED, xs[0], ys[0], shift);
        for (int i = 1; i < xs.length; i++) {
            fire(view, MouseEvent.MOUSE_DRAGGED, xs[i], ys[i], shift);
        }
        fire(view, MouseEvent.MOUSE_RELEASED, xs[xs.length - 1], ys[ys.length - 1], shift);
    }

    private static void fire(
            ChartView view, EventType<MouseEvent> type, double x, double y, boolean shift) {
        Event.fireEvent(
                view,
                new MouseEvent(
                        type,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        shift,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }
}
