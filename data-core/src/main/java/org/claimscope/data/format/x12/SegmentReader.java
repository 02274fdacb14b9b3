package org.claimscope.data.format.x12;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads X12 segment by segment, as ranges of bytes, without making strings.
///
/// Lenient with all that the field does: a byte order mark, line ends after or in place of
/// terminators, lines wrapped inside a segment, an ISA of the wrong length or none, several
/// interchanges with separators of their own, other text between them, an interchange cut off where
/// the next begins. Every such thing is a finding. Not thread-safe; ranges are valid until the next
/// segment.
final class SegmentReader {
    /// No segment of this field is longer; without a limit a lost terminator would fill the memory.
    static final int MAX_SEGMENT = 1 << 20;

    private static final int CHUNK = 1 << 17;

    private static final byte PLAIN = 0;
    private static final byte ELEMENT = 1;
    private static final byte TERMINATOR = 2;
    private static final byte LINE_END = 3;

    private final InputStream in;
    private final Findings findings;
    private byte[] buffer = new byte[CHUNK * 2];
    private int position;
    private int limit;
    private boolean ended;

    /// What each byte means in this interchange.
    private final byte[] meaning = new byte[256];

    private @Nullable Separators separators;
    private boolean searching = true;

    private int start;
    private int end;
    private int[] from = new int[64];
    private int elements;
    private long number;
    private boolean terminated;
    private boolean tooLong;

    /// @param in the delivery's bytes from its start
    SegmentReader(InputStream in, Findings findings) {
        this.in = in;
        this.findings = findings;
    }

    /// Goes to the next segment.
    ///
    /// @return false at the end
    boolean next() throws IOException {
        tooLong = false;
        do {
            if (searching && !search()) {
                return false;
            }
            skipBlanks();
            if (position >= limit) {
                return false;
            }
        } while (atAnotherInterchange());
        number++;
        start = position;
        if (buffer[start] == 'G') {
            repairTerminator();
        }
        while (!scan()) {
            if (limit - start > MAX_SEGMENT) {
                skipRest();
                return true;
            }
            if (ended) {
                close(limit, limit, false);
                cutAtInterchange();
                return true;
            }
            fill();
        }
        if (end - start > Separators.STANDARD_LENGTH && id() != Ids.ISA) {
            cutAtInterchange();
        }
        return true;
    }

    /// Takes the separators of an ISA that stands here.
    ///
    /// @return true when a byte order mark was passed and the position must be looked at again
    private boolean atAnotherInterchange() throws IOException {
        byte first = buffer[position];
        if (first == 'I') {
            ensure(Separators.LOOKAHEAD);
            Separators own = Separators.ofIsa(buffer, position, limit);
            if (own != null) {
                use(own);
                if (own.isaLength() != Separators.STANDARD_LENGTH) {
                    findings.add(
                            "isa-length",
                            number + 1,
                            "ISA",
                            "the ISA has "
                                    + (own.isaLength() + 1)
                                    + " characters with its terminator, not 106");
                }
            }
        } else if (first == (byte) 0xef) {
            return skipMark();
        }
        return false;
    }

    /// Where the ISA names another terminator than the group uses, the group is right.
    private void repairTerminator() throws IOException {
        ensure(Separators.LOOKAHEAD);
        start = position;
        Separators told = separators;
        Separators seen = told == null ? null : told.repaired(buffer, start, limit);
        if (seen != null) {
            use(seen);
            findings.add(
                    "wrong-terminator",
                    number,
                    "ISA",
                    "segments end with another character than the ISA says");
        }
    }

    /// Splits the segment at `start` into its elements.
    ///
    /// @return false when its end is not in the buffer
    private boolean scan() {
        byte[] b = buffer;
        byte[] m = meaning;
        int to = Math.min(limit, start + MAX_SEGMENT + 1);
        int[] f = from;
        int n = 1;
        f[0] = start;
        boolean wrapped = false;
        for (int at = start; at < to; at++) {
            byte what = m[b[at] & 0xff];
            if (what == PLAIN) {
                continue;
            }
            if (what == ELEMENT) {
                if (n + 1 >= f.length) {
                    from = Arrays.copyOf(f, f.length * 2);
                    f = from;
                }
                f[n++] = at + 1;
            } else if (what == TERMINATOR) {
                if (wrapped) {
                    unwrap(at);
                    return true;
                }
                elements = n;
                f[n] = at + 1;
                end = at;
                position = at + 1;
                terminated = true;
                return true;
            } else {
                wrapped = true;
            }
        }
        return false;
    }

