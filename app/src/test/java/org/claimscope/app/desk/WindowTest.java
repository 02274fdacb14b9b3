package org.claimscope.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageId;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.DataGrid;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.chart.Pen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What only a real window can show: a size beyond the headless platform's, clicks with Ctrl,
/// sweeps through charts, boards arranged by pointer, files dragged in from another window. `mvn
/// -Pwindow verify` under an X server, such as `xvfb-run`.
@Tag("window")
final class WindowTest {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;

    @TempDir Path home;

    @BeforeEach
    void aScreen() {
        assumeTrue(System.getenv("DISPLAY") != null, "skipped: no DISPLAY");
    }

    @Test
    void everyPageFillsALargeWindowAndCtrlClicksFilter() throws Exception {
        Sample.make(home, 60);
        try (var driver = new Driver(home, WIDTH, HEIGHT)) {
            driver.fire("#explore-sample");
            driver.until("dashboards", () -> driver.shows("#tile-charges"));
            driver.settle();
            assertEquals(WIDTH, Driver.call(() -> driver.workstation.scene().getWidth()), 2);
            assertEquals(HEIGHT, Driver.call(() -> driver.workstation.scene().getHeight()), 2);
            for (PageId page : PageId.values()) {
                if (page.group() != PageId.Group.NONE) {
                    driver.fire("#rail-" + page.id());
                    driver.settle();
                    Bounds content = Driver.call(() -> bounds(driver.find(".page")));
                    assertTrue(
                            content.getMaxX() <= WIDTH && content.getWidth() > WIDTH * 0.8,
                            page + " lies at " + content);
                }
            }
            driver.fire("#rail-overview");
            driver.settle();
            ctrlClickAddsToTheFilters(driver);
        }
    }

    @Test
    void chartsAreSweptAndBoardsArrangedByPointer() throws Exception {
        Sample.make(home, 60);
        try (var driver = new Driver(home, WIDTH, HEIGHT)) {
            driver.fire("#explore-sample");
            driver.until("dashboards", () -> driver.shows("#tile-charges"));
            driver.settle();
            aSweepThroughMonthsIsThePeriod(driver);
            ctrlClickOnAMarkNarrows(driver);
            anAreaOfPointsNarrows(driver);
            aBoardIsArranged(driver);
            aWallShowsFiguresAndNobody(driver);
        }
    }

    /// F11 on a list of claims: the wall shows the next page without people, and Esc leaves it.
    private static void aWallShowsFiguresAndNobody(Driver driver) throws IOException {
        driver.fire("#rail-claims");
        driver.settle();
        driver.robot.push(KeyCode.F11);
        driver.until("only the page", () -> !driver.shows("#rail-overview"));
        driver.settle();
        assertTrue(Driver.call(() -> driver.shell().place().page().fitsWalls()));
        assertFalse(driver.shows(".top-bar"));
        assertTrue(Driver.call(driver.stage::isFullScreen));
        driver.picture("wall");
        driver.robot.push(KeyCode.ESCAPE);
        driver.until("all of it", () -> driver.shows("#rail-overview"));
        assertTrue(driver.shows(".top-bar"));
        assertFalse(Driver.call(driver.stage::isFullScreen));
    }

    private static void aSweepThroughMonthsIsThePeriod(Driver driver) {
        Filters before = Driver.call(() -> driver.shell().filters());
        ChartView payments = chart(driver, "Net payments by month");
        List<Pen.Mark> months =
                Driver.call(payments::marks).stream().filter(m -> m.members().size() == 1).toList();
        Pen.Mark from = months.get(months.size() - 4);
        Pen.Mark to = months.get(months.size() - 2);
        driver.robot
                .moveTo(middle(payments, to))
                .press(MouseButton.PRIMARY)
                .moveTo(middle(payments, months.get(months.size() - 3)))
                .moveTo(middle(payments, from));
        driver.until("the sweep is seen", () -> driver.shows("#mark-sweep"));
        driver.robot.release(MouseButton.PRIMARY);
        var swept =
                new Filters.Period(
                        YearMonth.parse(from.members().getFirst()),
                        YearMonth.parse(to.members().getFirst()));
        driver.until("its months", () -> period(driver).equals(swept));
        driver.settle();
        assertEquals(3, swept.months());
        driver.robot.push(KeyCode.CONTROL, KeyCode.Z);
        driver.until("taken back", () -> period(driver).equals(before.period()));
        driver.settle();
    }

