package org.claimscope.data.format;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.RowWriter;
import org.jspecify.annotations.Nullable;

/// What one message or resource tells about one record. It is gathered in memory first, so that
/// nothing of a unit that turns out bad at its end has been written by then.
///
/// Fields are indexes in [Entity#fields()], as [Fields] lists them.
public final class PatchRow {
    /// No text of the model is longer; what is, was put into the wrong field by its sender.
    private static final int LONGEST = 4_000;

    private static final byte UNSET = 0;
    private static final byte TEXT = 1;
    private static final byte DATE = 2;
    private static final byte MONEY = 3;
    private static final byte QUANTITY = 4;
    private static final byte CLEARED = 5;

    private final Entity entity;
    private final String id;
    private final byte[] kinds;
    private final byte[] @Nullable [] texts;
    private final long[] numbers;

    PatchRow(Entity entity, String id) {
        int size = entity.fields().size();
        this.entity = entity;
        this.id = id;
        this.kinds = new byte[size];
        this.texts = new byte[size][];
        this.numbers = new long[size];
    }

    public Entity entity() {
        return entity;
    }

    public boolean has(int field) {
        return kinds[field] != UNSET;
    }

    /// Sets a text. An empty one says nothing and changes nothing.
    ///
    /// @return false if it is too long to be one, and not taken
    public boolean text(int field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return true;
        }
        if (value.length() > LONGEST) {
            return false;
        }
        kinds[field] = TEXT;
        texts[field] = value.getBytes(StandardCharsets.UTF_8);
        return true;
    }

    public void date(int field, int epochDay) {
        kinds[field] = DATE;
        numbers[field] = epochDay;
    }

    public void money(int field, long cents) {
        kinds[field] = MONEY;
        numbers[field] = cents;
    }

    public void quantity(int field, long tenThousandths) {
        kinds[field] = QUANTITY;
        numbers[field] = tenThousandths;
    }

    /// Takes back what earlier messages told of a text or a day (HL7's `""`).
    ///
    /// @return false for a sum or quantity: the store keeps what it has of those
    public boolean clear(int field) {
        boolean can =
                switch (entity.fields().get(field).type()) {
                    case TEXT, DATE -> true;
                    case MONEY, QUANTITY -> false;
                };
        if (can) {
            kinds[field] = CLEARED;
        }
        return can;
    }

    void writeTo(RowWriter out, long line, long eventMicros) {
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        out.text(Fields.ID, key, 0, key.length);
        for (int field = 0; field < kinds.length; field++) {
            switch (kinds[field]) {
                case TEXT -> {
                    byte[] text = Objects.requireNonNull(texts[field]);
                    out.text(field, text, 0, text.length);
                }
                case DATE -> out.date(field, (int) numbers[field]);
                case MONEY -> out.money(field, numbers[field]);
                case QUANTITY -> out.quantity(field, numbers[field]);
                case CLEARED -> out.clear(field);
                default -> {}
            }
        }
        out.endPatch(line, eventMicros);
    }

    /// Without the values: they may identify a person.
    @Override
    public String toString() {
        int set = 0;
        for (byte kind : kinds) {
            set += kind == UNSET ? 0 : 1;
        }
        return entity.table() + " with " + set + " fields";
    }
}
