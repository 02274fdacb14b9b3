package org.claimscope.data.cache;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.progress.Cancellation;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBResultSet;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// One way into the engine, on which one statement runs at a time; what its transaction and its
/// temporary tables hold is nobody else's.
///
/// It runs only texts that were compiled by us. Texts of people are bound, never spliced.
final class Lane implements AutoCloseable {
    private static final int BATCH_ROWS = 65_536;

    /// Lets database texts through, values and all: for developers with synthetic data.
    static final boolean DEBUG = Boolean.getBoolean("claimscope.engine.debug");

    /// Names are all lower case and no reserved words, so they read better without quotes. What a
    /// statement calls the batches that it is given.
    static final String INCOMING = "incoming";

    private static final DSLContext RENDER =
            DSL.using(
                    SQLDialect.DUCKDB,
                    new Settings().withRenderQuotedNames(RenderQuotedNames.NEVER));

    private final BufferAllocator allocator;
    private final DuckDBConnection connection;
    private final ReentrantLock lock = new ReentrantLock();

    Lane(DuckDBConnection connection, BufferAllocator allocator) {
        this.connection = connection;
        this.allocator = allocator;
    }

    /// Runs one statement; for the engine's own compiled texts only.
    void execute(String sql) {
        lock.lock();
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            lock.unlock();
        }
    }

    /// The one number that a statement answers.
    long number(String sql) {
        lock.lock();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            lock.unlock();
        }
    }

    /// What to do with the batches of a result; they are gone when it returns.
    interface Reading<T extends @Nullable Object> {
        T read(ArrowReader rows) throws IOException;
    }

    /// Runs a compiled query with its values bound, never spliced, and hands its batches on.
    ///
    /// @throws CancellationException when nobody wants the result any more
    <T extends @Nullable Object> T query(
            Query query, Cancellation cancellation, Reading<T> reading) {
        List<Object> binds = query.getBindValues();
        // The engine plans a statement with placeholders twice, which is most of what a small one
        // costs; whole numbers and days can say nothing else.
        return binds.stream().allMatch(Lane::plain)
                ? query(RENDER.renderInlined(query), List.of(), cancellation, reading)
                : query(RENDER.render(query), binds, cancellation, reading);
    }

    private static boolean plain(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof LocalDate
                || value instanceof Boolean;
    }

    /// Asks about all batches of a reader, which the statement names [#INCOMING]. Does not close
    /// the reader.
    <T extends @Nullable Object> T query(ArrowReader batches, String sql, Reading<T> reading) {
        lock.lock();
        try (ArrowArrayStream stream = ArrowArrayStream.allocateNew(allocator)) {
            Data.exportArrayStream(allocator, batches, stream);
            register(stream);
            return query(sql, List.of(), reading);
        } finally {
            lock.unlock();
        }
    }

    <T extends @Nullable Object> T query(String sql, List<?> binds, Reading<T> reading) {
        return query(sql, binds, Cancellation.NONE, reading);
    }

    private <T extends @Nullable Object> T query(
            String sql, List<?> binds, Cancellation cancellation, Reading<T> reading) {
        lock.lock();
        try (Statement statement = statement(sql, binds)) {
            if (cancellation.requested()) {
                throw cancelled();
            }
            try (var _ = cancellation.whenRequested(() -> stop(statement));
                    var rows =
                            (binds.isEmpty()
                                            ? statement.executeQuery(sql)
                                            : ((PreparedStatement) statement).executeQuery())
                                    .unwrap(DuckDBResultSet.class);
                    var reader = (ArrowReader) rows.arrowExportStream(allocator, BATCH_ROWS)) {
                return reading.read(reader);
            }
        } catch (SQLException e) {
            throw cancellation.requested() ? cancelled() : failure(e);
        } catch (IOException e) {
            throw new ClaimscopeException(ErrorKind.INTERNAL, "the engine's result broke off", e);
        } finally {
            lock.unlock();
        }
    }

    private Statement statement(String sql, List<?> binds) throws SQLException {
        if (binds.isEmpty()) {
            return connection.createStatement();
        }
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < binds.size(); i++) {
            statement.setObject(i + 1, binds.get(i));
        }
        return statement;
    }

    private static CancellationException cancelled() {
        return new CancellationException("nobody wants the result any more");
    }

    /// Asked from another thread while the statement may end: one that is over needs no stopping,
    /// and one that cannot be stopped goes on to its end, which nobody waits for.
    private static void stop(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException _) {
            // As said above.
        }
    }

    /// Appends all batches of the reader to a table, column by name: a segment from before the
    /// model gained a field has fewer. Does not close the reader.
    ///
    /// @param more further named select expressions, such as `, date '0001-01-01' as valid_from`,
    ///   or empty
    /// @param where which rows, or empty
    void insert(String table, ArrowReader batches, String more, String where) {
        lock.lock();
        try (ArrowArrayStream stream = ArrowArrayStream.allocateNew(allocator)) {
            Data.exportArrayStream(allocator, batches, stream);
            register(stream);
            execute(
                    "insert into "
                            + table
                            + " by name select *"
                            + more
                            + " from "
                            + INCOMING
                            + where);
        } finally {
            lock.unlock();
        }
    }

    /// The driver reads the schema at once and throws what the stream throws, text and all.
    private void register(ArrowArrayStream stream) {
        boolean done = false;
        try {
            connection.registerArrowStream(INCOMING, stream);
            done = true;
        } catch (RuntimeException e) {
            if (DEBUG) {
                throw e;
            }
        }
        if (!done) {
            throw new ClaimscopeException(
                    ErrorKind.INTERNAL, "the query engine cannot read a stream of rows");
        }
    }

    /// Does several things with nothing in between.
    <T extends @Nullable Object> T exclusively(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /// Does several statements as one: all or nothing, and no query in between.
    void atomically(Runnable work) {
        lock.lock();
        try {
            execute("begin transaction");
            boolean done = false;
            try {
                work.run();
                execute("commit");
                done = true;
            } finally {
                if (!done) {
                    execute("rollback");
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// Another way into the same engine.
    Lane beside() {
        try {
            return new Lane(connection.duplicate().unwrap(DuckDBConnection.class), allocator);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            lock.unlock();
        }
    }

    /// The driver's texts quote values and statements, so only the kind of failure goes on.
    static ClaimscopeException failure(SQLException e) {
        String text = String.valueOf(e.getMessage());
        if (DEBUG) {
            return new ClaimscopeException(ErrorKind.INTERNAL, "engine: " + text, e);
        }
        if (text.contains("Out of Memory")) {
            return new ClaimscopeException(
                    ErrorKind.RESOURCES,
                    "Not enough memory for this. Close other programs, or ask for fewer rows or months.");
        }
        int end = text.indexOf(" Error:");
        return new ClaimscopeException(
                ErrorKind.INTERNAL,
                "the query engine failed (" + (end > 0 ? text.substring(0, end) : "unknown") + ")");
    }
}
