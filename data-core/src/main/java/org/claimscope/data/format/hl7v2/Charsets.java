package org.claimscope.data.format.hl7v2;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Bytes to text: UTF-8 where they are that, else Latin 1, the standard's older default. MSH-18
/// tells one thing and the bytes another too often to be believed.
final class Charsets {
    private Charsets() {}

    static String decode(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (b[i] < 0) {
                return unusual(b, from, to);
            }
        }
        return new String(b, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String unusual(byte[] b, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(b, from, to - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(b, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }
}
