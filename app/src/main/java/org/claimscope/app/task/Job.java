package org.claimscope.app.task;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.claimscope.data.progress.Cancellation;

/// A piece of background work that the reader can watch and cancel.
public final class Job implements Cancellation {
    private final String name;
    private final String title;
    private final long startedNanos = System.nanoTime();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    // Below zero while nobody knows how much there is.
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
    private final List<Runnable> stops = new ArrayList<>();
    private volatile boolean cancelled;

    Job(String name, String title) {
        this.name = name;
        this.title = title;
    }

    /// Two jobs of one name never show their results in the wrong order: the newer wins.
    public String name() {
        return name;
    }

    /// What is being done, in the analyst's words.
    public String title() {
        return title;
    }

    /// The present step.
    public ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /// Between 0 and 1, or below 0 when unknown.
    public ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    public long millis() {
        return (System.nanoTime() - startedNanos) / 1_000_000;
    }

    void at(String step, double part) {
        words.set(step);
        share.set(part);
    }

    /// Asks the work to end and stops the statement it waits for. Its result is never shown.
    public void cancel() {
        List<Runnable> now;
        synchronized (stops) {
            cancelled = true;
            now = List.copyOf(stops);
        }
        now.forEach(Runnable::run);
    }

    @Override
    public boolean requested() {
        return cancelled;
    }

    @Override
    public Watch whenRequested(Runnable stop) {
        synchronized (stops) {
            stops.add(stop);
        }
        return () -> {
            synchronized (stops) {
                stops.remove(stop);
            }
        };
    }
}
