package org.claimscope.charts.export;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/// Drawing without a window: starts the JavaFX toolkit where nobody has, and hands work to its
/// thread.
public final class Offscreen {
    private Offscreen() {}

    /// Runs on the JavaFX thread and waits.
    ///
    /// @throws IllegalStateException if the work failed or the wait was interrupted
    public static <T> T call(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        try {
            Platform.startup(task);
        } catch (IllegalStateException alreadyStarted) {
            Platform.runLater(task);
        }
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while drawing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("drawing failed", e.getCause());
        }
    }
}
