package org.claimscope.data.source.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/// Files that a server prepares when it is asked (`$export`): kick-off, waiting, manifest, files.
///
/// The export is deleted at the server when it was read, given up or cancelled.
final class BulkExport {
    private static final long LARGEST_MANIFEST = 16 << 20;

    /// Between two questions whether it is ready, whatever the server says.
    private static final Duration LEAST_WAIT = Duration.ofMillis(100);

    private static final Duration PARTING = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EXPORT = "the export";
    private static final String NDJSON = "application/fhir+ndjson";

    private final FhirSettings settings;
    private final Wire wire;
    private final Taken taken;

    BulkExport(FhirSettings settings, Wire wire, Taken taken) {
        this.settings = settings;
        this.wire = wire;
        this.taken = taken;
    }

    /// @return how far it was read
    ReadTo run(ReadTo before) throws IOException {
        URI status = kickOff(before.since("", settings).orElse(null));
        try {
            JsonNode manifest = await(status);
            Instant until =
                    ReadTo.instant(manifest.path("transactionTime").asText(""))
                            .orElseThrow(() -> odd("tells no transactionTime"));
            files(manifest);
            errors(manifest);
            int deleted = manifest.path("deleted").size();
            if (deleted > 0) {
                taken.note(deleted + " files of deletions left out: nothing is deleted here");
            }
            ReadTo after = ReadTo.nothing(settings);
            after.marks().put("", ReadTo.Mark.of(until, null, null, wire.clock()));
            return after;
        } finally {
            delete(status);
        }
    }

    private URI kickOff(@Nullable String since) {
        var parameters = new TreeMap<String, String>();
        parameters.put("_outputFormat", NDJSON);
        if (!settings.resources().isEmpty()) {
            parameters.put("_type", String.join(",", settings.resources()));
        }
        if (since != null) {
            parameters.put("_since", since);
        }
        var url = new StringBuilder(settings.url().toString());
        url.append(settings.export().isEmpty() ? "" : "/" + settings.export()).append("/$export");
        parameters.forEach((name, value) ->
                url.append(url.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        Ask ask =
                Ask.get(EXPORT, URI.create(url.toString()), Ask.FHIR_JSON, true, LARGEST_MANIFEST);
        return wire.ask(
                ask.with(Map.of("Prefer", "respond-async"), 202),
                answer -> {
                    URI status =
                            answer.headers()
                                    .firstValue("Content-Location")
                                    .map(l -> Wire.resolved(answer.url(), l))
                                    .orElseThrow(() -> odd("tells no Content-Location"));
                    if (!Origin.of(status).equals(Origin.of(settings.url()))) {
                        throw odd("is to be asked for at another server");
                    }
                    return status;
                });
    }

    /// @return the manifest
    private JsonNode await(URI status) {
        long end = System.nanoTime() + settings.patience().toNanos();
        Ask ask =
                Ask.get(EXPORT, status, "application/json", true, LARGEST_MANIFEST)
                        .with(Map.of(), 200, 202);
        for (int asked = 1; ; asked++) {
            Duration usual = wire.pauseAfter(asked);
            var wait = new Duration[1];
            Optional<JsonNode> manifest =
                    wire.ask(
                            ask,
                            answer -> {
                                if (answer.status() == 200) {
                                    return Optional.of(JSON.readTree(answer.body().readAllBytes()));
                                }
                                Duration told = answer.retryAfter(wire.clock()).orElse(usual);
                                wait[0] = told.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : told;
                                return Optional.<JsonNode>empty();
                            });
            if (manifest.isPresent()) {
                return manifest.get();
            }
            if (System.nanoTime() + wait[0].toNanos() > end) {
                throw odd("was not ready after " + settings.patience() + " (patience)");
            }
            wire.pause(wait[0]);
        }
    }

    private void files(JsonNode manifest) {
        int leftOut = 0;
        for (JsonNode file : manifest.path("output")) {
            String type = file.path("type").asText("");
            if (!settings.resources().isEmpty() && !settings.resources().contains(type)) {
                leftOut++;
                continue;
            }
            new ExportFile(type, taken::lines).read(wire, ask(manifest, file), expected(file));
        }
        if (leftOut > 0) {
            taken.note(leftOut + " files of types left out that were not asked for");
        }
    }

    /// Problems that the server had: how many, never which, as their words name patients.
    private void errors(JsonNode manifest) {
        var severities = new TreeMap<String, Long>();
        for (JsonNode file : manifest.path("error")) {
            new ExportFile(
                            "errors",
                            (lines, count) -> {
                                for (String line :
                                        new String(lines, StandardCharsets.UTF_8).split("\n")) {
                                    count(line, severities);
                                }
                            })
                    .read(wire, ask(manifest, file), expected(file));
        }
        severities.forEach((severity, count) ->
                taken.note("the server reports " + count + " issues of severity " + severity));
    }

    private static void count(String line, Map<String, Long> severities) {
        try {
            for (JsonNode issue : JSON.readTree(line).path("issue")) {
                String severity = issue.path("severity").asText("");
                severities.merge(
                        severity.matches("fatal|error|warning|information") ? severity : "unknown",
                        1L,
                        Long::sum);
            }
        } catch (IOException e) {
            severities.merge("unknown", 1L, Long::sum);
        }
    }

    private static long expected(JsonNode file) {
        return file.path("count").canConvertToLong() ? file.path("count").asLong() : -1;
    }

    private Ask ask(JsonNode manifest, JsonNode file) {
        URI url = Wire.resolved(settings.url(), file.path("url").asText(""));
        boolean same = Origin.of(url).equals(Origin.of(settings.url()));
        if (!same
                && (!Origin.isSafe(url)
                        || !settings.hosts().contains(String.valueOf(url.getHost())))) {
            throw odd(
                    "has files at a server that the feed does not name; name it under hosts if it is the right one");
        }
        // Another server gets the token only where the first one says that it needs it.
        boolean token = manifest.path("requiresAccessToken").asBoolean(same);
        return Ask.get("a file of the export", url, NDJSON, token, settings.bytes());
    }

    private void delete(URI status) {
        try (var parting = wire.parting(PARTING)) {
            Ask ask = Ask.get(EXPORT, status, "application/json", true, LARGEST_MANIFEST);
            parting.ask(
                    new Ask(
                            ask.what(),
                            "DELETE",
                            ask.url(),
                            ask.headers(),
                            null,
                            true,
                            Set.of(200, 202, 204, 404, 410),
                            ask.limit()),
                    Answer::status);
        } catch (ClaimscopeException | Wire.Stopped e) {
            // The server deletes it by itself some day; what was read is read.
            return;
        }
    }

    private static ClaimscopeException odd(String why) {
        return new ClaimscopeException(
                ErrorKind.SOURCE_DOWN, "fhir: the export " + why + "; nothing was taken.");
    }
}
