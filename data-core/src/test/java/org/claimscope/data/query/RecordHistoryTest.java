package org.claimscope.data.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.model.Entity;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.query.Lineage.Version;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.Feed;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a record was from which day on, who told it, and the bytes that did.
final class RecordHistoryTest {
    private static final Profile PROFILE =
            Profile.parse(
                    "hand",
                    """
                    profile: hand
                    version: 1
                    tables:
                      - table: patients
                        entity: patient
                        fields: {id: id, first_name: first, last_name: last, phone: phone, birth_date: born, city: city, modified_date: modified}
                    """);
    private static final String HEADER = "id,first,last,phone,born,city,modified\n";

    @TempDir Path temp;
    private DataCore core;

    @BeforeEach
    void open() {
        core =
                DataCore.create(
                        temp.resolve("w"),
                        new Credentials.None(),
                        Clock.fixed(Instant.parse("2025-06-30T12:00:00Z"), ZoneOffset.UTC),
                        "test");
    }

    @AfterEach
    void close() {
        assertEquals(0, core.workspace().arrowBytes());
        core.close();
    }

    private void take(String name, byte[] content, boolean full) throws IOException {
        Files.write(temp.resolve(name), content);
        List<RunEntry> runs =
                core.sync()
                        .run(
                                new FeedList(
                                        List.of(
                                                new Feed(
                                                        "hos",
                                                        "patients",
                                                        name,
                                                        null,
                                                        full
                                                                ? Feed.LoadType.FULL
                                                                : Feed.LoadType.INCREMENTAL,
                                                        full,
                                                        null,
                                                        true)),
                                        List.of(PROFILE)),
                                new FolderSource(temp),
                                false,
                                Progress.NONE,
                                Cancellation.NONE);
        assertEquals(List.of(RunEntry.Status.LOADED), runs.stream().map(RunEntry::status).toList());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> words(Version version) {
        return version.changes().stream()
                .map(c -> c.field() + " " + c.before() + ">" + c.after())
                .toList();
    }

    @Test
    void aPatientThatMovedHasTwoVersionsEachWithItsDelivery() throws IOException {
        take("a.csv", utf8(HEADER + "1,Ann,Ash,555-0001,1962-03-04,Troy,2025-01-05\n"), false);
        take(
                "b.csv",
                utf8(
                        HEADER
                                + "2,\"Be\na\",Birch,,,Rome,2025-02-03\n"
                                + "1,Amy,Ash,555-0002,1962-03-05,Rome,2025-02-03\n"),
                false);
        List<Version> versions = core.lineage().history(Entity.PATIENT, "hos/1");
        assertEquals(2, versions.size());
        assertEquals(Optional.empty(), versions.getFirst().from());
        assertEquals(
                List.of(
                        "first_name >A••••",
                        "last_name >A••••",
                        "phone >••••0001",
                        "birth_date >••/••/1962",
                        "city >Troy",
                        "modified_date >2025-01-05"),
                words(versions.getFirst()));
        assertEquals(Optional.of(LocalDate.of(2025, 2, 3)), versions.get(1).from());
        // That the name and the day of birth changed is told, not from what to what.
        assertEquals(
                List.of(
                        "first_name A••••>A••••",
                        "phone ••••0001>••••0002",
                        "birth_date ••/••/1962>••/••/1962",
                        "city Troy>Rome",
                        "modified_date 2025-01-05>2025-02-03"),
                words(versions.get(1)));
        Lineage.Origin origin = versions.get(1).origin();
        assertEquals("b.csv", origin.delivery().fileName());
        // The record before it goes over two lines.
        assertEquals(4, origin.line());
        Lineage.Sent sent = core.lineage().bytes(origin, "a test");
        assertEquals(HEADER.strip(), sent.before());
        assertEquals("1,Amy,Ash,555-0002,1962-03-05,Rome,2025-02-03", sent.record());
        assertEquals(
                "2,\"Be\na\",Birch,,,Rome,2025-02-03",
                core.lineage().bytes(core.lineage().of("patient", "hos/2"), "a test").record());
        assertEquals("a.csv", versions.getFirst().origin().delivery().fileName());
    }

    /// A merge and a visit: numbers of people, visits and papers, and where somebody lives.
    @Test
    void whatLeadsToAPersonIsMaskedInEveryTable() throws IOException {
        String merge = "MSH|^~\\&|A|B|||20250301||ADT^A40|1|P|2.5\rPID|1||MRN-2222\rMRG|MRN-1111\r";
        String visit =
                "MSH|^~\\&|A|B|||20250302||ADT^A04|2|P|2.5\rPID|1||MRN-2222||Ash^Ann||||||1 Elm St^^Troy^NY^10001\rPV1|1|O|||||||||||||||||VISIT-3333\r";
        Files.writeString(temp.resolve("m.hl7"), merge + visit);
        core.sync()
                .run(
                        new FeedList(
                                List.of(
                                        new Feed(
                                                "hos",
                                                "adt",
                                                "m.hl7",
                                                null,
                                                Feed.LoadType.INCREMENTAL,
                                                false,
                                                null,
                                                true)),
                                List.of()),
                        new FolderSource(temp),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
        assertEquals(
                List.of("merged_into >••••2222", "modified_date >2025-03-01"),
                words(core.lineage().history(Entity.PATIENT, "hos/MRN-1111").getFirst()));
        String all =
                words(core.lineage().history(Entity.PATIENT, "hos/MRN-2222").getLast()).toString()
                        + words(
                                core.lineage()
                                        .history(Entity.ENCOUNTER, "hos/VISIT-3333")
                                        .getFirst());
        assertTrue(all.contains("address >••••,") && all.contains("postal_code >••••,"), all);
        assertTrue(all.contains("patient_id >••••2222"), all);
        for (String told : List.of("MRN-", "Elm", "10001", "Ash")) {
            assertFalse(all.contains(told), told + " in " + all);
        }
    }

    @Test
    void aRecordThatAFullDeliveryLacksWasSentByNobody() throws IOException {
        take("a.csv", utf8(HEADER + "1,Ann,Ash,,,Troy,\n2,Bea,Birch,,,Rome,\n"), true);
        take("b.csv", utf8(HEADER + "2,Bea,Birch,,,Rome,\n"), true);
        List<Version> versions = core.lineage().history(Entity.PATIENT, "hos/1");
        Version last = versions.getLast();
        assertTrue(last.closed());
        assertEquals(0, last.origin().line());
        assertEquals("", core.lineage().bytes(last.origin(), "a test").record());
    }

    @Test
    void bytesOfAnotherCharacterSetAreReadAsTheyWere() throws IOException {
        take(
                "a.csv",
                (HEADER + "1,René,Müller,,,Nîmes,\n").getBytes(Charset.forName("windows-1252")),
                false);
        Lineage.Origin origin = core.lineage().of("patient", "hos/1");
        assertEquals("1,René,Müller,,,Nîmes,", core.lineage().bytes(origin, "a test").record());
    }

    @Test
    void whoAsksForNobodyIsToldSo() throws IOException {
        take("a.csv", utf8(HEADER + "1,Ann,Ash,,,Troy,\n"), false);
        assertThrows(
                ClaimscopeException.class, () -> core.lineage().history(Entity.PATIENT, "hos/9"));
        assertThrows(
                ClaimscopeException.class, () -> core.lineage().history(Entity.PATIENT, "nobody"));
    }
}
