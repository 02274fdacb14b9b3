package org.claimscope.data.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.claimscope.data.audit.AuditLog;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Entity;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.security.SealedStreams;
import org.claimscope.data.security.Vault;
import org.claimscope.data.security.VaultHeader;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/// An open workspace: a folder with a vault header, an encrypted control store, and encrypted
/// history, plus the engine that is filled from it on first use.
///
/// One process at a time: a lock on the folder is held from open to close.
public final class Workspace implements AutoCloseable {
    /// What the window keeps in the workspace, sealed: it names records of people.
    public enum Note {
        /// Open tabs and filters.
        SESSION,
        /// Questions that were asked.
        ASKED,
        /// Questions that were saved.
        VERIFIED,
        /// Dashboards that people made.
        BOARDS,
        /// Pages with their filters that were given a name.
        VIEWS,
        /// What people noted about days.
        DAYS,
        /// Words that were taught.
        TAUGHT,
        /// Conversations, by their questions.
        THREADS,
        /// The file of the feed list that the window runs.
        FEED_LIST
    }

    private final Path directory;
    private final Clock clock;
    private final WorkspaceLock lock;
    private final Vault vault;
    private final ControlStore control;
    private final Journal journal;
    private final Inbox inbox;
    private final QuarantineDesk quarantine;
    private final ApartDesk apart;
    private final AuditLog audit;
    private final RootAllocator allocator = new RootAllocator();
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Segments segments;
    private final @Nullable Instant knownAt;

    /// Held by the thread that takes in a delivery or undoes one.
    private final ReentrantLock writing = new ReentrantLock();

    /// Deliveries of a day at 50 a second would be too many to keep.
    private static final int MOST_TOUCHES = 10_000;

    private final TreeMap<Long, LocalDate> touches = new TreeMap<>();
    private final AtomicLong version = new AtomicLong();
    private @Nullable Engine engine;
    private @Nullable Warehouse warehouse;
    private @Nullable Compaction compaction;
    private boolean closed;

    private Workspace(
            Path directory,
            Clock clock,
            WorkspaceLock lock,
            Vault vault,
            ControlStore control,
            String actor,
            @Nullable Instant knownAt) {
        this.directory = directory;
        this.clock = clock;
        this.lock = lock;
        this.vault = vault;
        this.control = control;
        this.knownAt = knownAt;
        this.journal = new Journal(control);
        this.inbox = new Inbox(control, clock);
        this.quarantine = new QuarantineDesk(control);
        this.apart = new ApartDesk(control);
        this.audit = new AuditLog(new ControlAuditStore(control), vault.key("audit"), clock, actor);
        this.segments = new Segments(directory, new SealedStreams(vault), allocator);
    }

