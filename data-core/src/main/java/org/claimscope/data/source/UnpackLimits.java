package org.claimscope.data.source;

import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// How much a packed file may become: whoever drops a file can fill the disk otherwise.
///
/// @param ratio how many times its packed size, from the first megabyte on
/// @param bytes of all entries together
/// @param entries of one archive
public record UnpackLimits(int ratio, long bytes, int entries) {
    public static final UnpackLimits USUAL = new UnpackLimits(200, 4L << 30, 1_000);

    /// So much is harmless whatever the ratio is: a megabyte of blanks packs a thousandfold.
    private static final long HARMLESS = 1 << 20;

    public UnpackLimits {
        if (ratio < 1 || bytes < 1 || entries < 1) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "unpack: ratio, bytes and entries are 1 or more.");
        }
    }

    /// What a packed size may become.
    long bytesFor(long packed) {
        long byRatio = packed > bytes / ratio ? bytes : packed * ratio;
        return Math.min(bytes, Math.max(HARMLESS, byRatio));
    }

    String reason(long packed) {
        return bytesFor(packed) == bytes
                ? "unpacks to more than " + bytes + " bytes, which is the limit (unpack: bytes)"
                : "unpacks to more than "
                        + ratio
                        + " times its size, which is the limit (unpack: ratio)";
    }
}
