package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Set;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.RunEntry.Status;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.source.fhir.FhirSettings;
import org.claimscope.data.testing.Clinic;
import org.claimscope.data.testing.FhirServer;
import org.claimscope.data.testing.FhirServer.Wrong;
import org.claimscope.data.testing.SharedData;
import org.claimscope.data.testing.WarehouseDump;
import org.junit.jupiter.api.Test;

/// Resources by bulk export, over real sockets from the kick-off to the tables.
final class FhirBulkTest extends FhirFixture {
    private static final String ONE =
            FhirServer.patient("P1", CANARY, "2025-01-01T12:00:00Z")
                    + "\n"
                    + FhirServer.patient("P2", CANARY, "2025-01-01T12:01:00Z")
                    + "\r\n\n";
    private static final String TWO = FhirServer.patient("P3", "Elm", "2025-01-01T12:02:00Z");

    private String output(String type, String file, String more) {
        return "{\"type\":\"%s\",\"url\":\"%s\"%s}"
                .formatted(type, server.url("/files/" + file), more);
    }

    private void manifest(String outputs, String more) {
        server.manifest =
                "{\"transactionTime\":\"2025-01-09T00:00:00Z\",\"request\":\"x\",\"output\":[%s]%s}"
                        .formatted(outputs, more);
    }

    private void twoFiles() {
        server.files.put("one.ndjson", ONE);
        server.files.put("two.ndjson", TWO);
        manifest(
                output("Patient", "one.ndjson", ",\"count\":2")
                        + ","
                        + output("Patient", "two.ndjson", ""),
                "");
    }

    @Test
    void anExportIsAskedForAwaitedReadAndDeleted() throws IOException {
        twoFiles();
        server.notReady = 2;
        FhirSettings settings = bulk(null, Set.of(), "Patient");
        RunEntry run = sync(settings);
        assertEquals(Status.LOADED, run.status(), run.message());
        assertEquals(
                List.of(
                        "GET /r4/$export?_outputFormat=application%2Ffhir%2Bndjson&_type=Patient",
                        "GET /jobs/1",
                        "GET /jobs/1",
                        "GET /jobs/1",
                        "GET /files/one.ndjson",
                        "GET /files/two.ndjson",
                        "DELETE /jobs/1"),
                server.requests);
        assertEquals(ONE.replaceAll("\\s+\\z", "\n").replace("\r", "") + TWO + "\n", archived(run));
        assertEquals("P1 " + CANARY + ", P2 " + CANARY + ", P3 Elm", clinic.peopleNow());

        server.requests.clear();
        assertEquals(Status.UNCHANGED, sync(settings).status());
        // An hour before the moment that the first export was of.
        assertTrue(
                server.requests
                                .getFirst()
                                .endsWith("&_since=2025-01-08T23%3A00%3A00Z&_type=Patient")
                        || server.requests.getFirst().contains("_since=2025-01-08T23%3A00%3A00Z"),
                server.requests.getFirst());
    }

    @Test
    void whatTheServerCouldNotExportIsCountedAndNeverQuoted() {
        twoFiles();
        server.files.put(
                "errors.ndjson",
                """
                {"resourceType":"OperationOutcome","issue":[{"severity":"error","diagnostics":"%s"},{"severity":"warning"}]}
                {"resourceType":"OperationOutcome","issue":[{"severity":"error","diagnostics":"%s"}]}
                """
                        .formatted(CANARY, CANARY));
        manifest(
                output("Patient", "one.ndjson", "") + "," + output("Group", "two.ndjson", ""),
                ",\"error\":["
                        + output("OperationOutcome", "errors.ndjson", "")
                        + "],\"deleted\":[{}]");
        RunEntry run = sync(bulk(null, Set.of(), "Patient"));
        assertEquals(2, run.rowsLoaded(), run.message());
        assertTrue(run.message().contains("2 issues of severity error"), run.message());
        assertTrue(run.message().contains("1 issues of severity warning"), run.message());
        assertTrue(run.message().contains("1 files of types left out"), run.message());
        assertTrue(run.message().contains("1 files of deletions"), run.message());
        assertFalse(run.message().contains(CANARY));
    }

