package org.claimscope.data.source.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/// How far a server was read, as the checkpoint of a feed keeps it.
///
/// @param of which server and way; what was read of another one says nothing
/// @param marks by resource as the feed names it; of an export there is one, with an empty name
record ReadTo(String of, Map<String, Mark> marks) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_ETAG = 100;

    /// How far one resource was read.
    ///
    /// @param to the newest change that was read, as an instant; null when no resource told one
    /// @param asked what the answer with the ETag was asked with; null for everything
    /// @param etag of an answer that came as one page; null where the server gives none
    record Mark(@Nullable String to, @Nullable String asked, @Nullable String etag) {
        static Mark of(
                @Nullable Instant newest,
                @Nullable String asked,
                @Nullable String etag,
                Clock clock) {
            Instant now = clock.instant();
            return new Mark(
                    newest == null
                            ? null
                            // One resource of the year 2202 must not hide all changes until then.
                            : (newest.isAfter(now) ? now : newest)
                                    .truncatedTo(ChronoUnit.MILLIS)
                                    .toString(),
                    asked,
                    etag != null && etag.length() <= LONGEST_ETAG ? etag : null);
        }
    }

    static ReadTo nothing(FhirSettings settings) {
        return new ReadTo(name(settings), new TreeMap<>());
    }

    /// @param text what [#text] wrote; null when nothing was read yet
    static ReadTo parse(@Nullable String text, FhirSettings settings) {
        if (text == null) {
            return nothing(settings);
        }
        try {
            ReadTo read = JSON.readValue(text, ReadTo.class);
            return read.of().equals(name(settings)) ? read : nothing(settings);
        } catch (JsonProcessingException e) {
            throw new ClaimscopeException(
                    ErrorKind.DATA, "The checkpoint of the feed is not readable.", e);
        }
    }

    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are JSON", e);
        }
    }

    /// From when on changes are asked for; empty for everything there is.
    Optional<String> since(String resource, FhirSettings settings) {
        return Optional.ofNullable(marks.get(resource))
                .flatMap(mark -> Optional.ofNullable(mark.to()))
                .flatMap(ReadTo::instant)
                .map(to -> to.minus(settings.overlap()).toString());
    }

    /// A FHIR `instant`.
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String name(FhirSettings settings) {
        try {
            String all = settings.url() + "\n" + settings.mode() + "\n" + settings.export();
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
