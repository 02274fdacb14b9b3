package org.claimscope.data.format.hl7v2;

import org.claimscope.data.format.Utf8;

/// What the first bytes of a delivery tell.
final class Heading {
    private Heading() {}

    /// Whether there is the start of a message, a batch or a block near the beginning, in whatever
    /// encoding.
    static boolean isHl7(byte[] head) {
        byte[] bytes = Utf8.head(head);
        boolean lineStart = true;
        for (int i = 0; i + 3 < bytes.length; i++) {
            byte b = bytes[i];
            if (lineStart && b > ' ') {
                if (startsSegment(bytes, i)) {
                    return true;
                }
                lineStart = false;
            }
            lineStart |= b == '\r' || b == '\n' || b == 0x0b || b < 0;
        }
        return false;
    }

    private static boolean startsSegment(byte[] b, int at) {
        boolean header =
                b[at] == 'M' && b[at + 1] == 'S' && b[at + 2] == 'H'
                        || (b[at] == 'F' || b[at] == 'B') && b[at + 1] == 'H' && b[at + 2] == 'S';
        byte separator = b[at + 3];
        return header
                && separator > ' '
                && !Character.isLetterOrDigit(separator)
                && separator != ',';
    }
}
