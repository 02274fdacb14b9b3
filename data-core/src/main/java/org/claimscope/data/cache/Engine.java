package org.claimscope.data.cache;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.apache.arrow.memory.BufferAllocator;
import org.claimscope.data.model.Entity;
import org.claimscope.data.progress.Cancellation;
import org.duckdb.DuckDBConnection;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/// The engine that queries run on: DuckDB in memory, locked down, filled through Arrow.
///
/// It holds no truth: everything in it can be rebuilt from the segments. It never sees a file, the
/// network or text that was not compiled by us.
///
/// Three kinds of [Lane]s lead into it. Deliveries come in on one, what is kept follows them on
/// others, and questions are asked on as many as there are processors: most of what a small
/// statement costs is its planning, which the engine does on one processor. What several statements
/// of a question read does not change between them ([#reading]); what changes it waits ([#change]).
final class Engine implements AutoCloseable {
    /// In this order; the last line forbids changing any of them.
    private static final List<String> LOCK_DOWN =
            List.of(
                    "set temp_directory = ''",
                    "set autoinstall_known_extensions = false",
                    "set autoload_known_extensions = false",
                    "set allow_community_extensions = false",
                    "set allow_persistent_secrets = false",
                    "set enable_external_access = false",
                    "set lock_configuration = true");

    private final Lane taking;
    private final List<Lane> all = new ArrayList<>();
    private final LinkedBlockingDeque<Lane> asking = new LinkedBlockingDeque<>();
    private final ReentrantReadWriteLock state = new ReentrantReadWriteLock();

    Engine(BufferAllocator allocator) {
        try {
            this.taking =
                    new Lane(
                            DriverManager.getConnection("jdbc:duckdb:")
                                    .unwrap(DuckDBConnection.class),
                            allocator);
        } catch (SQLException e) {
            throw Lane.failure(e);
        }
        int processors = Runtime.getRuntime().availableProcessors();
        // What spills goes nowhere (temp_directory is empty), so the limit leaves room for JVM and
        // system.
        taking.execute("set memory_limit = '" + memoryLimitMb() + "MB'");
        taking.execute("set threads = " + processors);
        // Rows are only ever asked for with their order; without it they go in twice as fast.
        taking.execute("set preserve_insertion_order = false");
        LOCK_DOWN.forEach(taking::execute);
        for (Entity entity : Entity.values()) {
            taking.execute(WarehouseDdl.createTable(entity));
        }
        all.add(taking);
        for (int i = 0; i < Math.max(2, processors); i++) {
            asking.add(another());
        }
    }

    private static long memoryLimitMb() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean os
                ? os.getTotalMemorySize() / 2 / 1024 / 1024
                : 4096;
    }

    /// Where deliveries come in.
    Lane taking() {
        return taking;
    }

    /// A lane of one's own, which is closed with the engine: for what is kept and follows the
    /// deliveries.
    Lane another() {
        Lane lane = taking.beside();
        all.add(lane);
        return lane;
    }

    /// Asks on a lane that is free, or as soon as one is.
    ///
    /// @throws java.util.concurrent.CancellationException when nobody wants the result any more
    <T extends @Nullable Object> T query(
            Query query, Cancellation cancellation, Lane.Reading<T> reading) {
        Lane lane = free();
        try {
            return lane.query(query, cancellation, reading);
        } finally {
            // The last used first: its memory is warm.
            asking.addFirst(lane);
        }
    }

    private Lane free() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return asking.takeFirst();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Asks several things while nothing changes; others may ask meanwhile.
    <T extends @Nullable Object> T reading(Supplier<T> work) {
        state.readLock().lock();
        try {
            return work.get();
        } finally {
            state.readLock().unlock();
        }
    }

    /// Changes what questions read, all or nothing, on the lane of deliveries; what is being asked
    /// is answered first.
    void change(Runnable work) {
        if (state.getReadHoldCount() > 0) {
            throw new IllegalStateException("a question cannot change what it reads");
        }
        state.writeLock().lock();
        try {
            taking.atomically(work);
        } finally {
            state.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        all.reversed().forEach(Lane::close);
    }
}
