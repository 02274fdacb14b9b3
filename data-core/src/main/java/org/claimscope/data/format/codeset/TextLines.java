package org.claimscope.data.format.codeset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// A list line by line.
final class TextLines {
    /// No line of these lists is longer.
    static final int LONGEST = 1 << 16;

    private static final Charset LATIN = Charset.forName("windows-1252");

    private final InputStream in;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long number;
    private boolean tooLong;

    TextLines(InputStream in) {
        this.in = in;
    }

    /// A line without its end.
    ///
    /// @param number from 1
    record Line(long number, byte[] bytes, String text, boolean tooLong) {
        boolean isBlank() {
            return text.isBlank();
        }
    }

    /// @return false at the end
    boolean next() throws IOException {
        bytes.reset();
        tooLong = false;
        boolean any = false;
        for (int b = in.read(); b >= 0; b = in.read()) {
            any = true;
            if (b == '\n') {
                break;
            }
            if (bytes.size() < LONGEST) {
                bytes.write(b);
            } else {
                tooLong = true;
            }
        }
        number++;
        return any;
    }

    Line line() {
        byte[] all = bytes.toByteArray();
        return new Line(number, all, text(all).replaceAll("[\\r\\x1a]+$", ""), tooLong);
    }

    /// Some lists are UTF-8, and some of the same publisher are not.
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, LATIN);
        }
    }
}
