package org.claimscope.data.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.source.FolderRules;
import org.claimscope.data.source.UnpackLimits;
import org.jspecify.annotations.Nullable;

/// What a feed says of how its files are taken: `complete`, `quiet`, `after`, `unpack`.
///
/// @param quiet seconds
record FolderItem(
        @Nullable String complete,
        @Nullable Long quiet,
        @Nullable String after,
        @Nullable Unpack unpack) {
    private static final long USUAL_QUIET_SECONDS = 30;

    /// @param bytes of all entries together, such as `4GB`
    record Unpack(
            @Nullable Integer ratio,
            @JsonProperty("bytes") @Nullable String bytes,
            @Nullable Integer entries) {
        UnpackLimits limits() {
            UnpackLimits usual = UnpackLimits.USUAL;
            return new UnpackLimits(
                    ratio == null ? usual.ratio() : ratio,
                    bytes == null ? usual.bytes() : Sizes.bytes("unpack", bytes),
                    entries == null ? usual.entries() : entries);
        }
    }

    FolderRules rules() {
        if (quiet != null && !"quiet".equals(complete)) {
            throw wrong("quiet: seconds belong to complete: quiet");
        }
        return new FolderRules(
                whenComplete(),
                after(after == null ? "leave" : after),
                unpack == null ? UnpackLimits.USUAL : unpack.limits());
    }

    private FolderRules.Complete whenComplete() {
        String word = complete == null ? "at-once" : complete;
        return switch (word) {
            case "at-once" -> new FolderRules.AtOnce();
            case "sidecar" -> new FolderRules.Sidecar();
            case "quiet" ->
                    new FolderRules.Quiet(
                            Duration.ofSeconds(quiet == null ? USUAL_QUIET_SECONDS : quiet));
            default -> throw wrong("complete is sidecar or quiet, not " + word);
        };
    }

    private static FolderRules.After after(String word) {
        return switch (word) {
            case "leave" -> FolderRules.After.LEAVE;
            case "archive" -> FolderRules.After.ARCHIVE;
            default -> throw wrong("after is leave or archive, not " + word);
        };
    }

    private static ClaimscopeException wrong(String why) {
        return new ClaimscopeException(ErrorKind.USER, why + ".");
    }
}
