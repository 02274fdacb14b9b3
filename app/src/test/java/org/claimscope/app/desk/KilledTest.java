package org.claimscope.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program is killed while somebody works in it: the next start shows the same tabs, the same
/// filters, and the board as it was being changed.
final class KilledTest {
    /// What a reader may lose at most (ux.md §2).
    private static final long BEHIND_MILLIS = 5_000;

    private static final long PATIENCE_SECONDS = 120;

    @TempDir Path home;

    /// What is on screen, to compare before and after.
    private record Seen(
            Place front, List<String> tabs, Filters filters, String title, Bounds part) {
        static Seen of(Driver driver) {
            return Driver.call(() -> {
                Node root = driver.workstation.scene().getRoot();
                return new Seen(
                        driver.shell().place(),
                        root.lookupAll(".tab-title").stream()
                                .map(node -> ((Labeled) node).getText())
                                .toList(),
                        driver.shell().filters(),
                        ((Labeled) root.lookup(".page-title")).getText(),
                        root.lookup("#part-5").getBoundsInParent());
            });
        }
    }

    @Test
    void theNextStartShowsWhatWasOnScreen() throws Exception {
        Sample.make(home, 60);
        Path out = home.resolve("out");
        Process process =
                new ProcessBuilder(command())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!Files.readString(out).contains("ready")) {
                assertTrue(
                        process.isAlive() && System.nanoTime() < end,
                        () -> "never ready: " + text(out));
                Thread.sleep(50);
            }
            Thread.sleep(BEHIND_MILLIS);
        } finally {
            process.destroyForcibly();
        }
        assertEquals(128 + 9, process.waitFor(), "killed, not ended");
        String before =
                text(out).lines().filter(l -> l.startsWith("Seen[")).findFirst().orElseThrow();
        try (var driver = new Driver(home)) {
            // Nothing is asked: the program goes on where it was.
            driver.until("the board", () -> driver.shows("#board-change"));
            driver.settle();
            driver.fire("#board-change");
            driver.until("frames", () -> driver.shows("#part-5"));
            driver.settle();
            assertEquals(before, Seen.of(driver).toString());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private List<String> command() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(
                List.of(
                        // What a killed process leaves behind goes with the test.
                        "-Djava.io.tmpdir=" + Files.createDirectories(home.resolve("tmp")),
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        Reader.class.getName(),
                        home.toString()));
        return command;
    }

    /// Somebody at work, in a process of their own.
    static final class Reader {
        private Reader() {}

        public static void main(String[] arguments) throws InterruptedException {
            var driver = new Driver(Path.of(arguments[0]));
            driver.fire("#explore-sample");
            driver.until("dashboards", () -> driver.shows("#tile-charges"));
            driver.settle();
            driver.robot.interact(() -> {
                driver.shell().open(Place.measure("denial_rate", "Denial rate"));
                driver.shell().narrow(Filters.Cut.of("specialty", "Cardiology", "Cardiology"));
            });
            driver.settle();
            driver.fire("#rail-payers");
            driver.settle();
            driver.fire("#board-make-it-mine");
            driver.until("its own tab", () -> driver.shows("#board-change"));
            driver.settle();
            driver.fire("#board-change");
            driver.until("frames", () -> driver.shows("#part-5"));
            driver.settle();
            Node part = driver.find("#part-5");
            driver.robot.interact(part::requestFocus);
            driver.robot.push(KeyCode.SHIFT, KeyCode.LEFT);
            driver.settle();
            System.out.println(Seen.of(driver));
            System.out.println("ready");
            Thread.sleep(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        }
    }
}