    private static Filters.Period period(Driver driver) {
        return Driver.call(() -> driver.shell().filters().period());
    }

    private static void ctrlClickOnAMarkNarrows(Driver driver) {
        driver.fire("#rail-facility");
        driver.settle();
        ChartView facilities = chart(driver, "Payments by facility");
        Pen.Mark mark =
                Driver.call(facilities::marks).stream()
                        .filter(m -> m.members().size() == 2)
                        .reduce((a, b) -> b)
                        .orElseThrow();
        for (int chosen : new int[] {1, 0}) {
            driver.robot.press(KeyCode.CONTROL);
            driver.robot.clickOn(middle(chart(driver, "Payments by facility"), mark));
            driver.robot.release(KeyCode.CONTROL);
            driver.until(
                    chosen + " facilities in the filters",
                    () -> facilitiesChosen(driver).size() == chosen);
            driver.settle();
            if (chosen == 1) {
                assertEquals(mark.members().getFirst(), facilitiesChosen(driver).getFirst());
                mark =
                        Driver.call(chart(driver, "Payments by facility")::marks).stream()
                                .filter(m -> m.members().size() == 2)
                                .reduce((a, b) -> b)
                                .orElseThrow();
            }
        }
    }

    /// A rectangle around all points of the providers; taken back by Ctrl+Z.
    private static void anAreaOfPointsNarrows(Driver driver) {
        driver.fire("#rail-provider");
        driver.settle();
        ChartView points = chart(driver, "Payments by denial rate");
        Bounds all = Driver.call(() -> onScreen(points));
        drag(
                driver,
                new Point2D(all.getMinX() + 2, all.getMinY() + 2),
                new Point2D(all.getMaxX() - 2, all.getMaxY() - 2));
        int chosen = chosen(driver, "provider").size();
        assertTrue(chosen > 5, chosen + " providers chosen");
        driver.robot.push(KeyCode.CONTROL, KeyCode.Z);
        driver.until("all again", () -> chosen(driver, "provider").isEmpty());
        driver.settle();
    }

    private static List<String> facilitiesChosen(Driver driver) {
        return chosen(driver, "facility");
    }

    private static List<String> chosen(Driver driver, String dimension) {
        return Driver.call(() -> driver.shell().filters()).cutOf(dimension).stream()
                .flatMap(cut -> cut.members().stream())
                .map(Filters.Member::label)
                .toList();
    }

    private static void aBoardIsArranged(Driver driver) {
        driver.fire("#rail-payers");
        driver.settle();
        driver.fire("#board-make-it-mine");
        driver.until("its own tab", () -> driver.shows("#board-change"));
        driver.settle();
        driver.fire("#board-change");
        driver.until("frames", () -> driver.shows("#part-9"));
        driver.settle();
        // By its corner: half as wide, and back.
        Bounds part = Driver.call(() -> onScreen(driver.find("#part-5")));
        var corner = new Point2D(part.getMaxX() - 6, part.getMaxY() - 6);
        drag(driver, corner, new Point2D(corner.getX() - part.getWidth() / 2, corner.getY()));
        Bounds narrower = Driver.call(() -> onScreen(driver.find("#part-5")));
        assertEquals(part.getWidth() / 2, narrower.getWidth(), part.getWidth() * 0.1);
        assertEquals(part.getMinX(), narrower.getMinX(), 1);
        // By its middle: into the room that this made.
        var grip = new Point2D(narrower.getMinX() + 60, narrower.getMinY() + 60);
        drag(driver, grip, grip.add(part.getWidth() / 2, 0));
        Bounds moved = Driver.call(() -> onScreen(driver.find("#part-5")));
        assertEquals(part.getMaxX(), moved.getMaxX(), part.getWidth() * 0.1);
        for (int steps = 0; steps < 2; steps++) {
            driver.fire("#board-undo");
            driver.settle();
        }
        assertEquals(part, Driver.call(() -> onScreen(driver.find("#part-5"))));
    }

    private static void drag(Driver driver, Point2D from, Point2D to) {
        driver.robot
                .moveTo(from)
                .press(MouseButton.PRIMARY)
                .moveTo(from.midpoint(to))
                .moveTo(to)
                .release(MouseButton.PRIMARY);
        driver.settle();
    }

    private static ChartView chart(Driver driver, String title) {
        return Driver.call(() ->
                driver.workstation.scene().getRoot().lookupAll("*").stream()
                        .filter(Card.class::isInstance)
                        .map(Card.class::cast)
                        .filter(card -> card.heading().equals(title))
                        .flatMap(card -> card.lookupAll("*").stream())
                        .filter(ChartView.class::isInstance)
                        .map(ChartView.class::cast)
                        .findFirst()
                        .orElseThrow());
    }

