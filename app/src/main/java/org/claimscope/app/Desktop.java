package org.claimscope.app;

import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.claimscope.app.session.Home;
import org.claimscope.app.session.SystemDialogs;

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
    /// @param shown told when the first frame is on the screen
    public static void run(Home home, Clock clock, String user, Runnable shown) {
        var closed = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(() -> {
            var workstation =
                    new Workstation(home, clock, user, new SystemDialogs(), WIDTH, HEIGHT);
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
            Platform.requestNextPulse();
            Platform.runLater(shown);
        });
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }
}
