package org.claimscope.data.cache;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.claimscope.data.model.FieldType;

/// One column of a batch under construction, in the layout of Arrow but in Java arrays: a value is
/// stored in a few instructions, and a batch becomes a vector by three copies.
final class StagedColumn {
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long BEFORE_ALL_DAYS = LocalDate.of(1, 1, 1).toEpochDay();

    private final String name;
    private final Kind kind;
    private final byte[] valid;
    private final byte[] ends;
    private byte[] data;

    /// Bytes of text of the finished rows; a row under construction writes behind them.
    private int used;

    /// What the values of a column are.
    enum Kind {
        TEXT(0),
        DATE(4),
        MONEY(16),
        QUANTITY(16),
        NUMBER(8),
        FLAG(0);

        private final int width;

        Kind(int width) {
            this.width = width;
        }

        static Kind of(FieldType type) {
            return switch (type) {
                case TEXT -> TEXT;
                case DATE -> DATE;
                case MONEY -> MONEY;
                case QUANTITY -> QUANTITY;
            };
        }
    }

    StagedColumn(String name, Kind kind, int rows) {
        this.name = name;
        this.kind = kind;
        this.valid = new byte[(rows + 7) / 8];
        this.ends = kind == Kind.TEXT ? new byte[(rows + 1) * 4] : new byte[0];
        this.data =
                switch (kind) {
                    case TEXT -> new byte[rows * 12];
                    case FLAG -> new byte[(rows + 7) / 8];
                    case DATE, MONEY, QUANTITY, NUMBER -> new byte[rows * kind.width];
                };
    }

    String name() {
        return name;
    }

    /// Puts text behind the finished rows, where it counts once its row ends.
    void text(byte[] utf8, int from, int length) {
        if (used + length > data.length) {
            data = Arrays.copyOf(data, Math.max(data.length * 2, used + length));
        }
        System.arraycopy(utf8, from, data, used, length);
    }

    /// The text of the row under construction starts at [#used()] in this.
    byte[] data() {
        return data;
    }

    int used() {
        return used;
    }

    void endText(int row, int length) {
        used += length;
        INT.set(ends, (row + 1) * 4, used);
        setValid(row);
    }

    /// @param value days since 1970-01-01, cents, ten-thousandths, or a plain number
    void endNumber(int row, long value) {
        switch (kind) {
            case DATE -> INT.set(data, row * 4, (int) value);
            case MONEY, QUANTITY -> {
                LONG.set(data, row * 16, value);
                LONG.set(data, row * 16 + 8, value >> 63);
            }
            case NUMBER -> LONG.set(data, row * 8, value);
            case TEXT, FLAG -> throw new IllegalStateException(name + " holds no numbers");
        }
        setValid(row);
    }

    /// What [Fold] takes for "nothing any more": a text without letters, a day before all days.
    void endCleared(int row) {
        if (kind == Kind.TEXT) {
            endText(row, 0);
        } else {
            endNumber(row, BEFORE_ALL_DAYS);
        }
    }

    void endAbsent(int row) {
        if (kind == Kind.TEXT) {
            INT.set(ends, (row + 1) * 4, used);
        }
    }

    /// A flag is down, never absent.
    void endDown(int row) {
        setValid(row);
    }

    private void setValid(int row) {
        valid[row >> 3] |= (byte) (1 << (row & 7));
    }

    /// Copies the finished rows into a vector, which the caller closes, and starts anew.
    FieldVector take(BufferAllocator allocator, int rows) {
        FieldVector vector =
                switch (kind) {
                    case TEXT -> texts(allocator, rows);
                    case DATE -> fixed(new DateDayVector(name, allocator), rows);
                    case MONEY -> fixed(new DecimalVector(name, allocator, 18, 2), rows);
                    case QUANTITY -> fixed(new DecimalVector(name, allocator, 18, 4), rows);
                    case NUMBER -> fixed(new BigIntVector(name, allocator), rows);
                    case FLAG -> fixed(new BitVector(name, allocator), rows);
                };
        vector.getValidityBuffer().setBytes(0, valid, 0, (rows + 7) / 8);
        vector.setValueCount(rows);
        Arrays.fill(valid, (byte) 0);
        if (kind != Kind.TEXT) {
            // What lies under an absent value is written to the segment too: zeros pack best.
            Arrays.fill(data, (byte) 0);
        }
        used = 0;
        return vector;
    }

    private FieldVector texts(BufferAllocator allocator, int rows) {
        var vector = new VarCharVector(name, allocator);
        vector.allocateNew(Math.max(used, 8), rows);
        vector.getDataBuffer().setBytes(0, data, 0, used);
        vector.getOffsetBuffer().setBytes(0, ends, 0, (rows + 1) * 4L);
        // Otherwise setValueCount takes the rows for holes and fills them.
        vector.setLastSet(rows - 1);
        return vector;
    }

    private FieldVector fixed(BaseFixedWidthVector vector, int rows) {
        vector.allocateNew(rows);
        long bytes = kind == Kind.FLAG ? (rows + 7) / 8 : (long) rows * kind.width;
        vector.getDataBuffer().setBytes(0, data, 0, bytes);
        return vector;
    }
}
