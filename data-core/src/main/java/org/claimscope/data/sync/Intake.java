package org.claimscope.data.sync;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.claimscope.data.cache.Inbox;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.source.Patience;
import org.claimscope.data.source.Receiver;
import org.jspecify.annotations.Nullable;

/// The durable way in for messages that arrive by themselves.
///
/// Two threads: one puts everything that waits onto the disk in one transaction and then lets all
/// its callers go (group commit, no delay of its own), the other turns what is on the disk into
/// deliveries. Callers wait while there is too much in memory; nothing is dropped. No caller's
/// thread touches the store: H2's file does not survive that one of them is interrupted.
public final class Intake implements AutoCloseable {
    /// How many bytes of messages may be in memory before callers wait.
    private static final int ROOM = 32 << 20;

    /// What a message takes beside its bytes.
    private static final int EACH = 512;

    /// Callers that one transaction serves at most.
    private static final int GROUP = 1_000;

    /// How long a repeat is known. A sender repeats within minutes, or days after a fault.
    static final Duration REMEMBERED = Duration.ofDays(30);

    private static final Duration BETWEEN_FORGETTING = Duration.ofDays(1);
    private static final Duration LOOK_AT_THE_CLOCK = Duration.ofMinutes(1);

    private final Workspace workspace;
    private final InboxReader reader;
    private final IntervalFunction pauses;
    private final Duration linger;
    private final Consumer<RunEntry> told;
    private final Consumer<ClaimscopeException> trouble;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(ROOM, true);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread committer;
    private final Thread loader;

    /// Messages on the disk and in no delivery; below 0 for a moment when they were loaded before
    /// they were counted. Guarded by the lock, as are the two below.
    private long stored;

    private boolean closed;

    /// The committer has ended.
    private boolean committed;

    /// When repeats were last forgotten. The loader's own once it runs, as is the next.
    private Instant forgotten = Instant.MIN;

    /// What the last failure was, for the quarantine.
    private String why = "";

    private final Waiting end =
            new Waiting(List.of(), List.of(), 0, new CompletableFuture<List<Boolean>>());

    /// Messages whose caller waits until they are safe.
    private record Waiting(
            List<Inbox.Arrival> arrivals,
            List<Inbox.Position> positions,
            int size,
            CompletableFuture<List<Boolean>> safe) {}

    private Intake(
            Workspace workspace,
            InboxReader reader,
            IntervalFunction pauses,
            Duration linger,
            Consumer<RunEntry> told,
            Consumer<ClaimscopeException> trouble) {
        this.workspace = workspace;
        this.reader = reader;
        this.pauses = pauses;
        this.linger = linger;
        this.told = told;
        this.trouble = trouble;
        this.stored = workspace.inbox().waiting();
        this.committer = Thread.ofPlatform().name("intake-commit").unstarted(this::commit);
        this.loader = Thread.ofPlatform().name("intake-load").unstarted(this::load);
    }

    /// @param linger how long a message may wait for others to share its delivery
    /// @param told gets each delivery
    /// @param trouble gets what keeps messages from being loaded; they stay safe, and it is tried
    ///   again
    public static Intake open(
            Workspace workspace,
            Duration linger,
            Consumer<RunEntry> told,
            Consumer<ClaimscopeException> trouble) {
        return open(
                workspace,
                new InboxReader(workspace),
                Patience.usualPauses(),
                linger,
                told,
                trouble);
    }

    /// @param pauses in milliseconds, by how often it failed in a row
    static Intake open(
            Workspace workspace,
            InboxReader reader,
            IntervalFunction pauses,
            Duration linger,
            Consumer<RunEntry> told,
            Consumer<ClaimscopeException> trouble) {
        var intake = new Intake(workspace, reader, pauses, linger, told, trouble);
        intake.forgetWhenDue();
        intake.committer.start();
        intake.loader.start();
        return intake;
    }

    /// Takes the messages of one feed.
    public Receiver receiver(Feed feed) {
        return messages -> receive(feed, messages, List.of());
    }

    /// Returns when the messages are on the disk, and with them how far their source was read.
    ///
    /// @throws ClaimscopeException when they are not
    public List<Receiver.Receipt> receive(
            Feed feed, List<Receiver.Message> messages, List<Inbox.Position> positions) {
        var arrivals = new ArrayList<Inbox.Arrival>(messages.size());
        long bytes = 0;
        for (Receiver.Message m : messages) {
            arrivals.add(
                    new Inbox.Arrival(
                            feed.name(),
                            m.key(),
                            m.content(),
                            Content.of(m.content()).name(),
                            m.place()));
            bytes += m.content().length + EACH;
        }
        int size = (int) Math.min(ROOM, bytes);
        var waiting = new Waiting(arrivals, positions, size, new CompletableFuture<>());
        room.acquireUninterruptibly(size);
        enqueue(waiting);
        try {
            return waiting.safe().join().stream()
                    .map(isNew -> isNew ? Receiver.Receipt.STORED : Receiver.Receipt.REPEATED)
                    .toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ClaimscopeException known
                    ? known
                    : new ClaimscopeException(ErrorKind.INTERNAL, "storing messages failed", e);
        }
    }

