package org.claimscope.app.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.stage.Stage;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;

/// The window as a display on a wall: full screen, nothing but the page, one open page after the
/// other, never one that names people. Who opens such a page there is given the window back.
final class Wall {
    private static final int TICKS_EACH = 60;

    private final Shell shell;
    private final Consumer<Boolean> bare;
    private boolean on;
    private int ticks;

    /// @param bare takes everything but the page away, or brings it back
    Wall(Shell shell, Consumer<Boolean> bare) {
        this.shell = shell;
        this.bare = bare;
    }

    boolean isOn() {
        return on;
    }

    void toggle() {
        if (on) {
            leave();
            return;
        }
        on = true;
        ticks = 0;
        if (!shell.place().page().fitsWalls()) {
            next();
        }
        bare.accept(true);
        if (shell.getScene().getWindow() instanceof Stage stage) {
            stage.setFullScreenExitHint("Esc leaves the wall display");
            stage.setFullScreen(true);
        }
    }

    void leave() {
        if (on) {
            on = false;
            bare.accept(false);
            if (shell.getScene().getWindow() instanceof Stage stage) {
                stage.setFullScreen(false);
            }
        }
    }

    /// Half a second went by.
    void tick() {
        if (!on) {
            return;
        }
        // Full screen may also be left by the system's own key; and who opens a claim there works.
        boolean working = !shell.place().page().fitsWalls();
        if (working
                || shell.getScene().getWindow() instanceof Stage stage && !stage.isFullScreen()) {
            leave();
            return;
        }
        ticks++;
        if (ticks % TICKS_EACH == 0) {
            next();
        }
    }

    /// The next open page that fits; without any, the facilities.
    void next() {
        List<Place> open = shell.tabs().places();
        int front = shell.tabs().active();
        IntStream.rangeClosed(1, open.size())
                .map(step -> (front + step) % open.size())
                .filter(i -> open.get(i).page().fitsWalls())
                .findFirst()
                .ifPresentOrElse(shell.tabs()::front, () -> shell.open(Place.of(PageId.FACILITY)));
    }
}
