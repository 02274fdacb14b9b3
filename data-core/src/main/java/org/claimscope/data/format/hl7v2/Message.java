package org.claimscope.data.format.hl7v2;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// One message: its segments, read with the separators that its own MSH tells (HL7 2.5 §2.5.4).
final class Message {
    private static final String USUAL = "|^~\\&";

    private final byte[] bytes;
    private final List<Segment> segments;
    private final boolean unterminated;
    private final boolean oddSeparators;
    private final byte field;
    private final byte component;
    private final byte repetition;
    private final byte escape;
    private final byte subcomponent;

    /// @param segmentFrom where each segment starts in `bytes`
    /// @param unterminated whether the last segment ends with the input and not with a line end, so
    ///   that its last value may be half of one
    Message(byte[] bytes, int[] segmentFrom, int[] segmentTo, boolean unterminated) {
        this.bytes = bytes;
        this.unterminated = unterminated;
        boolean headed = bytes.length > 3 && bytes[0] == 'M' && bytes[1] == 'S' && bytes[2] == 'H';
        byte[] separators = new byte[5];
        boolean odd = false;
        for (int i = 0; i < 5; i++) {
            separators[i] = (byte) USUAL.charAt(i);
        }
        if (headed) {
            separators[0] = bytes[3];
            int end = 4;
            while (end < bytes.length && end < 9 && bytes[end] != bytes[3] && bytes[end] >= ' ') {
                end++;
            }
            // Some senders leave out the last; a fifth (truncation, 2.7) says nothing here.
            for (int i = 1; i < 5; i++) {
                separators[i] = i + 3 < end ? bytes[i + 3] : i == 1 ? (byte) '^' : 0;
            }
            odd = end == 4 || isAmbiguous(separators);
        }
        this.oddSeparators = odd;
        this.field = separators[0];
        this.component = separators[1];
        this.repetition = separators[2];
        this.escape = separators[3];
        this.subcomponent = separators[4];
        var all = new ArrayList<Segment>(segmentFrom.length);
        for (int i = 0; i < segmentFrom.length; i++) {
            boolean cut = unterminated && i == segmentFrom.length - 1;
            all.add(new Segment(this, segmentFrom[i], segmentTo[i], cut));
        }
        this.segments = List.copyOf(all);
    }

    private static boolean isAmbiguous(byte[] separators) {
        for (int i = 0; i < separators.length; i++) {
            byte s = separators[i];
            if (s == 0) {
                continue;
            }
            if (Character.isLetterOrDigit(s) || s < ' ') {
                return true;
            }
            for (int j = 0; j < i; j++) {
                if (separators[j] == s) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The same message, its last value believed even where the input ends within it.
    Message believed() {
        int[] from = segments.stream().mapToInt(Segment::from).toArray();
        int[] to = segments.stream().mapToInt(Segment::to).toArray();
        return new Message(bytes, from, to, false);
    }

    List<Segment> segments() {
        return segments;
    }

    /// The first segment of a name, or one without any field.
    Segment first(String name) {
        for (Segment s : segments) {
            if (s.name().equals(name)) {
                return s;
            }
        }
        return new Segment(this, 0, 0, false);
    }

    long count(String name) {
        return segments.stream().filter(s -> s.name().equals(name)).count();
    }

    boolean hasHeader() {
        return !segments.isEmpty() && segments.getFirst().name().equals("MSH");
    }

    /// MSH-9 as sent, such as `ADT^A01`.
    String type() {
        return first("MSH").whole(9);
    }

    /// MSH-9.1, such as `ADT`.
    String code() {
        return first("MSH").text(9, 1);
    }

    /// MSH-9.2, such as `A01`; of senders that leave it out, EVN-1.
    String trigger() {
        String trigger = first("MSH").text(9, 2);
        return trigger.isEmpty() ? first("EVN").text(1) : trigger;
    }

    /// MSH-10.
    String controlId() {
        return first("MSH").text(10);
    }

    boolean isUnterminated() {
        return unterminated;
    }

    boolean hasOddSeparators() {
        return oddSeparators;
    }

    byte[] bytes() {
        return bytes;
    }

    /// The message without some of its segments.
    byte[] without(Predicate<Segment> dropped) {
        var kept = new ByteArrayOutputStream(bytes.length);
        int at = 0;
        for (Segment s : segments) {
            if (dropped.test(s)) {
                kept.write(bytes, at, s.from() - at);
                at = s.to();
            }
        }
        kept.write(bytes, at, bytes.length - at);
        return kept.toByteArray();
    }

    byte field() {
        return field;
    }

    byte component() {
        return component;
    }

    byte repetition() {
        return repetition;
    }

    byte escape() {
        return escape;
    }

    byte subcomponent() {
        return subcomponent;
    }
}
