package org.claimscope.data.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.claimscope.data.DataCore;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.identity.Candidate.Agreement;
import org.claimscope.data.identity.Candidate.Mark;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.MetricQuery.Filter;
import org.claimscope.data.query.Person;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.Feed;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fourteen numbers, the bits of each pair added up by hand.
final class IdentitiesTest {
    private static final Profile PROFILE =
            Profile.parse(
                    "hand",
                    """
                    profile: hand
                    version: 1
                    tables:
                      - table: patients
                        entity: patient
                        fields: {id: id, first_name: first, last_name: last, ssn: ssn, phone: phone,
                                 sex: sex, birth_date: born, address: address, postal_code: zip}
                      - table: visits
                        entity: encounter
                        fields: {id: id, patient_id: patient, service_date: served}
                    """);
    private static final String PATIENTS =
            """
            id,first,last,ssn,phone,sex,born,address,zip
            A1,Ann,Ash,123-45-6780,555-867-5309,F,1962-03-04,1 Elm St,10001
            A2,Anne,Ash,123456780,,F,1962-03-04,9 Oak Ave,20002
            B1,Bea,Birch,,(555) 111-2222,F,1970-05-06,2 Elm St,10001
            B2,Bea,Berg,,555-111-2222,F,1970-05-06,,
            C1,Cal,Cedar,,555-222-3333,M,2020-01-02,3 Elm St,10001
            C2,Cy,Cedar,,555-222-3333,M,2020-01-02,3 Elm St,10001
            D1,Dan,Dogwood,,,M,1950-01-02,4 Elm St,10001
            D2,Dan,Dogwood,,,M,1980-07-08,4 Elm St,10001
            E1,Eve,Elder,999-99-9999,,F,1990-01-01,,
            E2,Ed,Erle,999-99-9999,,M,1991-02-02,,
            F1,Flo,Fir,,,F,1988-03-12,,
            F2,Flo,Fir,,,F,1988-12-03,,30003
            G1,Gus,Gum,111-22-3334,555-444-0000,M,1955-09-09,5 Elm St,10001
            G2,Gus,Gum,999-88-7776,555-444-1111,M,1955-09-09,6 Oak Ave,20002
            """;
    private static final String VISITS =
            """
            id,patient,served
            V1,A1,2025-05-01
            V2,A2,2025-05-02
            V3,A2,2025-05-03
            V4,B1,2025-05-04
            """;

    @TempDir Path temp;
    private DataCore core;

    @BeforeEach
    void open() throws IOException {
        core =
                DataCore.create(
                        temp.resolve("w"),
                        new Credentials.None(),
                        Clock.fixed(Instant.parse("2025-06-30T12:00:00Z"), ZoneOffset.UTC),
                        "test");
        sync(PATIENTS);
    }

    @AfterEach
    void close() {
        assertEquals(0, core.workspace().arrowBytes());
        core.close();
    }

