package org.claimscope.app.present;

import java.time.Duration;

/// How old something is, in words, and whether that is too old.
public final class Ages {
    /// A feed without news for longer is stale.
    private static final Duration STALE = Duration.ofHours(24);

    private Ages() {}

    /// "12 s", "41 min", "26 h".
    public static String words(Duration age) {
        return age.toHours() > 0
                ? age.toHours() + " h"
                : age.toMinutes() > 0
                        ? age.toMinutes() + " min"
                        : Math.max(0, age.toSeconds()) + " s";
    }

    public static boolean stale(Duration age) {
        return age.compareTo(STALE) > 0;
    }
}
