package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

/// Resources by search, over real sockets from the server's pages to the tables.
final class FhirSearchTest extends FhirFixture {
    private String readTo() {
        return clinic.workspace().journal().readTo("clinic/fhir", "_lastUpdated").orElse("");
    }

    @Test
    void pagesAreFollowedToTheEndAndThenOnlyWhatChangedIsAskedFor() throws IOException {
        patients(0, 125);
        FhirSettings settings = search(50, null, "Patient", "Claim?status=active");
        RunEntry first = sync(settings);
        assertEquals(Status.LOADED, first.status(), first.message());
        assertEquals(125, first.rowsLoaded());
        assertEquals(
                List.of(
                        "GET /r4/Patient?_count=50",
                        "GET /r4/Patient?_count=50&from=50",
                        "GET /r4/Patient?_count=50&from=100",
                        "GET /r4/Claim?status=active&_count=50"),
                server.requests);
        assertTrue(readTo().contains("2025-01-01T14:04:00Z"), readTo());

        server.put("Patient", FhirServer.patient("P003", "Ash", "2025-01-05T00:00:00Z"));
        server.put("Patient", FhirServer.patient("P900", "Late", "2025-01-01T13:30:00Z"));
        server.requests.clear();
        RunEntry second = sync(settings);
        // An hour and a minute of overlap, the late one and the changed one.
        assertEquals(61 + 2, second.rowsIn(), second.message());
        assertEquals(2, second.rowsLoaded());
        assertEquals(
                "GET /r4/Patient?_count=50&_lastUpdated=ge2025-01-01T13%3A04%3A00Z",
                server.requests.getFirst());
        assertTrue(clinic.peopleNow().contains("P003 Ash"));
        assertTrue(clinic.peopleNow().contains("P900 Late"));

        assertEquals(0, sync(settings).rowsLoaded());
        assertEquals(Status.UNCHANGED, sync(settings).status());
        assertEquals(3, deliveries());
    }

    @Test
    void aServerThatGivesEtagsIsAskedWithThem() {
        server.etags = true;
        patients(0, 125);
        FhirSettings settings = search(200, null, "Patient");
        sync(settings);
        // Asked from another time on: what it said about everything says nothing of that.
        assertEquals(61, sync(settings).rowsIn());
        RunEntry third = sync(settings);
        assertEquals(Status.UNCHANGED, third.status());
        assertTrue(third.message().contains("HTTP 304"), third.message());
        server.put("Patient", FhirServer.patient("P002", "Ash", "2025-01-05T00:00:00Z"));
        assertEquals(1, sync(settings).rowsLoaded());
    }

    @Test
    void anEtagOfTheFirstOfSeveralPagesIsNotUsed() {
        server.etags = true;
        patients(0, 5);
        server.put("Patient", FhirServer.patient("P9", "Old", "2024-01-01T00:00:00Z"));
        FhirSettings settings = search(2, null, "Patient");
        for (int i = 0; i < 4; i++) {
            assertFalse(sync(settings).message().contains("304"));
        }
        assertEquals(4 * 3, server.requests.size());
    }

    @Test
    void numbersKeepTheirDigitsAndAResourceIsOneLine() throws IOException {
        server.put(
                "Patient",
                """
                {"name": [{"family": "Ash \\"é\\n"}], "extension": [{"valueDecimal": 12.10}, {"valueDecimal": 1e2}], "active": true,
                 "id": "P1", "resourceType": "Patient", "meta": {"lastUpdated": "2025-01-01T07:00:00-05:00", "versionId": "1"}}
                """);
        assertEquals(
                "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Ash \\\"é\\n\"}],\"extension\":[{\"valueDecimal\":12.10},{\"valueDecimal\":1e2}],\"active\":true,\"id\":\"P1\",\"meta\":{\"lastUpdated\":\"2025-01-01T07:00:00-05:00\",\"versionId\":\"1\"}}\n",
                archived(sync(search(50, null, "Patient"))));
        assertTrue(readTo().contains("2025-01-01T12:00:00Z"), readTo());
    }

