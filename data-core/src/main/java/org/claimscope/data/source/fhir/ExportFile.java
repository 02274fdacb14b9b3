package org.claimscope.data.source.fhir;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// One file of an export, line by line. One that breaks off is fetched again, and goes on behind
/// the last line that was handed on, if what comes before is the same.
final class ExportFile {
    /// A little more than the longest resource: a longer one is handed on so far, and is then told
    /// apart as too long.
    private static final int LONGEST_LINE = (16 << 20) + (1 << 16);

    /// How much of a line is looked through for its type.
    private static final int LOOK = 2048;

    private static final byte[] TYPE = "\"resourceType\"".getBytes(StandardCharsets.US_ASCII);

    private final String type;
    private final Sink sink;
    private final MessageDigest digest = sha256();

    /// Bytes and lines that were handed on.
    private long done;

    /// Takes whole lines.
    interface Sink {
        void take(byte[] lines, long count);
    }

    ExportFile(String type, Sink sink) {
        this.type = type;
        this.sink = sink;
    }

    /// @param expected resources as the manifest says, or negative
    void read(Wire wire, Ask ask, long expected) {
        long lines = wire.ask(ask, answer -> lines(answer.body(), expected));
        if (expected >= 0 && lines != expected) {
            throw new ClaimscopeException(
                    ErrorKind.SOURCE_DOWN,
                    "fhir: a file of the export ("
                            + (type.matches("[A-Za-z]{1,64}") ? type : "unknown")
                            + ") has "
                            + lines
                            + " resources and not "
                            + expected
                            + " as its manifest says; nothing was taken.");
        }
    }

    private long lines(InputStream in, long expected) throws IOException {
        var again = sha256();
        var reader = new Lines(in);
        long line = 0;
        for (byte[] next = reader.next(); next.length > 0; next = reader.next()) {
            line++;
            again.update(next);
            if (line <= done) {
                if (line == done && !Arrays.equals(digest(again), digest(digest))) {
                    throw changed();
                }
                continue;
            }
            digest.update(next);
            done = line;
            sink.take(typeFirst(next), 1);
        }
        if (line < done) {
            throw changed();
        }
        if (line < expected) {
            throw new EOFException("cut off");
        }
        return line;
    }

    /// Whoever reads the delivery looks for a type at its beginning.
    private static byte[] typeFirst(byte[] line) {
        for (int i = 0; i + TYPE.length <= Math.min(line.length, LOOK); i++) {
            if (Arrays.equals(line, i, i + TYPE.length, TYPE, 0, TYPE.length)) {
                return line;
            }
        }
        try {
            return SearchPage.line(line, 0, line.length);
        } catch (IOException e) {
            // It goes to quarantine as it is.
            return line;
        }
    }

    private static ClaimscopeException changed() {
        return new ClaimscopeException(
                ErrorKind.SOURCE_DOWN,
                "fhir: a file of the export changed while it was read; nothing was taken.");
    }

    private static byte[] digest(MessageDigest running) {
        try {
            return ((MessageDigest) running.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /// Cuts into lines, each with its end; empty ones are passed over.
    private static final class Lines {
        private final InputStream in;
        private byte[] buffer = new byte[1 << 16];
        private int from;
        private int limit;
        private boolean ended;

        Lines(InputStream in) {
            this.in = in;
        }

        /// @return empty at the end
        byte[] next() throws IOException {
            while (true) {
                byte[] line = any();
                int end = line.length;
                while (end > 0 && line[end - 1] <= ' ' && line[end - 1] >= 0) {
                    end--;
                }
                if (end > 0) {
                    byte[] whole = Arrays.copyOf(line, end + 1);
                    whole[end] = '\n';
                    return whole;
                }
                if (line.length == 0) {
                    return line;
                }
            }
        }

        private byte[] any() throws IOException {
            boolean tooLong = false;
            byte[] kept = {};
            int at = from;
            while (true) {
                while (at < limit && buffer[at] != '\n') {
                    at++;
                }
                if (at < limit || ended) {
                    break;
                }
                if (at - from > LONGEST_LINE) {
                    kept = tooLong ? kept : Arrays.copyOfRange(buffer, from, from + LONGEST_LINE);
                    tooLong = true;
                    from = at;
                }
                int scanned = at - from;
                fill();
                at = from + scanned;
            }
            byte[] line =
                    tooLong ? kept : Arrays.copyOfRange(buffer, from, Math.min(limit, at + 1));
            boolean cutOff = at == limit && line.length > 0 && !tooLong;
            from = Math.min(limit, at + 1);
            if (cutOff) {
                // Without its end a line may be a part of one: only JSON says that it is whole.
                SearchPage.line(line, 0, line.length);
            }
            return line;
        }

        private void fill() throws IOException {
            if (from > 0) {
                System.arraycopy(buffer, from, buffer, 0, limit - from);
                limit -= from;
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
    }
}
