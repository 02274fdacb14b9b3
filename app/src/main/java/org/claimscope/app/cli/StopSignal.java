package org.claimscope.app.cli;

import java.util.concurrent.CountDownLatch;

/// Ctrl+C, or a system that shuts down, for a command that runs until then: it gets the time to
/// close what it has open.
final class StopSignal implements AutoCloseable {
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onShutdown, "stop-signal");

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void onShutdown() {
        stop.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean requested() {
        return stop.getCount() == 0;
    }

    /// Returns when it is time to end: the signal came, or this thread was interrupted.
    void await() {
        try {
            stop.await();
        } catch (InterruptedException e) {
            // Not set again: what is closed now waits for its threads.
            stop.countDown();
        }
    }

    /// Everything is closed; the process may end.
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The shutdown is under way, and waited for this.
            return;
        }
    }
}
