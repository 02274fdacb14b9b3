package org.claimscope.data.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(|KB|MB|GB|TB)");

    /// @param bytes of all entries together, such as `4GB`
    record Unpack(
            @Nullable Integer ratio,
            @JsonProperty("bytes") @Nullable String bytes,
            @Nullable Integer entries) {
        UnpackLimits limits() {
            UnpackLimits usual = UnpackLimits.USUAL;
            return new UnpackLimits(
                    ratio == null ? usual.ratio() : ratio,
                    bytes == null ? usual.bytes() : size(bytes),
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

    private static long size(String text) {
        Matcher size = SIZE.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            throw wrong("unpack: " + text + " is no size, such as 4GB");
        }
        int shift =
                switch (size.group(2)) {
                    case "KB" -> 10;
                    case "MB" -> 20;
                    case "GB" -> 30;
                    case "TB" -> 40;
                    default -> 0;
                };
        return Math.multiplyExact(Long.parseLong(size.group(1)), 1L << shift);
    }

    private static ClaimscopeException wrong(String why) {
        return new ClaimscopeException(ErrorKind.USER, why + ".");
    }
}
