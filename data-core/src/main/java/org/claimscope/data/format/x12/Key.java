package org.claimscope.data.format.x12;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Builds an id from the parts of a record, byte by byte, to be used again for the next one.
///
/// Ids follow from the content alone, so the same record in another delivery has the same id.
final class Key {
    private byte[] bytes = new byte[256];
    private int length;

    Key reset() {
        length = 0;
        return this;
    }

    Key add(Segments from, long slice) {
        return add(from.bytes(), Slice.from(slice), Slice.length(slice));
    }

    Key add(Key other) {
        return add(other.bytes, 0, other.length);
    }

    Key add(String text) {
        byte[] b = text.getBytes(StandardCharsets.UTF_8);
        return add(b, 0, b.length);
    }

    private Key add(byte[] b, int from, int more) {
        room(more);
        System.arraycopy(b, from, bytes, length, more);
        length += more;
        return this;
    }

    Key add(char separator) {
        room(1);
        bytes[length++] = (byte) separator;
        return this;
    }

    Key add(long number) {
        if (number >= 0 && number < 10) {
            return add((char) ('0' + number));
        }
        return add(Long.toString(number));
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /// A number that differs for different contents, all but surely (FNV-1a, 64 bits).
    long hash() {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ bytes[i] & 0xff) * 0x100000001b3L;
        }
        return hash;
    }
}
