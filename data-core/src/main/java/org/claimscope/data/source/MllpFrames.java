package org.claimscope.data.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Cuts a connection's bytes into MLLP blocks: 0x0B, message, 0x1C 0x0D. Not thread-safe.
///
/// Memory is bounded by the longest message; what is longer is read past, so that its sender gets
/// an answer.
final class MllpFrames {
    static final byte START = 0x0b;
    static final byte END = 0x1c;
    static final byte CR = 0x0d;

    private static final int CHUNK = 1 << 16;

    /// How much is kept of a message that is too long: enough to tell whose answer it is.
    private static final int KEPT_OF_TOO_LONG = 1 << 12;

    /// What comes next on a connection.
    sealed interface Frame {
        /// A whole message.
        record Block(byte[] content) implements Frame {}

        /// A message that is longer than any may be.
        record TooLong(byte[] beginning) implements Frame {}

        /// Bytes that are no MLLP; where the next message would start cannot be known.
        record Misframed() implements Frame {}

        /// The sender is done, or gone in the middle of a message.
        record Closed() implements Frame {}
    }

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[CHUNK];
    private int position;
    private int limit;

    MllpFrames(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /// Whether a whole block is here already, so that reading it does not wait.
    boolean hasWhole() {
        for (int i = position; i + 1 < limit; i++) {
            if (buffer[i] == END && buffer[i + 1] == CR) {
                return true;
            }
        }
        return false;
    }

    Frame next() throws IOException {
        while (true) {
            int b = read();
            if (b < 0) {
                return new Frame.Closed();
            }
            if (b == START) {
                return block();
            }
            // Some senders put a line end between blocks.
            if (b != CR && b != '\n') {
                return new Frame.Misframed();
            }
        }
    }

    private Frame block() throws IOException {
        byte[] content = {};
        int size = 0;
        boolean tooLong = false;
        while (true) {
            if (position == limit && !fill()) {
                return new Frame.Closed();
            }
            int end = endOfContent();
            int n = end - position;
            if (!tooLong && size + n > longest) {
                tooLong = true;
                content = beginning(content, size, n);
            }
            if (!tooLong) {
                if (size + n > content.length) {
                    content = Arrays.copyOf(content, Math.max(size + n, content.length * 2));
                }
                System.arraycopy(buffer, position, content, size, n);
                size += n;
            }
            position = end;
            if (position < limit) {
                // A block must not hold its own marks: a start in it means that its end is lost.
                if (buffer[position++] != END || read() != CR) {
                    return new Frame.Misframed();
                }
                return tooLong
                        ? new Frame.TooLong(content)
                        : new Frame.Block(Arrays.copyOf(content, size));
            }
        }
    }

    private byte[] beginning(byte[] content, int size, int more) {
        int kept = Math.min(size + more, KEPT_OF_TOO_LONG);
        byte[] beginning = Arrays.copyOf(content, kept);
        if (size < kept) {
            System.arraycopy(buffer, position, beginning, size, kept - size);
        }
        return beginning;
    }

    private int endOfContent() {
        int at = position;
        while (at < limit && buffer[at] != END && buffer[at] != START) {
            at++;
        }
        return at;
    }

    private int read() throws IOException {
        return position < limit || fill() ? buffer[position++] & 0xff : -1;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        return limit > 0;
    }
}
