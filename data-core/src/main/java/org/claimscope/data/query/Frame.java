package org.claimscope.data.query;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.util.VectorSchemaRootAppender;
import org.claimscope.data.cache.ParquetFile;
import org.jspecify.annotations.Nullable;

/// A result as Arrow columns. Whoever gets one closes it.
public final class Frame implements AutoCloseable {
    private final VectorSchemaRoot root;

    private Frame(VectorSchemaRoot root) {
        this.root = root;
    }

    /// Copies all batches of a reader.
    public static Frame copy(ArrowReader rows, BufferAllocator allocator) throws IOException {
        VectorSchemaRoot all =
                VectorSchemaRoot.create(rows.getVectorSchemaRoot().getSchema(), allocator);
        boolean done = false;
        try {
            all.allocateNew();
            while (rows.loadNextBatch()) {
                VectorSchemaRootAppender.append(all, rows.getVectorSchemaRoot());
            }
            done = true;
            return new Frame(all);
        } finally {
            if (!done) {
                all.close();
            }
        }
    }

    public int rowCount() {
        return root.getRowCount();
    }

    public List<String> columns() {
        return root.getSchema().getFields().stream().map(Field::getName).toList();
    }

    /// The columns themselves, for charts and exports.
    public VectorSchemaRoot root() {
        return root;
    }

    /// Writes all rows as a Parquet file: plain, for the eyes of whoever gets it.
    public void writeParquet(Path file) {
        ParquetFile.write(root, file);
    }

    /// Null when absent.
    public @Nullable String text(String column, int row) {
        Object value = vector(column).getObject(row);
        return value == null ? null : value.toString();
    }

    /// Null when absent or not a number.
    public @Nullable BigDecimal number(String column, int row) {
        Object value = vector(column).getObject(row);
        return switch (value) {
            case null -> null;
            case BigDecimal d -> d;
            case Double d -> Double.isFinite(d) ? BigDecimal.valueOf(d) : null;
            case Number n -> BigDecimal.valueOf(n.longValue());
            default -> new BigDecimal(value.toString());
        };
    }

    public double real(String column, int row) {
        BigDecimal value = number(column, row);
        return value == null ? Double.NaN : value.doubleValue();
    }

    /// Null when absent.
    public @Nullable LocalDate date(String column, int row) {
        return vector(column) instanceof DateDayVector days && !days.isNull(row)
                ? LocalDate.ofEpochDay(days.get(row))
                : null;
    }

    private FieldVector vector(String column) {
        FieldVector vector = root.getVector(column);
        if (vector == null) {
            throw new IllegalArgumentException("the result has no column " + column);
        }
        return vector;
    }

    @Override
    public void close() {
        root.close();
    }
}
