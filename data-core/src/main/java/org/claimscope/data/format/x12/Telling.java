package org.claimscope.data.format.x12;

/// Which of several tellings about one record wins, whatever order they arrive in.
///
/// Patches are ordered by their event, field by field, and the greatest wins. A claim is told of
/// many times: what it is now is the newest word, when it was first submitted, decided and paid is
/// the first one, and a second payer only adds what the first left open.
final class Telling {
    private static final long A_CENTURY = 36_525L * 86_400_000_000L;

    /// 2100: a masked date far in the future is no reason to leave the calendar on the other side.
    private static final long LATEST = 4_102_444_800_000_000L;

    private Telling() {}

    /// For fields where the first telling stands: the earlier, the greater.
    static long first(long eventMicros) {
        return -Math.min(eventMicros, LATEST);
    }

    /// For a telling that wins over none but fills what no other says.
    ///
    /// @param place as an ordinary telling of the same field would have it
    static long lastResort(long place) {
        return place - A_CENTURY;
    }
}
