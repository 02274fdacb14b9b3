package org.claimscope.data.format.x12;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The segments of one loop, such as a claim with all its lines, held until the loop is over.
///
/// A record is written only when all of it has been seen, so a delivery that is cut off never
/// leaves half a claim. Holds copies; memory is bounded by [#MOST_BYTES].
final class Segments {
    /// No claim of this field is larger: 999 lines of some hundred bytes are 1 MB at most.
    static final int MOST_BYTES = 1 << 23;

    private byte[] bytes = new byte[4096];
    private int used;
    private int size;
    private int[] ids = new int[64];
    private long[] numbers = new long[64];

    /// The first element of each segment, in `from` and `length`; one more at the end.
    private int[] first = new int[65];

    private int[] from = new int[512];
    private int[] length = new int[512];
    private int elements;
    private byte component;
    private boolean full;

    void clear() {
        used = 0;
        size = 0;
        elements = 0;
        full = false;
    }

    /// Takes a copy of the reader's segment; blanks around an element do not belong to its value.
    void add(SegmentReader r) {
        int bytesHere = r.end() - r.start();
        if (full || used + bytesHere > MOST_BYTES) {
            full = true;
            return;
        }
        Separators separators = r.separators();
        component = separators == null ? (byte) ':' : separators.component();
        int count = r.elements();
        grow(bytesHere, count);
        System.arraycopy(r.bytes(), r.start(), bytes, used, bytesHere);
        int shift = used - r.start();
        for (int e = 0; e < count; e++) {
            int at = r.from(e) + shift;
            int to = at + r.length(e);
            while (at < to && bytes[at] == ' ') {
                at++;
            }
            while (to > at && bytes[to - 1] == ' ') {
                to--;
            }
            from[elements] = at;
            length[elements++] = to - at;
        }
        used += bytesHere;
        ids[size] = r.id();
        numbers[size++] = r.number();
        first[size] = elements;
    }

    private void grow(int moreBytes, int moreElements) {
        if (used + moreBytes > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + moreBytes));
        }
        if (elements + moreElements > from.length) {
            int room = Math.max(from.length * 2, elements + moreElements);
            from = Arrays.copyOf(from, room);
            length = Arrays.copyOf(length, room);
        }
        if (size + 1 >= ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            numbers = Arrays.copyOf(numbers, size * 2);
            first = Arrays.copyOf(first, size * 2 + 1);
        }
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// Whether the loop was larger than may be held; what came after is not here.
    boolean isFull() {
        return full;
    }

    int id(int segment) {
        return ids[segment];
    }

    /// The segment's place in the delivery, from 1.
    long number(int segment) {
        return numbers[segment];
    }

    /// How many elements a segment has, its name included.
    int elements(int segment) {
        return first[segment + 1] - first[segment];
    }

    byte[] bytes() {
        return bytes;
    }

    /// @param element 1 is the first after the name
    long element(int segment, int element) {
        if (element >= elements(segment)) {
            return Slice.ABSENT;
        }
        int i = first[segment] + element;
        return Slice.of(from[i], length[i]);
    }

    /// @param part of a composite, from 1
    long component(int segment, int element, int part) {
        long whole = element(segment, element);
        int at = Slice.from(whole);
        int end = Slice.end(whole);
        for (int p = 1; ; p++) {
            int next = at;
            while (next < end && bytes[next] != component) {
                next++;
            }
            if (p == part) {
                return Slice.of(at, next - at);
            }
            if (next >= end) {
                return Slice.ABSENT;
            }
            at = next + 1;
        }
    }

    boolean has(int segment, int element) {
        return element(segment, element) != Slice.ABSENT;
    }

    /// Whether an element is just this code, of ASCII characters.
    boolean is(int segment, int element, String code) {
        return is(element(segment, element), code);
    }

    boolean is(long slice, String code) {
        if (Slice.length(slice) != code.length()) {
            return false;
        }
        int at = Slice.from(slice);
        for (int i = 0; i < code.length(); i++) {
            if (bytes[at + i] != code.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// A code as text: for short words of the standard, not for what names people.
    String text(long slice) {
        return new String(
                bytes, Slice.from(slice), Slice.length(slice), StandardCharsets.ISO_8859_1);
    }

    /// The first segment of a name at or after a place, before `to`, whose first element is a code.
    ///
    /// @return -1 when there is none
    int find(int id, String qualifier, int at, int to) {
        for (int s = at; s < to; s++) {
            if (ids[s] == id && is(s, 1, qualifier)) {
                return s;
            }
        }
        return -1;
    }

    int find(int id, String qualifier) {
        return find(id, qualifier, 0, size);
    }

    /// The first segment of a name.
    ///
    /// @return -1 when there is none
    int find(int id) {
        for (int s = 0; s < size; s++) {
            if (ids[s] == id) {
                return s;
            }
        }
        return -1;
    }

    long cents(int segment, int element) {
        return X12Values.cents(bytes, element(segment, element));
    }

    long day(int segment, int element) {
        return X12Values.epochDay(bytes, element(segment, element));
    }

    /// A segment's bytes as delivered, without its terminator.
    byte[] original(int segment) {
        int begin = from[first[segment]];
        int i = first[segment + 1];
        int end = segment + 1 < size ? from[i] : used;
        return Arrays.copyOfRange(bytes, begin, end);
    }
}