    /// Makes a new workspace in a folder that is missing or empty.
    ///
    /// @throws ClaimscopeException USER when something is already there
    public static Workspace create(
            Path directory, Credentials credentials, Clock clock, String actor) {
        var files = new VaultFiles(directory);
        if (files.exists()) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "There is already a workspace in " + directory + ".");
        }
        files.requireEmpty();
        files.prepare();
        return start(directory, clock, actor, null, () -> Vault.create(files, credentials));
    }

    /// Whether opening takes a passphrase; false where there is no workspace.
    public static boolean needsPassphrase(Path directory) {
        var files = new VaultFiles(directory);
        return files.exists() && !VaultHeader.parse(files.read()).open();
    }

    /// @param knownAt shows the data as they were known at an instant; null for now
    /// @throws ClaimscopeException USER when there is no workspace, DENIED for a wrong passphrase,
    ///   SOURCE_DOWN when another process has it open, DATA when it is damaged
    public static Workspace open(
            Path directory,
            Credentials credentials,
            Clock clock,
            String actor,
            @Nullable Instant knownAt) {
        var files = new VaultFiles(directory);
        if (!files.exists()) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "There is no workspace in "
                            + directory
                            + ". Make one with: claimscope --workspace "
                            + directory
                            + " workspace create");
        }
        Workspace workspace =
                start(directory, clock, actor, knownAt, () -> Vault.open(files, credentials));
        boolean done = false;
        try {
            // A damaged store may have fallen back behind a commit, whose files are then the only
            // trace of it.
            if (workspace.badBlocks() == 0) {
                workspace.segments.sweep(workspace.journal.fileIds(), workspace.journal.rawIds());
            }
            done = true;
            return workspace;
        } finally {
            if (!done) {
                workspace.close();
            }
        }
    }

    private static Workspace start(
            Path directory,
            Clock clock,
            String actor,
            @Nullable Instant knownAt,
            Supplier<Vault> opening) {
        WorkspaceLock lock = WorkspaceLock.take(directory, clock.instant());
        Vault vault = null;
        boolean done = false;
        try {
            vault = opening.get();
            if (!ControlStore.exists(directory)) {
                if (Segments.anyIn(directory)) {
                    throw new ClaimscopeException(
                            ErrorKind.DATA,
                            "The workspace's control store (control.mv.db) is missing. Restore the workspace from a"
                                    + " backup.");
                }
                ControlStore.create(directory, vault);
            }
            var control = ControlStore.open(directory, vault);
            done = true;
            return new Workspace(directory, clock, lock, vault, control, actor, knownAt);
        } finally {
            if (!done) {
                if (vault != null) {
                    vault.close();
                }
                lock.close();
            }
        }
    }

    public Path directory() {
        return directory;
    }

    public Clock clock() {
        return clock;
    }

    /// True for a workspace that needs no passphrase: synthetic data only.
    public boolean open() {
        return vault.open();
    }

    public Journal journal() {
        return journal;
    }

    public Inbox inbox() {
        return inbox;
    }

    public QuarantineDesk quarantine() {
        return quarantine;
    }

    public ApartDesk apart() {
        return apart;
    }

    public AuditLog audit() {
        return audit;
    }

    /// Counts the loads and undos of this session; what was computed at an older version may be
    /// stale.
    public long version() {
        return version.get();
    }

    /// Blocks of the control store that failed authentication since opening.
    public long badBlocks() {
        return control.badBlocks();
    }

    /// Bytes held by Arrow; 0 when every frame was closed.
    public long arrowBytes() {
        return allocator.getAllocatedMemory();
    }

    /// Where results live until they are closed.
    public BufferAllocator allocator() {
        return allocator;
    }

    /// The archived bytes of a delivery, as they came.
    public InputStream original(Delivery delivery) {
        return segments.readRaw(delivery.rawId());
    }

    /// Keeps a note of the window, sealed like everything else in the workspace.
    public void keep(Note note, byte[] content) {
        segments.writeNote(note.name().toLowerCase(Locale.ROOT), content);
    }

    /// What [#keep] kept last; empty when nothing was or it cannot be read.
    public Optional<byte[]> kept(Note note) {
        return segments.readNote(note.name().toLowerCase(Locale.ROOT));
    }

    /// Does something that asks or changes many things while others who come here wait, the first
    /// come first. Pages and small deliveries take turns: statement by statement between each other
    /// both take several times as long, and a page would show figures of several moments. What asks
    /// without a turn goes on in between, as do large deliveries.
    public <T extends @Nullable Object> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    /// As [#inTurn(Supplier)].
    public void inTurn(Runnable work) {
        inTurn(() -> {
            work.run();
            return null;
        });
    }

    /// What is read of a result: its batches, gone when the reading returns.
    public interface Reading<T> {
        T read(ArrowReader rows) throws IOException;
    }

    /// Takes bytes in before they are delivered. When the content breaks off, nothing is left of
    /// it.
    public Landing land(Landing.Content content) {
        String id = UUID.randomUUID().toString();
        segments.writeRaw(id, content::writeTo);
        return new Landing(segments, id);
    }

    /// Runs a compiled query over some tables, loading them first if this session has not used them
    /// yet.
    public <T> T query(Set<Entity> tables, Query query, Reading<T> reading) {
        return query(tables, query, Cancellation.NONE, reading);
    }

    /// @throws java.util.concurrent.CancellationException when it was cancelled while it ran
    public <T> T query(
            Set<Entity> tables, Query query, Cancellation cancellation, Reading<T> reading) {
        return query(Reads.of(tables), query, cancellation, reading);
    }

    /// @throws java.util.concurrent.CancellationException when it was cancelled while it ran
    public <T> T query(Reads reads, Query query, Cancellation cancellation, Reading<T> reading) {
        return warehouse().reading(reads, () -> engine().query(query, cancellation, reading::read));
    }

    /// Whether a table has rows.
    public boolean has(Entity entity) {
        return !journal.counted(entity.table(), knownAt).isEmpty();
    }

    /// Brings tables into the engine now, reading and authenticating their segments.
    public void ensureLoaded(Set<Entity> tables) {
        warehouse().ensureLoaded(tables);
    }

    /// Starts taking in a delivery. Nothing of it is visible, or survives a crash, before its
    /// commit. One delivery at a time: another thread waits here until this one is closed.
    ///
    /// @throws ClaimscopeException USER when the workspace shows an earlier state: what is news is
    ///   told by the latest
    ///
    /// @param kind what the delivery is, for people: the table of plain rows, else its format
    public Load load(String feed, String kind, String source) {
        requireLatest();
        writing.lock();
        return start(feed, kind, source, journal::nextDeliveryId);
    }

    /// Takes in the rows of an earlier delivery once more, for [Load#restore()].
    public Load again(Delivery delivery) {
        requireLatest();
        writing.lock();
        return start(delivery.feed(), delivery.entity(), delivery.source(), delivery::id);
    }

    private Load start(String feed, String kind, String source, LongSupplier deliveryId) {
        boolean started = false;
        try {
            var load =
                    new Load(
                            this,
                            control,
                            segments,
                            warehouse(),
                            compaction(),
                            feed,
                            kind,
                            source,
                            deliveryId.getAsLong());
            started = true;
            return load;
        } finally {
            if (!started) {
                writing.unlock();
            }
        }
    }

    /// Notes in the run log what brought no delivery: an absent file, the same bytes again, a
    /// refusal.
    public void log(RunEntry run) {
        control.durably(sql -> {
            journal.log(run);
            return run;
        });
    }

    /// Decides about a record in quarantine.
    public void resolve(long quarantineId, QuarantineItem.Status status, String note) {
        control.durably(sql -> {
            audit.append("quarantine", "record " + quarantineId, status.name(), "{}");
            quarantine.resolve(quarantineId, status, clock.instant(), note);
            return quarantineId;
        });
    }

    /// Reverses an import: its rows no longer count, its history stays. Syncing the same file again
    /// loads it again.
    public Delivery undo(long deliveryId) {
        requireLatest();
        writing.lock();
        try {
            return undoAlone(deliveryId);
        } finally {
            writing.unlock();
        }
    }

    private Delivery undoAlone(long deliveryId) {
        Delivery delivery = journal.delivery(deliveryId);
        if (delivery.undoneAt().isPresent()) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "Delivery " + deliveryId + " was undone already.");
        }
        control.durably(sql -> {
            audit.append("delivery.undo", "delivery " + deliveryId, "", "{}");
            journal.undo(deliveryId, clock.instant());
            inbox.forget(deliveryId);
            quarantine.discardOf(deliveryId, clock.instant(), "delivery undone");
            return deliveryId;
        });
        Warehouse tables = warehouse;
        if (tables != null) {
            tables.unload(journal.entities(deliveryId));
        }
        changed(LocalDate.MIN);
        return journal.delivery(deliveryId);
    }

    /// The first audit entry that was tampered with, or empty.
    public List<Long> auditBreaks() {
        return audit.verify().stream().toList();
    }

    private void requireLatest() {
        if (knownAt != null) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "The workspace shows what was known at "
                            + knownAt
                            + ". Open it without --known-at to change it.");
        }
    }

    /// The delivery that [#load] or [#again] started is over.
    void loadClosed() {
        writing.unlock();
    }

    /// @param touched the earliest day that the change may matter to
    void changed(LocalDate touched) {
        synchronized (touches) {
            touches.put(version.get() + 1, touched);
            if (touches.size() > MOST_TOUCHES) {
                touches.pollFirstEntry();
            }
            version.incrementAndGet();
        }
    }

    /// The earliest day that any change since a version may matter to: [LocalDate#MIN] for all
    /// days, [LocalDate#MAX] when nothing changed.
    public LocalDate touchedSince(long since) {
        synchronized (touches) {
            long missing = version.get() - since;
            var later = touches.tailMap(since, false);
            return later.size() < missing
                    ? LocalDate.MIN
                    : later.values().stream().min(Comparator.naturalOrder()).orElse(LocalDate.MAX);
        }
    }

    private synchronized Engine engine() {
        if (engine == null) {
            engine = new Engine(allocator);
        }
        return engine;
    }

    private synchronized Warehouse warehouse() {
        if (warehouse == null) {
            warehouse = new Warehouse(engine(), segments, journal, knownAt);
        }
        return warehouse;
    }

    private synchronized Compaction compaction() {
        if (compaction == null) {
            Warehouse tables = warehouse();
            compaction = new Compaction(segments, journal, control, tables::whileNothingLoads);
        }
        return compaction;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock;
                vault;
                control;
                allocator) {
            Engine running = engine;
            if (running != null) {
                running.close();
            }
        }
    }
}
