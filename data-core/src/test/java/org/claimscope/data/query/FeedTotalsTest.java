package org.claimscope.data.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimscope.data.DataCore;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.query.FeedTotals.Difference;
import org.claimscope.data.query.FeedTotals.Pair;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.Feed;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five tellings of the same money, added up by hand.
final class FeedTotalsTest {
    private static final Profile PROFILE =
            Profile.parse(
                    "hand",
                    """
                    profile: hand
                    version: 1
                    tables:
                      - {table: claims, entity: claim, fields: {id: id, billed: billed}}
                      - {table: lines, entity: claim_line, fields: {id: id, claim_id: claim, billed: billed}}
                      - {table: ledger, entity: transaction, fields: {id: id, claim_id: claim, encounter_id: visit, billed: billed, paid: paid, payment_source: by}}
                      - {table: answers, entity: remittance_claim, fields: {id: id, claim_id: claim, status: status, billed: billed, paid: paid, payment_date: paid_on}}
                      - {table: payments, entity: remittance, fields: {id: id, paid: paid, payment_date: paid_on}}
                      - {table: charges, entity: charge, fields: {id: id, encounter_id: visit, billed: billed}}
                    """);
    private static final Map<String, String> TABLES =
            Map.of(
                    "claims",
                    """
                    id,billed
                    A,100.00
                    B,50.00
                    C,30.00
                    D,70.00
                    """,
                    "lines",
                    """
                    id,claim,billed
                    A/1,A,60.00
                    A/2,A,40.00
                    B/1,B,49.99
                    """,
                    "ledger",
                    """
                    id,claim,visit,billed,paid,by
                    1,A,V1,60.00,,
                    2,A,V1,40.00,,
                    3,A,V1,,80.00,Insurer
                    4,A,V1,,20.00,Patient
                    5,B,V2,50.00,,
                    6,B,V2,,45.00,
                    7,C,V3,31.00,,
                    8,D,V4,70.00,,
                    """,
                    "answers",
                    """
                    id,claim,status,billed,paid,paid_on
                    a1,A,1,100.00,80.00,2026-03-01
                    b1,B,1,50.00,45.00,2026-03-01
                    b2,B,22,-50.00,-45.00,2026-04-01
                    b3,B,1,50.00,40.00,2026-04-01
                    d1,D,1,71.00,10.00,2026-03-01
                    d2,D,25,70.00,99.00,2026-03-01
                    x1,X,1,10.00,10.00,2026-03-01
                    """,
                    "payments",
                    """
                    id,paid,paid_on
                    P,0.00,2026-03-01
                    """,
                    "charges",
                    """
                    id,visit,billed
                    c1,V1,100.00
                    c2,V2,25.00
                    c3,V9,5.00
                    """);

    @TempDir Path temp;
    private DataCore core;

    @BeforeEach
    void open() {
        core =
                DataCore.create(
                        temp.resolve("w"),
                        new Credentials.None(),
                        Clock.fixed(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC),
                        "test");
    }

    @AfterEach
    void close() {
        assertEquals(0, core.workspace().arrowBytes());
        core.close();
    }

    private void take(String... tables) {
        core.sync()
                .run(
                        new FeedList(
                                List.of(tables).stream()
                                        .map(t ->
                                                new Feed(
                                                        "hos",
                                                        t,
                                                        null,
                                                        TABLES.getOrDefault(t, ""),
                                                        Feed.LoadType.INCREMENTAL,
                                                        false,
                                                        null,
                                                        true))
                                        .toList(),
                                List.of(PROFILE)),
                        new FolderSource(temp),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
    }

    @Test
    void whatTwoFeedsTellIsComparedClaimByClaim() {
        take(TABLES.keySet().toArray(String[]::new));
        assertEquals(
                List.of(
                        // A 100 and 60 + 40; B 50 and 49.99.
                        List.of("hos", "Claims", "their lines (837)", "2", "1", "150.00", "149.99"),
                        // A and B agree, C charges 30 and is posted with 31, D agrees.
                        List.of(
                                "hos",
                                "Claims",
                                "the ledger's charges",
                                "4",
                                "1",
                                "250.00",
                                "251.00"),
                        // Of the decisions that stand: A, B (the second), D with 71; C has none.
                        List.of(
                                "hos",
                                "Claims",
                                "charges the payer answers (835)",
                                "3",
                                "1",
                                "220.00",
                                "221.00"),
                        // A 80 and 80, the patient's 20 left out; B 45 - 45 + 40 and 45; D 10 and
                        // nothing, its price told in advance left out; X is not in the ledger.
                        List.of(
                                "hos",
                                "Remittances (835)",
                                "the ledger's insurer payments",
                                "3",
                                "2",
                                "130.00",
                                "125.00"),
                        // V1 100 and 100; V2 25 and 50; V9 is not in the ledger.
                        List.of(
                                "hos",
                                "Departments' charges (DFT)",
                                "the ledger's charges",
                                "2",
                                "1",
                                "125.00",
                                "150.00")),
                Report.FEED_TOTALS.rows(core.query(), Optional.empty()));
        assertEquals(
                List.of("hos/D 10.00 0.00", "hos/B 40.00 45.00"),
                core.query().differences(Pair.PAID, "hos", 10).stream()
                        .map(FeedTotalsTest::words)
                        .toList());
        assertEquals(1, core.query().differences(Pair.PAID, "hos", 1).size());
        assertEquals(List.of(), core.query().differences(Pair.PAID, "another", 10));
    }

    private static String words(Difference d) {
        return d.key() + " " + d.one() + " " + d.other();
    }

    @Test
    void whatOnlyOneFeedTellsIsNotCompared() {
        take("claims", "answers");
        assertEquals(
                List.of("Claims and charges the payer answers (835)"),
                core.query().feedTotals().stream()
                        .map(a -> a.pair().one() + " and " + a.pair().other())
                        .toList());
    }
}