    private static Point2D middle(ChartView view, Pen.Mark mark) {
        return Driver.call(() ->
                view.localToScreen(
                        (mark.left() + mark.right()) / 2, (mark.top() + mark.bottom()) / 2));
    }

    private static void ctrlClickAddsToTheFilters(Driver driver) {
        // The first row below the header, in the column of names: on, then off again.
        for (int chosen : new int[] {1, 0}) {
            Bounds box = Driver.call(() -> onScreen(grid(driver, "payers")));
            var at = new Point2D(box.getMinX() + 30, box.getMinY() + 24 + 12);
            driver.robot.press(KeyCode.CONTROL);
            driver.robot.clickOn(at, MouseButton.PRIMARY);
            driver.robot.release(KeyCode.CONTROL);
            driver.until(
                    chosen + " payers in the filters",
                    () -> Driver.call(() -> payersChosen(driver)) == chosen);
            driver.settle();
        }
        assertEquals(PageId.OVERVIEW, driver.shell().place().page());
    }

    private static int payersChosen(Driver driver) {
        return driver.shell()
                .filters()
                .cutOf("payer")
                .map(Filters.Cut::members)
                .orElse(List.of())
                .size();
    }

    private static DataGrid grid(Driver driver, String things) {
        return driver.workstation.scene().getRoot().lookupAll("*").stream()
                .filter(DataGrid.class::isInstance)
                .map(DataGrid.class::cast)
                .filter(g -> String.valueOf(g.getAccessibleText()).contains(things))
                .findFirst()
                .orElseThrow();
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    @Test
    void filesAreDraggedIn() throws Exception {
        Path file = Files.writeString(home.resolve("charges_export.csv"), CHARGES);
        try (var driver = new Driver(home, WIDTH - 240, HEIGHT)) {
            driver.files.next = List.of(home.resolve("mine"));
            driver.fire("#import-files");
            driver.until("asked for a passphrase", () -> driver.shows("#passphrase"));
            driver.robot.interact(() ->
                    driver.workstation.scene().getRoot().lookupAll(".password-field").stream()
                            .map(TextField.class::cast)
                            .forEach(f -> f.setText("a long enough passphrase")));
            driver.fire("#unlock");
            driver.until("import page", () -> driver.shows("#import-source"));
            driver.settle();
            Stage folder = Driver.call(() -> folder(file));
            Driver.call(() -> {
                driver.stage.setX(0);
                driver.stage.setY(0);
                return true;
            });
            driver.settle();
            Bounds from = Driver.call(() -> onScreen(folder.getScene().getRoot()));
            Bounds to = Driver.call(() -> onScreen(driver.find("#import-choose")));
            driver.robot
                    .drag(new Point2D(from.getCenterX(), from.getCenterY()), MouseButton.PRIMARY)
                    .moveTo(new Point2D(from.getCenterX() - 40, from.getCenterY() + 40))
                    .moveTo(new Point2D(to.getCenterX(), to.getMaxY() + 60))
                    .drop();
            driver.until("the file is known", () -> driver.shows("#files"));
            driver.settle();
            assertFalse(Driver.call(() -> driver.find("#import-go").isDisabled()));
            Platform.runLater(folder::close);
        }
    }

    private static final String CHARGES =
            """
            Transaction_ID;Patient_ID;Billed;Paid;Service_Date;Posted_Date
            T1;P1;100.00;0;2025-06-02;2025-06-03
            """;

    private static Bounds onScreen(Node node) {
        return node.localToScreen(node.getBoundsInLocal());
    }

    /// A window that stands for a file manager: a file is dragged out of it.
    private static Stage folder(Path file) {
        Label icon = new Label(String.valueOf(file.getFileName()));
        icon.setMinSize(160, 80);
        icon.setOnDragDetected(drag -> {
            Dragboard board = icon.startDragAndDrop(TransferMode.COPY);
            var content = new ClipboardContent();
            content.putFiles(List.of(file.toFile()));
            board.setContent(content);
            drag.consume();
        });
        Stage stage = new Stage(StageStyle.UNDECORATED);
        stage.setScene(new Scene(icon));
        stage.setX(WIDTH - 180);
        stage.setY(20);
        stage.setAlwaysOnTop(true);
        stage.show();
        return stage;
    }
}
