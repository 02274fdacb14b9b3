package org.claimscope.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.claimscope.app.session.Home;
import org.claimscope.app.session.SystemDialogs;
import org.claimscope.charts.export.Offscreen;

/// The window on the screen.
public final class Desktop {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private Desktop() {}

    /// Whether there is a screen to open a window on.
    public static boolean available() {
        if ("Headless".equalsIgnoreCase(System.getProperty("glass.platform"))) {
            return false;
        }
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return os.contains("win")
                || os.contains("mac")
                || present("DISPLAY")
                || present("WAYLAND_DISPLAY");
    }

    private static boolean present(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }

    /// Opens the window and returns when it is closed.
    ///
    /// @return false when the display refused
    public static boolean run(Home home, Clock clock, String user) {
        var closed = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        try {
            Platform.startup(() -> {
                open(home, clock, user, closed);
                if (present("CLAIMSCOPE_TIMES")) {
                    atFirstFrame(Desktop::tellTime);
                }
            });
        } catch (UnsupportedOperationException | IllegalStateException e) {
            // The toolkit says so of a display that it cannot open, or whose libraries are missing.
            return false;
        }
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        return true;
    }

    /// Opens the window off screen and closes it after its first frame, so that what a start needs
    /// is recorded.
    public static void rehearse(Home home, Clock clock, String user) {
        var closed = new CountDownLatch(1);
        Offscreen.call(() -> {
            Platform.setImplicitExit(false);
            Stage stage = open(home, clock, user, closed);
            atFirstFrame(stage::close);
            return stage;
        });
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Stage open(Home home, Clock clock, String user, CountDownLatch closed) {
        var workstation = new Workstation(home, clock, user, new SystemDialogs(), WIDTH, HEIGHT);
        Stage stage = new Stage();
        stage.setTitle("Claimscope");
        stage.setScene(workstation.scene());
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        stage.setOnHidden(hidden -> {
            workstation.close();
            closed.countDown();
        });
        workstation.start();
        stage.show();
        workstation.scene().getRoot().requestFocus();
        return stage;
    }

    /// The second pulse comes when the first frame was drawn.
    private static void atFirstFrame(Runnable action) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                pulses++;
                if (pulses == 2) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }

    /// Says on the error output how long the process has been running.
    private static void tellTime() {
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(start ->
                        System.err.println(
                                "first frame after "
                                        + Duration.between(start, Instant.now()).toMillis()
                                        + " ms"));
    }
}