    /// Takes line ends out of a segment: they belong to the way it was sent, not to its values.
    private void unwrap(int terminator) {
        findings.add("line-break", number, "", "there are line ends inside the segment");
        int to = start;
        for (int at = start; at < terminator; at++) {
            if (!Separators.isLineEnd(buffer[at])) {
                buffer[to++] = buffer[at];
            }
        }
        close(to, terminator + 1, true);
    }

    /// Ends the segment at a place of the buffer.
    private void close(int at, int next, boolean whole) {
        end = at;
        position = next;
        terminated = whole;
        elements = 1;
        from[0] = start;
        for (int i = start; i < end; i++) {
            if (meaning[buffer[i] & 0xff] == ELEMENT) {
                if (elements + 1 >= from.length) {
                    from = Arrays.copyOf(from, from.length * 2);
                }
                from[elements++] = i + 1;
            }
        }
        from[elements] = end + 1;
    }

    /// An interchange that was cut off runs into the next one: gives up its last segment there.
    private void cutAtInterchange() {
        for (int at = start + 1; at < end - 60; at++) {
            if (buffer[at] == 'I'
                    && buffer[at + 1] == 'S'
                    && Separators.ofIsa(buffer, at, limit) != null) {
                close(at, at, false);
                return;
            }
        }
    }

    /// Passes over a segment that does not end, to its terminator or the next interchange.
    private void skipRest() throws IOException {
        findings.add(
                "segment-too-long",
                number,
                "",
                "the segment has no end within " + MAX_SEGMENT + " bytes");
        close(start + MAX_SEGMENT, start + MAX_SEGMENT, false);
        byte[] head = Arrays.copyOfRange(buffer, start, start + 4096);
        while (true) {
            while (position < limit) {
                byte b = buffer[position];
                if (meaning[b & 0xff] == TERMINATOR) {
                    position++;
                    keepHead(head);
                    return;
                }
                if (b == 'I') {
                    ensure(Separators.LOOKAHEAD);
                    if (Separators.ofIsa(buffer, position, limit) != null) {
                        keepHead(head);
                        return;
                    }
                }
                position++;
            }
            if (ended) {
                keepHead(head);
                return;
            }
            fill();
        }
    }

    /// What is shown of a segment that was too long: its name and first bytes.
    private void keepHead(byte[] head) {
        // Before the position there is room: more than this was just passed over.
        int at = position;
        if (at < head.length) {
            byte[] roomier = new byte[buffer.length + head.length];
            System.arraycopy(buffer, 0, roomier, head.length, limit);
            buffer = roomier;
            limit += head.length;
            at += head.length;
        }
        start = at - head.length;
        System.arraycopy(head, 0, buffer, start, head.length);
        close(at, at, false);
        elements = 1;
        tooLong = true;
    }

    /// Finds where an interchange, or a group or set without one, begins.
    private boolean search() throws IOException {
        if (number == 0 && position == 0) {
            ensure(Separators.LOOKAHEAD);
            if (isUtf16()) {
                findings.add(
                        "utf-16", 1, "", "the file is UTF-16; X12 is sent in bytes: convert it");
                position = limit;
                readOut();
                return false;
            }
        }
        long passed = 0;
        boolean freshLine = true;
        while (true) {
            ensure(Separators.LOOKAHEAD);
            if (position >= limit) {
                garbage(passed);
                return false;
            }
            if (skipMark()) {
                continue;
            }
            if (Separators.ofIsa(buffer, position, limit) != null) {
                break;
            }
            if (freshLine && separators == null) {
                Separators guessed = Separators.infer(buffer, position, limit);
                if (guessed != null) {
                    use(guessed);
                    break;
                }
            }
            if (passed == 0 && separators != null && atEnvelope()) {
                break;
            }
            byte b = buffer[position++];
            freshLine = !Character.isLetterOrDigit(b);
            if (!Separators.isBlank(b)) {
                passed++;
            }
        }
        garbage(passed);
        searching = false;
        return true;
    }