    @Test
    void cancellingDeletesTheExport() {
        twoFiles();
        server.notReady = 1_000_000;
        RunEntry run = sync(bulk(null, Set.of()), QUICK, () -> server.count("GET /jobs/1") >= 3);
        assertEquals(Status.FAILED, run.status());
        assertTrue(run.message().contains("cancelled"), run.message());
        assertEquals("DELETE /jobs/1", server.requests.getLast());
        assertEquals(0, deliveries());
    }

    @Test
    void anExportThatIsGoneOrOddIsSaidToBeSo() {
        twoFiles();
        for (int status : List.of(404, 410)) {
            server.trouble =
                    (n, request) -> request.contains("GET /jobs") ? Wrong.status(status) : null;
            RunEntry run = sync(bulk(null, Set.of()));
            assertEquals(Status.FAILED, run.status());
            assertTrue(run.message().contains("HTTP " + status), run.message());
        }
        server.trouble = (n, request) -> null;
        server.manifest = "{\"output\":[]}";
        assertTrue(sync(bulk(null, Set.of())).message().contains("transactionTime"));
        manifest(output("Patient", "one.ndjson", ",\"count\":1"), "");
        RunEntry more = sync(bulk(null, Set.of()));
        assertTrue(more.message().contains("2 resources and not 1"), more.message());
        manifest(output("Patient", "one.ndjson", ",\"count\":3"), "");
        assertEquals(Status.FAILED, sync(bulk(null, Set.of())).status());
        assertEquals(0, deliveries());
        assertEquals(5, server.count("DELETE"));
    }

