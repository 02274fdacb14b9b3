package org.claimscope.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.claimscope.app.shell.Shell;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A feed list in the window: chosen, tried, run, edited, run by itself, and still there next time.
final class ConnectionsTest {
    private static final String PASSPHRASE = "a long enough passphrase";
    private static final String LIST =
            """
            profiles: [hand.yaml]
            feeds:
              - {source: mine, table: charges, files: "charges/*.csv", load: Incremental}
            """;

    @TempDir Path home;

    /// Time passes when the test says so.
    private static final class MovedClock extends Clock {
        final AtomicReference<Instant> now = new AtomicReference<>(Sample.NOON.instant());

        @Override
        public ZoneId getZone() {
            return Sample.NOON.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now.get(), zone);
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    @Test
    void aFeedListIsRunByTheWindow() throws Exception {
        Path folder = Files.createDirectories(home.resolve("lists/charges")).getParent();
        Files.writeString(
                folder.resolve("hand.yaml"),
                """
                profile: hand
                version: 1
                tables:
                  - table: charges
                    entity: transaction
                    fields: {id: id, patient_id: patient, billed: billed, service_date: day}
                """);
        Files.writeString(folder.resolve("feeds.yaml"), LIST);
        charge(folder, "a.csv", "1,P1,100.00,2025-06-02\n2,P1,oops,2025-06-02\n");
        var clock = new MovedClock();
        try (var driver = new Driver(home, clock)) {
            newWorkspace(driver, home.resolve("mine"));
            feedList(driver);
            driver.files.next = List.of(folder.resolve("feeds.yaml"));
            driver.fire("#feeds-choose");
            driver.until("the list", () -> driver.shows("#feeds-try"));
            assertTrue(says(driver, "mine/charges") && says(driver, "charges/*.csv"));
            driver.fire("#feeds-try");
            driver.until("a dry run", () -> says(driver, "A dry run would do this"));
            assertTrue(says(driver, "2 in · 1 new · 1 held"));
            assertEquals("0", rows(driver));
            driver.fire("#feeds-run");
            driver.until("a run", () -> says(driver, "The run did this"));
            assertTrue(says(driver, "2 in · 1 new · 1 held"));
            assertEquals("1", rows(driver));
            driver.settle();
            driver.picture("feed-list");
            edited(driver, folder);
            charge(folder, "b.csv", "3,P2,50.00,2025-06-03\n");
            driver.settle();
            assertEquals("1", rows(driver), "its time has not come");
            clock.now.set(clock.now.get().plusSeconds(11));
            driver.until("a run by itself", () -> rows(driver).equals("2"));
        }
        try (var driver = new Driver(home)) {
            driver.until("asked for the passphrase", () -> driver.shows("#passphrase"));
            driver.robot.interact(
                    () -> ((TextField) driver.find("#passphrase")).setText(PASSPHRASE));
            driver.fire("#unlock");
            driver.until("the window", () -> driver.shows("#rail-feeds"));
            driver.settle();
            feedList(driver);
            driver.until("the list again", () -> driver.shows("#feeds-run"));
        }
    }

    /// A fault is told with its line and cannot be saved; the repaired list runs by itself.
    private static void edited(Driver driver, Path folder) throws IOException {
        driver.fire("#feeds-edit");
        TextArea text = (TextArea) driver.find("#feeds-text");
        Button save = (Button) driver.find("#feeds-save");
        assertEquals(LIST, text.getText());
        driver.robot.interact(() -> text.setText(LIST + "  - {source: mine}\n"));
        assertTrue(Driver.call(save::isDisabled));
        String fault = Driver.call(() -> ((Labeled) driver.find("#feeds-fault")).getText());
        assertTrue(fault.contains("table"), fault);
        driver.picture("feed-list-fault");
        driver.robot.interact(() -> text.setText("every: PT10S\n" + LIST));
        assertFalse(Driver.call(save::isDisabled));
        driver.fire("#feeds-save");
        driver.until("saved", () -> driver.shows("#feeds-run"));
        assertEquals("every: PT10S\n" + LIST, Files.readString(folder.resolve("feeds.yaml")));
    }

    @Test
    void theSampleTakesNoOthersData() throws Exception {
        Sample.make(home, 20);
        try (var driver = new Driver(home)) {
            driver.fire("#explore-sample");
            driver.until("dashboards", () -> driver.shows("#tile-charges"));
            driver.settle();
            driver.fire("#rail-feeds");
            driver.settle();
            assertFalse(driver.shows("#feed-list"));
        }
    }

    private static void feedList(Driver driver) {
        driver.fire("#rail-feeds");
        driver.until("the feeds page", () -> driver.shows("#feed-list"));
        driver.settle();
        driver.fire("#feed-list");
    }

    private static void charge(Path folder, String name, String rows) throws IOException {
        Path part = folder.resolve(name + ".part");
        Files.writeString(part, "id,patient,billed,day\n" + rows);
        Files.move(part, folder.resolve("charges").resolve(name));
    }

    private static String rows(Driver driver) {
        Shell shell = driver.shell();
        return Driver.call(() -> {
            try (Frame frame = shell.core().query().run(MetricQuery.of("transaction_count"))) {
                return String.valueOf(frame.number("transaction_count", 0));
            }
        });
    }

    private static void newWorkspace(Driver driver, Path workspace) {
        driver.files.next = List.of(workspace);
        driver.fire("#import-files");
        driver.until("asked for a passphrase", () -> driver.shows("#passphrase"));
        driver.robot.interact(() ->
                driver.workstation.scene().getRoot().lookupAll(".password-field").stream()
                        .map(TextField.class::cast)
                        .forEach(f -> f.setText(PASSPHRASE)));
        driver.fire("#unlock");
        driver.until("import page", () -> driver.shows("#import-source"));
        driver.settle();
    }

    private static boolean says(Driver driver, String words) {
        return Driver.call(() ->
                driver.workstation.scene().getRoot().lookupAll(".label").stream()
                        .anyMatch(node -> words.equals(((Labeled) node).getText())));
    }
}
