package org.claimscope.charts.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.claimscope.charts.Charts;
import org.claimscope.charts.export.Offscreen;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Theme;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.shape.Categories;
import org.claimscope.charts.shape.Matrix;
import org.claimscope.charts.shape.Unit;
import org.junit.jupiter.api.Test;

class ChartViewTest {
    private static final RankedBars BARS =
            new RankedBars(
                    new Categories(
                            Unit.COUNT,
                            List.of(
                                    new Categories.Item("a", 3, false),
                                    new Categories.Item("b", 2, false),
                                    new Categories.Item("c", 1, false)),
                            null),
                    false);

    @Test
    void everySampleHasATwinWithRows() {
        for (Charts.Entry entry : Charts.all()) {
            Twin twin = entry.sample().twin();
            assertFalse(twin.rows().isEmpty(), entry.name());
            assertFalse(twin.columns().contains(""), entry.name());
        }
    }

    @Test
    void theKeysReachEveryMarkWithMembers() {
        for (Charts.Entry entry : Charts.all()) {
            on(
                    entry.sample(),
                    entry.width(),
                    entry.height(),
                    view -> {
                        Set<Pen.Mark> reached = new HashSet<>();
                        press(view, KeyCode.HOME);
                        view.focusedMark().ifPresent(first -> walkFrom(view, first, reached));
                        Set<Pen.Mark> choosable = new HashSet<>(view.marks());
                        choosable.removeIf(mark -> mark.members().isEmpty());
                        choosable.removeAll(reached);
                        assertEquals(Set.of(), choosable, entry.name());
                    });
        }
    }

    @Test
    void spaceSelectsEnterOpensAndTheFocusedMarkIsReadOut() {
        on(
                BARS,
                300,
                80,
                view -> {
                    List<String> said = new ArrayList<>();
                    view.setOnSelect(mark -> said.add("select " + mark.members()));
                    view.setOnOpen(mark -> said.add("open " + mark.members()));
                    assertTrue(view.isFocusTraversable());
                    press(view, KeyCode.ENTER);
                    press(view, KeyCode.DOWN);
                    press(view, KeyCode.SPACE);
                    press(view, KeyCode.DOWN);
                    press(view, KeyCode.ENTER);
                    press(view, KeyCode.END);
                    press(view, KeyCode.SPACE);
                    press(view, KeyCode.HOME);
                    press(view, KeyCode.ENTER);
                    assertEquals(List.of("select [a]", "open [b]", "select [c]", "open [a]"), said);
                    assertEquals("a  3", view.getAccessibleText());
                });
    }

    @Test
    void aKeyThatLeadsNowhereIsLeftToThePage() {
        on(
                BARS,
                300,
                80,
                view -> {
                    AtomicInteger left = new AtomicInteger();
                    view.getParent().setOnKeyPressed(key -> left.incrementAndGet());
                    press(view, KeyCode.HOME);
                    assertEquals(0, left.get());
                    press(view, KeyCode.UP);
                    press(view, KeyCode.PAGE_DOWN);
                    assertEquals(2, left.get());
                });
    }

    @Test
    void tShowsTheRowsAndTheDrawingAgain() {
        on(
                BARS,
                300,
                80,
                view -> {
                    press(view, KeyCode.T);
                    assertTrue(view.twinShown());
                    TwinTable table = (TwinTable) view.getChildrenUnmodifiable().getLast();
                    assertEquals(view.twin().rows(), List.copyOf(table.getItems()));
                    press(table, KeyCode.T);
                    assertFalse(view.twinShown());
                    assertFalse(view.getChildrenUnmodifiable().contains(table));
                });
    }

    @Test
    void clickSelectsAndDoubleClickOpens() {
        on(
                BARS,
                300,
                80,
                view -> {
                    List<String> said = new ArrayList<>();
                    view.setOnSelect(mark -> said.add("select " + mark.members()));
                    view.setOnOpen(mark -> said.add("open " + mark.members()));
                    Pen.Mark b = view.marks().get(1);
                    click(view, b, 1);
                    click(view, b, 2);
                    assertEquals(List.of("select [b]", "open [b]"), said);
                    assertEquals(List.of(), outlines(view), "a click needs no outline of the keys");
                });
    }