    @Test
    void aFileThatBreaksOffGoesOnBehindTheLastWholeLine() throws IOException {
        var file = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            file.append(FhirServer.patient("P" + i, CANARY, "2025-01-01T12:00:00Z")).append('\n');
        }
        server.files.put("one.ndjson", file.toString());
        manifest(output("Patient", "one.ndjson", ",\"count\":2000"), "");
        server.trouble =
                (n, request) ->
                        request.contains("one.ndjson") && server.count("one.ndjson") < 3
                                ? Wrong.cutAfter(100_003 * (int) server.count("one.ndjson"))
                                : null;
        RunEntry run = sync(bulk(null, Set.of()));
        assertEquals(2_000, run.rowsLoaded(), run.message());
        assertEquals(3, server.count("one.ndjson"));
        assertEquals(file.toString(), archived(run));
    }

    @Test
    void aFileThatChangesBetweenTwoTriesIsNotTaken() {
        twoFiles();
        server.trouble =
                (n, request) -> {
                    if (request.contains("one.ndjson")) {
                        int tries = (int) server.count("one.ndjson");
                        server.files.put("one.ndjson", ONE.replace("P1", "Q" + tries));
                        return tries == 1 ? Wrong.cutAfter(ONE.length() - 20) : null;
                    }
                    return null;
                };
        RunEntry run = sync(bulk(null, Set.of()));
        assertEquals(2, server.count("one.ndjson"));
        assertTrue(run.message().contains("changed while it was read"), run.message());
        assertEquals(0, deliveries());
    }

    /// Every file, cut after every few bytes.
    @Test
    void aFileThatIsCutAnywhereLeavesNothing() throws IOException {
        twoFiles();
        int runs = 0;
        for (String file : List.of("one.ndjson", "two.ndjson")) {
            for (int cut = 0; cut < server.files.get(file).length(); cut += 7) {
                int bytes = cut;
                server.trouble = (n, r) -> r.contains(file) ? Wrong.cutAfter(bytes) : null;
                RunEntry run = sync(bulk(null, Set.of()), QUICK.once(), Cancellation.NONE);
                assertEquals(Status.FAILED, run.status(), file + " " + cut);
                runs++;
            }
        }
        assertEquals(runs, server.count("DELETE"));
        assertTrue(runs > 40, "only " + runs);
        assertEquals(0, deliveries());
        assertEquals(0, rawFiles());
        server.trouble = (n, request) -> null;
        assertEquals(3, sync(bulk(null, Set.of())).rowsLoaded());
    }

    @Test
    void aTokenGoesToAnotherServerOnlyWhereTheFeedAndTheManifestNameIt() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        KeyPair keys = generator.generateKeyPair();
        server.require(keys.getPublic(), clinic.workspace().clock());
        try (var store = new FhirServer()) {
            store.files.put("one.ndjson", ONE);
            String url =
                    store.url("/files/one.ndjson").toString().replace("127.0.0.1", "localhost");
            manifest("{\"type\":\"Patient\",\"url\":\"" + url + "\"}", "");
            RunEntry refused = sync(bulk(auth(keys), Set.of()));
            assertTrue(refused.message().contains("name it under hosts"), refused.message());
            assertEquals(List.of(), store.requests);

            assertEquals(2, sync(bulk(auth(keys), Set.of("localhost"))).rowsLoaded());
            assertEquals(List.of("null"), store.authorizations);

            store.authorizations.clear();
            manifest(
                    "{\"type\":\"Patient\",\"url\":\"" + url + "\"}",
                    ",\"requiresAccessToken\":true");
            store.files.put("one.ndjson", TWO);
            assertEquals(1, sync(bulk(auth(keys), Set.of("localhost"))).rowsLoaded());
            assertTrue(store.authorizations.getFirst().startsWith("Bearer token-"));
        }
    }

    @Test
    void aResourceWhoseTypeComesLateIsKnownAllTheSame() throws IOException {
        server.files.put(
                "one.ndjson",
                "{\"id\":\"P1\",\"text\":{\"div\":\""
                        + "x".repeat(9_000)
                        + "\"},\"name\":[{\"family\":\"Ash\"}],\"resourceType\":\"Patient\"}\n");
        manifest(output("Patient", "one.ndjson", ""), "");
        RunEntry run = sync(bulk(null, Set.of()));
        assertEquals(1, run.rowsLoaded(), run.message());
        assertTrue(archived(run).startsWith("{\"resourceType\":\"Patient\",\"id\":\"P1\""));
    }

    /// A hospital of somebody else's making ends in the tables as its files from a folder do.
    @Test
    void syntheticHospitalsAreReadAsTheirFilesAre() throws IOException {
        Path folder = SharedData.folder("synthea").resolve("fhir");
        var outputs = new StringBuilder();
        for (String type :
                List.of("Organization", "Practitioner", "Patient", "Encounter", "Claim")) {
            server.files.put(type + ".ndjson", Files.readString(folder.resolve(type + ".ndjson")));
            outputs.append(outputs.isEmpty() ? "" : ",").append(output(type, type + ".ndjson", ""));
        }
        manifest(outputs.toString(), "");
        RunEntry run = sync(bulk(null, Set.of()));
        assertEquals(Status.LOADED, run.status(), run.message());
        try (var byFile = new Clinic(temp.resolve("by-file")).on("2025-01-10T00:00:00Z")) {
            List<Feed> feeds =
                    List.of("Organization", "Practitioner", "Patient", "Encounter", "Claim")
                            .stream()
                            .map(type ->
                                    new Feed(
                                            "clinic",
                                            type,
                                            type + ".ndjson",
                                            null,
                                            Feed.LoadType.INCREMENTAL,
                                            false,
                                            null,
                                            true))
                            .toList();
            long rows =
                    new Sync(byFile.workspace())
                                    .run(
                                            new FeedList(feeds, List.of()),
                                            new FolderSource(folder),
                                            false,
                                            Progress.NONE,
                                            Cancellation.NONE)
                                    .stream()
                                    .mapToLong(RunEntry::rowsQuarantined)
                                    .sum();
            assertEquals(rows, run.rowsQuarantined());
            assertEquals(
                    WarehouseDump.currentContent(byFile.workspace()),
                    WarehouseDump.currentContent(clinic.workspace()));
        }
    }
}
