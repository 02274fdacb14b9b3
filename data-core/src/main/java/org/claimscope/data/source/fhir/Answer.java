package org.claimscope.data.source.fhir;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// What came back.
///
/// @param url that answered, behind the redirects
/// @param body closed by whoever asked
record Answer(int status, URI url, HttpHeaders headers, InputStream body) {
    /// No server makes a person wait longer than this for the next try.
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /// How long the server wants to be left alone (RFC 9110, 10.2.3), up to five minutes.
    Optional<Duration> retryAfter(Clock clock) {
        return headers.firstValue("Retry-After")
                .flatMap(text -> retryAfter(text.strip(), clock))
                .map(d -> d.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : d)
                .map(d -> d.isNegative() ? Duration.ZERO : d);
    }

    private static Optional<Duration> retryAfter(String text, Clock clock) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            var at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(clock.instant(), at.toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
