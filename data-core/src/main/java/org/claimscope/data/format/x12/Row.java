package org.claimscope.data.format.x12;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.claimscope.data.model.RowWriter;

/// Fills one row from elements; what is not there, or cannot be read, is left out.
final class Row {
    private final RowWriter out;

    Row(RowWriter out) {
        this.out = out;
    }

    Row text(int field, Segments from, long slice) {
        return slice == Slice.ABSENT
                ? this
                : text(field, from.bytes(), Slice.from(slice), Slice.length(slice));
    }

    Row text(int field, Key key) {
        return key.length() == 0 ? this : text(field, key.bytes(), 0, key.length());
    }

    Row text(int field, byte[] ascii) {
        out.text(field, ascii, 0, ascii.length);
        return this;
    }

    Row text(int field, String text) {
        return text.isEmpty() ? this : text(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private Row text(int field, byte[] b, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (b[i] < 0) {
                return wide(field, b, from, length);
            }
        }
        out.text(field, b, from, length);
        return this;
    }

    /// UTF-8 stays; what is none is Latin-1, the extended character set of X12.
    private Row wide(int field, byte[] b, int from, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(b, from, length));
            out.text(field, b, from, length);
        } catch (CharacterCodingException notUtf8) {
            byte[] utf8 =
                    new String(b, from, length, StandardCharsets.ISO_8859_1)
                            .getBytes(StandardCharsets.UTF_8);
            out.text(field, utf8, 0, utf8.length);
        }
        return this;
    }

    Row date(int field, long epochDay) {
        if (epochDay != X12Values.UNREADABLE) {
            out.date(field, (int) epochDay);
        }
        return this;
    }

    Row money(int field, long cents) {
        if (cents != X12Values.UNREADABLE) {
            out.money(field, cents);
        }
        return this;
    }

    Row quantity(int field, long tenThousandths) {
        if (tenThousandths != X12Values.UNREADABLE) {
            out.quantity(field, tenThousandths);
        }
        return this;
    }

    Row clear(int field) {
        out.clear(field);
        return this;
    }

    void end(long segment) {
        out.endRow(segment);
    }

    void patch(long segment, long eventMicros) {
        out.endPatch(segment, eventMicros);
    }
}