    private void garbage(long passed) {
        if (passed > 0) {
            findings.add(
                    "garbage",
                    number + 1,
                    "",
                    passed + " bytes outside of an interchange were passed over");
        }
    }

    /// Whether a segment stands here that may follow an IEA where senders forget the next ISA.
    private boolean atEnvelope() {
        Separators known = separators;
        return known != null
                && limit - position > 3
                && buffer[position + 2] == known.element()
                && (buffer[position] == 'G' && buffer[position + 1] == 'S'
                        || buffer[position] == 'S' && buffer[position + 1] == 'T');
    }

    private boolean isUtf16() {
        if (limit < 4) {
            return false;
        }
        int first = (buffer[0] & 0xff) << 8 | buffer[1] & 0xff;
        return first == 0xfffe
                || first == 0xfeff
                || buffer[0] == 'I' && buffer[1] == 0 && buffer[2] == 'S' && buffer[3] == 0
                || buffer[0] == 0 && buffer[1] == 'I' && buffer[2] == 0 && buffer[3] == 'S';
    }

    private boolean skipMark() throws IOException {
        if (buffer[position] != (byte) 0xef) {
            return false;
        }
        ensure(3);
        boolean mark =
                limit - position >= 3
                        && buffer[position + 1] == (byte) 0xbb
                        && buffer[position + 2] == (byte) 0xbf;
        if (mark) {
            position += 3;
            findings.add("bom", number + 1, "", "a byte order mark stands before the segment");
        }
        return mark;
    }

    /// After an IEA anything may follow; only an interchange is read on.
    void interchangeEnded() {
        searching = true;
    }

    private void use(Separators own) {
        separators = own;
        Arrays.fill(meaning, PLAIN);
        meaning['\r'] = LINE_END;
        meaning['\n'] = LINE_END;
        meaning[own.element() & 0xff] = ELEMENT;
        meaning[own.terminator() & 0xff] = TERMINATOR;
    }

    private void skipBlanks() throws IOException {
        while (true) {
            while (position < limit && Separators.isBlank(buffer[position])) {
                position++;
            }
            if (position < limit || ended) {
                return;
            }
            fill();
        }
    }

    /// Whoever archives the delivery wants to see all of it.
    private void readOut() throws IOException {
        while (!ended) {
            position = limit;
            fill();
        }
        position = limit;
    }

    private void ensure(int bytes) throws IOException {
        while (limit - position < bytes && !ended) {
            fill();
        }
    }

    private void fill() throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
            start = 0;
        }
        if (buffer.length - limit < CHUNK) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int n = in.read(buffer, limit, buffer.length - limit);
        if (n < 0) {
            ended = true;
        } else {
            limit += n;
        }
    }

    /// The segment's name (see [Ids]); [Ids#NONE] when it has none.
    int id() {
        return elements == 0 ? Ids.NONE : Ids.of(buffer, start, from[1] - 1);
    }

    /// The segment's place in the delivery, from 1.
    long number() {
        return number;
    }

    /// How many elements there are, the name included.
    int elements() {
        return elements;
    }

    /// The array that elements are ranges of.
    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    /// Past the segment's last byte; its terminator is not part of it.
    int end() {
        return end;
    }

    /// @param element 0 is the segment's name, 1 its first element
    int from(int element) {
        return element < elements ? from[element] : end;
    }

    int length(int element) {
        return element < elements ? from[element + 1] - 1 - from[element] : 0;
    }

    /// False for a segment that the end of the delivery or another interchange cut off: its last
    /// value may be a part of what was meant.
    boolean terminated() {
        return terminated;
    }

    /// Whether only the first bytes of the segment are here.
    boolean tooLong() {
        return tooLong;
    }

    @Nullable Separators separators() {
        return separators;
    }

    /// The segment's bytes without its terminator.
    byte[] original() {
        return Arrays.copyOfRange(buffer, start, end);
    }

    String text(int element) {
        return new String(buffer, from(element), length(element), StandardCharsets.ISO_8859_1)
                .strip();
    }
}
