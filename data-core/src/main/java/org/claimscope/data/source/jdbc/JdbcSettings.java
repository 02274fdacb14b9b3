package org.claimscope.data.source.jdbc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/// Where a database is, who reads it, and what.
///
/// @param driver the jar of its JDBC driver
/// @param passwordFile holds the password in its first line; null where none is needed
/// @param fetch rows that come at once: what bounds the memory
/// @param timeout how long a statement, or a silence of the network, may last
/// @param overlap how far behind the watermark an incremental read starts: what was committed late,
///   with an earlier time, is found as long as it is not later than this
public record JdbcSettings(
        String url,
        Path driver,
        String user,
        @Nullable Path passwordFile,
        From from,
        int fetch,
        Duration timeout,
        Duration overlap) {
    public static final int DEFAULT_FETCH = 5_000;
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);
    public static final Duration DEFAULT_OVERLAP = Duration.ofDays(1);

    private static final int MAX_FETCH = 100_000;

    /// Plain, `"quoted"` or `[quoted]`; nothing that could end a name and start a statement.
    private static final String NAME =
            "(?:[\\p{L}_][\\p{L}\\p{Nd}_$#]{0,127}|\"[\\p{L}\\p{Nd}_$# .-]{1,128}\"|\\[[\\p{L}\\p{Nd}_$# .-]{1,128}])";

    private static final Pattern COLUMN = Pattern.compile(NAME);
    private static final Pattern TABLE = Pattern.compile(NAME + "(?:\\." + NAME + "){0,2}");

    private static final Pattern PASSWORD =
            Pattern.compile("(?i)(?:password|passwd|pwd)\\s*=|^jdbc:oracle:[^:]+:[^@/]+/[^@]+@");

    /// What is read.
    public sealed interface From {}

    /// @param name with schema or not; checked, as it becomes part of a statement
    public record Table(String name) implements From {
        public Table {
            if (!TABLE.matcher(name).matches()) {
                throw wrong(name + " is no name of a table, such as schema.patients");
            }
        }
    }

    /// @param text the administrator's own; one SELECT
    public record Query(String text) implements From {
        public Query {
            text = text.strip();
            while (text.endsWith(";")) {
                text = text.substring(0, text.length() - 1).stripTrailing();
            }
            if (text.isEmpty()) {
                throw wrong("the query is empty");
            }
        }
    }

    public JdbcSettings {
        if (!url.startsWith("jdbc:")) {
            throw wrong("the url starts with jdbc:, such as jdbc:postgresql://host/database");
        }
        if (PASSWORD.matcher(url).find()) {
            throw wrong("the url holds a password; put it into a file and name it password_file");
        }
        if (fetch < 1 || fetch > MAX_FETCH) {
            throw wrong("fetch is from 1 to " + MAX_FETCH);
        }
        if (timeout.toSeconds() < 1 || timeout.toDays() > 1) {
            throw wrong("timeout is from one second to one day, such as PT10M");
        }
        if (overlap.isNegative()) {
            throw wrong("overlap is not negative, such as PT15M or a number of days");
        }
    }

    /// @throws ClaimscopeException USER when it is no name of a column
    public static void requireColumn(String name) {
        if (!COLUMN.matcher(name).matches()) {
            throw wrong(name + " is no name of a column that can be a watermark");
        }
    }

    /// The product that the URL names, such as `postgresql`.
    String product() {
        int end = url.indexOf(':', "jdbc:".length());
        return url.substring("jdbc:".length(), end < 0 ? url.length() : end)
                .toLowerCase(Locale.ROOT);
    }

    private static ClaimscopeException wrong(String why) {
        return new ClaimscopeException(ErrorKind.USER, "jdbc: " + why + ".");
    }
}
