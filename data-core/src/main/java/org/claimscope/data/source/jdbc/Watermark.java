package org.claimscope.data.source.jdbc;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// How far a table was read: the newest value of the column that tells a row's last change.
///
/// @param at in the column's own terms: midnight of a date, the wall clock of a time without a
///   zone, UTC of an instant
public record Watermark(Kind kind, LocalDateTime at) {
    /// What the column holds.
    public enum Kind {
        DATE,
        LOCAL,
        INSTANT
    }

    static Watermark of(LocalDate date) {
        return new Watermark(Kind.DATE, date.atStartOfDay());
    }

    static Watermark of(OffsetDateTime instant) {
        return new Watermark(
                Kind.INSTANT, instant.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }

    /// Reads what [#text] wrote.
    public static Watermark parse(String text) {
        try {
            if (text.indexOf('T') < 0) {
                return of(LocalDate.parse(text));
            }
            return text.endsWith("Z")
                    ? of(OffsetDateTime.parse(text))
                    : new Watermark(Kind.LOCAL, LocalDateTime.parse(text));
        } catch (DateTimeException e) {
            throw new ClaimscopeException(
                    ErrorKind.DATA, "The checkpoint of the feed is not readable.", e);
        }
    }

    /// `2025-01-31`, `2025-01-31T08:15:00.25`, `2025-01-31T13:15:00Z`.
    public String text() {
        return switch (kind) {
            case DATE -> at.toLocalDate().toString();
            case LOCAL -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(at);
            case INSTANT -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(at) + "Z";
        };
    }

    boolean isAfter(Watermark other) {
        return at.isAfter(other.at);
    }

    /// The value that a column of some kind is compared with. The column may have become finer or
    /// coarser since; the difference is less than the overlap of a day, or reads too much.
    Object startFor(Kind column, Duration overlap) {
        LocalDateTime start = at.minus(overlap);
        return switch (column) {
            case DATE -> start.toLocalDate();
            case LOCAL -> start;
            case INSTANT -> start.atOffset(ZoneOffset.UTC);
        };
    }

    /// Not later than now: one row that claims to be of the year 2202 must not hide all changes
    /// until then.
    Watermark notAfter(Clock clock) {
        LocalDateTime now =
                LocalDateTime.ofInstant(
                        clock.instant(), kind == Kind.INSTANT ? ZoneOffset.UTC : clock.getZone());
        return at.isAfter(now) ? new Watermark(kind, now) : this;
    }
}
