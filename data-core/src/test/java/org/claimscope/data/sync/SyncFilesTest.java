package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.claimscope.data.cache.QuarantineItem;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.model.Entity;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.testing.Clinic;
import org.claimscope.data.testing.TwoDays;
import org.claimscope.data.testing.WarehouseDump;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files as they come: the same rows in other clothes, files that are something else, single bad
/// records.
final class SyncFilesTest {
    private static final String PEOPLE =
            "id,name,changed\nP1,Ash,2024-01-01\nP2,\"Birch, née Elm\",2024-01-02\nP3,Cedar,2024-01-03\n";

    @TempDir Path temp;
    private Path data;
    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        data = Files.createDirectories(temp.resolve("data"));
        workspace =
                Workspace.create(temp.resolve("w"), new Credentials.None(), TwoDays.CLOCK, "test");
    }

    @AfterEach
    void everythingIsGivenBack() {
        assertEquals(0, workspace.arrowBytes());
        workspace.close();
    }

    private List<RunEntry> sync(String table, String pattern) {
        return new Sync(workspace)
                .run(
                        new FeedList(
                                List.of(
                                        new Feed(
                                                "clinic",
                                                table,
                                                pattern,
                                                null,
                                                Feed.LoadType.INCREMENTAL,
                                                false,
                                                null,
                                                true)),
                                Clinic.PROFILES),
                        new FolderSource(data),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
    }

    private RunEntry people(byte[] file) throws IOException {
        Files.write(data.resolve("people.csv"), file);
        return sync("people", "people.csv").getFirst();
    }

    private RunEntry people(String file) throws IOException {
        return people(file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSameRowsInOtherClothesAreNoNews() throws IOException {
        RunEntry first = people(PEOPLE);
        assertEquals(3, first.rowsLoaded());
        byte[] mark = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
        byte[] plain = PEOPLE.getBytes(StandardCharsets.UTF_8);
        byte[] marked = new byte[plain.length + 3];
        System.arraycopy(mark, 0, marked, 0, 3);
        System.arraycopy(plain, 0, marked, 3, plain.length);
        var clothes =
                Map.of(
                        "CRLF", PEOPLE.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                        "CR", PEOPLE.replace("\n", "\r").getBytes(StandardCharsets.UTF_8),
                        "mark", marked,
                        "no final line end", PEOPLE.strip().getBytes(StandardCharsets.UTF_8),
                        "UTF-16LE", ("\uFEFF" + PEOPLE).getBytes(StandardCharsets.UTF_16LE),
                        "UTF-16BE", PEOPLE.getBytes(StandardCharsets.UTF_16BE),
                        "windows-1252", PEOPLE.getBytes(Charset.forName("windows-1252")),
                        "spaces",
                                PEOPLE.replace(",2024", " , 2024").getBytes(StandardCharsets.UTF_8),
                        "times",
                                PEOPLE.replace("-01-01", "-01-01T09:30:00")
                                        .getBytes(StandardCharsets.UTF_8));
        for (var worn : clothes.entrySet()) {
            RunEntry run = people(worn.getValue());
            assertEquals(
                    RunEntry.Status.LOADED, run.status(), worn.getKey() + ": " + run.message());
            assertEquals(0, run.rowsLoaded(), worn.getKey());
            assertEquals(3, run.rowsUnchanged(), worn.getKey());
            assertEquals(first.contentHash(), run.contentHash(), worn.getKey());
            // And once more the same bytes.
            assertEquals(RunEntry.Status.UNCHANGED, people(worn.getValue()).status());
        }
    }

    @Test
    void theSameRowsInAnotherOrderGiveTheSameContentSum() throws IOException {
        String sum = people(PEOPLE).contentHash();
        var lines = new java.util.ArrayList<>(PEOPLE.lines().toList());
        lines.add(1, lines.removeLast());
        RunEntry turned = people(String.join("\n", lines));
        assertEquals(sum, turned.contentHash());
        assertEquals(0, turned.rowsLoaded());
        assertTrue(!sum.equals(people(PEOPLE.replace("Ash", "Asp")).contentHash()));
    }

    @Test
    void filesThatAreSomethingElseAreRefusedWithTheReasonAndNoRow() throws IOException {
        var others =
                Map.of(
                        "git-lfs-pointer",
                                "version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 2\n"
                                        .getBytes(StandardCharsets.UTF_8),
                        "tuples",
                                "('P1', 'Ash')\r\n('P2', 'Birch')\r\n"
                                        .getBytes(StandardCharsets.UTF_16LE),
                        "zip", "PK\u0003\u0004 sheet".getBytes(StandardCharsets.UTF_8),
                        "x12", "ISA*00*          *00*".getBytes(StandardCharsets.UTF_8),
                        "json", "[{\"id\":\"P1\"}]".getBytes(StandardCharsets.UTF_8),
                        "empty", "\r\n".getBytes(StandardCharsets.UTF_8),
                        "misses the columns", "id,nom\nP1,Ash\n".getBytes(StandardCharsets.UTF_8));
        for (var other : others.entrySet()) {
            RunEntry run = people(other.getValue());
            assertEquals(RunEntry.Status.REFUSED, run.status(), other.getKey());
            assertTrue(run.message().contains(other.getKey()), run.message());
            assertEquals(0, run.rowsIn(), other.getKey());
        }
        assertEquals(List.of(), workspace.journal().deliveries());
        Files.delete(data.resolve("people.csv"));
        assertEquals(RunEntry.Status.ABSENT, sync("people", "people.csv").getFirst().status());
    }

    @Test
    void aBrokenMessageUnderACsvNameIsReadAsWhatItIsAndHeld() throws IOException {
        RunEntry run = people("MSH|^~\\&|A|B\rPID|1\r".getBytes(StandardCharsets.UTF_8));
        assertEquals(RunEntry.Status.LOADED, run.status(), run.message());
        assertEquals(0, run.rowsLoaded());
        assertEquals(1, run.rowsQuarantined());
    }

    @Test
    void everyBadRecordIsInQuarantineWithPlaceAndReasonAndTheOthersAreTaken() throws IOException {
        RunEntry run =
                people(
                        "id,name,changed\n" // line 1
                                + "P1,Ash,2024-01-01\n"
                                + "P2,Birch\n"
                                + ",Cedar,2024-01-01\n"
                                + "P4,\"two\nlines\",2025-02-29\n"
                                + "P5,Elm,2024-01-01,more\n"
                                + "P6,\"Fir,2024-01-01\n"
                                + "P7,Gum,2024-02-29\n");
        assertEquals(2, run.rowsLoaded());
        assertEquals(5, run.rowsQuarantined());
        assertEquals(7, run.rowsIn());
        assertEquals(
                List.of(
                        "3  COLUMN_COUNT",
                        "4 id MISSING_VALUE",
                        "5 changed NOT_A_DATE",
                        "7  COLUMN_COUNT",
                        "8  UNCLOSED_QUOTE"),
                workspace.quarantine().list(QuarantineItem.Status.OPEN, 10).stream()
                        .map(q -> q.line() + " " + q.column() + " " + q.reason())
                        .toList());
    }

    @Test
    void aFeedGoesOnAfterAHugeOrUnreadableRecord() throws IOException {
        byte[] text =
                ("id,name,changed\nP1,"
                                + "x".repeat(2_000_000)
                                + ",2024-01-01\nP2,Ash,2024-01-01\nP3,Z\n")
                        .getBytes(StandardCharsets.UTF_8);
        // Not UTF-8, beyond the part that is looked at.
        text[text.length - 2] = (byte) 0xe9;
        RunEntry run = people(text);
        assertEquals(RunEntry.Status.LOADED, run.status(), run.message());
        assertEquals(1, run.rowsLoaded());
        assertEquals(2, run.rowsQuarantined());
        assertEquals("TOO_LONG", workspace.quarantine().list(null, 10).getFirst().reason());
        assertTrue(workspace.quarantine().list(null, 10).getFirst().original().length <= 1 << 20);
    }

    @Test
    void sumsBeyondOneColumnsRangeDoNotStopAFeed() throws IOException {
        var text = new StringBuilder("id,billed\n");
        for (int i = 0; i < 300; i++) {
            text.append('T').append(i).append(",99999999999999.99\n");
        }
        text.append("BAD,100000000000000.00\nWORSE,1e17\n");
        Files.writeString(data.resolve("ledger.csv"), text);
        RunEntry run = sync("ledger", "ledger.csv").getFirst();
        assertEquals(300, run.rowsLoaded());
        assertEquals(2, run.rowsQuarantined());
        assertEquals(new BigDecimal("29999999999999997.00"), run.billed());
        assertEquals(
                new BigDecimal("29999999999999997.00"),
                workspace.journal().runs(1).getFirst().billed());
    }

    @Test
    void hundredsOfUnmappedColumnsAreToldAndDoNotStopAFeed() throws IOException {
        var header = new StringBuilder("id,name,changed");
        var row = new StringBuilder("P1,Ash,2024-01-01");
        for (int i = 0; i < 700; i++) {
            header.append(",extra_column_").append(i);
            row.append(",1");
        }
        RunEntry run = people(header + "\n" + row + "\n");
        assertEquals(1, run.rowsLoaded());
        assertTrue(
                workspace
                        .journal()
                        .runs(1)
                        .getFirst()
                        .message()
                        .startsWith("columns not mapped: extra_column_0"));
    }

    @Test
    void aFileAndItsLaterPartsAreTakenInOrderAndLaterWins() throws IOException {
        Files.writeString(data.resolve("people.csv"), "id,name,changed\nP1,Ash,2024-01-01\n");
        Files.writeString(
                data.resolve("people-live-000001.csv"), "id,name,changed\nP1,Birch,2024-02-01\n");
        Files.writeString(
                data.resolve("people-live-000002.csv"), "id,name,changed\nP1,Cedar,2024-03-01\n");
        assertEquals(3, sync("people", "people*.csv").size());
        assertEquals(
                "Cedar",
                WarehouseDump.text(
                        workspace,
                        Entity.PATIENT,
                        "select last_name from patient where valid_to = date '9999-12-31'"));
    }

    @Test
    void packedFilesAreFoundAndBrokenOnesFailAlone() throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(data.resolve("people.csv.gz")))) {
            out.write(PEOPLE.getBytes(StandardCharsets.UTF_8));
        }
        byte[] good = Files.readAllBytes(data.resolve("people.csv.gz"));
        assertEquals(3, sync("people", "**/people.csv").getFirst().rowsLoaded());
        Files.write(data.resolve("people.csv.gz"), java.util.Arrays.copyOf(good, good.length - 12));
        RunEntry cut = sync("people", "people.csv").getFirst();
        assertEquals(RunEntry.Status.FAILED, cut.status());
        Files.writeString(data.resolve("people.csv.gz"), "no gzip at all");
        assertEquals(RunEntry.Status.REFUSED, sync("people", "people.csv").getFirst().status());
        Files.write(data.resolve("people.csv.gz"), good);
        assertEquals(RunEntry.Status.UNCHANGED, sync("people", "people.csv").getFirst().status());
    }

    @Test
    void aCancelledSyncTakesNothing() throws IOException {
        var text = new StringBuilder("id,name,changed\n");
        for (int i = 0; i < 20_000; i++) {
            text.append('P').append(i).append(",Ash,2024-01-01\n");
        }
        Files.writeString(data.resolve("people.csv"), text);
        var asked = new int[1];
        List<RunEntry> runs =
                new Sync(workspace)
                        .run(
                                new FeedList(
                                        List.of(
                                                new Feed(
                                                        "clinic",
                                                        "people",
                                                        "people.csv",
                                                        null,
                                                        Feed.LoadType.INCREMENTAL,
                                                        false,
                                                        null,
                                                        true)),
                                        Clinic.PROFILES),
                                new FolderSource(data),
                                false,
                                Progress.NONE,
                                () -> ++asked[0] > 4);
        assertEquals(RunEntry.Status.FAILED, runs.getFirst().status());
        assertTrue(runs.getFirst().message().contains("cancelled"));
        assertTrue(asked[0] > 4);
        assertEquals(List.of(), workspace.journal().deliveries());
        assertEquals(20_000, sync("people", "people.csv").getFirst().rowsLoaded());
    }

    @Test
    void equalRecordsInQuarantineAreBothSettledByTheSameCorrection() throws IOException {
        people("id,name,changed\nP1,Ash,someday\nP1,Ash,someday\n");
        List<QuarantineItem> open = workspace.quarantine().list(QuarantineItem.Status.OPEN, 10);
        assertEquals(2, open.size());
        for (QuarantineItem item : open) {
            new Reprocessing(workspace)
                    .run(item.id(), Map.of("changed", "2024-01-01"), Clinic.PROFILES);
        }
        assertEquals(0, workspace.quarantine().open());
        assertEquals(
                "1", WarehouseDump.text(workspace, Entity.PATIENT, "select count(*) from patient"));
    }
}
