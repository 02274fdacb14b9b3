package org.claimscope.data.sync;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// Lengths of time and numbers of bytes, as a feed list writes them.
final class Sizes {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(|KB|MB|GB|TB)");

    private Sizes() {}

    /// Such as `4GB`.
    static long bytes(String where, String text) {
        Matcher size = SIZE.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            throw wrong(where, text + " is no size, such as 4GB");
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

    /// Such as `PT15M`.
    static Duration time(String where, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw wrong(where, text + " is no length of time, such as PT15M");
        }
    }

    /// Such as `PT15M`, or a number of days.
    static Duration overlap(String where, String text) {
        return text.matches("\\d{1,5}") ? Duration.ofDays(Long.parseLong(text)) : time(where, text);
    }

    private static ClaimscopeException wrong(String where, String why) {
        return new ClaimscopeException(ErrorKind.USER, where + ": " + why + ".");
    }
}
