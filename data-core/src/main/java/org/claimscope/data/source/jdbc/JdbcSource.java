package org.claimscope.data.source.jdbc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.progress.Cancellation;
import org.jspecify.annotations.Nullable;

/// The rows of a table or a query of PostgreSQL, SQL Server or Oracle, read in one read-only
/// transaction and handed on one by one.
public final class JdbcSource {
    private static final int ROWS_BETWEEN_QUESTIONS = 1_024;

    /// Seconds that the network may take beyond a statement's own time.
    private static final int GRACE_SECONDS = 30;

    /// Seconds to reach the server.
    private static final int CONNECT_SECONDS = 15;

    private final JdbcSettings settings;
    private final Clock clock;

    /// @param clock a watermark is never later than its now
    public JdbcSource(JdbcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// Takes the column labels first, then one row after the other.
    @FunctionalInterface
    public interface Rows {
        void row(List<? extends @Nullable Object> cells) throws IOException;
    }

    /// What a reading comes to.
    public sealed interface Outcome {}

    /// @param rows without the labels
    /// @param newest of the watermark column; empty where there is none, or no row
    /// @param leftOut columns that are no text: pictures, scans
    public record Whole(long rows, Optional<Watermark> newest, List<String> leftOut)
            implements Outcome {}

    /// Somebody cancelled; what was handed on is a part.
    public record Cancelled() implements Outcome {}

    /// @param watermark the column that tells a row's last change, if the feed has one
    /// @param since where the last reading ended: only rows from there, less the overlap, and those
    ///   that have no watermark at all; null for all rows
    /// @throws ClaimscopeException SOURCE_DOWN when the database cannot be reached or breaks off,
    ///   USER or DENIED when it does not understand or does not let in
    public Outcome read(
            @Nullable String watermark,
            @Nullable Watermark since,
            Rows rows,
            Cancellation cancellation)
            throws IOException {
        try (var jar = DriverJar.open(settings.driver());
                Connection connection = jar.connect(settings.url(), properties())) {
            try {
                connection.setReadOnly(true);
                // PostgreSQL fetches in portions only within a transaction.
                connection.setAutoCommit(false);
                // A server that is gone without a word must not be waited for for ever.
                connection.setNetworkTimeout(
                        Runnable::run,
                        Math.toIntExact(settings.timeout().plusSeconds(GRACE_SECONDS).toMillis()));
                return read(connection, watermark, since, rows, cancellation);
            } finally {
                rollBack(connection);
            }
        } catch (SQLException e) {
            if (cancellation.requested()) {
                return new Cancelled();
            }
            throw failure(e);
        }
    }

    private Outcome read(
            Connection connection,
            @Nullable String watermark,
            @Nullable Watermark since,
            Rows rows,
            Cancellation cancellation)
            throws SQLException, IOException {
        Column mark = watermark != null && since != null ? describe(connection, watermark) : null;
        try (PreparedStatement statement =
                connection.prepareStatement(
                        sql(watermark, mark),
                        ResultSet.TYPE_FORWARD_ONLY,
                        ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(settings.fetch());
            statement.setQueryTimeout(Math.toIntExact(settings.timeout().toSeconds()));
            if (mark != null && since != null) {
                statement.setObject(
                        1, since.startFor(mark.watermark().orElseThrow(), settings.overlap()));
            }
            try (var _ = cancellation.whenRequested(() -> cancel(statement));
                    ResultSet answer = statement.executeQuery()) {
                return hand(answer, watermark, rows, cancellation);
            }
        }
    }

    private Outcome hand(
            ResultSet answer, @Nullable String watermark, Rows rows, Cancellation cancellation)
            throws SQLException, IOException {
        List<Column> all = Column.of(answer.getMetaData());
        List<Column> columns = all.stream().filter(c -> c.kind() != Column.Kind.BINARY).toList();
        requireDistinct(columns);
        int mark = watermark == null ? -1 : columns.indexOf(named(columns, watermark));
        rows.row(columns.stream().map(Column::label).toList());
        Watermark newest = null;
        long count = 0;
        var cells = new ArrayList<@Nullable String>(columns.size());
        while (answer.next()) {
            if (count++ % ROWS_BETWEEN_QUESTIONS == 0 && cancellation.requested()) {
                return new Cancelled();
            }
            cells.clear();
            for (Column column : columns) {
                cells.add(column.text(answer));
            }
            if (mark >= 0) {
                Watermark here = Column.watermark(cells.get(mark));
                newest = here != null && (newest == null || here.isAfter(newest)) ? here : newest;
            }
            rows.row(cells);
        }
        return new Whole(
                count,
                Optional.ofNullable(newest).map(w -> w.notAfter(clock)),
                all.stream().filter(c -> !columns.contains(c)).map(Column::label).toList());
    }

    private String rowsOf() {
        return switch (settings.from()) {
            case JdbcSettings.Table(String name) -> name;
            // No AS: Oracle has none before the name of a derived table.
            case JdbcSettings.Query(String text) -> "(" + text + "\n) claimscope_rows";
        };
    }

    /// @param mark the watermark column where only what is new is wanted
    private String sql(@Nullable String watermark, @Nullable Column mark) {
        if (settings.from() instanceof JdbcSettings.Query(String text) && mark == null) {
            return text;
        }
        if (watermark == null) {
            return "select * from " + rowsOf();
        }
        JdbcSettings.requireColumn(watermark);
        String where = "";
        if (mark != null) {
            // Rows that were never changed since they were made have no time of change in some
            // systems, and would never be found again.
            where =
                    mark.nullable()
                            ? " where (" + watermark + " >= ? or " + watermark + " is null)"
                            : " where " + watermark + " >= ?";
        }
        // Of two rows with one key the later wins, in whatever order the database holds them.
        return "select * from " + rowsOf() + where + " order by " + watermark;
    }

    /// The watermark column as the database tells it, without reading a row.
    private Column describe(Connection connection, String watermark) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(Math.toIntExact(settings.timeout().toSeconds()));
            try (ResultSet none =
                    statement.executeQuery("select * from " + rowsOf() + " where 1 = 0")) {
                return named(Column.of(none.getMetaData()), watermark);
            }
        }
    }

