package org.claimscope.app.task;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Parts of one page that are computed at once: a small question is mostly planning, which keeps
/// one processor busy. All are over when this is closed; a part that fails throws what it threw
/// when it is asked for.
///
/// Begin the longest first. Not on the JavaFX thread.
public final class Together implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// Begins to compute a part.
    ///
    /// @return waits for it, and throws what it threw
    public <T> Supplier<T> begin(Supplier<T> part) {
        Future<T> future = threads.submit(part::get);
        return () -> wait(future);
    }

    private static <T> T wait(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException thrown -> throw thrown;
                case Error thrown -> throw thrown;
                case null, default ->
                        throw new IllegalStateException("a part throws nothing checked", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("nobody waits for the page");
        }
    }

    /// Waits for the parts that were begun; nothing of a page goes on behind its back.
    @Override
    public void close() {
        threads.close();
    }
}
