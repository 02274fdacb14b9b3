package org.claimscope.data.format.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// NDJSON: one resource a line. A line is never more than itself: whatever is wrong with it, the
/// next begins at the next line end.
final class LineUnits implements Units {
    private final InputStream in;
    private byte[] buffer;
    private int position;
    private int limit;
    private boolean ended;
    private int from;
    private int to;
    private long line;
    private Problem problem = Problem.NONE;

    /// @param head what was already read of the delivery
    LineUnits(byte[] head, InputStream in) {
        this.in = in;
        this.buffer = Arrays.copyOf(head, Math.max(head.length, 1 << 17));
        this.limit = head.length;
    }

    @Override
    public boolean next() throws IOException {
        do {
            if (!line()) {
                return false;
            }
        } while (from == to);
        return true;
    }

    private boolean line() throws IOException {
        problem = Problem.NONE;
        from = position;
        int at = position;
        while (true) {
            while (at < limit && buffer[at] != '\n') {
                at++;
            }
            if (at < limit || ended) {
                break;
            }
            if (at - from > MAX_RESOURCE) {
                // The beginning stays for the quarantine, the rest is passed over.
                problem = Problem.TOO_LONG;
                limit = from + KEPT_OF_BROKEN;
                at = limit;
            }
            int scanned = at - from;
            fill();
            at = from + scanned;
        }
        if (at >= limit && from >= limit) {
            return false;
        }
        line++;
        to = at;
        position = Math.min(limit, at + 1);
        trim();
        return true;
    }

    private void trim() {
        while (to > from && isBlank(buffer[to - 1])) {
            to--;
        }
        while (from < to && (isBlank(buffer[from]) || isMark(buffer[from]))) {
            from++;
        }
        if (problem == Problem.TOO_LONG) {
            to = Math.min(to, from + KEPT_OF_BROKEN);
        }
    }

    /// Other control characters are dirt, not blanks: a line of them is told.
    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }

    /// A byte of a byte order mark, or RFC 7464's record separator.
    private static boolean isMark(byte b) {
        return b == (byte) 0xef || b == (byte) 0xbb || b == (byte) 0xbf || b == 0x1e;
    }

    private void fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, limit - from);
            limit -= from;
            position = 0;
            from = 0;
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

    @Override
    public long place() {
        return line;
    }

    @Override
    public byte[] bytes() {
        return buffer;
    }

    @Override
    public int from() {
        return from;
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public Problem problem() {
        return problem;
    }

    @Override
    public boolean endedInside() {
        return false;
    }
}
