package org.claimscope.data.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.claimscope.data.DataCore;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.query.MetricQuery.Filter;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.Feed;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Seven claims and one patient, added up by hand.
final class RowsAndPeopleTest {
    private static final String CLAIMS =
            """
            claim_id,patient_id,submitted_date,adjudicated_date,billed,paid,claim_status,frequency_code,denial_group_code,denial_carc,denied
            C-0001,MRN-00012345,2025-05-01,2025-06-02,100.00,0,Denied,1,CO,197,100.00
            C-0002,MRN-00012345,2025-05-01,2025-06-03,50.00,0,Denied,1,CO,18,50.00
            C-0003,MRN-00012345,2025-05-01,2025-06-04,90.00,70.00,Paid,1,CO,16,20.00
            C-0004,MRN-00012345,2025-05-01,,75.00,0,Pending,1,,,
            C-0005,MRN-00012345,2025-05-01,2025-06-05,30.00,0,Denied,7,CO,197,30.00
            C-0006,MRN-00012345,2025-05-01,2025-06-06,60.00,60.00,Paid,1,,,0.00
            C-0007,MRN-00012345,2025-05-01,2025-07-06,40.00,0,Denied,1,CO,197,40.00
            """;
    private static final Profile PROFILE =
            Profile.parse(
                    "hand",
                    """
                    profile: hand
                    version: 1
                    tables:
                      - table: patients
                        entity: patient
                        fields: {id: patient_id, first_name: first_name, last_name: last_name, ssn: ssn, phone: phone,
                                 sex: sex, birth_date: birth_date, city: city, state: state}
                      - table: claims
                        entity: claim
                        fields: {id: claim_id, patient_id: patient_id, submitted_date: submitted_date,
                                 adjudicated_date: adjudicated_date, billed: billed, paid: paid,
                                 claim_status: claim_status, frequency_code: frequency_code,
                                 group_code: denial_group_code, carc: denial_carc, denied: denied}
                    """);
    private static final String PATIENTS =
            """
            patient_id,first_name,last_name,ssn,phone,sex,birth_date,city,state
            MRN-00012345,Ann,Testcase,123-45-6789,555-867-5309,F,1962-03-04,Larkfield,IL
            """;

    @TempDir Path temp;
    private DataCore core;

    @BeforeEach
    void sync() {
        core =
                DataCore.create(
                        temp.resolve("w"), new Credentials.None(), Clock.systemUTC(), "test");
        core.sync()
                .run(
                        new FeedList(
                                List.of(feed("patients", PATIENTS), feed("claims", CLAIMS)),
                                List.of(PROFILE)),
                        new FolderSource(temp),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
    }

    private static Feed feed(String table, String rows) {
        return new Feed("x", table, null, rows, Feed.LoadType.INCREMENTAL, false, null, true);
    }

    @AfterEach
    void close() {
        assertEquals(0, core.workspace().arrowBytes());
        core.close();
    }

    private static MetricQuery june(String measure) {
        return MetricQuery.of(measure)
                .between(java.time.LocalDate.of(2025, 6, 1), java.time.LocalDate.of(2025, 6, 30));
    }

    /// C-0001 and the denied part of C-0003; not the duplicate, the replacement, or July.
    @Test
    void deniedDollarsAreThoseOfFirstDenials() {
        try (Frame f = core.query().run(june("denied_amount"))) {
            assertEquals(0, new BigDecimal("120.00").compareTo(f.number("denied_amount", 0)));
        }
        try (Frame f = core.query().run(june("denial_rate"))) {
            assertEquals(2, f.real("denial_rate_numerator", 0));
            assertEquals(3, f.real("denial_rate_denominator", 0));
        }
    }

    @Test
    void rowsAreCountedAndSummedBeyondTheLimitAndMasked() {
        try (Frame f = core.query().rows(june("denied_amount"), false, RowOrder.LARGEST, 1)) {
            assertEquals(1, f.rowCount());
            assertEquals(2, f.real("all_rows", 0));
            assertEquals(120.0, f.real("all_sum", 0));
            assertEquals(100.0, f.real("row_value", 0));
            assertEquals("••••0001", f.text("row_claim", 0));
            assertEquals("x/C-0001", f.text("row_claim_key", 0));
            assertEquals("••••2345", f.text("row_patient", 0));
        }
        try (Frame f = core.query().rows(june("denial_rate"), true, RowOrder.OLDEST, 0)) {
            assertEquals(3, f.rowCount());
            assertEquals("••••0001", f.text("row_claim", 0));
        }
    }

    @Test
    void aClaimIsFoundByItsWholeNumberOrItsLastDigits() {
        MetricQuery all = MetricQuery.of("claim_count");
        try (Frame whole =
                        core.query()
                                .rows(
                                        all.where(Filter.is(Dimension.CLAIM, "C-0006")),
                                        false,
                                        RowOrder.NEWEST,
                                        5);
                Frame part =
                        core.query()
                                .rows(
                                        all.where(
                                                new Filter(
                                                        Dimension.CLAIM,
                                                        MetricQuery.Op.CONTAINS,
                                                        List.of("0006"))),
                                        false,
                                        RowOrder.NEWEST,
                                        5)) {
            assertEquals("x/C-0006", whole.text("row_claim_key", 0));
            assertEquals(1, whole.rowCount());
            assertEquals("x/C-0006", part.text("row_claim_key", 0));
        }
    }

    @Test
    void identifiersAreMaskedUnlessThereIsAReasonAndTheSsnAlways() {
        Person masked = core.query().person("x/MRN-00012345").orElseThrow();
        assertEquals("T••••, A••••", masked.name());
        assertEquals("••/••/1962", masked.birth());
        assertEquals("••••5309", masked.phone());
        assertEquals("••••6789", masked.ssn());
        assertEquals("••••2345", masked.number());
        assertFalse(masked.revealed());
        Person shown = core.query().reveal("x/MRN-00012345", "callback").orElseThrow();
        assertEquals("Testcase, Ann", shown.name());
        assertEquals("1962-03-04", shown.birth());
        assertEquals("555-867-5309", shown.phone());
        assertEquals("••••6789", shown.ssn());
        assertTrue(shown.revealed());
        assertFalse(shown.toString().contains("Testcase"));
        assertThrows(ClaimscopeException.class, () -> core.query().reveal("x/MRN-00012345", " "));
        assertTrue(core.query().person("x/nobody").isEmpty());
    }

    @Test
    void whatNobodyWantsIsNotAsked() {
        assertThrows(
                CancellationException.class,
                () -> core.query().until(() -> true).run(MetricQuery.of("claim_count")));
    }
}
