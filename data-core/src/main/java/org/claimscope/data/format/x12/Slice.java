package org.claimscope.data.format.x12;

/// A range of an array in one number, so that an element can be passed around without an object.
final class Slice {
    /// An element that is not there, or is empty.
    static final long ABSENT = 0;

    private Slice() {}

    static long of(int from, int length) {
        return length == 0 ? ABSENT : (long) from << 32 | length;
    }

    static int from(long slice) {
        return (int) (slice >>> 32);
    }

    static int length(long slice) {
        return (int) slice;
    }

    static int end(long slice) {
        return from(slice) + length(slice);
    }
}
