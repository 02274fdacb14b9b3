package org.claimscope.data.format.x12;

import org.jspecify.annotations.Nullable;

/// The three characters that cut an interchange apart. They are never assumed: the ISA tells them
/// by its shape, and where there is no ISA the first segments do.
///
/// @param component between the parts of a composite (ISA16)
/// @param terminator after each segment
/// @param isaLength the ISA's own length without its terminator, 105 by the standard (X12.5); 0
///   when there was no ISA
record Separators(byte element, byte component, byte terminator, int isaLength) {
    /// By X12.5: 16 elements of fixed width.
    static final int STANDARD_LENGTH = 105;

    /// More bytes than any ISA that can still be made out, with the GS after it.
    static final int LOOKAHEAD = 400;

    private static final int LONGEST_ISA = 160;
    private static final int ELEMENTS = 16;

    /// What an interchange that starts at `from` is cut with.
    ///
    /// Elements of the wrong width are forgiven as long as there are sixteen: the component
    /// separator follows the sixteenth element separator, and the terminator follows that.
    ///
    /// @return null when this is no ISA
    static @Nullable Separators ofIsa(byte[] b, int from, int limit) {
        if (limit - from < 60
                || b[from] != 'I'
                || b[from + 1] != 'S'
                || b[from + 2] != 'A'
                || !isSeparator(b[from + 3])
                || b[from + 6] != b[from + 3]) {
            return null;
        }
        byte element = b[from + 3];
        int seen = 0;
        int at = from + 3;
        int end = Math.min(limit - 2, from + LONGEST_ISA);
        for (; at < end; at++) {
            if (b[at] == element && ++seen == ELEMENTS) {
                break;
            }
        }
        if (seen < ELEMENTS) {
            return null;
        }
        byte component = b[at + 1];
        byte terminator = b[at + 2];
        int length = at + 2 - from;
        if (isLineEnd(terminator) && endsGroup(b, at + 2, limit, component)) {
            // ISA16 is missing: what stands in its place is the terminator, before a line end.
            terminator = component;
            component = ':';
            length--;
        }
        if (!isTerminator(terminator) || terminator == element) {
            return null;
        }
        return new Separators(element, component, terminator, length);
    }

    /// The separators of a file that starts with GS or ST: what stands before the segment after it.
    ///
    /// @return null when that cannot be told
    static @Nullable Separators infer(byte[] b, int from, int limit) {
        if (limit - from < 12
                || !(b[from] == 'G' && b[from + 1] == 'S' || b[from] == 'S' && b[from + 1] == 'T')
                || !isSeparator(b[from + 2])) {
            return null;
        }
        byte element = b[from + 2];
        int end = Math.min(limit - 4, from + LOOKAHEAD);
        for (int at = from + 6; at < end; at++) {
            if (!startsSet(b, at, element)) {
                continue;
            }
            int before = at - 1;
            while (before > from && isBlank(b[before])) {
                before--;
            }
            byte candidate = b[before];
            if (isSeparator(candidate) && candidate != element) {
                return new Separators(element, (byte) ':', candidate, 0);
            }
            if (before < at - 1 && isLineEnd(b[before + 1])) {
                return new Separators(element, (byte) ':', b[before + 1], 0);
            }
        }
        return null;
    }

    /// The same, but with the terminator that stands between a GS and the ST after it: senders that
    /// edit files leave the ISA as it was.
    ///
    /// @param from where the GS begins
    /// @return null when the GS ends as the ISA says, or nobody can tell
    @Nullable Separators repaired(byte[] b, int from, int limit) {
        if (limit - from < 12 || b[from] != 'G' || b[from + 1] != 'S' || b[from + 2] != element) {
            return null;
        }
        Separators seen = infer(b, from, limit);
        return seen == null || seen.terminator == terminator
                ? null
                : new Separators(element, component, seen.terminator, isaLength);
    }

    private static boolean startsSet(byte[] b, int at, byte element) {
        boolean two = b[at + 2] == element && b[at] == 'S' && b[at + 1] == 'T';
        boolean three =
                b[at + 3] == element
                        && (b[at] == 'B' && b[at + 1] == 'H' && b[at + 2] == 'T'
                                || b[at] == 'B' && b[at + 1] == 'P' && b[at + 2] == 'R'
                                || b[at] == 'A' && b[at + 1] == 'K' && b[at + 2] == '1');
        return two || three;
    }

    /// Whether the line after `at` ends with a byte: then that byte ends segments.
    private static boolean endsGroup(byte[] b, int at, int limit, byte candidate) {
        while (at < limit && isBlank(b[at])) {
            at++;
        }
        for (int i = at; i < Math.min(limit, at + LONGEST_ISA); i++) {
            if (isLineEnd(b[i])) {
                return false;
            }
            if (b[i] == candidate) {
                return true;
            }
        }
        return false;
    }

    /// Punctuation, or a control character that is no blank.
    static boolean isSeparator(byte b) {
        return b > ' ' && b < 0x7f && !Character.isLetterOrDigit(b)
                || b >= 0x1c && b < ' '
                || b == '\t';
    }

    private static boolean isTerminator(byte b) {
        return isSeparator(b) || isLineEnd(b);
    }

    static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || isLineEnd(b) || b == 0;
    }
}
