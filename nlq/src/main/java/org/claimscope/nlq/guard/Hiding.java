package org.claimscope.nlq.guard;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What base64 and hex hide in a text, at every alignment: only stretches that people could read.
final class Hiding {
    private static final int SHORTEST_RUN = 8;
    private static final int SHORTEST_HEX = 12;
    private static final int SHORTEST_READ = 4;
    private static final byte[] SIX = new byte[128];
    private static final byte[] FOUR = new byte[128];

    static {
        Arrays.fill(SIX, (byte) -1);
        Arrays.fill(FOUR, (byte) -1);
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < letters.length(); i++) {
            SIX[letters.charAt(i)] = (byte) i;
        }
        SIX['-'] = 62;
        SIX['_'] = 63;
        for (int i = 0; i < 16; i++) {
            FOUR["0123456789abcdef".charAt(i)] = (byte) i;
            FOUR["0123456789ABCDEF".charAt(i)] = (byte) i;
        }
    }

    private final StringBuilder out = new StringBuilder();

    private Hiding() {}

    /// The stretches, one a line.
    static String in(String text) {
        var hiding = new Hiding();
        hiding.runs(text, SIX, 6, SHORTEST_RUN);
        hiding.runs(text, FOUR, 4, SHORTEST_HEX);
        return hiding.out.toString();
    }

    /// @param width how many bits a letter holds
    private void runs(String text, byte[] bits, int width, int shortest) {
        byte[] run = new byte[text.length()];
        int n = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c < 128 && bits[c] >= 0) {
                run[n++] = bits[c];
            } else {
                if (n >= shortest) {
                    decode(run, n, width);
                }
                n = 0;
            }
        }
    }

    private void decode(byte[] run, int n, int width) {
        int alignments = width == 6 ? 4 : 2;
        for (int skip = 0; skip < alignments; skip++) {
            byte[] bytes = new byte[n * width / 8 + 1];
            int size = 0;
            int held = 0;
            int count = 0;
            for (int i = skip; i < n; i++) {
                held = held << width | run[i];
                count += width;
                if (count >= 8) {
                    count -= 8;
                    byte b = (byte) (held >> count);
                    held &= (1 << count) - 1;
                    // UTF-16 has a NUL beside every letter.
                    if (b != 0) {
                        bytes[size++] = b;
                    }
                }
            }
            readable(bytes, size);
        }
    }

    private void readable(byte[] bytes, int size) {
        int from = 0;
        int letters = 0;
        int foreign = 0;
        for (int i = 0; i <= size; i++) {
            int b = i < size ? bytes[i] : 0;
            boolean letter = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
            if (letter) {
                letters++;
            } else if (b < 0) {
                foreign++;
            } else if (b < ' ') {
                if (letters >= SHORTEST_READ && letters > 2 * foreign) {
                    out.append(new String(bytes, from, i - from, StandardCharsets.UTF_8))
                            .append('\n');
                }
                from = i + 1;
                letters = 0;
                foreign = 0;
            }
        }
    }
}
