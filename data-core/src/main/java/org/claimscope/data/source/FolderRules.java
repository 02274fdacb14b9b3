package org.claimscope.data.source;

import java.time.Duration;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// How the files of a folder are taken: when they are complete, what becomes of them afterwards,
/// how much they may unpack to.
public record FolderRules(Complete complete, After after, UnpackLimits unpack) {
    public static final FolderRules USUAL =
            new FolderRules(new AtOnce(), After.LEAVE, UnpackLimits.USUAL);

    /// When a file is complete. One that is called `*.tmp`, `*.part`, `*.filepart` or `.*` never
    /// is.
    public sealed interface Complete {}

    /// As soon as it has its name.
    public record AtOnce() implements Complete {}

    /// When `<name>.done`, `<name>.ok` or `<name>.trg` lies beside it.
    public record Sidecar() implements Complete {}

    /// When it was not written to for so long.
    public record Quiet(Duration duration) implements Complete {
        public Quiet {
            if (duration.isNegative()) {
                throw new ClaimscopeException(ErrorKind.USER, "quiet is not negative, in seconds.");
            }
        }
    }

    /// What becomes of a file that was taken.
    public enum After {
        /// It stays; it is known by its bytes.
        LEAVE,
        /// It moves to `archive/yyyy-MM-dd` beside it; one that is refused to `failed`.
        ARCHIVE
    }
}
