package org.claimscope.app.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.progress.Progress;

/// Runs work beside the window: computes on a virtual thread, shows on the JavaFX thread, and only
/// if nothing newer of the same name was asked for meanwhile. Call on the JavaFX thread.
public final class Tasks implements AutoCloseable {
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("task-", 0).factory());
    private final ObservableList<Job> jobs = FXCollections.observableArrayList();
    private final Map<String, Job> latest = new HashMap<>();
    private final Map<Job, Consumer<ClaimscopeException>> failures = new HashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private boolean stopped;

    /// What is computed away from the window.
    public interface Work<T> {
        T run(Job job, Progress progress) throws Exception;
    }

    /// What runs at present, for the status bar.
    public ObservableList<Job> jobs() {
        return jobs;
    }

    /// Starts work and cancels an older one of the same name.
    ///
    /// @param title for the status bar, in the analyst's words
    /// @param show gets the result on the JavaFX thread, unless cancelled
    /// @param failed gets what went wrong on the JavaFX thread
    public <T> Job run(
            String name,
            String title,
            Work<T> work,
            Consumer<T> show,
            Consumer<ClaimscopeException> failed) {
        Job job = new Job(name, title);
        if (stopped) {
            job.cancel();
            return job;
        }
        Job older = latest.put(name, job);
        if (older != null) {
            older.cancel();
        }
        jobs.add(job);
        failures.put(job, failed);
        open.incrementAndGet();
        threads.execute(() -> compute(job, work, show, failed));
        return job;
    }

    private <T> void compute(
            Job job, Work<T> work, Consumer<T> show, Consumer<ClaimscopeException> failed) {
        Progress progress =
                (what, done, total) ->
                        Platform.runLater(
                                () -> job.at(what, total > 0 ? (double) done / total : -1));
        try {
            T result = work.run(job, progress);
            Platform.runLater(() -> end(job, () -> show.accept(result)));
        } catch (CancellationException e) {
            Platform.runLater(() -> end(job, () -> {}));
        } catch (ClaimscopeException e) {
            Platform.runLater(() -> end(job, () -> failed.accept(e)));
        } catch (Exception e) {
            // The class says what it was; its text may quote a record.
            var known =
                    new ClaimscopeException(
                            ErrorKind.INTERNAL,
                            job.title() + " failed (" + e.getClass().getSimpleName() + ").",
                            e);
            Platform.runLater(() -> end(job, () -> failed.accept(known)));
        }
    }

    private void end(Job job, Runnable then) {
        jobs.remove(job);
        failures.remove(job);
        try {
            if (latest.remove(job.name(), job) && !job.requested()) {
                then.run();
            }
        } finally {
            open.decrementAndGet();
        }
    }

    /// Cancels the job of a name, if there is one.
    public void cancel(String name) {
        Job job = latest.get(name);
        if (job != null) {
            job.cancel();
        }
    }

    /// The reader wants none of what runs any more. Who asked for it is told at once, and does not
    /// wait until the work has noticed.
    public void cancelAll() {
        for (Job job : List.copyOf(latest.values())) {
            job.cancel();
            latest.remove(job.name(), job);
            Consumer<ClaimscopeException> failed = failures.remove(job);
            if (failed != null) {
                failed.accept(
                        new ClaimscopeException(ErrorKind.USER, job.title() + ": cancelled."));
            }
        }
    }

    /// Whether everything asked for was shown; safe on any thread.
    public boolean idle() {
        return open.get() == 0;
    }

    /// Cancels everything; nothing that runs is shown any more, and nothing new begins.
    public void stop() {
        stopped = true;
        latest.values().forEach(Job::cancel);
        latest.clear();
    }

    /// Waits until no work touches the workspace any more; after [#stop()], on any thread.
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
