package org.claimscope.data.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// The header of a message (MSH), as far as an answer needs it. Bytes stay as they are by being
/// read as Latin 1.
///
/// @param separator MSH-1
/// @param fields from the segment's name on
record MllpHeader(boolean isHl7, String separator, List<String> fields) {
    private static final MllpHeader NONE =
            new MllpHeader(false, "|", List.of("MSH", "^~\\&", "", "", "", ""));

    static MllpHeader of(byte[] message) {
        int from = 0;
        while (from < message.length && isLineEnd(message[from])) {
            from++;
        }
        int to = from;
        while (to < message.length && !isLineEnd(message[to])) {
            to++;
        }
        String line = new String(message, from, to - from, StandardCharsets.ISO_8859_1);
        if (line.length() < 4 || !line.startsWith("MSH") || !isSeparator(line.charAt(3))) {
            return NONE;
        }
        String separator = line.substring(3, 4);
        return new MllpHeader(true, separator, List.of(line.split(Pattern.quote(separator), -1)));
    }

    private static boolean isLineEnd(byte b) {
        return b == '\r' || b == '\n';
    }

    /// A comma would make every table whose first column is called MSH a message.
    private static boolean isSeparator(char c) {
        return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c) && c != ',';
    }

    /// A field by its number in the standard, where MSH-1 is the separator itself.
    String field(int number) {
        return number - 1 < fields.size() ? fields.get(number - 1) : "";
    }

    String controlId() {
        return field(10).strip();
    }

    /// MSH-2; the usual characters where there are none.
    String encoding() {
        return field(2).isEmpty() ? "^~\\&" : field(2);
    }

    /// One component of a field, from 1.
    String component(int number, int component) {
        String[] parts = field(number).split(Pattern.quote(encoding().substring(0, 1)), -1);
        return component <= parts.length ? parts[component - 1] : "";
    }
}