    @Test
    void whatIsSelectedAndWhatHasTheKeysIsOutlined() {
        on(
                BARS,
                300,
                80,
                view -> {
                    view.setSelected(List.of("c"));
                    assertEquals(1, outlines(view).size());
                    press(view, KeyCode.HOME);
                    assertEquals(2, outlines(view).size());
                    assertEquals(view.marks().getFirst().top(), top(outlines(view).get(1)));
                    view.setSelected(List.of());
                    assertEquals(1, outlines(view).size());
                    view.show(BARS);
                    assertEquals("a  3", view.getAccessibleText(), "the same mark as before");
                });
    }

    @Test
    void anEmptyNameSelectsAWholeRow() {
        HeatMap map =
                new HeatMap(
                        new Matrix(
                                Unit.COUNT,
                                List.of("r", "s"),
                                List.of("x", "y", "z"),
                                List.of(List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0))));
        on(
                map,
                300,
                100,
                view -> {
                    view.setSelected(List.of("s", ""));
                    Node outline = outlines(view).getFirst();
                    double cells =
                            view.marks().stream()
                                    .filter(mark -> mark.members().getFirst().equals("s"))
                                    .filter(mark -> !mark.members().contains(""))
                                    .mapToDouble(mark -> mark.right() - mark.left())
                                    .sum();
                    assertEquals(cells, outline.getBoundsInParent().getWidth(), 1.5);
                });
    }

    @Test
    void theFocusOutlineIsAccentAndTwoPixelsWide() {
        var palette = ChartPalette.of(Theme.DARK);
        on(
                BARS,
                300,
                80,
                view -> {
                    view.setPalette(palette);
                    press(view, KeyCode.HOME);
                    var outline = (javafx.scene.shape.Rectangle) outlines(view).getFirst();
                    assertEquals(palette.color(Token.ACCENT), outline.getStroke());
                    assertEquals(2, outline.getStrokeWidth());
                });
    }

    private static void walkFrom(ChartView view, Pen.Mark from, Set<Pen.Mark> reached) {
        MarkWalk walk =
                new MarkWalk(
                        view.marks().stream().filter(mark -> !mark.members().isEmpty()).toList());
        List<Pen.Mark> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            Pen.Mark mark = open.removeLast();
            if (reached.add(mark)) {
                for (MarkWalk.Direction direction : MarkWalk.Direction.values()) {
                    walk.next(mark, direction).ifPresent(open::add);
                }
            }
        }
    }

    private static List<Node> outlines(ChartView view) {
        return view.getChildrenUnmodifiable().stream()
                .filter(MarkOutlines.class::isInstance)
                .flatMap(node -> ((MarkOutlines) node).getChildren().stream())
                .toList();
    }

    private static double top(Node node) {
        return node.getBoundsInParent().getMinY();
    }

    private static void on(Chart chart, double width, double height, Consumer<ChartView> test) {
        Offscreen.call(() -> {
            ChartView view = new ChartView(chart, ChartPalette.of(Theme.LIGHT));
            StackPane root = new StackPane(view);
            Scene scene = new Scene(root, width, height);
            root.resize(scene.getWidth(), scene.getHeight());
            root.applyCss();
            root.layout();
            test.accept(view);
            return true;
        });
    }

    @Test
    void draggingSweepsOverWholeMarks() {
        on(
                BARS,
                300,
                90,
                view -> {
                    List<List<String>> swept = new ArrayList<>();
                    Pen.Mark a = mark(view, "a");
                    Pen.Mark b = mark(view, "b");
                    pointer(view, MouseEvent.MOUSE_PRESSED, a, 1, true, false);
                    pointer(view, MouseEvent.MOUSE_DRAGGED, b, 1, false, false);
                    assertEquals(List.of(), outlines(view), "nobody asked for sweeps");
                    view.setOnSweep(marks -> swept.add(names(marks)));
                    pointer(view, MouseEvent.MOUSE_PRESSED, a, 1, true, false);
                    pointer(view, MouseEvent.MOUSE_DRAGGED, b, 1, false, false);
                    Node over = outlines(view).getFirst();
                    assertEquals("mark-sweep", over.getId());
                    assertEquals(a.top(), over.getBoundsInParent().getMinY(), 1);
                    assertEquals(b.bottom(), over.getBoundsInParent().getMaxY(), 1);
                    view.show(BARS);
                    assertEquals(1, outlines(view).size(), "new figures do not end it");
                    pointer(view, MouseEvent.MOUSE_RELEASED, b, 1, false, false);
                    assertEquals(List.of(List.of("a", "b")), swept);
                    assertEquals(List.of(), outlines(view));
                    pointer(view, MouseEvent.MOUSE_PRESSED, a, 1, true, false);
                    pointer(view, MouseEvent.MOUSE_RELEASED, a, 1, true, false);
                    assertEquals(1, swept.size(), "a click is no sweep");
                });
    }

    @Test
    void shiftAndArrowsSweep() {
        on(
                BARS,
                300,
                90,
                view -> {
                    List<List<String>> swept = new ArrayList<>();
                    List<List<String>> opened = new ArrayList<>();
                    view.setOnSweep(marks -> swept.add(names(marks)));
                    view.setOnOpen(mark -> opened.add(mark.members()));
                    press(view, KeyCode.HOME);
                    press(view, KeyCode.DOWN, true, false);
                    press(view, KeyCode.DOWN, true, false);
                    assertEquals("3 marks: a  3 to c  1", view.getAccessibleText());
                    press(view, KeyCode.UP, true, false);
                    press(view, KeyCode.ENTER);
                    assertEquals(List.of(List.of("a", "b")), swept);
                    assertEquals(List.of(), opened, "Enter took the sweep");
                    press(view, KeyCode.DOWN, true, false);
                    press(view, KeyCode.ESCAPE);
                    assertEquals("c  1", view.getAccessibleText());
                    press(view, KeyCode.ENTER);
                    assertEquals(1, swept.size(), "Escape dropped it");
                    assertEquals(List.of(List.of("c")), opened);
                });
    }

    @Test
    void ctrlNarrowsInsteadOfOpening() {
        on(
                BARS,
                300,
                90,
                view -> {
                    List<String> said = new ArrayList<>();
                    view.setOnSelect(mark -> said.add("select " + mark.members().getFirst()));
                    view.setOnOpen(mark -> said.add("open " + mark.members().getFirst()));
                    view.setOnNarrow(mark -> said.add("narrow " + mark.members().getFirst()));
                    pointer(view, MouseEvent.MOUSE_CLICKED, mark(view, "b"), 1, true, true);
                    press(view, KeyCode.HOME);
                    press(view, KeyCode.ENTER, false, true);
                    press(view, KeyCode.SPACE, false, true);
                    press(view, KeyCode.SPACE);
                    assertEquals(List.of("narrow b", "narrow a", "narrow a", "select a"), said);
                });
    }

    /// The page was drawn anew: who listens now is asked, about the view that is on screen.
    @Test
    void aViewThatStaysOnScreenListensAsTheFreshOne() {
        on(
                BARS,
                300,
                90,
                view -> {
                    List<String> said = new ArrayList<>();
                    List<ChartView> noted = new ArrayList<>();
                    view.setOnOpen(mark -> said.add("old"));
                    view.setOnNote((shown, mark) -> said.add("old note"));
                    ChartView fresh = new ChartView(BARS, ChartPalette.of(Theme.LIGHT));
                    fresh.setOnOpen(mark -> said.add("fresh " + mark.members().getFirst()));
                    fresh.setOnNote((shown, mark) -> noted.add(shown));
                    view.become(fresh);
                    press(view, KeyCode.HOME);
                    press(view, KeyCode.ENTER);
                    press(view, KeyCode.N);
                    assertEquals(List.of("fresh a"), said);
                    assertEquals(List.of(view), noted);
                });
    }

    private static Pen.Mark mark(ChartView view, String name) {
        return view.marks().stream()
                .filter(mark -> mark.members().equals(List.of(name)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(List<Pen.Mark> marks) {
        return marks.stream().map(mark -> mark.members().getFirst()).toList();
    }

    private static void press(Node node, KeyCode code) {
        press(node, code, false, false);
    }

    private static void press(Node node, KeyCode code, boolean shift, boolean ctrl) {
        Event.fireEvent(
                node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, ctrl, false, false));
    }

    private static void click(ChartView view, Pen.Mark mark, int count) {
        pointer(view, MouseEvent.MOUSE_PRESSED, mark, count, true, false);
        pointer(view, MouseEvent.MOUSE_CLICKED, mark, count, true, false);
    }

    /// What the pointer does in the middle of a mark.
    private static void pointer(
            ChartView view,
            EventType<MouseEvent> type,
            Pen.Mark mark,
            int count,
            boolean still,
            boolean ctrl) {
        double x = (mark.left() + mark.right()) / 2;
        double y = (mark.top() + mark.bottom()) / 2;
        Event.fireEvent(
                view,
                new MouseEvent(
                        type,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        count,
                        false,
                        ctrl,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        still,
                        null));
    }
}
