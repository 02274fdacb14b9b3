package org.claimscope.data.format.hl7v2;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One segment. Fields, components and subcomponents count from 1, as the standard does; what is
/// absent is the empty text.
///
/// A component that was asked for as a whole and has subcomponents is its first: that is how a
/// newer message stays readable to an older reader (HL7 2.5 §2.8.2).
final class Segment {
    /// HL7's null: the value is to be deleted.
    static final String DELETE = "\"\"";

    private final Message message;
    private final int from;
    private final int to;
    private final boolean cut;
    private final String name;
    private int[] starts = {};
    private int fields;

    Segment(Message message, int from, int to, boolean cut) {
        this.message = message;
        this.from = from;
        this.to = to;
        this.cut = cut;
        this.name =
                to - from < 3
                        ? ""
                        : new String(message.bytes(), from, 3, StandardCharsets.ISO_8859_1);
    }

    String name() {
        return name;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /// A field as sent, with all its repetitions and components, unescaped in nothing.
    String whole(int field) {
        long range = field(field);
        return decode(from(range), to(range));
    }

    /// The first component of the first repetition.
    String text(int field) {
        return text(field, 1, 1, 1);
    }

    String text(int field, int component) {
        return text(field, 1, component, 1);
    }

    /// A value, unescaped and without blanks around it.
    ///
    /// @param repetition from 1, as the others
    String text(int field, int repetition, int component, int subcomponent) {
        long range = value(field, repetition, component, subcomponent);
        return isCut(range) ? "" : plain(range);
    }

    /// A value that may be half of one, because the input ends with it.
    String cutText(int field, int component) {
        return plain(value(field, 1, component, 1));
    }

    /// Whether the input ends within or before a component, so that it may be half of one or absent
    /// for no other reason.
    boolean isCut(int field, int component) {
        return isCut(field, 1, component);
    }

    boolean isCut(int field, int repetition, int component) {
        return isCut(value(field, repetition, component, 1));
    }

    private boolean isCut(long range) {
        return cut && to(range) == to;
    }

    /// Whether the input ends within this segment before a field, so that its absence says nothing.
    boolean endsBefore(int field) {
        return cut && raw(field) >= split();
    }

    /// How often a field repeats; 0 when it is absent.
    int repetitions(int field) {
        long range = field(field);
        if (from(range) == to(range)) {
            return 0;
        }
        int n = 1;
        for (int i = from(range); i < to(range); i++) {
            if (message.repetition() != 0 && message.bytes()[i] == message.repetition()) {
                n++;
            }
        }
        return n;
    }

    private long value(int field, int repetition, int component, int subcomponent) {
        long range = field(field);
        if (!name.equals("MSH") || field > 2) {
            range = part(range, message.repetition(), repetition);
            range = part(range, message.component(), component);
            range = part(range, message.subcomponent(), subcomponent);
        }
        return range;
    }

    private long field(int field) {
        int raw = raw(field);
        if (raw < 1 || raw >= split()) {
            return range(to, to);
        }
        return range(starts[raw], raw + 1 < fields ? starts[raw + 1] - 1 : to);
    }

    /// MSH-1 is the separator itself, so MSH-2 is what comes first.
    private int raw(int field) {
        return name.equals("MSH") ? field - 1 : field;
    }

    private int split() {
        if (fields == 0) {
            int[] found = new int[32];
            int n = 0;
            found[n++] = from;
            byte[] b = message.bytes();
            for (int i = from; i < to; i++) {
                if (b[i] == message.field()) {
                    if (n == found.length) {
                        found = Arrays.copyOf(found, n * 2);
                    }
                    found[n++] = i + 1;
                }
            }
            starts = found;
            fields = n;
        }
        return fields;
    }

    private long part(long range, byte separator, int index) {
        int start = from(range);
        int end = to(range);
        byte[] b = message.bytes();
        int at = start;
        int n = 1;
        for (; separator != 0 && at < end; at++) {
            if (b[at] == separator) {
                if (n == index) {
                    return range(start, at);
                }
                n++;
                start = at + 1;
            }
        }
        return n == index ? range(start, end) : range(end, end);
    }

    private static long range(int from, int to) {
        return (long) from << 32 | to;
    }

    private static int from(long range) {
        return (int) (range >>> 32);
    }

    private static int to(long range) {
        return (int) range;
    }

    private String plain(long range) {
        int start = from(range);
        int end = to(range);
        byte[] b = message.bytes();
        while (start < end && b[start] == ' ') {
            start++;
        }
        while (end > start && b[end - 1] == ' ') {
            end--;
        }
        if (start == end) {
            return "";
        }
        String text = decode(start, end);
        return message.escape() != 0 && text.indexOf((char) message.escape()) >= 0
                ? Escapes.undo(text, message)
                : text;
    }

    private String decode(int start, int end) {
        return Charsets.decode(message.bytes(), start, end);
    }
}
