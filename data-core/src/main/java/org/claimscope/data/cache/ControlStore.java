package org.claimscope.data.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.security.Vault;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/// The control store: one H2 database on an encrypted file system, holding what must be
/// transactional.
///
/// Everything runs on one connection under one lock, so a unit of work is one transaction, and work
/// started inside another joins it. H2 does not fsync on commit: [#durably] does, before anything
/// is told that it is safe.
final class ControlStore implements AutoCloseable {
    private static final String SCHEMA = "control.sql";
    private static final String NAME = "control";
    private static final String UNFINISHED = "control.new";
    private static final String SUFFIX = ".mv.db";

    /// Milliseconds for which H2 leaves the space of old chunks alone: longer than any session.
    /// With H2's 45 seconds, commits that went into reused space were not found again after a kill
    /// (2.5.252, also without our file system). Closing compacts the file.
    private static final int NEVER_REUSED = Integer.MAX_VALUE;

    private final SealedFilePath files;
    private final Connection connection;
    private final DSLContext sql;
    private final ReentrantLock lock = new ReentrantLock();

    /// A unit of work is under way on the thread that holds the lock.
    private boolean working;

    private ControlStore(SealedFilePath files, Connection connection) {
        this.files = files;
        this.connection = connection;
        this.sql =
                DSL.using(
                        connection,
                        SQLDialect.H2,
                        new Settings().withRenderQuotedNames(RenderQuotedNames.NEVER));
    }

    /// Makes an empty store. It appears under its name only when it is whole, so a crash while it
    /// is made leaves none.
    static void create(Path directory, Vault vault) {
        try {
            Files.deleteIfExists(directory.resolve(UNFINISHED + SUFFIX));
            try (var store = connect(directory, UNFINISHED, vault, "")) {
                try (var statement = store.connection.createStatement()) {
                    statement.execute(resource(SCHEMA));
                    store.connection.commit();
                    statement.execute("CHECKPOINT SYNC");
                } catch (SQLException e) {
                    throw failure(e);
                }
            }
            DurableFiles.rename(
                    directory.resolve(UNFINISHED + SUFFIX), directory.resolve(NAME + SUFFIX));
        } catch (IOException e) {
            throw DurableFiles.failure(e, "create", directory);
        }
    }

    static boolean exists(Path directory) {
        return Files.exists(directory.resolve(NAME + SUFFIX));
    }

    /// @throws ClaimscopeException DATA when the store is damaged
    static ControlStore open(Path directory, Vault vault) {
        ControlStore store = connect(directory, NAME, vault, ";IFEXISTS=TRUE");
        boolean whole = false;
        try (var statement = store.connection.createStatement()) {
            // A store cut to nothing opens as an empty one.
            statement.execute("select count(*) from audit_entry");
            // What a store of an earlier version lacks.
            statement.execute(resource(SCHEMA));
            store.connection.commit();
            whole = true;
        } catch (SQLException e) {
            throw damaged(e);
        } finally {
            if (!whole) {
                store.close();
            }
        }
        return store;
    }

    private static ControlStore connect(Path directory, String name, Vault vault, String more) {
        var files = new SealedFilePath(vault.workspaceId(), vault.key("control"));
        files.register();
        boolean done = false;
        try {
            // No file lock: the workspace's own lock is held; MAX_MEMORY_ROWS keeps results out of
            // plain temp files.
            Connection connection =
                    DriverManager.getConnection(
                            "jdbc:h2:"
                                    + files.getScheme()
                                    + ":"
                                    + directory.toAbsolutePath().resolve(name)
                                    + ";FILE_LOCK=NO;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"
                                    + ";RETENTION_TIME="
                                    + NEVER_REUSED
                                    + ";MAX_MEMORY_ROWS=10000000;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
                                    + more);
            connection.setAutoCommit(false);
            done = true;
            return new ControlStore(files, connection);
        } catch (SQLException e) {
            throw damaged(e);
        } finally {
            if (!done) {
                files.unregister();
            }
        }
    }

    private static ClaimscopeException damaged(SQLException e) {
        return new ClaimscopeException(
                ErrorKind.DATA,
                "The workspace's control store cannot be opened (H2 code "
                        + e.getErrorCode()
                        + "). Restore the workspace from a backup.",
                codesOnly(e));
    }

    /// Runs a unit of work as one transaction, or as part of the one around it.
    <T> T inTransaction(Function<DSLContext, T> work) {
        lock.lock();
        try {
            if (working) {
                return work.apply(sql);
            }
            boolean done = false;
            working = true;
            try {
                T result = work.apply(sql);
                connection.commit();
                done = true;
                return result;
            } finally {
                working = false;
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        } catch (DataAccessException e) {
            throw failure(e);
        } finally {
            lock.unlock();
        }
    }

    /// A transaction that is on the disk, not only handed to the system, when this returns.
    <T> T durably(Function<DSLContext, T> work) {
        lock.lock();
        try {
            T result = inTransaction(work);
            try (var statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            } catch (SQLException e) {
                throw failure(e);
            }
            return result;
        } finally {
            lock.unlock();
        }
    }

    /// Blocks that failed authentication since opening; more than 0 is reported by `doctor`.
    long badBlocks() {
        return files.badBlocks();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.close();
            }
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            files.unregister();
            lock.unlock();
        }
    }

    /// Database texts quote row values, so only the code goes on.
    private static ClaimscopeException failure(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (text.contains("no space left")) {
                return new ClaimscopeException(
                        ErrorKind.RESOURCES, DurableFiles.DISK_FULL, codesOnly(e));
            }
        }
        int code = e instanceof SQLException s ? s.getErrorCode() : 0;
        if (e instanceof DataAccessException d && d.getCause() instanceof SQLException s) {
            code = s.getErrorCode();
        }
        return new ClaimscopeException(
                ErrorKind.INTERNAL, "control store failed (H2 code " + code + ")", codesOnly(e));
    }

    private static Exception codesOnly(Exception e) {
        if (Lane.DEBUG) {
            return e;
        }
        var stripped = new IllegalStateException(e.getClass().getSimpleName());
        stripped.setStackTrace(e.getStackTrace());
        return stripped;
    }

    private static String resource(String name) {
        try (InputStream in = ControlStore.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
