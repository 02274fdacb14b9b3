package org.claimscope.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageId;
import org.claimscope.app.widget.RowsTable;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.chart.MonthLine;
import org.claimscope.data.DataCore;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.RowOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tasks of a morning, by keys alone: nothing is clicked, no node is told what to do; only what
/// has the focus gets keys. Every step is printed, so that a run is a record.
final class KeyboardTest {
    @TempDir Path home;

    @Test
    void theTaskListNeedsNoMouse() throws Exception {
        Sample.make(home, 60);
        String patient;
        try (DataCore core = Sample.open(home)) {
            patient = patientWithADeniedClaim(core);
        }
        try (var driver = new Driver(home)) {
            press(driver, KeyCode.ENTER);
            driver.until("dashboards", () -> driver.shows("#tile-charges"));
            driver.settle();
            aPatientsUnpaidClaimAndWhy(driver, patient);
            twoFacilitiesDenialRates(driver);
            fiveQuestions(driver);
            aQuarantinedRow(driver);
            aViewComesBack(driver);
            aMonthIsNoted(driver);
            whatTheKeysAre(driver);
        }
    }

    private static void aViewComesBack(Driver driver) {
        palette(driver, "Denials");
        press(driver, KeyCode.ENTER);
        driver.settle();
        Filters kept = Driver.call(() -> driver.shell().filters());
        driver.robot.push(KeyCode.CONTROL, KeyCode.S);
        driver.until("a field for the name", () -> Driver.call(() -> nameOfView().isPresent()));
        driver.settle();
        driver.robot.write("Morning", 0);
        driver.until(
                "typed in place of what was suggested",
                () ->
                        Driver.call(() ->
                                nameOfView()
                                        .filter(f -> f.getText().equals("Morning"))
                                        .isPresent()));
        press(driver, KeyCode.ENTER);
        driver.until("kept", () -> words(driver).contains("Saved as Morning"));
        driver.settle();
        palette(driver, "Overview");
        press(driver, KeyCode.ENTER);
        driver.settle();
        driver.robot.interact(() ->
                driver.shell().narrow(Filters.Cut.of("specialty", "Cardiology", "Cardiology")));
        driver.settle();
        palette(driver, "Morning");
        choose(driver, item -> item.contains("View"));
        assertEquals(PageId.DENIALS, front(driver));
        assertEquals(kept, Driver.call(() -> driver.shell().filters()));
        say("the view Morning: Denials, without the filter");
    }

    /// In a chart along time, to be read at its month in all of them.
    private static void aMonthIsNoted(Driver driver) {
        palette(driver, "Overview");
        press(driver, KeyCode.ENTER);
        driver.settle();
        tabTo(
                driver,
                "payments by month",
                node -> node instanceof ChartView view && view.chart() instanceof MonthLine);
        ChartView view = (ChartView) focus(driver);
        press(driver, KeyCode.END);
        press(driver, KeyCode.N);
        driver.until("a field", () -> Driver.call(() -> field("#note-words").isPresent()));
        driver.robot.write("Portal was down", 0);
        driver.until(
                "typed",
                () ->
                        Driver.call(() ->
                                field("#note-words")
                                        .filter(f -> f.getText().equals("Portal was down"))
                                        .isPresent()));
        press(driver, KeyCode.ENTER);
        driver.until(
                "in the chart",
                () ->
                        Driver.call(
                                () -> view.marks().toString().contains("Jun 1: Portal was down")));
        driver.settle();
        palette(driver, "Receivables");
        press(driver, KeyCode.ENTER);
        driver.settle();
        assertTrue(
                Driver.call(() ->
                        driver.workstation.scene().getRoot().lookupAll("*").stream()
                                .filter(ChartView.class::isInstance)
                                .map(ChartView.class::cast)
                                .anyMatch(v ->
                                        v.marks().toString().contains("Jun 1: Portal was down"))));
        say("June noted, seen on Overview and Receivables");
    }

    private static Optional<TextField> nameOfView() {
        return field("#view-name");
    }

