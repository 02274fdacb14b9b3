package org.claimscope.data.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.duckdb.DuckDBConnection;

/// Writes a batch as a Parquet file.
///
/// The workspace's engine is locked down and refuses to write files, so a second, empty engine that
/// lives only for the file does it.
public final class ParquetFile {
    private ParquetFile() {}

    public static void write(VectorSchemaRoot batch, Path file) {
        var allocator = batch.getFieldVectors().getFirst().getAllocator();
        try (var connection =
                        DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
                var reader = new OneBatch(allocator, batch);
                var stream = ArrowArrayStream.allocateNew(allocator);
                var statement = connection.createStatement()) {
            Data.exportArrayStream(allocator, reader, stream);
            connection.registerArrowStream("result", stream);
            statement.execute(
                    "copy (select * from result) to '"
                            + file.toAbsolutePath().toString().replace("'", "''")
                            + "' (format parquet)");
        } catch (SQLException | IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.RESOURCES,
                    "Cannot write " + file + ". Check that its folder is there and has room.");
        }
    }
}
