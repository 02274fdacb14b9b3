package org.claimscope.data.format.hl7v2;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Cuts a delivery into messages, whatever surrounds them: CR, LF or CRLF after a segment, MLLP
/// framing (0x0B … 0x1C), batch envelopes (FHS, BHS, BTS, FTS), byte order marks, comments, files
/// put one after the other without a line end between.
///
/// A run of segments without an MSH before it is a message too, one that lost its head. Memory is
/// bounded by [#MAX_MESSAGE]. Not thread-safe; a message's slices are valid until the next.
final class MessageReader {
    /// No message is longer; a scanned document inside an MDM is a few megabytes.
    static final int MAX_MESSAGE = 16 << 20;

    /// What is kept of a message that is longer than any may be, and of bytes that are no message.
    static final int KEPT_OF_BROKEN = 1 << 16;

    private static final byte BLOCK_START = 0x0b;
    private static final byte BLOCK_END = 0x1c;

    /// What is wrong with a message's outer shape.
    enum Problem {
        NONE,
        TOO_LONG,
        /// An MLLP block that was opened and never closed.
        OPEN_BLOCK
    }

    private enum End {
        LINE,
        BLOCK_START,
        BLOCK_END,
        NEXT_HEADER,
        INPUT
    }

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private boolean ended;

    /// What [#fill] must not throw away starts here.
    private int keep;

    private int lineFrom;
    private int lineTo;
    private End end = End.LINE;

    private boolean framed;
    private boolean inMessage;
    private long number;
    private int from;
    private int to;
    private int segments;
    private int[] segmentFrom = new int[64];
    private int[] segmentTo = new int[64];
    private boolean endsInSegment;
    private boolean unterminated;
    private int strays;
    private Problem problem = Problem.NONE;
    private byte[] beginning = {};

    private byte[] outside = {};
    private final Envelope envelope = new Envelope();

    MessageReader(InputStream in) {
        this.in = in;
    }

    /// Goes to the next message.
    ///
    /// @return false at the end
    boolean next() throws IOException {
        segments = 0;
        strays = 0;
        unterminated = false;
        problem = Problem.NONE;
        inMessage = false;
        beginning = new byte[0];
        if (!toFirstSegment()) {
            return false;
        }
        number++;
        envelope.message();
        from = lineFrom;
        inMessage = true;
        add();
        takeSegments();
        inMessage = false;
        return true;
    }

    private boolean toFirstSegment() throws IOException {
        while (true) {
            keep = position;
            if (!line()) {
                return false;
            }
            boolean opens = end == End.BLOCK_START;
            if (lineFrom < lineTo) {
                if (Envelope.isPart(buffer, lineFrom, lineTo)) {
                    envelope.take(buffer, lineFrom, lineTo);
                } else if (isHeader() || isSegment() && lineTo - lineFrom > 3) {
                    return true;
                } else {
                    keepOutside();
                }
            }
            if (opens) {
                framed = true;
            } else if (end == End.BLOCK_END) {
                framed = false;
            }
        }
    }

    private void takeSegments() throws IOException {
        while (true) {
            to = problem == Problem.TOO_LONG ? from : lineTo;
            if (end == End.BLOCK_END) {
                framed = false;
                return;
            }
            if (end == End.BLOCK_START) {
                open();
                framed = true;
                return;
            }
            if (end != End.LINE) {
                unterminated = endsInSegment;
                if (end == End.INPUT) {
                    open();
                }
                return;
            }
            keep = problem == Problem.TOO_LONG ? position : from;
            int mark = position - keep;
            if (!line()) {
                open();
                return;
            }
            endsInSegment = false;
            if (lineFrom == lineTo) {
                lineFrom = to;
                lineTo = to;
            } else if (isHeader() || Envelope.isPart(buffer, lineFrom, lineTo)) {
                position = keep + mark;
                return;
            } else if (isSegment()) {
                add();
            } else {
                strays++;
            }
        }
    }

    private void open() {
        if (framed && problem == Problem.NONE) {
            problem = Problem.OPEN_BLOCK;
        }
        framed = false;
    }

    /// Goes over one line, without what ends it and without blanks before it.
    private boolean line() throws IOException {
        lineFrom = position;
        int at = position;
        while (true) {
            while (at < limit) {
                byte b = buffer[at];
                if (b >= ' ') {
                    if (b == 'M' && at > lineFrom && isHeaderInLine(at)) {
                        return lineUpTo(at, at, End.NEXT_HEADER);
                    }
                } else if (b == '\r' || b == '\n') {
                    return lineUpTo(at, at + 1, End.LINE);
                } else if (b == BLOCK_END) {
                    return lineUpTo(at, at + 1, End.BLOCK_END);
                } else if (b == BLOCK_START) {
                    return lineUpTo(at, at + 1, End.BLOCK_START);
                }
                at++;
            }
            if (ended) {
                lineUpTo(limit, limit, End.INPUT);
                return lineFrom < lineTo;
            }
            if (at - keep > MAX_MESSAGE) {
                overflow(at);
            }
            int scanned = at - keep;
            fill();
            at = keep + scanned;
        }
    }