    @Test
    void whatCannotBeReadGoesToQuarantineAndTheRestLoads() {
        patients(0, 2);
        server.put(
                "Patient",
                "{\"resourceType\":\"Patient\",\"meta\":{\"lastUpdated\":\"2025-01-01T12:00:00Z\"}}");
        RunEntry run = sync(search(50, null, "Patient"));
        assertEquals(2, run.rowsLoaded(), run.message());
        assertEquals(1, run.rowsQuarantined());
        assertEquals(3, clinic.workspace().quarantine().list(null, 10).getFirst().line());
    }

    @Test
    void anUndoneDeliveryIsReadFromTheStartAgain() {
        patients(0, 100);
        FhirSettings settings = search(50, null, "Patient");
        long first = sync(settings).deliveryId().orElseThrow();
        new Sync(clinic.workspace()).undo(first, List.of());
        assertEquals("none", clinic.peopleNow());
        assertEquals(100, sync(settings).rowsLoaded());
    }

    @Test
    void oneResourceFromTheFutureDoesNotHideWhatChangesUntilThen() {
        server.put("Patient", FhirServer.patient("P1", "Typo", "2202-01-01T00:00:00Z"));
        FhirSettings settings = search(50, null, "Patient");
        sync(settings);
        assertTrue(readTo().contains("2025-01-10T00:00:00Z"), readTo());
        server.put("Patient", FhirServer.patient("P2", "Elm", "2025-01-10T00:30:00Z"));
        sync(settings);
        assertEquals("P1 Typo, P2 Elm", clinic.peopleNow());
    }

    @Test
    void aServerThatIsBusyOrBreaksOffIsAskedAgain() {
        patients(0, 30);
        server.trouble =
                (number, request) ->
                        switch (number) {
                            case 1 -> Wrong.status(503, "Retry-After", "1");
                            case 2 -> Wrong.status(500);
                            case 4 -> Wrong.status(429, "Retry-After", "0");
                            case 5 -> Wrong.cutAfter(700);
                            case 7 ->
                                    Wrong.status(302, "Location", "/r4/Patient?_count=10&from=20");
                            default -> null;
                        };
        long begin = System.nanoTime();
        RunEntry run = sync(search(10, null, "Patient"));
        assertEquals(30, run.rowsLoaded(), run.message());
        assertEquals(8, server.requests.size());
        assertTrue(System.nanoTime() - begin >= 1_000_000_000L, "Retry-After was not waited for");
    }

    @Test
    void whatAskingAgainDoesNotHelpIsAskedOnce() {
        patients(0, 3);
        for (int status : List.of(400, 403, 404, 410)) {
            server.requests.clear();
            server.trouble = (number, request) -> Wrong.status(status);
            RunEntry run = sync(search(10, null, "Patient"));
            assertEquals(Status.FAILED, run.status());
            assertTrue(run.message().contains("HTTP " + status), run.message());
            assertEquals(1, server.requests.size());
        }
    }

    @Test
    void pagesThatLeadInACircleAreLeft() {
        server.files.put(
                "Patient",
                "{\"resourceType\":\"Bundle\",\"link\":[{\"relation\":\"next\",\"url\":\"/r4/Patient?from=1\"}]}");
        RunEntry run = sync(search(10, null, "Patient"));
        assertTrue(run.message().contains("in a circle"), run.message());
    }

    @Test
    void aBrokenPageTakesNothingAndTheNextRunBeginsWhereTheLastCompleteOneEnded() {
        patients(0, 50);
        FhirSettings settings = search(10, null, "Patient");
        sync(settings);
        String before = readTo();
        patients(50, 90);
        server.trouble =
                (number, request) -> request.contains("from=20") ? Wrong.cutAfter(500) : null;
        server.requests.clear();
        RunEntry broken = sync(settings);
        assertEquals(Status.FAILED, broken.status());
        assertEquals(3, server.count("from=20"), "the fault did not fire three times");
        assertFalse(broken.message().contains(CANARY), broken.message());
        assertEquals(before, readTo());
        assertEquals(1, deliveries());
        server.trouble = (number, request) -> null;
        assertEquals(40, sync(settings).rowsLoaded());
    }

