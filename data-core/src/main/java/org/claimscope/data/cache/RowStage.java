package org.claimscope.data.cache;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Field;
import org.claimscope.data.model.FieldType;
import org.claimscope.data.model.RowWriter;
import org.jspecify.annotations.Nullable;

/// Collects the rows of one delivery as Arrow batches. The engine sees their keys first; what turns
/// out to be news goes, in these batches, into a segment and into the engine's table.
///
/// Each row gets a 64-bit content hash: the head of SHA-256 over the fields it has, each with its
/// name, so that a field the model gains later changes no hash. It is only ever compared between
/// versions of one key.
final class RowStage implements RowWriter, AutoCloseable {
    private static final int BATCH_ROWS = 65_536;

    /// A batch with a longer column ends early: its offsets are 32 bits wide.
    private static final int BATCH_BYTES = 1 << 28;

    /// In place of an event time: the row is the whole record.
    private static final long WHOLE = Long.MIN_VALUE;

    private static final byte ABSENT = 0;
    private static final byte TEXT = 1;
    private static final byte DATE = 2;
    private static final byte MONEY = 3;
    private static final byte QUANTITY = 4;
    private static final byte CLEARED = 5;

    /// The row's number in the stage: what the engine answers with. Not part of a segment; a line
    /// may bring several rows.
    private static final String ORDINAL = "ordinal";

    private final BufferAllocator allocator;
    private final long deliveryId;
    private final byte[] source;
    private final int[] names;
    private final List<Field> fields;
    private final List<StagedColumn> columns = new ArrayList<>();
    private final Spool spool;
    private final MessageDigest sha256;

    // The row under construction: per field its kind, and a number or the length of its text.
    private final byte[] kinds;
    private final long[] numbers;
    private byte[] canonical = new byte[8192];
    private int rows;

    private long total;
    private long kept;
    private boolean patches;
    // Sums of the upper and lower halves of all content hashes: together too long for a long.
    private long hashHigh;
    private long hashLow;
    private final long[] cents;
    private final int modified;
    private long newest = Long.MIN_VALUE;
    private long earliest = Long.MAX_VALUE;

    /// @param spool where its batches wait; closed with this
    RowStage(
            BufferAllocator allocator, Spool spool, Entity entity, String source, long deliveryId) {
        this.allocator = allocator;
        this.spool = spool;
        this.deliveryId = deliveryId;
        this.source = source.getBytes(StandardCharsets.UTF_8);
        this.fields = entity.fields();
        this.kinds = new byte[fields.size()];
        this.numbers = new long[fields.size()];
        this.cents = new long[fields.size()];
        this.names = fields.stream().mapToInt(f -> f.name().hashCode()).toArray();
        this.modified = entity.indexOf("modified_date");
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        for (Field field : fields) {
            add(field.name(), StagedColumn.Kind.of(field.type()));
        }
        add(WarehouseDdl.IS_CLOSED, StagedColumn.Kind.FLAG);
        add(WarehouseDdl.CONTENT_HASH, StagedColumn.Kind.NUMBER);
        add(WarehouseDdl.DELIVERY_ID, StagedColumn.Kind.NUMBER);
        add(WarehouseDdl.LINE, StagedColumn.Kind.NUMBER);
        add(WarehouseDdl.EVENT_MICROS, StagedColumn.Kind.NUMBER);
        add(ORDINAL, StagedColumn.Kind.NUMBER);
    }

    private void add(String name, StagedColumn.Kind kind) {
        columns.add(new StagedColumn(name, kind, BATCH_ROWS));
    }

    /// How many rows were ended.
    long rows() {
        return total;
    }

    @Override
    public void text(int field, byte[] utf8, int from, int length) {
        columns.get(field).text(utf8, from, length);
        kinds[field] = TEXT;
        numbers[field] = length;
    }

    @Override
    public void date(int field, int epochDay) {
        kinds[field] = DATE;
        numbers[field] = epochDay;
    }

    @Override
    public void money(int field, long amount) {
        kinds[field] = MONEY;
        numbers[field] = amount;
    }

    @Override
    public void quantity(int field, long tenThousandths) {
        kinds[field] = QUANTITY;
        numbers[field] = tenThousandths;
    }

    @Override
    public void clear(int field) {
        kinds[field] =
                switch (fields.get(field).type()) {
                    case TEXT, DATE -> CLEARED;
                    case MONEY, QUANTITY ->
                            throw new IllegalArgumentException(
                                    fields.get(field).name() + " is not taken back, but told anew");
                };
    }

    @Override
    public void endRow(long line) {
        end(line, WHOLE);
    }

    @Override
    public void endPatch(long line, long eventMicros) {
        patches = true;
        end(line, eventMicros);
    }

    /// Whether some row tells only what changed.
    boolean patches() {
        return patches;
    }

