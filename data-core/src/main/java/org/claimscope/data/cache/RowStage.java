package org.claimscope.data.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Field;
import org.claimscope.data.model.RowWriter;

/// Collects the rows of one delivery as Arrow batches and moves them, batch by batch, into a
/// staging table of the engine, where they are compared with what is known.
///
/// Each row gets a 64-bit content hash: the head of SHA-256 over its fields in order. It is only
/// ever compared between versions of one key.
final class RowStage implements RowWriter, AutoCloseable {
    private static final int BATCH_ROWS = 32_768;
    private static final byte ABSENT = 0;
    private static final byte TEXT = 1;
    private static final byte DATE = 2;
    private static final byte MONEY = 3;

    private final Engine engine;
    private final String table;
    private final long deliveryId;
    private final byte[] source;
    private final List<Field> fields;
    private final VectorSchemaRoot root;
    private final MessageDigest sha256;

    // The row under construction: per field its kind, and a number or a slice of bytes.
    private final byte[] kinds;
    private final long[] numbers;
    private final int[] offsets;
    private byte[] bytes = new byte[4096];
    private int used;

    private byte[] canonical = new byte[8192];
    private int rows;
    private long total;

    RowStage(Engine engine, Entity entity, String source, long deliveryId) {
        this.engine = engine;
        this.table = "stage_" + entity.table();
        this.deliveryId = deliveryId;
        this.source = source.getBytes(StandardCharsets.UTF_8);
        this.fields = entity.fields();
        this.kinds = new byte[fields.size()];
        this.numbers = new long[fields.size()];
        this.offsets = new int[fields.size()];
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        engine.execute(
                "create or replace temp table "
                        + table
                        + " (\n"
                        + WarehouseDdl.columns(entity)
                        + "\n)");
        this.root = allocate(engine.allocator(), fields);
        startRow();
    }

    /// The staging table's name.
    String table() {
        return table;
    }

    /// How many rows were ended.
    long rows() {
        return total;
    }

    @Override
    public void text(int field, byte[] utf8, int from, int length) {
        if (used + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + length));
        }
        System.arraycopy(utf8, from, bytes, used, length);
        kinds[field] = TEXT;
        offsets[field] = used;
        numbers[field] = length;
        used += length;
    }

    @Override
    public void date(int field, int epochDay) {
        kinds[field] = DATE;
        numbers[field] = epochDay;
    }

    @Override
    public void money(int field, long cents) {
        kinds[field] = MONEY;
        numbers[field] = cents;
    }

    @Override
    public void endRow(long line) {
        text(0, source, 0, source.length);
        for (int i = 0; i < kinds.length; i++) {
            FieldVector vector = root.getVector(i);
            switch (kinds[i]) {
                case TEXT ->
                        ((VarCharVector) vector).setSafe(rows, bytes, offsets[i], (int) numbers[i]);
                case DATE -> ((DateDayVector) vector).setSafe(rows, (int) numbers[i]);
                case MONEY -> ((DecimalVector) vector).setSafe(rows, numbers[i]);
                default -> vector.setNull(rows);
            }
        }
        int at = kinds.length;
        ((BitVector) root.getVector(at)).setSafe(rows, 0);
        ((BigIntVector) root.getVector(at + 1)).setSafe(rows, contentHash());
        ((BigIntVector) root.getVector(at + 2)).setSafe(rows, deliveryId);
        ((BigIntVector) root.getVector(at + 3)).setSafe(rows, line);
        rows++;
        total++;
        if (rows == BATCH_ROWS) {
            flush();
        }
        startRow();
    }

    @Override
    public void abandonRow() {
        startRow();
    }

    private void startRow() {
        Arrays.fill(kinds, ABSENT);
        used = 0;
    }

    /// Moves what is collected into the staging table.
    void flush() {
        if (rows == 0) {
            return;
        }
        root.setRowCount(rows);
        try (var reader = new OneBatch(engine.allocator(), root)) {
            engine.insert(table, reader, "");
        } catch (IOException e) {
            throw new IllegalStateException("a batch in memory has nothing to close", e);
        }
        root.getFieldVectors().forEach(FieldVector::reset);
        rows = 0;
    }

    private long contentHash() {
        int at = 0;
        for (int i = 0; i < kinds.length; i++) {
            int length = kinds[i] == TEXT ? (int) numbers[i] : 0;
            if (at + length + 16 > canonical.length) {
                canonical = Arrays.copyOf(canonical, (at + length + 16) * 2);
            }
            canonical[at++] = kinds[i];
            if (kinds[i] == TEXT) {
                at = putLong(length, at);
                System.arraycopy(bytes, offsets[i], canonical, at, length);
                at += length;
            } else if (kinds[i] != ABSENT) {
                at = putLong(numbers[i], at);
            }
        }
        sha256.update(canonical, 0, at);
        byte[] digest = sha256.digest();
        long hash = 0;
        for (int i = 0; i < 8; i++) {
            hash = hash << 8 | (digest[i] & 0xff);
        }
        return hash;
    }

    private int putLong(long value, int at) {
        for (int i = 0; i < 8; i++) {
            canonical[at + i] = (byte) (value >>> (8 * i));
        }
        return at + 8;
    }

    @Override
    public void close() {
        root.close();
        engine.execute("drop table if exists " + table);
    }

    private static VectorSchemaRoot allocate(BufferAllocator allocator, List<Field> fields) {
        var vectors = new ArrayList<FieldVector>();
        for (Field field : fields) {
            vectors.add(
                    switch (field.type()) {
                        case TEXT -> {
                            var v = new VarCharVector(field.name(), allocator);
                            v.allocateNew(BATCH_ROWS * 12L, BATCH_ROWS);
                            yield v;
                        }
                        case DATE -> {
                            var v = new DateDayVector(field.name(), allocator);
                            v.allocateNew(BATCH_ROWS);
                            yield v;
                        }
                        case MONEY -> {
                            var v = new DecimalVector(field.name(), allocator, 18, 2);
                            v.allocateNew(BATCH_ROWS);
                            yield v;
                        }
                    });
        }
        var closed = new BitVector(WarehouseDdl.IS_CLOSED, allocator);
        closed.allocateNew(BATCH_ROWS);
        vectors.add(closed);
        for (String name :
                List.of(WarehouseDdl.CONTENT_HASH, WarehouseDdl.DELIVERY_ID, WarehouseDdl.LINE)) {
            var v = new BigIntVector(name, allocator);
            v.allocateNew(BATCH_ROWS);
            vectors.add(v);
        }
        return new VectorSchemaRoot(vectors);
    }
}