    private boolean lineUpTo(int to, int next, End how) {
        lineTo = to;
        position = next;
        end = how;
        // Blanks, and the byte order mark of a file that was put after another.
        while (lineFrom < lineTo
                && (buffer[lineFrom] == ' '
                        || buffer[lineFrom] == '\t'
                        || buffer[lineFrom] == (byte) 0xef
                        || buffer[lineFrom] == (byte) 0xbb
                        || buffer[lineFrom] == (byte) 0xbf)) {
            lineFrom++;
        }
        return true;
    }

    /// Two messages in one line: the first lost its last line end. The four encoding characters
    /// after the name do not occur in a value, where they would be escaped.
    private boolean isHeaderInLine(int at) {
        return at + 7 < limit
                && buffer[at + 1] == 'S'
                && buffer[at + 2] == 'H'
                && buffer[at + 4] == '^'
                && buffer[at + 5] == '~'
                && buffer[at + 6] == '\\'
                && !isWordByte(buffer[at + 3]);
    }

    /// Too much without an end: the beginning stays, the rest is passed over.
    private void overflow(int at) {
        if (inMessage && problem != Problem.TOO_LONG) {
            // Whole segments only: what is refused among them can still be told and left out.
            while (segments > 0 && segmentTo[segments - 1] > KEPT_OF_BROKEN) {
                segments--;
            }
            int size = segments == 0 ? 0 : segmentTo[segments - 1];
            beginning = Arrays.copyOfRange(buffer, from, from + size);
            problem = Problem.TOO_LONG;
        } else if (!inMessage) {
            lineTo = at;
            keepOutside();
        }
        keep = at;
        lineFrom = at;
    }

    private void fill() throws IOException {
        if (keep > 0) {
            System.arraycopy(buffer, keep, buffer, 0, limit - keep);
            limit -= keep;
            position -= keep;
            lineFrom -= keep;
            lineTo -= keep;
            from -= keep;
            to -= keep;
            keep = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int n = in.read(buffer, limit, buffer.length - limit);
        if (n < 0) {
            ended = true;
        } else {
            limit += n;
        }
    }

    private boolean isHeader() {
        return lineTo - lineFrom >= 3
                && buffer[lineFrom] == 'M'
                && buffer[lineFrom + 1] == 'S'
                && buffer[lineFrom + 2] == 'H'
                && (lineTo - lineFrom == 3 || !isWordByte(buffer[lineFrom + 3]));
    }

    /// Three capitals or digits and then a separator, as all segment names are.
    private boolean isSegment() {
        if (lineTo - lineFrom < 3 || buffer[lineFrom] < 'A' || buffer[lineFrom] > 'Z') {
            return false;
        }
        for (int i = lineFrom + 1; i < lineFrom + 3; i++) {
            byte b = buffer[i];
            if ((b < 'A' || b > 'Z') && (b < '0' || b > '9')) {
                return false;
            }
        }
        return lineTo - lineFrom == 3
                || buffer[lineFrom + 3] == (isAfterHeader() ? buffer[from + 3] : '|');
    }

    private boolean isAfterHeader() {
        return inMessage
                && problem == Problem.NONE
                && segments > 0
                && segmentTo[0] > 3
                && buffer[from] == 'M';
    }

    private static boolean isWordByte(byte b) {
        return b >= 'a' && b <= 'z'
                || b >= 'A' && b <= 'Z'
                || b >= '0' && b <= '9'
                || b == ' '
                || b < 0;
    }

    private void add() {
        if (problem == Problem.TOO_LONG) {
            return;
        }
        if (segments == segmentFrom.length) {
            segmentFrom = Arrays.copyOf(segmentFrom, segments * 2);
            segmentTo = Arrays.copyOf(segmentTo, segments * 2);
        }
        endsInSegment = true;
        segmentFrom[segments] = lineFrom - from;
        segmentTo[segments] = lineTo - from;
        segments++;
    }

    private void keepOutside() {
        if (number == 0 && outside.length < KEPT_OF_BROKEN) {
            int size = Math.min(lineTo - lineFrom, KEPT_OF_BROKEN - outside.length);
            int before = outside.length;
            outside = Arrays.copyOf(outside, before + size);
            System.arraycopy(buffer, lineFrom, outside, before, size);
        }
    }

    /// Messages so far: the place of the current one, from 1.
    long number() {
        return number;
    }

    /// The message, copied out of the buffer.
    Message message() {
        byte[] bytes =
                problem == Problem.TOO_LONG ? beginning : Arrays.copyOfRange(buffer, from, to);
        return new Message(
                bytes,
                Arrays.copyOf(segmentFrom, segments),
                Arrays.copyOf(segmentTo, segments),
                unterminated);
    }

    Problem problem() {
        return problem;
    }

    /// Lines inside the message that are no segments.
    int strays() {
        return strays;
    }

    /// The beginning of what came before any message.
    byte[] outside() {
        return outside.clone();
    }

    Envelope envelope() {
        return envelope;
    }
}
