package org.claimscope.data.progress;

/// Asked between batches: does anybody still want the result?
@FunctionalInterface
public interface Cancellation {
    /// Never cancelled.
    Cancellation NONE = () -> false;

    boolean requested();
}
