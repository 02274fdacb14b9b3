package org.claimscope.nlq.guard;

import java.text.Normalizer;

/// A text reduced to what identifies: letters without accents in small, and digits; all else only
/// separates words.
///
/// @param chars the letters and digits, without what is between them
/// @param starts whether a word begins at this place
record Letters(char[] chars, boolean[] starts) {
    static Letters of(String text) {
        String plain = ascii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        char[] chars = new char[plain.length()];
        boolean[] starts = new boolean[plain.length() + 1];
        int n = 0;
        int before = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            int kind = Character.isDigit(c) ? 2 : Character.isLetter(c) ? 1 : 0;
            if (kind != 0) {
                starts[n] = kind != before;
                chars[n++] = Character.toLowerCase(c);
            }
            before = kind;
        }
        starts[n] = true;
        return new Letters(
                java.util.Arrays.copyOf(chars, n), java.util.Arrays.copyOf(starts, n + 1));
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    int length() {
        return chars.length;
    }
}
