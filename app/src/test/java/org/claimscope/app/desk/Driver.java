package org.claimscope.app.desk;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.claimscope.app.Workstation;
import org.claimscope.app.session.FileDialogs;
import org.claimscope.app.session.Home;
import org.claimscope.app.shell.Shell;
import org.claimscope.charts.export.Offscreen;
import org.claimscope.charts.export.Snapshot;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;

/// The program in a window without a screen, driven by keys and clicks; watches how long the window
/// stands still.
final class Driver implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final FxRobot robot = new FxRobot();
    final Workstation workstation;
    final Files files = new Files();
    final Stage stage;
    private final AtomicLong longest = new AtomicLong();
    private final AtomicBoolean watching = new AtomicBoolean(true);

    /// Files are chosen by the test.
    static final class Files implements FileDialogs {
        List<Path> next = List.of();

        @Override
        public void files(@Nullable Window owner, Consumer<List<Path>> chosen) {
            chosen.accept(next);
        }

        @Override
        public void folder(@Nullable Window owner, String title, Consumer<Path> chosen) {
            chosen.accept(next.getFirst());
        }

        @Override
        public void save(@Nullable Window owner, String name, Consumer<Path> chosen) {
            chosen.accept(next.getFirst().resolve(name));
        }
    }

    Driver(Path home) {
        this(home, 1440, 900);
    }

    Driver(Path home, Clock clock) {
        this(home, clock, 1440, 900);
    }

    Driver(Path home, int width, int height) {
        this(home, Sample.NOON, width, height);
    }

    private Driver(Path home, Clock clock, int width, int height) {
        Platform.setImplicitExit(false);
        workstation =
                Offscreen.call(
                        () -> new Workstation(new Home(home), clock, "test", files, width, height));
        stage =
                call(() -> {
                    Stage made = new Stage();
                    made.setScene(workstation.scene());
                    workstation.start();
                    made.show();
                    return made;
                });
        Thread.ofVirtual().start(this::watch);
    }

    /// Asks the JavaFX thread for a sign of life again and again.
    private void watch() {
        while (watching.get()) {
            long asked = System.nanoTime();
            var answered = new AtomicBoolean();
            Platform.runLater(() -> {
                longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
                answered.set(true);
            });
            while (!answered.get() && watching.get()) {
                Thread.onSpinWait();
                sleep(1);
            }
            sleep(5);
        }
    }

    /// The longest time the window did not answer, in milliseconds, since the last call.
    long longestPauseMillis() {
        return longest.getAndSet(0) / 1_000_000;
    }

    static <T> T call(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return Offscreen.call(work);
    }

    Shell shell() {
        return call(() -> workstation.shell().orElseThrow());
    }

    void settle() {
        until("idle", () -> call(workstation::idle));
        sleep(30);
        until("idle", () -> call(workstation::idle));
    }

    void until(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("never: " + what + seen(what));
            }
            sleep(20);
        }
    }

    /// Presses the button itself: works wherever the window is, and however large. For a look, in
    /// target/pictures: in dark and in light.
    void picture(String name) throws IOException {
        Path folder = java.nio.file.Files.createDirectories(Path.of("target", "pictures"));
        for (String theme : List.of("dark", "light")) {
            call(() -> {
                workstation.change(workstation.settings().theme(theme));
                return true;
            });
            settle();
            byte[] png = call(() -> Snapshot.png(workstation.scene(), 1));
            java.nio.file.Files.write(folder.resolve(name + "-" + theme + ".png"), png);
        }
    }

    void fire(String query) {
        Node node = find(query);
        robot.interact(() -> ((javafx.scene.control.ButtonBase) node).fire());
    }

    /// What the window shows instead, as a picture below `target`.
    private String seen(String what) {
        Path picture = Path.of("target", "never-" + what.replaceAll("[^a-zA-Z0-9]+", "-") + ".png");
        byte[] png = call(() -> Snapshot.png(workstation.scene(), 1));
        try {
            java.nio.file.Files.write(picture, png);
            return ", see " + picture;
        } catch (IOException e) {
            return "";
        }
    }

    Node find(String query) {
        until(query, () -> call(() -> workstation.scene().lookup(query) != null));
        return call(() -> workstation.scene().lookup(query));
    }

    boolean shows(String query) {
        return call(() -> workstation.scene().lookup(query) != null);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watching.set(false);
        call(() -> {
            workstation.close();
            stage.hide();
            return true;
        });
    }
}
