package org.claimscope.data.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.Feed;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// First answer, follow-up and outcome of claims made by hand: of those of metrics.md B2, whose
/// payers send remittances, and of a hospital that tells of claims by their status alone.
final class WhereClaimsWentTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);

    @TempDir Path temp;
    private DataCore core;

    @BeforeEach
    void open() {
        // The extract comes long after the remittances, and tells of every day since.
        core =
                DataCore.create(
                        temp.resolve("w"),
                        new Credentials.None(),
                        Clock.fixed(Instant.parse("2026-09-30T20:00:00Z"), ZoneOffset.UTC),
                        "test");
    }

    @AfterEach
    void close() {
        assertEquals(0, core.workspace().arrowBytes());
        core.close();
    }

    @Test
    void remittancesTellTheFirstAnswerAndWhatCameLater() throws IOException {
        clean(
                new TwelveClaims()
                        .remit(
                                "M",
                                "20260410",
                                "CLP*K5*1*250*200*0*MB*P5B~SVC*HC:99212*250*200~CAS*CO*45*50~")
                        .add("appeals", "A4,K3,Favourable,500,300,2026-03-25,2026-03-28,2026-04-20")
                        .add(
                                "ledger",
                                "K1-lost,K1,P-K1,1999996666,C,Adjustment,2026-03-02,2026-04-15,,,,100,Denial write-off,")
                        .sync(core, temp.resolve("gold")));
        // Sent January to March: all but K11 (December) and K10 (held); K6B is K6 again. K4's first
        // answer settled it, whatever was taken back later. K7 was turned away and sent again.
        assertEquals(
                Map.of(
                        // K2, K4, K6, K12
                        "Settled", 4,
                        // K7, REST
                        "Pending", 2,
                        // K8
                        "Taken back", 1,
                        // K1
                        "Denied > Not worked > In our queue", 1,
                        // K3: the second appeal went out on 28 March, neither is decided
                        "Denied > Appealed > With the payer", 1,
                        // K5
                        "Denied > Sent again > With the payer", 1),
                ways(NEW_YEAR, MARCH, MARCH));
        assertEquals(
                Map.of(
                        "Settled", 4,
                        "Pending", 2,
                        "Taken back", 1,
                        "Denied > Written off > Lost", 1,
                        "Denied > Appealed > Recovered", 1,
                        "Denied > Sent again > Recovered", 1),
                ways(NEW_YEAR, MARCH, LocalDate.of(2026, 4, 30)));
    }

    @Test
    void theDeniedAreThoseOfTheDenialRate() throws IOException {
        clean(new TwelveClaims().sync(core, temp.resolve("gold")));
        // Denied at first in March: K1, K3, K5, all sent in March.
        assertEquals(
                3,
                ways(LocalDate.of(2026, 3, 1), MARCH, MARCH).entrySet().stream()
                        .filter(way -> way.getKey().startsWith("Denied"))
                        .mapToInt(Map.Entry::getValue)
                        .sum());
        try (Frame frame =
                core.query()
                        .run(
                                MetricQuery.of("denial_rate")
                                        .between(LocalDate.of(2026, 3, 1), MARCH)
                                        .asOf(MARCH))) {
            assertEquals(3, frame.real("denial_rate_numerator", 0));
        }
    }

    @Test
    void withoutRemittancesStatusAndLedgerTell() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("plain"));
        Files.writeString(
                folder.resolve("claims.csv"),
                """
                id,patient,dos,sent,decided,paid_on,billed,paid,status,denied,frequency,original
                S1,P1,2026-01-02,2026-01-05,2026-02-05,2026-02-10,100,100,Paid,,1,
                S2,P2,2026-01-02,2026-01-05,2026-02-05,,100,0,Denied,100,1,
                S3,P3,2026-01-02,2026-01-05,2026-02-05,2026-03-10,100,80,Paid,100,1,
                S4,P4,2026-01-02,2026-01-05,2026-02-05,2026-02-10,100,60,Paid,40,1,
                S5,P5,2026-01-02,2026-01-05,2026-02-05,2026-02-10,100,100,Paid,40,1,
                S6,P6,2026-01-02,2026-01-05,2026-02-05,,100,0,Denied,100,1,
                S7,P7,2026-01-02,2026-01-05,2026-02-05,,100,0,Denied,100,1,
                S8,P8,2026-01-02,2026-01-05,2026-02-05,,100,0,Denied,100,1,
                S8R,P8,2026-01-02,2026-03-01,2026-04-01,2026-04-05,100,90,Paid,,7,S8
                S9,P9,2026-01-02,2026-01-05,2026-02-05,,100,0,Denied,100,1,
                S9R,P9,2026-01-02,2026-06-20,,,100,,Pending,,7,S9
                S10,P10,2026-01-02,2026-01-05,,,100,,Rejected,,1,
                S11,P11,2026-01-02,2026-01-05,,,100,,Rejected,,1,
                S11R,P11,2026-01-02,2026-01-20,2026-02-05,2026-02-10,100,90,Paid,,1,S11
                S12,P12,2026-01-02,2026-01-05,,,100,,Pending,,1,
                S13,P13,2026-01-02,2026-01-05,2026-02-05,,100,0,Denied,100,1,
                S14,P14,2026-01-02,2026-01-05,2026-02-05,,100,0,Denied,100,1,
                S14R,P14,2026-01-02,2026-03-01,2026-04-01,,100,0,Denied,100,7,S14
                """);
        Files.writeString(
                folder.resolve("ledger.csv"),
                """
                id,claim,dos,posted,paid_on,paid,adjusted,adjustment,from
                L3,S3,2026-01-02,2026-03-10,2026-03-10,80,,,Insurance
                L4,S4,2026-01-02,2026-02-10,2026-02-10,60,,,Insurance
                L5,S5,2026-01-02,2026-02-10,2026-02-10,60,,,Insurance
                L5B,S5,2026-01-02,2026-04-01,2026-04-01,40,,,Insurance
                L6,S6,2026-01-02,2026-05-01,,,100,Denial write-off,
                L7,S7,2026-01-02,2026-05-01,,,100,Denial write-off,
                L7B,S7,2026-01-02,2026-05-20,,,-100,Denial write-off,
                L13,S13,2026-01-02,2026-03-01,2026-03-01,20,,,Patient
                """);
        clean(
                core.sync()
                        .run(
                                new FeedList(
                                        List.of(feed("claims"), feed("ledger")),
                                        List.of(Profile.parse("plain", PROFILE))),
                                new FolderSource(folder),
                                false,
                                Progress.NONE,
                                Cancellation.NONE));
        LocalDate january = LocalDate.of(2026, 1, 31);
        assertEquals(
                Map.of(
                        // S1, S11 by what was sent in its place
                        "Settled", 2,
                        "Pending", 1,
                        "Rejected", 1,
                        // S2, S4 whose one payment came with the answer, S7 put back, S13
                        "Denied > Not worked > In our queue", 4,
                        // S3, S5
                        "Denied > Decided again > Recovered", 2,
                        "Denied > Written off > Lost", 1,
                        "Denied > Sent again > Recovered", 1,
                        "Denied > Sent again > With the payer", 1,
                        "Denied > Sent again > In our queue", 1),
                ways(NEW_YEAR, january, LocalDate.of(2026, 6, 30)));
        // Nothing was decided in January; S11 was sent again on the 20th.
        assertEquals(Map.of("Pending", 13, "Rejected", 1), ways(NEW_YEAR, january, january));
    }

    private static final String PROFILE =
            """
            profile: plain
            version: 1
            tables:
              - {table: claims, entity: claim, fields: {id: id, patient_id: patient, service_date: dos, submitted_date: sent, adjudicated_date: decided, payment_date: paid_on, billed: billed, paid: paid, claim_status: status, denied: denied, frequency_code: frequency, original_claim_id: original}}
              - {table: ledger, entity: transaction, fields: {id: id, claim_id: claim, service_date: dos, posted_date: posted, payment_date: paid_on, paid: paid, adjusted: adjusted, adjustment_type: adjustment, payment_source: from}}
            """;

    private static Feed feed(String table) {
        return new Feed(
                "plain", table, table + ".csv", null, Feed.LoadType.INCREMENTAL, false, null, true);
    }

    private static void clean(List<RunEntry> runs) {
        runs.forEach(run -> assertEquals(0, run.rowsQuarantined(), run.toString()));
    }

    /// Families by the way they went.
    private Map<String, Integer> ways(LocalDate from, LocalDate to, LocalDate asOf) {
        var ways = new TreeMap<String, Integer>();
        try (Frame frame =
                core.query()
                        .run(
                                MetricQuery.of("rework_rate")
                                        .between(from, to)
                                        .asOf(asOf)
                                        .by(
                                                Dimension.FIRST_ANSWER,
                                                Dimension.DENIAL_FOLLOW_UP,
                                                Dimension.DENIAL_OUTCOME))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                ways.merge(
                        (frame.text("first_answer", r)
                                        + " > "
                                        + frame.text("denial_follow_up", r)
                                        + " > "
                                        + frame.text("denial_outcome", r))
                                .replace(" > (none)", ""),
                        (int) frame.real("rework_rate_denominator", r),
                        Integer::sum);
            }
        }
        return ways;
    }
}