    private void enqueue(Waiting waiting) {
        lock.lock();
        try {
            if (!closed) {
                queue.add(waiting);
                return;
            }
        } finally {
            lock.unlock();
        }
        room.release(waiting.size());
        throw new ClaimscopeException(
                ErrorKind.SOURCE_DOWN, "The workspace is being closed; send the messages again.");
    }

    private void commit() {
        boolean open = true;
        while (open) {
            var group = new ArrayList<Waiting>();
            group.add(taken());
            queue.drainTo(group, GROUP);
            open = !group.remove(end);
            if (!group.isEmpty()) {
                commit(group);
            }
        }
        note(() -> committed = true);
    }

    private Waiting taken() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return end;
        }
    }

    private void commit(List<Waiting> group) {
        try {
            List<Boolean> news =
                    workspace
                            .inbox()
                            .store(
                                    group.stream().flatMap(w -> w.arrivals().stream()).toList(),
                                    group.stream().flatMap(w -> w.positions().stream()).toList());
            note(() -> stored += news.stream().filter(n -> n).count());
            int from = 0;
            for (Waiting w : group) {
                int to = from + w.arrivals().size();
                w.safe().complete(news.subList(from, to));
                from = to;
            }
        } catch (RuntimeException | Error e) {
            // Each caller decides: a sender is told to send again.
            group.forEach(w -> w.safe().completeExceptionally(e));
        } finally {
            group.forEach(w -> room.release(w.size()));
        }
    }

    private void note(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void load() {
        var attempts = new Attempts(pauses);
        while (awaitMessages()) {
            forgetWhenDue();
            if (waiting() > 0 && !step(attempts)) {
                return;
            }
        }
    }

    /// @return false when it is time to end, with messages left: at the latest the next opening
    ///   tries again
    private boolean step(Attempts attempts) {
        Inbox.@Nullable Batch batch = null;
        boolean aside = attempts.aside();
        try {
            batch = reader.next(attempts.most()).orElse(null);
            if (batch != null) {
                RunEntry run = aside ? reader.setAside(batch, why) : reader.load(batch);
                loaded(run, batch.messages().size());
            }
            if (aside) {
                attempts.setAside();
            } else {
                attempts.loaded();
            }
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            ClaimscopeException known =
                    e instanceof ClaimscopeException c
                            ? c
                            : new ClaimscopeException(
                                    ErrorKind.INTERNAL,
                                    "Loading messages failed ("
                                            + e.getClass().getSimpleName()
                                            + ").",
                                    e);
            boolean theirs =
                    known.kind() != ErrorKind.RESOURCES && known.kind() != ErrorKind.SOURCE_DOWN;
            why = "could not be loaded (" + cause(e) + ")";
            attempts.failed(batch == null ? 0 : batch.messages().size(), theirs);
            if (!attempts.pause().isZero()) {
                trouble.accept(known);
            }
            return mayTryAgain(
                    attempts.pause(), theirs && batch != null && !aside && attempts.hopeful());
        }
    }

    /// The class only: messages of exceptions may quote values.
    private static String cause(Throwable e) {
        Throwable cause =
                e instanceof ClaimscopeException && e.getCause() != null ? e.getCause() : e;
        return cause.getClass().getSimpleName();
    }

    private void loaded(RunEntry run, int messages) {
        note(() -> stored -= messages);
        told.accept(run);
    }

    /// Messages on the disk and in no delivery.
    long waiting() {
        lock.lock();
        try {
            return stored;
        } finally {
            lock.unlock();
        }
    }

    private void forgetWhenDue() {
        Instant now = workspace.clock().instant();
        if (!forgotten.equals(Instant.MIN) && now.isBefore(forgotten.plus(BETWEEN_FORGETTING))) {
            return;
        }
        forgotten = now;
        try {
            workspace.inbox().forget(now.minus(REMEMBERED));
        } catch (ClaimscopeException e) {
            trouble.accept(e);
        }
    }

    /// Waits for messages, and then a little for more; not longer than until it may be time to
    /// forget.
    ///
    /// @return false when there are none and none can come
    private boolean awaitMessages() {
        lock.lock();
        try {
            long idle = LOOK_AT_THE_CLOCK.toNanos();
            while (stored <= 0 && !committed && idle > 0) {
                idle = changed.awaitNanos(idle);
            }
            long nanos = linger.toNanos();
            while (stored > 0 && stored < InboxReader.MOST && !committed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return stored > 0 || !committed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// @param hopeful whether another attempt ends differently sooner or later
    /// @return false when it is time to end
    private boolean mayTryAgain(Duration pause, boolean hopeful) {
        lock.lock();
        try {
            long nanos = pause.toNanos();
            while (!committed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return !committed || hopeful;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// Takes no more, stores what was handed over, and loads what can be loaded.
    @Override
    public void close() {
        note(() -> {
            if (!closed) {
                closed = true;
                queue.add(end);
            }
        });
        boolean interrupted = false;
        for (Thread thread : List.of(committer, loader)) {
            // The workspace must not be closed under them, whoever is impatient.
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
