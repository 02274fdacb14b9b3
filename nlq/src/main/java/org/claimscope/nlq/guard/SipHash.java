package org.claimscope.nlq.guard;

/// SipHash-2-4: a fast keyed hash whose values tell nothing without the key.
///
/// Source: Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012.
final class SipHash {
    private final long key0;
    private final long key1;

    SipHash(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    /// Of characters as 16-bit units, lower byte first.
    long of(char[] text, int from, int to) {
        long v0 = key0 ^ 0x736f6d6570736575L;
        long v1 = key1 ^ 0x646f72616e646f6dL;
        long v2 = key0 ^ 0x6c7967656e657261L;
        long v3 = key1 ^ 0x7465646279746573L;
        int bytes = 2 * (to - from);
        int at = from;
        long last = ((long) bytes) << 56;
        for (boolean end = false; !end; ) {
            long m;
            if (to - at >= 4) {
                m =
                        text[at]
                                | (long) text[at + 1] << 16
                                | (long) text[at + 2] << 32
                                | (long) text[at + 3] << 48;
                at += 4;
            } else {
                m = last;
                for (int shift = 0; at < to; at++, shift += 16) {
                    m |= (long) text[at] << shift;
                }
                end = true;
            }
            v3 ^= m;
            for (int round = 0; round < 2; round++) {
                v0 += v1;
                v1 = Long.rotateLeft(v1, 13) ^ v0;
                v0 = Long.rotateLeft(v0, 32);
                v2 += v3;
                v3 = Long.rotateLeft(v3, 16) ^ v2;
                v0 += v3;
                v3 = Long.rotateLeft(v3, 21) ^ v0;
                v2 += v1;
                v1 = Long.rotateLeft(v1, 17) ^ v2;
                v2 = Long.rotateLeft(v2, 32);
            }
            v0 ^= m;
        }
        v2 ^= 0xff;
        for (int round = 0; round < 4; round++) {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }
}