    /// In a small window of its own, with the keys.
    private static Optional<TextField> field(String query) {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(query))
                .filter(node -> node instanceof TextField && node.isFocused())
                .map(TextField.class::cast)
                .findFirst();
    }

    private static void whatTheKeysAre(Driver driver) throws IOException {
        driver.robot.press(KeyCode.SHIFT).push(KeyCode.SLASH).release(KeyCode.SHIFT);
        driver.until("the cheat sheet", () -> driver.shows("#cheat-sheet"));
        assertTrue(words(driver).contains("Narrow all pages to it"));
        assertTrue(words(driver).contains("Search or ask"));
        driver.picture("cheat-sheet");
        press(driver, KeyCode.ESCAPE);
        driver.until("gone", () -> !driver.shows("#cheat-sheet"));
    }

    private static String patientWithADeniedClaim(DataCore core) {
        try (var rows =
                core.query().rows(MetricQuery.of("denial_rate"), false, RowOrder.NEWEST, 1)) {
            assertTrue(rows.rowCount() > 0, "the sample has denied claims");
            return String.valueOf(rows.text("row_patient_key", 0));
        }
    }

    private static void aPatientsUnpaidClaimAndWhy(Driver driver, String key) {
        String number = key.substring(key.indexOf('/') + 1);
        palette(driver, number);
        driver.settle();
        choose(driver, item -> item.contains("atient"));
        assertEquals(PageId.PATIENT, front(driver));
        tabTo(driver, "the patient's claims", KeyboardTest::listsClaims);
        RowsTable claims = (RowsTable) focus(driver);
        int denied = Driver.call(() -> rowThatSays(claims, "denied"));
        for (int i = 0; i < denied; i++) {
            press(driver, KeyCode.DOWN);
        }
        assertEquals(denied, Driver.call(() -> claims.getSelectionModel().getSelectedIndex()));
        press(driver, KeyCode.ENTER);
        driver.settle();
        assertEquals(PageId.CLAIM, front(driver));
        driver.until("the reason", () -> !reason(driver).isEmpty());
        say(reason(driver));
    }

    private static String reason(Driver driver) {
        return words(driver).stream()
                .filter(w -> w.matches("Denied with CARC \\w+: .+"))
                .findFirst()
                .orElse("");
    }

    private static void twoFacilitiesDenialRates(Driver driver) {
        String answer = ask(driver, "denial rate by facility last quarter");
        assertTrue(answer.contains("%"), answer);
        say("compared: " + answer);
    }

    private static void fiveQuestions(Driver driver) {
        var answers = new ArrayList<String>();
        for (String question :
                List.of(
                        "charges last month",
                        "payments by payer last month",
                        "top 5 providers by charges this year",
                        "days in A/R by facility",
                        "denied dollars by carc last quarter")) {
            answers.add(ask(driver, question));
            say(question + ": " + answers.getLast());
        }
        assertEquals(5, answers.stream().distinct().count(), answers.toString());
        for (String answer : answers) {
            assertTrue(answer.matches("(?s).*\\d.*"), answer);
        }
    }

    private static void aQuarantinedRow(Driver driver) {
        palette(driver, "Feeds");
        press(driver, KeyCode.ENTER);
        driver.settle();
        assertEquals(PageId.FEEDS, front(driver));
        int held = Driver.call(() -> ((ListView<?>) driver.find("#held")).getItems().size());
        assertTrue(held > 0, "the sample holds a record back");
        tabTo(driver, "held records", node -> "held".equals(node.getId()));
        tabTo(driver, "the corrected value", node -> "fix-value".equals(node.getId()));
        type(driver, "2025-05-05");
        tabTo(driver, "Reprocess", node -> "reprocess".equals(node.getId()));
        press(driver, KeyCode.SPACE);
        driver.settle();
        driver.until(
                "one record less is held", () -> Driver.call(() -> heldNow(driver)) == held - 1);
        say("one of " + held + " held records reprocessed");
    }

    private static int heldNow(Driver driver) {
        Node list = driver.workstation.scene().lookup("#held");
        return list == null ? 0 : ((ListView<?>) list).getItems().size();
    }

    // Keys, and what a reader sees

    private static void palette(Driver driver, String words) {
        driver.robot.push(KeyCode.CONTROL, KeyCode.K);
        driver.until("the palette", () -> focus(driver) instanceof TextField);
        type(driver, words);
        say("Ctrl+K " + words);
    }

    private static void type(Driver driver, String words) {
        driver.robot.write(words, 0);
        driver.until(
                "typed",
                () ->
                        focus(driver) instanceof TextField field
                                && Driver.call(field::getText).endsWith(words));
    }

    /// Walks down the palette to the first item that fits.
    private static void choose(Driver driver, Predicate<String> fits) {
        ListView<?> list = (ListView<?>) driver.find(".palette .list-view");
        for (int i = 0; i < 12; i++) {
            String item =
                    Driver.call(() -> String.valueOf(list.getSelectionModel().getSelectedItem()));
            if (fits.test(item)) {
                press(driver, KeyCode.ENTER);
                driver.settle();
                return;
            }
            press(driver, KeyCode.DOWN);
        }
        throw new AssertionError("not in the palette");
    }

    private static void press(Driver driver, KeyCode key) {
        driver.robot.push(key);
    }

    private static void tabTo(Driver driver, String what, Predicate<Node> there) {
        var passed = new ArrayList<String>();
        for (int i = 0; i < 150; i++) {
            Node node = focus(driver);
            if (Driver.call(() -> there.test(node))) {
                say(i + " × Tab to " + what);
                return;
            }
            passed.add(name(node));
            press(driver, KeyCode.TAB);
        }
        throw new AssertionError("Tab never reaches " + what + ": " + passed);
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName()
                + (node.getId() == null ? "" : "#" + node.getId())
                + (node instanceof Labeled l ? " " + l.getText() : "");
    }

    private static Node focus(Driver driver) {
        return Driver.call(() -> {
            Node owner = driver.workstation.scene().getFocusOwner();
            return owner == null ? driver.workstation.scene().getRoot() : owner;
        });
    }

    private static PageId front(Driver driver) {
        return Driver.call(() -> driver.shell().place().page());
    }

    private static boolean listsClaims(Node node) {
        return node instanceof RowsTable table && rowThatSays(table, "denied") >= 0;
    }

    private static int rowThatSays(RowsTable table, String word) {
        for (int row = 0; row < table.getItems().size(); row++) {
            String all = table.rows().get(row).cells().toString().toLowerCase(Locale.ROOT);
            if (all.contains(word)) {
                return row;
            }
        }
        return -1;
    }

    private static List<String> words(Driver driver) {
        return Driver.call(() ->
                driver.workstation.scene().getRoot().lookupAll(".label").stream()
                        .filter(Label.class::isInstance)
                        .map(n -> String.valueOf(((Label) n).getText()))
                        .toList());
    }

    private static String ask(Driver driver, String question) {
        String before = answer(driver);
        palette(driver, question);
        press(driver, KeyCode.ENTER);
        driver.until("an answer", () -> !answer(driver).equals(before));
        driver.settle();
        return answer(driver);
    }

    /// The newest answer; empty before the first one.
    private static String answer(Driver driver) {
        return Driver.call(() -> {
            Node label = driver.workstation.scene().lookup("#answer");
            return label == null ? "" : ((Label) label).getText();
        });
    }

    private static void say(String step) {
        System.out.println("by keys: " + step);
    }
}
