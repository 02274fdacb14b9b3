package org.claimscope.data.format.hl7v2;

/// Escape sequences in values (HL7 2.5 §2.7): `\F\` is the field separator itself, `\S\`, `\T\`,
/// `\R\`, `\E\` the others; `\X0D\` are bytes in hexadecimal. Sequences of layout and character
/// sets say nothing here and are dropped; an escape character that opens none stays as it is.
final class Escapes {
    private static final int LONGEST = 66;

    private Escapes() {}

    static String undo(String text, Message message) {
        char escape = (char) message.escape();
        var plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int close = c == escape ? text.indexOf(escape, at + 1) : -1;
            if (close < 0 || close - at > LONGEST || !take(text, at + 1, close, message, plain)) {
                plain.append(c);
                at++;
            } else {
                at = close + 1;
            }
        }
        return plain.toString();
    }

    /// @return false if this is no sequence
    private static boolean take(
            String text, int from, int to, Message message, StringBuilder plain) {
        if (from == to) {
            return false;
        }
        char kind = text.charAt(from);
        if (to - from == 1) {
            byte separator =
                    switch (kind) {
                        case 'F' -> message.field();
                        case 'S' -> message.component();
                        case 'T' -> message.subcomponent();
                        case 'R' -> message.repetition();
                        case 'E' -> message.escape();
                        default -> 0;
                    };
            if (separator != 0) {
                plain.append((char) separator);
            }
            return separator != 0 || kind == 'H' || kind == 'N' || kind == 'T';
        }
        return switch (kind) {
            case 'X' -> hexadecimal(text, from + 1, to, plain);
            case '.' -> {
                plain.append(' ');
                yield true;
            }
            case 'C', 'M', 'Z' -> true;
            default -> false;
        };
    }

    private static boolean hexadecimal(String text, int from, int to, StringBuilder plain) {
        if ((to - from) % 2 != 0) {
            return false;
        }
        byte[] bytes = new byte[(to - from) / 2];
        for (int i = 0; i < bytes.length; i++) {
            int high = Character.digit(text.charAt(from + 2 * i), 16);
            int low = Character.digit(text.charAt(from + 2 * i + 1), 16);
            if (high < 0 || low < 0) {
                return false;
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        plain.append(Charsets.decode(bytes, 0, bytes.length));
        return true;
    }
}
