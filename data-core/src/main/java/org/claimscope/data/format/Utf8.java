package org.claimscope.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Deliveries in UTF-16, shown as the UTF-8 that all readers expect.
public final class Utf8 {
    private static final int LOOK = 4;

    private Utf8() {}

    /// The delivery as UTF-8, whatever it is: UTF-16 is read, and told.
    public static InputStream of(InputStream in, Consumer<Finding> findings) throws IOException {
        var start = new PushbackInputStream(in, LOOK);
        byte[] head = start.readNBytes(LOOK);
        start.unread(head);
        Charset utf16 = utf16(head, head.length);
        if (utf16 == null) {
            return start;
        }
        findings.accept(new Finding("utf-16", "delivery", "the text is UTF-16; it is read so"));
        return new Utf8Of(new InputStreamReader(start, utf16));
    }

    /// The start of a delivery as UTF-8.
    public static byte[] head(byte[] head) {
        Charset utf16 = utf16(head, head.length);
        return utf16 == null ? head : new String(head, utf16).getBytes(StandardCharsets.UTF_8);
    }

    /// A byte order mark, or an ASCII character of two bytes.
    private static @Nullable Charset utf16(byte[] b, int length) {
        if (length < 2) {
            return null;
        }
        if (b[0] == (byte) 0xff && b[1] == (byte) 0xfe || b[0] > 0 && b[1] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (b[0] == (byte) 0xfe && b[1] == (byte) 0xff || b[0] == 0 && b[1] > 0) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    /// Text as UTF-8 bytes, a little at a time.
    private static final class Utf8Of extends InputStream {
        private final Reader reader;
        private final char[] chars = new char[4096];
        private byte[] bytes = {};
        private int at;

        Utf8Of(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            while (at == bytes.length) {
                int n = reader.read(chars, 0, chars.length - 1);
                if (n < 0) {
                    return -1;
                }
                if (Character.isHighSurrogate(chars[n - 1])) {
                    int low = reader.read();
                    if (low >= 0) {
                        chars[n++] = (char) low;
                    }
                }
                bytes = new String(chars, 0, n).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            int n = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, target, offset, n);
            at += n;
            return n;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
