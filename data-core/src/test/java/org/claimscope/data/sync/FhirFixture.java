package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.resilience4j.core.IntervalFunction;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.source.Patience;
import org.claimscope.data.source.fhir.FhirSettings;
import org.claimscope.data.testing.Clinic;
import org.claimscope.data.testing.FhirServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A clinic beside a FHIR server.
abstract class FhirFixture {
    /// Three tries, hardly a pause.
    static final Patience QUICK = new Patience(3, IntervalFunction.of(1));

    static final String CANARY = "Zyxwvut-Canary";

    @TempDir Path temp;
    FhirServer server;
    Clinic clinic;

    @BeforeEach
    final void begin() throws IOException {
        server = new FhirServer();
        clinic = new Clinic(temp.resolve("w")).on("2025-01-10T00:00:00Z");
    }

    @AfterEach
    final void nothingIsLeft() throws IOException {
        server.close();
        Workspace workspace = clinic.workspace();
        assertEquals(0, workspace.arrowBytes());
        assertEquals(workspace.journal().deliveries().size(), rawFiles());
        clinic.close();
    }

    /// One archive for each delivery, and nothing that was only landed.
    final long rawFiles() throws IOException {
        Path raw = temp.resolve("w").resolve("raw");
        if (!Files.isDirectory(raw)) {
            return 0;
        }
        try (var files = Files.list(raw)) {
            return files.count();
        }
    }

    final FhirSettings search(int count, FhirSettings.@Nullable Auth auth, String... resources) {
        return settings(FhirSettings.Mode.SEARCH, count, auth, Set.of(), List.of(resources));
    }

    final FhirSettings bulk(FhirSettings.@Nullable Auth auth, Set<String> hosts, String... types) {
        return settings(FhirSettings.Mode.BULK, 10, auth, hosts, List.of(types));
    }

    private FhirSettings settings(
            FhirSettings.Mode mode,
            int count,
            FhirSettings.@Nullable Auth auth,
            Set<String> hosts,
            List<String> resources) {
        return new FhirSettings(
                server.url("/r4"),
                mode,
                resources,
                "",
                count,
                Duration.ofHours(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                FhirSettings.DEFAULT_BYTES,
                hosts,
                auth);
    }

    final FhirSettings.Auth auth(KeyPair keys) throws IOException {
        Path file = temp.resolve("key.pem");
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                                .encodeToString(keys.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        URI token = server.url("/token");
        return new FhirSettings.Auth(token, "claimscope", file, "key-1", "system/*.read");
    }

    static Feed feed(FhirSettings settings) {
        return new Feed(
                "clinic",
                "fhir",
                new Feed.From.Endpoint(settings),
                Feed.LoadType.INCREMENTAL,
                false,
                "_lastUpdated",
                true);
    }

    final RunEntry sync(FhirSettings settings, Patience patience, Cancellation cancellation) {
        return new Sync(clinic.workspace(), patience)
                .run(
                        new FeedList(List.of(feed(settings)), List.of()),
                        FolderSource.of(temp, List.of()),
                        false,
                        Progress.NONE,
                        cancellation)
                .getFirst();
    }

    final RunEntry sync(FhirSettings settings) {
        return sync(settings, QUICK, Cancellation.NONE);
    }

    final int deliveries() {
        return clinic.workspace().journal().deliveries().size();
    }

    final String archived(RunEntry run) throws IOException {
        Workspace workspace = clinic.workspace();
        long id = run.deliveryId().orElseThrow();
        try (var in = workspace.original(workspace.journal().delivery(id))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Adds so many patients, one a minute from noon of the first of January on.
    final void patients(int from, int to) {
        for (int i = from; i < to; i++) {
            server.put(
                    "Patient",
                    FhirServer.patient(
                            "P%03d".formatted(i),
                            CANARY + i,
                            "2025-01-01T%02d:%02d:00.000Z".formatted(12 + i / 60, i % 60)));
        }
    }
}