    private void sync(String patients) throws IOException {
        Files.writeString(temp.resolve("patients.csv"), patients);
        Files.writeString(temp.resolve("visits.csv"), VISITS);
        core.sync()
                .run(
                        new FeedList(List.of(feed("patients"), feed("visits")), List.of(PROFILE)),
                        new FolderSource(temp),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
    }

    private static Feed feed(String table) {
        return new Feed(
                "hos", table, table + ".csv", null, Feed.LoadType.INCREMENTAL, false, null, true);
    }

    private Candidate pair(String one, String other) {
        return core.identities().queue().stream()
                .filter(c -> c.one().equals(one) && c.other().equals(other))
                .findFirst()
                .orElseThrow();
    }

    private String count(String kpi, Filter... filters) {
        try (Frame frame = core.query().run(MetricQuery.of(kpi).where(filters))) {
            return String.valueOf(frame.number(kpi, 0));
        }
    }

    @Test
    void whatSpeaksForOnePersonIsWeighed() {
        var bits = new TreeMap<String, Integer>();
        core.identities().queue().forEach(c -> bits.put(c.one() + c.other(), c.bits()));
        assertEquals(
                new TreeMap<>(
                        java.util.Map.of(
                                // 17 ssn, 12 born, 7 last, 4 first alike, 1 sex, 0 no phone, -1
                                // address, -2 postal code
                                "A1A2", 38,
                                // 12 born, -5 last, 6 first, 1 sex, 9 phone
                                "B1B2", 23)),
                bits);
        // Not asked about: C are twins (12 + 7 - 6 + 1 + 9 + 8 - 12 = 19), D father and son (-6 + 7
        // + 6 + 1
        // + 8 = 16), E share a number that clerks type, F have only a name and an exchanged day (5
        // + 7 + 6 + 1 = 19), G contradict each other (-6 + 12 + 7 + 6 + 1 - 1 - 1 - 2 = 16).
        Candidate certain = pair("A1", "A2");
        assertTrue(certain.certain());
        assertEquals("hos/A2", certain.keepsKey());
        assertTrue(certain.is(Mark.FIRST_NAME, Agreement.ALIKE));
        assertTrue(certain.is(Mark.PHONE, Agreement.UNKNOWN));
        assertFalse(pair("B1", "B2").certain());
    }

    @Test
    void aMergedNumberIsOnePersonEverywhereUntilItIsTakenBack() throws IOException {
        assertEquals("3", count("patient_count"));
        Candidate pair = pair("A1", "A2");
        var run = core.identities().merge(pair, "hos/A2", "same card");
        for (int again = 0; again < 2; again++) {
            assertEquals("2", count("patient_count"));
            assertEquals("3", count("encounter_count", Filter.is(Dimension.PATIENT, "hos/A2")));
            assertEquals("3", count("encounter_count", Filter.is(Dimension.PATIENT, "hos/A1")));
            assertEquals("3", count("encounter_count", Filter.is(Dimension.PATIENT, "A1")));
            Person person = core.query().person("hos/A1").orElseThrow();
            assertEquals("hos/A2", person.key());
            assertEquals(List.of("••••A1"), person.merged());
            assertEquals("A••••, A••••", person.name());
            assertEquals(1, core.identities().queue().size());
            // Tonight's extract of patients does not know of it, and does not take it back.
            sync(PATIENTS.replace("9 Oak Ave", "10 Oak Ave"));
        }
        assertEquals(1, core.identities().merges().size());
        core.sync().undo(run.deliveryId().orElseThrow(), List.of(PROFILE));
        assertEquals("3", count("patient_count"));
        assertEquals("1", count("encounter_count", Filter.is(Dimension.PATIENT, "hos/A1")));
        assertEquals(2, core.identities().queue().size());
        assertEquals(List.of(), core.identities().merges());
    }

    @Test
    void chainsAreFollowedToTheirEndAndCirclesAreNot() {
        var merge = core.identities();
        merge.merge(link("A1", "B1"), "hos/B1", "chain");
        merge.merge(link("A2", "B1"), "hos/A2", "chain");
        assertEquals("1", count("patient_count"));
        assertEquals("4", count("encounter_count", Filter.is(Dimension.PATIENT, "A1")));
        merge.merge(link("A1", "A2"), "hos/A1", "a circle");
        assertEquals("3", count("patient_count"));
        assertEquals(Optional.of("hos/A1"), core.query().person("hos/A1").map(Person::key));
    }

    private static Candidate link(String one, String other) {
        return new Candidate(
                "hos", one, other, 20, 0, 0, java.util.Map.of(Mark.SEX, Agreement.SAME));
    }

    @Test
    void aPairOfTwoPeopleIsNotAskedAboutAgain() {
        Candidate pair = pair("B1", "B2");
        core.identities().apart(pair, "cousins");
        assertEquals(1, core.identities().queue().size());
        assertThrows(ClaimscopeException.class, () -> core.identities().open(pair.code()));
        core.identities().reopen(pair.code(), "a mistake");
        assertEquals(pair, core.identities().open(pair.code()));
        assertThrows(
                ClaimscopeException.class, () -> core.identities().reopen(pair.code(), "twice"));
        assertThrows(
                ClaimscopeException.class,
                () -> core.identities().merge(pair, "hos/A1", "not of the pair"));
    }

    @Test
    void numbersWithSignsOfTheMessageAreMergedToo() throws IOException {
        sync(
                """
                id,first,last,ssn,phone,sex,born,address,zip
                H|1^x&y~z\\,Hal,Holly,,555-888-9999,M,1940-01-01,,
                H2@LAB,Hal,Holly,,555-888-9999,M,1940-01-01,,
                """);
        Candidate pair = pair("H2@LAB", "H|1^x&y~z\\");
        core.identities().merge(pair, "hos/H|1^x&y~z\\", "same");
        assertEquals(
                "hos/H|1^x&y~z\\", core.query().person("hos/H2@LAB").map(Person::key).orElse(""));
    }
}