    /// Every page, cut at many places: what came before the cut is never taken.
    @Test
    void aConnectionThatIsCutAnywhereLeavesNothing() throws IOException {
        patients(0, 9);
        FhirSettings settings = search(3, null, "Patient");
        var fired = new int[1];
        int runs = 0;
        for (int page = 1; page <= 3; page++) {
            for (int cut = 0; cut < 500; cut += 40) {
                int number = page;
                int bytes = cut;
                server.requests.clear();
                server.trouble =
                        (n, request) -> {
                            if (n != number) {
                                return null;
                            }
                            fired[0]++;
                            return Wrong.cutAfter(bytes);
                        };
                RunEntry run = sync(settings, QUICK.once(), Cancellation.NONE);
                assertEquals(Status.FAILED, run.status(), page + " " + cut);
                runs++;
            }
        }
        assertEquals(runs, fired[0]);
        assertEquals(39, runs);
        assertEquals(0, deliveries());
        assertEquals(0, rawFiles());
        server.trouble = (n, request) -> null;
        assertEquals(9, sync(settings).rowsLoaded());
    }

    @Test
    void aCancelledReadTakesNothing() {
        patients(0, 50);
        FhirSettings settings = search(10, null, "Patient");
        RunEntry run = sync(settings, QUICK, () -> server.requests.size() >= 3);
        assertEquals(Status.FAILED, run.status());
        assertTrue(run.message().contains("cancelled"), run.message());
        assertTrue(server.requests.size() < 5, server.requests.toString());
        assertEquals(0, deliveries());
    }

    @Test
    void cancellingEndsTheWaitForABusyServer() {
        patients(0, 5);
        server.trouble = (number, request) -> Wrong.status(503, "Retry-After", "250");
        long begin = System.nanoTime();
        RunEntry run = sync(search(10, null, "Patient"), QUICK, () -> !server.requests.isEmpty());
        assertTrue(run.message().contains("cancelled"), run.message());
        assertTrue(System.nanoTime() - begin < 20_000_000_000L);
    }

    @Test
    void aPageThatIsTooMuchIsRefused() {
        patients(0, 50);
        FhirSettings usual = search(50, null, "Patient");
        var small =
                new FhirSettings(
                        usual.url(),
                        usual.mode(),
                        usual.resources(),
                        "",
                        10,
                        usual.overlap(),
                        usual.timeout(),
                        usual.patience(),
                        2_000,
                        Set.of(),
                        null);
        RunEntry run = sync(small);
        assertEquals(Status.FAILED, run.status());
        assertTrue(run.message().contains("2000 bytes"), run.message());
    }

    /// Somebody else's pages end in the tables as the same file from a folder does.
    @Test
    void aRealServersPageIsReadAsItsFileIs() throws IOException {
        Path file = SharedData.folder("fhir-bfd").resolve("eobByPatientIdPaged.json");
        server.files.put("ExplanationOfBenefit", Files.readString(file));
        RunEntry run = sync(search(10, null, "ExplanationOfBenefit"));
        assertEquals(Status.LOADED, run.status(), run.message());
        assertTrue(run.rowsLoaded() > 10, run.message());
        try (var byFile = new Clinic(temp.resolve("by-file")).on("2025-01-10T00:00:00Z")) {
            new Sync(byFile.workspace())
                    .run(
                            new FeedList(
                                    List.of(
                                            new Feed(
                                                    "clinic",
                                                    "fhir",
                                                    "eobByPatientIdPaged.json",
                                                    null,
                                                    Feed.LoadType.INCREMENTAL,
                                                    false,
                                                    null,
                                                    true)),
                                    List.of()),
                            new FolderSource(file.getParent()),
                            false,
                            Progress.NONE,
                            Cancellation.NONE);
            Map<String, String> expected = WarehouseDump.currentContent(byFile.workspace());
            assertEquals(expected, WarehouseDump.currentContent(clinic.workspace()));
        }
    }
}