    private static Column named(List<Column> columns, String watermark) {
        String name =
                watermark.startsWith("\"") || watermark.startsWith("[")
                        ? watermark.substring(1, watermark.length() - 1)
                        : watermark;
        Column found =
                columns.stream()
                        .filter(c -> c.label().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new ClaimscopeException(
                                        ErrorKind.USER,
                                        "The database's rows have no column "
                                                + name
                                                + ", which the feed names as watermark."));
        if (found.watermark().isEmpty()) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "The watermark "
                            + name
                            + " holds neither dates nor times; load in full, or name a column that does.");
        }
        return found;
    }

    private static void requireDistinct(List<Column> columns) {
        var seen = new HashSet<String>();
        for (Column column : columns) {
            if (!seen.add(column.label().strip().toLowerCase(Locale.ROOT))) {
                throw new ClaimscopeException(
                        ErrorKind.USER,
                        "Two columns of the query are called "
                                + column.label()
                                + "; give one another name with AS.");
            }
        }
        if (columns.isEmpty()) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "The query has no column that can be written as text.");
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("user", settings.user());
        Path file = settings.passwordFile();
        if (file != null) {
            properties.setProperty("password", password(file));
        }
        // Each driver has words of its own for how long to knock, and some refuse other words.
        switch (settings.product()) {
            case "postgresql" -> {
                properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
                properties.setProperty("loginTimeout", Integer.toString(2 * CONNECT_SECONDS));
                properties.setProperty("ApplicationName", "claimscope");
            }
            case "sqlserver" ->
                    properties.setProperty("loginTimeout", Integer.toString(CONNECT_SECONDS));
            case "oracle" ->
                    properties.setProperty(
                            "oracle.net.CONNECT_TIMEOUT", Integer.toString(1000 * CONNECT_SECONDS));
            default -> {}
        }
        return properties;
    }

    private static String password(Path file) {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "Cannot read the password file "
                            + file
                            + " ("
                            + e.getClass().getSimpleName()
                            + ").");
        }
    }

    /// Runs on the thread that cancels.
    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            // It is over already, or the connection is: the reader finds out by itself.
            return;
        }
    }

    private static void rollBack(Connection connection) {
        try {
            if (!connection.isClosed()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            // The connection is gone, and its transaction with it.
            return;
        }
    }

    /// The database's own words quote values of rows: only its codes go on.
    private static ClaimscopeException failure(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String codes =
                " (SQLState "
                        + (state.matches("[0-9A-Z]{5}") ? state : "none")
                        + ", code "
                        + e.getErrorCode()
                        + ")";
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "28" ->
                    new ClaimscopeException(
                            ErrorKind.DENIED,
                            "The database does not let the user in" + codes + ".");
            case "42", "S0" ->
                    new ClaimscopeException(
                            ErrorKind.USER,
                            "The database does not know the table or a column, may not show it, or does not understand the query"
                                    + codes
                                    + ".");
            default ->
                    new ClaimscopeException(
                            ErrorKind.SOURCE_DOWN,
                            "The database cannot be reached, or broke off"
                                    + codes
                                    + "; nothing was taken. The next run starts where the last complete one ended.");
        };
    }
}
