package org.claimscope.data.source.fhir;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/// One type after the other, page after page.
final class Search {
    /// A page that is longer is no page.
    private static final long LARGEST_PAGE = 64L << 20;

    private static final int MOST_PAGES = 100_000;

    private final FhirSettings settings;
    private final Wire wire;
    private final Taken taken;

    Search(FhirSettings settings, Wire wire, Taken taken) {
        this.settings = settings;
        this.wire = wire;
        this.taken = taken;
    }

    /// @return how far it was read
    ReadTo run(ReadTo before) throws IOException {
        ReadTo after = ReadTo.nothing(settings);
        for (String resource : settings.resources()) {
            ReadTo.Mark mark = read(resource, before);
            if (mark != null) {
                after.marks().put(resource, mark);
            }
        }
        return after;
    }

    /// A page, or that nothing changed.
    private record Got(Optional<SearchPage> page, URI url, @Nullable String etag) {}

    private ReadTo.@Nullable Mark read(String resource, ReadTo before) throws IOException {
        ReadTo.Mark mark = before.marks().get(resource);
        String since = before.since(resource, settings).orElse(null);
        boolean sameAgain =
                mark != null && mark.etag() != null && Objects.equals(mark.asked(), since);
        URI url = first(resource, since);
        Got got = get(resource, url, sameAgain && mark != null ? mark.etag() : null);
        if (got.page().isEmpty()) {
            taken.unchanged();
            return mark;
        }
        Instant newest = mark == null || mark.to() == null ? null : Instant.parse(mark.to());
        String etag = got.etag();
        var seen = new HashSet<URI>();
        while (true) {
            SearchPage page = got.page().orElseThrow();
            taken.lines(page.lines(), page.resources());
            taken.outcomes(page.outcomes());
            Instant here = page.newest().orElse(null);
            newest = newest == null || here != null && here.isAfter(newest) ? here : newest;
            if (page.next().isEmpty()) {
                // An ETag of the first of several pages says nothing of the others.
                return ReadTo.Mark.of(newest, since, seen.isEmpty() ? etag : null, wire.clock());
            }
            URI next = next(resource, got.url(), page.next().get());
            if (!seen.add(next) || seen.size() > MOST_PAGES) {
                throw new ClaimscopeException(
                        ErrorKind.SOURCE_DOWN,
                        "fhir: the pages of "
                                + type(resource)
                                + " have no end, or lead in a circle; nothing was taken.");
            }
            got = get(resource, next, null);
        }
    }

    private Got get(String resource, URI url, @Nullable String etag) {
        Ask ask = Ask.get(type(resource), url, Ask.FHIR_JSON, true, LARGEST_PAGE);
        return wire.ask(
                etag == null ? ask : ask.with(Map.of("If-None-Match", etag), 200, 304),
                answer ->
                        new Got(
                                answer.status() == 304
                                        ? Optional.empty()
                                        : Optional.of(SearchPage.read(answer.body())),
                                answer.url(),
                                answer.headers().firstValue("ETag").orElse(null)));
    }

    private URI first(String resource, @Nullable String since) {
        String url = settings.url() + "/" + resource.replace("|", "%7C");
        url += (resource.contains("?") ? "&" : "?") + "_count=" + settings.count();
        if (since != null) {
            url += "&_lastUpdated=ge" + URLEncoder.encode(since, StandardCharsets.UTF_8);
        }
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw FhirSettings.wrong("the parameters of " + type(resource) + " are no URL's");
        }
    }

    private URI next(String resource, URI at, String link) {
        URI next = Wire.resolved(at, link);
        if (!Origin.of(next).equals(Origin.of(settings.url()))) {
            throw new ClaimscopeException(
                    ErrorKind.SOURCE_DOWN,
                    "fhir: the next page of "
                            + type(resource)
                            + " is on another server, which is not followed; nothing was taken.");
        }
        return next;
    }

    private static String type(String resource) {
        return resource.replaceFirst("\\?.*", "");
    }
}
