package org.claimscope.data.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.Feed;
import org.claimscope.data.sync.FeedList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an 837 and the 835s that answer it tell about a claim's lines; sums by hand.
final class ClaimToldTest {
    private static final String SENT =
            "LX*1~SV1*HC:99213*100*UN*1***1~DTP*472*D8*20260301~REF*6R*L1~"
                    + "LX*2~SV1*HC:80053*60*UN*2***1~DTP*472*D8*20260301~REF*6R*L2~"
                    + "LX*3~SV1*HC:36415*15*UN*1***1~DTP*472*D8*20260301~";
    private static final String ANSWERED =
            "CLP*A*1*175*85*20*12*I1~"
                    + "SVC*HC:80053*60*0~DTM*472*20260301~CAS*CO*197*60~REF*6R*L2~"
                    + "SVC*HC:99213*100*70~DTM*472*20260301~CAS*CO*45*10~CAS*PR*2*20~REF*6R*L1~"
                    + "SVC*HC:36415*15*15~DTM*472*20260301~";
    private static final String TAKEN_BACK =
            "CLP*A*22*-175*-85*-20*12*I1~"
                    + "SVC*HC:80053*-60*0~DTM*472*20260301~CAS*CO*197*-60~REF*6R*L2~"
                    + "SVC*HC:99213*-100*-70~DTM*472*20260301~CAS*CO*45*-10~CAS*PR*2*-20~REF*6R*L1~"
                    + "SVC*HC:36415*-15*-15~DTM*472*20260301~";

    @TempDir Path temp;
    private DataCore core;
    private int files;

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

    @Test
    void linesThatAreNotAnsweredYetHaveOnlyTheirCharges() throws IOException {
        sent();
        assertEquals(
                List.of(
                        "99213 1 100 - - - -  sent",
                        "80053 2 60 - - - -  sent",
                        "36415 1 15 - - - -  sent"),
                lines("A"));
        assertTrue(core.query().claim("h/A").decision().isEmpty());
        assertEquals(List.of(), lines("NOBODY"));
        assertEquals(List.of(), core.query().claim("no key").lines());
    }

    @Test
    void eachLineStandsBesideItsAnswer() throws IOException {
        sent();
        answered("20260320", ANSWERED, 85);
        assertEquals(
                List.of(
                        "99213 1 100 10 20 0 70 CO-45, PR-2 sent",
                        "80053 2 60 0 0 60 0 CO-197 sent",
                        // Told by its code and charge: the claim gave it no number.
                        "36415 1 15 0 0 0 15  sent"),
                lines("A"));
        ClaimTold.Decision decision = core.query().claim("h/A").decision().orElseThrow();
        assertEquals(
                "175 90 85 0 2026-03-20",
                plain(decision.billed())
                        + " "
                        + plain(decision.adjusted())
                        + " "
                        + plain(decision.paid())
                        + " "
                        + plain(decision.difference())
                        + " "
                        + decision.paymentDate());
    }

    @Test
    void aDecisionThatWasTakenBackDoesNotCount() throws IOException {
        sent();
        answered("20260320", ANSWERED, 85);
        answered("20260420", TAKEN_BACK, 0);
        assertTrue(core.query().claim("h/A").decision().isEmpty());
        assertEquals("80053 2 60 - - - -  sent", lines("A").get(1));
        answered(
                "20260421",
                ANSWERED.replace("*175*85*", "*175*135*")
                        .replace(
                                "60*0~DTM*472*20260301~CAS*CO*197*60",
                                "60*50~DTM*472*20260301~CAS*CO*45*10"),
                135);
        assertEquals("80053 2 60 10 0 0 50 CO-45 sent", lines("A").get(1));
        assertEquals(
                LocalDate.of(2026, 4, 21),
                core.query().claim("h/A").decision().orElseThrow().paymentDate());
    }

    @Test
    void theFirstPayersAnswerStandsWhenTheSecondPayerAnswersToo() throws IOException {
        sent();
        answered("20260320", ANSWERED, 85);
        answered(
                "20260415",
                "CLP*A*2*175*20**12*I2~SVC*HC:99213*100*20~DTM*472*20260301~CAS*OA*23*80~REF*6R*L1~"
                        + "SVC*HC:80053*60*0~DTM*472*20260301~CAS*OA*23*60~REF*6R*L2~"
                        + "SVC*HC:36415*15*0~DTM*472*20260301~CAS*OA*23*15~",
                20);
        assertEquals("99213 1 100 10 20 0 70 CO-45, PR-2 sent", lines("A").getFirst());
        ClaimTold told = core.query().claim("h/A");
        assertEquals("85", plain(told.decision().orElseThrow().paid()));
        // The second payer's 20 are in the ledger; the row is the first payer's too.
        try (Frame claim = row()) {
            assertEquals("85", plain(ClaimStanding.of(claim, told).paid()));
        }
    }

    @Test
    void anAnswerAboutOtherLinesStandsBesideThoseThatWereSent() throws IOException {
        sent();
        answered(
                "20260320",
                "CLP*A*1*175*70**12*I1~SVC*HC:80050*175*70~DTM*472*20260301~CAS*CO*45*100~",
                70);
        assertEquals(
                List.of(
                        "99213 1 100 - - - -  sent",
                        "80053 2 60 - - - -  sent",
                        "36415 1 15 - - - -  sent",
                        "80050 1 175 100 0 0 70 CO-45 answered"),
                lines("A"));
        // 175 − 100 − 70: the payer's own sums do not agree.
        assertEquals("5", plain(core.query().claim("h/A").decision().orElseThrow().difference()));
    }

