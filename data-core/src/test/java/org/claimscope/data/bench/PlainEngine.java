package org.claimscope.data.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Field;
import org.claimscope.data.model.FieldType;

/// A database through JDBC, without the product: in memory, loaded from an [Extract], indexed as
/// one would.
///
/// The ledger is called `ledger` where `transaction` is a reserved word. SQLite has no decimals:
/// cents there.
final class PlainEngine implements AutoCloseable {
    private static final int BATCH = 5_000;

    private final Question.Dialect dialect;
    private final Connection connection;

    private PlainEngine(Question.Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    static PlainEngine load(Question.Dialect dialect, Path extract)
            throws SQLException, IOException {
        String url =
                switch (dialect) {
                    case DUCKDB -> "jdbc:duckdb:";
                    case H2 ->
                            "jdbc:h2:mem:bench;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;OPTIMIZE_REUSE_RESULTS=FALSE";
                    case SQLITE -> "jdbc:sqlite::memory:";
                };
        var engine = new PlainEngine(dialect, DriverManager.getConnection(url));
        for (Entity entity : Extract.TABLES) {
            engine.create(entity);
            if (dialect == Question.Dialect.DUCKDB) {
                engine.execute(
                        "copy "
                                + engine.table(entity)
                                + " from '"
                                + Extract.file(extract, entity)
                                + "' (format csv, delimiter '\t', header false, quote '', escape '', nullstr '')");
            } else {
                engine.insert(entity, Extract.file(extract, entity));
            }
        }
        if (dialect != Question.Dialect.DUCKDB) {
            engine.index();
        }
        return engine;
    }

    private String table(Entity entity) {
        return entity == Entity.TRANSACTION && dialect != Question.Dialect.DUCKDB
                ? "ledger"
                : entity.table();
    }

    private void create(Entity entity) throws SQLException {
        execute(
                "create table "
                        + table(entity)
                        + " ("
                        + Extract.fields(entity).stream()
                                .map(f -> f.name() + " " + type(f.type()))
                                .collect(Collectors.joining(", "))
                        + ")");
    }

    private String type(FieldType type) {
        return switch (type) {
            case TEXT -> dialect == Question.Dialect.SQLITE ? "text" : "varchar";
            case DATE -> dialect == Question.Dialect.SQLITE ? "text" : "date";
            case QUANTITY -> dialect == Question.Dialect.SQLITE ? "real" : "decimal(18,4)";
            case MONEY -> dialect == Question.Dialect.SQLITE ? "integer" : "decimal(18,2)";
        };
    }

    private void index() throws SQLException {
        for (Entity entity : Extract.TABLES) {
            execute(
                    "create unique index "
                            + entity.table()
                            + "_key on "
                            + table(entity)
                            + " (source, id)");
        }
        for (String column :
                List.of(
                        "service_date",
                        "posted_date",
                        "payment_date",
                        "payer_id",
                        "encounter_id")) {
            execute("create index ledger_" + column + " on ledger (" + column + ")");
        }
        execute("create index claim_adjudicated on claim (adjudicated_date)");
        execute("analyze");
    }

    private void insert(Entity entity, Path file) throws SQLException, IOException {
        List<Field> fields = Extract.fields(entity);
        String marks = fields.stream().map(f -> "?").collect(Collectors.joining(", "));
        connection.setAutoCommit(false);
        try (BufferedReader lines = Files.newBufferedReader(file);
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into " + table(entity) + " values (" + marks + ")")) {
            int rows = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] values = line.split("\t", -1);
                for (int i = 0; i < values.length; i++) {
                    set(insert, i + 1, fields.get(i).type(), values[i]);
                }
                insert.addBatch();
                if (++rows % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void set(PreparedStatement insert, int at, FieldType type, String value)
            throws SQLException {
        if (value.isEmpty()) {
            insert.setNull(at, Types.VARCHAR);
        } else if (type == FieldType.MONEY && dialect == Question.Dialect.SQLITE) {
            insert.setLong(at, new BigDecimal(value).movePointRight(2).longValueExact());
        } else if (type == FieldType.MONEY) {
            insert.setBigDecimal(at, new BigDecimal(value));
        } else if (type == FieldType.DATE && dialect != Question.Dialect.SQLITE) {
            insert.setObject(at, LocalDate.parse(value));
        } else {
            insert.setString(at, value);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Runs a question's SQL and reads every value of the answer.
    List<Object[]> run(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            int width = rows.getMetaData().getColumnCount();
            var all = new ArrayList<Object[]>();
            while (rows.next()) {
                var row = new Object[width];
                for (int c = 0; c < width; c++) {
                    row[c] = rows.getObject(c + 1);
                }
                all.add(row);
            }
            return all;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