    private void end(long line, long eventMicros) {
        text(0, source, 0, source.length);
        long hash = contentHash(eventMicros);
        boolean full = rows + 1 == BATCH_ROWS;
        for (int i = 0; i < kinds.length; i++) {
            StagedColumn column = columns.get(i);
            switch (kinds[i]) {
                case TEXT -> {
                    column.endText(rows, (int) numbers[i]);
                    full |= column.used() > BATCH_BYTES;
                }
                case CLEARED -> column.endCleared(rows);
                case ABSENT -> column.endAbsent(rows);
                default -> column.endNumber(rows, numbers[i]);
            }
            if (kinds[i] == MONEY) {
                cents[i] = Math.addExact(cents[i], numbers[i]);
            }
        }
        long first = Long.MAX_VALUE;
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == DATE) {
                first = Math.min(first, numbers[i]);
            }
        }
        earliest = Math.min(earliest, first == Long.MAX_VALUE ? Long.MIN_VALUE : first);
        if (kinds[modified] == DATE) {
            newest = Math.max(newest, numbers[modified]);
        }
        hashHigh += hash >> 32;
        hashLow += hash & 0xffff_ffffL;
        int at = kinds.length;
        columns.get(at).endDown(rows);
        columns.get(at + 1).endNumber(rows, hash);
        columns.get(at + 2).endNumber(rows, deliveryId);
        columns.get(at + 3).endNumber(rows, line);
        if (eventMicros == WHOLE) {
            columns.get(at + 4).endAbsent(rows);
        } else {
            columns.get(at + 4).endNumber(rows, eventMicros);
        }
        columns.get(at + 5).endNumber(rows, total);
        rows++;
        total++;
        kept++;
        if (full) {
            seal();
        }
        abandonRow();
    }

    @Override
    public void abandonRow() {
        Arrays.fill(kinds, ABSENT);
    }

    /// Makes the last batch whole; no rows may come after it.
    void seal() {
        if (rows == 0) {
            return;
        }
        var vectors = new ArrayList<FieldVector>();
        for (StagedColumn column : columns) {
            vectors.add(column.take(allocator, rows));
        }
        var batch = new VectorSchemaRoot(vectors);
        batch.setRowCount(rows);
        spool.add(batch);
        rows = 0;
    }

    /// A patch is news even when it repeats an older one's words: what lies between may still come.
    private long contentHash(long eventMicros) {
        int at = 0;
        if (eventMicros != WHOLE) {
            at = putLong(eventMicros, at);
        }
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == ABSENT) {
                continue;
            }
            int length = kinds[i] == TEXT ? (int) numbers[i] : 0;
            if (at + length + 32 > canonical.length) {
                canonical = Arrays.copyOf(canonical, (at + length + 32) * 2);
            }
            at = putLong(names[i], at);
            canonical[at++] = kinds[i];
            if (kinds[i] == TEXT) {
                at = putLong(length, at);
                StagedColumn column = columns.get(i);
                System.arraycopy(column.data(), column.used(), canonical, at, length);
                at += length;
            } else if (kinds[i] != CLEARED) {
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

    /// Whether no row is left.
    boolean empty() {
        return spool.empty();
    }

    /// How many rows were ended and not dropped since.
    long kept() {
        return kept;
    }

    /// Id, content hash and number of every row, for the engine to compare; not for an empty stage.
    ArrowReader keys() {
        return spool.columns("id", WarehouseDdl.CONTENT_HASH, ORDINAL);
    }

    /// The rows that are kept, whole; not for an empty stage.
    ArrowReader news() {
        return spool.columns(
                columns.stream()
                        .map(StagedColumn::name)
                        .filter(name -> !name.equals(ORDINAL))
                        .toArray(String[]::new));
    }

    /// Drops all rows but some.
    ///
    /// @param ordinals numbers of [#keys()], in ascending order
    void keep(long[] ordinals) {
        if (ordinals.length == kept) {
            return;
        }
        kept = ordinals.length;
        int[] next = new int[1];
        spool.change(batch -> {
            var ordinal = (BigIntVector) batch.getVector(ORDINAL);
            int[] chosen = new int[batch.getRowCount()];
            int n = 0;
            for (int r = 0; r < batch.getRowCount() && next[0] < ordinals.length; r++) {
                if (ordinal.get(r) == ordinals[next[0]]) {
                    chosen[n++] = r;
                    next[0]++;
                }
            }
            return n == 0 ? null : copy(batch, Arrays.copyOf(chosen, n));
        });
    }

    private VectorSchemaRoot copy(VectorSchemaRoot batch, int[] chosen) {
        VectorSchemaRoot copy = VectorSchemaRoot.create(batch.getSchema(), allocator);
        for (int c = 0; c < batch.getFieldVectors().size(); c++) {
            FieldVector from = batch.getVector(c);
            FieldVector to = copy.getVector(c);
            to.setInitialCapacity(chosen.length);
            to.allocateNew();
            for (int i = 0; i < chosen.length; i++) {
                to.copyFromSafe(chosen[i], i, from);
            }
        }
        copy.setRowCount(chosen.length);
        return copy;
    }

    /// Sum of a money field over all rows; null where the entity has no such field.
    @Nullable BigDecimal sum(String moneyField) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (field.name().equals(moneyField) && field.type() == FieldType.MONEY) {
                return BigDecimal.valueOf(cents[i], 2);
            }
        }
        return null;
    }

    /// The same rows give the same sum, in whatever order and with whatever line ends they came.
    BigInteger contentSum() {
        return BigInteger.valueOf(hashHigh).shiftLeft(32).add(BigInteger.valueOf(hashLow));
    }

    /// The newest `modified_date` of all rows.
    @Nullable LocalDate newestChange() {
        return newest == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(newest);
    }

    /// The earliest day that any row names; [LocalDate#MIN] when some row names none or tells only
    /// what changed.
    LocalDate earliest() {
        return patches || earliest == Long.MIN_VALUE
                ? LocalDate.MIN
                : earliest == Long.MAX_VALUE ? LocalDate.MAX : LocalDate.ofEpochDay(earliest);
    }

    @Override
    public void close() {
        spool.close();
    }
}
