package org.claimscope.data.progress;

/// Asked between batches: does anybody still want the result?
@FunctionalInterface
public interface Cancellation {
    /// Never cancelled.
    Cancellation NONE = () -> false;

    boolean requested();

    /// Has `stop` run, on the thread that cancels, if that happens before the watch is closed: for
    /// work that cannot ask, such as a statement inside the engine.
    default Watch whenRequested(Runnable stop) {
        return () -> {};
    }

    /// Ends when closed.
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