    /// Sent on 5 March, decided twice, taken back between; the day of an event is the payer's.
    @Test
    void whatHappenedIsToldInItsOrder() throws IOException {
        sent();
        answered("20260421", ANSWERED.replace("*175*85*", "*175*135*"), 135);
        answered("20260320", ANSWERED, 85);
        answered("20260420", TAKEN_BACK, 0);
        assertEquals(
                List.of(
                        "2026-03-05 SENT 175",
                        "2026-03-20 PART_DENIED 85",
                        "2026-04-20 TAKEN_BACK -85",
                        "2026-04-21 PART_DENIED 135"),
                core.query().claim("h/A").events().stream()
                        .map(e -> e.day() + " " + e.kind() + " " + plain(e.amount()))
                        .toList());
        assertEquals(List.of(), core.query().claim("h/NOBODY").events());
    }

    /// The extract's profile maps no money but what was billed: what the 835 paid stays in the row,
    /// which the lists show.
    @Test
    void anExtractThatSaysNothingOfPaymentsLeavesWhatARemittanceTold() throws IOException {
        sent();
        answered("20260320", ANSWERED, 85);
        extract("claim_no,charge\nA,180.00\n");
        try (Frame claim = row()) {
            assertEquals("85", plain(claim.number("row_paid", 0)));
            assertEquals("180", plain(claim.number("row_billed", 0)));
            assertEquals(LocalDate.of(2026, 3, 20), claim.date("row_adjudicated_date", 0));
        }
    }

    /// The claim's own row.
    private Frame row() {
        return core.query()
                .rows(
                        MetricQuery.of("claim_count")
                                .where(MetricQuery.Filter.is(Dimension.CLAIM, "h/A")),
                        false,
                        RowOrder.NEWEST,
                        1);
    }

    private void extract(String rows) throws IOException {
        Files.writeString(temp.resolve("claims.csv"), rows);
        sync(
                new FeedList(
                        List.of(
                                new Feed(
                                        "h",
                                        "claims",
                                        "claims.csv",
                                        null,
                                        Feed.LoadType.INCREMENTAL,
                                        false,
                                        null,
                                        true)),
                        List.of(
                                Profile.parse(
                                        "few",
                                        """
                                        profile: few
                                        version: 1
                                        tables:
                                          - table: claims
                                            entity: claim
                                            fields: {id: claim_no, billed: charge}
                                        """))));
    }

    private List<String> lines(String claim) {
        return core.query().claim("h/" + claim).lines().stream()
                .map(l ->
                        Stream.of(
                                        l.code(),
                                        plain(l.units()),
                                        plain(l.billed()),
                                        plain(l.reduced()),
                                        plain(l.patient()),
                                        plain(l.denied()),
                                        plain(l.paid()),
                                        l.reasons(),
                                        l.isSent() ? "sent" : "answered")
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "-" : number.setScale(2).stripTrailingZeros().toPlainString();
    }

    private void sent() throws IOException {
        sync(
                "HC",
                "005010X222A1",
                "ST*837*0001~BHT*0019*00*1*20260305*0815*CH~NM1*41*2*SUB*****46*1~NM1*40*2*PAYER*****46*2~"
                        + "HL*1**20*1~NM1*85*2*CLINIC*****XX*1234567893~HL*2*1*22*0~SBR*P*18*******CI~"
                        + "NM1*IL*1*ASH*JANE****MI*M1~DMG*D8*19700101*F~NM1*PR*2*PAYER*****PI*P1~"
                        + "CLM*A*175***11:B:1*Y*A*Y*Y~HI*ABK:E119~"
                        + SENT
                        + "SE*24*0001~");
    }

    private void answered(String day, String claims, int paid) throws IOException {
        sync(
                "HP",
                "005010X221A1",
                "ST*835*0001~BPR*I*"
                        + paid
                        + "*C*ACH************"
                        + day
                        + "~TRN*1*T"
                        + day
                        + "*1999~N1*PR*PAYER*XV*P1~N1*PE*CLINIC*XX*1234567893~LX*1~"
                        + claims
                        + "SE*20*0001~");
    }

    private void sync(String group, String version, String transaction) throws IOException {
        String name = "file" + files++;
        Files.writeString(
                temp.resolve(name),
                "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260305*0815*^*00501*00000000"
                        + files
                        + "*0*P*:~GS*"
                        + group
                        + "*S*R*20260305*0815*1*X*"
                        + version
                        + "~"
                        + transaction
                        + "GE*1*1~IEA*1*00000000"
                        + files
                        + "~");
        sync(
                new FeedList(
                        List.of(
                                new Feed(
                                        "h",
                                        "x12",
                                        name,
                                        null,
                                        Feed.LoadType.INCREMENTAL,
                                        false,
                                        null,
                                        true)),
                        List.of()));
    }

    private void sync(FeedList feeds) {
        RunEntry run =
                core.sync()
                        .run(feeds, new FolderSource(temp), false, Progress.NONE, Cancellation.NONE)
                        .getFirst();
        assertEquals(RunEntry.Status.LOADED, run.status(), run.message());
        assertEquals(0, run.rowsQuarantined(), run.message());
    }
}
