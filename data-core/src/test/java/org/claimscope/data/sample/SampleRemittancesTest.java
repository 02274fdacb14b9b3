package org.claimscope.data.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.format.x12.X12Format;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.sample.Feed.Row;
import org.claimscope.data.sample.LedgerEntry.Payment;
import org.claimscope.data.sample.LedgerEntry.Source;
import org.claimscope.data.sample.Told835.Decision;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The sample's 835s: they add up, tell what the ledger tells, and are what the Remittances page
/// and the denials are made of. All numbers are recomputed from the files or the story.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SampleRemittancesTest {
    private static final LocalDate ANCHOR = LocalDate.of(2025, 6, 30);
    private static final int VISITS = 400;
    private static final Clock TODAY =
            Clock.fixed(Instant.parse("2025-07-02T10:00:00Z"), ZoneOffset.UTC);

    private final Path directory;
    private final Feed feed;
    private final List<Told835> files;

    SampleRemittancesTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        new SampleHospital(11, ANCHOR, VISITS).writeTo(directory);
        feed = new Feed(directory);
        files = Told835.in(directory);
    }

    private List<Told835.Payment> payments() {
        return files.stream().flatMap(f -> f.payments.stream()).toList();
    }

    private List<Decision> decisions() {
        return payments().stream().flatMap(p -> p.claims.stream()).toList();
    }

    private String planted(String rule) {
        return feed.truth(rule).getFirst().text("id");
    }

    @Test
    void everyLineEveryClaimAndEveryPaymentButThePlantedOneBalances() {
        String off = planted("835-OFF");
        int carried = 0;
        int shortOnes = 0;
        for (Told835.Payment payment : payments()) {
            long claimsPaid = 0;
            for (Decision claim : payment.claims) {
                claimsPaid += claim.paid;
                assertEquals(claim.paid, claim.billed - claim.adjusted, claim.id);
                assertEquals(
                        claim.billed,
                        claim.lines.stream().mapToLong(l -> l.billed).sum(),
                        claim.id);
                claim.lines.forEach(l -> assertEquals(l.paid, l.billed - l.adjusted, claim.id));
                if (!claim.status.equals("22")) {
                    assertEquals(claim.share, claim.sharesAdjusted, claim.id);
                }
            }
            long missing = claimsPaid - payment.provider - payment.paid;
            assertEquals(payment.trace.equals(off) ? 18_25 : 0, missing, payment.trace);
            shortOnes += missing == 0 ? 0 : 1;
            assertTrue(payment.paid >= 0, "a payment is never below zero");
            carried += payment.provider == 0 ? 0 : 1;
        }
        assertEquals(1, shortOnes);
        assertTrue(carried > 0, "a day that takes back more than it pays is carried over");
        assertTrue(payments().size() > 2_000, "payments: " + payments().size());
    }

    @Test
    void envelopesCountWhatIsInThemAndTraceNumbersAreUnique() {
        var traces = new HashSet<String>();
        for (Told835 file : files) {
            int last = file.segments.size() - 1;
            assertEquals("ISA", file.segments.getFirst().getFirst());
            assertEquals(17, file.segments.getFirst().size());
            assertEquals(
                    List.of("IEA", "1", file.segments.getFirst().get(13)), file.segments.get(last));
            assertEquals(
                    List.of(
                            "GE",
                            Integer.toString(file.payments.size()),
                            file.segments.get(1).get(6)),
                    file.segments.get(last - 1));
            for (Told835.Payment payment : file.payments) {
                assertEquals(payment.toldSegments, payment.segments, payment.trace);
                assertTrue(traces.add(payment.trace), payment.trace);
                assertEquals(
                        payment.payee, Npi.of(Integer.parseInt(payment.payee.substring(0, 9))));
            }
        }
    }

    /// By the day the payer paid; the hospital posts up to two working days later.
    @Test
    void forEachAccountTheRemittancesPayWhatItsLedgerSaysThePayerPaid() {
        Map<String, Long> remitted = new HashMap<>();
        for (Decision claim : decisions()) {
            if (!claim.id.startsWith("U") && !claim.id.isEmpty()) {
                remitted.merge("E" + claim.id.substring(1).split("-")[0], claim.paid, Long::sum);
            }
        }
        int[] checked = {0, 0};
        new SampleHospital(11, ANCHOR, VISITS)
                .tell(account -> {
                    long paid = 0;
                    for (LedgerEntry entry : account.ledger()) {
                        if (entry instanceof Payment p
                                && p.source() == Source.PAYER
                                && !p.paymentDate().isAfter(ANCHOR)) {
                            paid += p.paid().cents();
                        }
                    }
                    String id = account.encounter().id();
                    assertEquals(paid, remitted.getOrDefault(id, 0L), id);
                    checked[0] += paid == 0 ? 0 : 1;
                    checked[1] +=
                            account.mishap() == Mishap.TAKEN_BACK
                                            || account.mishap() == Mishap.OVERPAID
                                    ? 1
                                    : 0;
                });
        assertTrue(checked[0] > 7_000 && checked[1] > 10, checked[0] + " " + checked[1]);
        Map<String, Long> posted = new HashMap<>();
        for (Row row : feed.rows("transactions")) {
            if (row.text("payment_source").equals("Payer")) {
                posted.merge(row.text("encounter_id"), row.cents("paid"), Long::sum);
            }
        }
        long different =
                remitted.entrySet().stream()
                        .filter(e -> !e.getValue().equals(posted.getOrDefault(e.getKey(), 0L)))
                        .count();
        assertTrue(different < 60, "paid and not yet posted at the anchor: " + different);
    }

    @Test
    void theFirstAnswerToEachClaimSaysWhatItsRowSaysWasDenied() {
        Map<String, Decision> first = new HashMap<>();
        decisions().stream()
                .filter(d -> !d.status.equals("22"))
                .forEach(d -> first.merge(d.id, d, (a, b) -> b.day.compareTo(a.day) < 0 ? b : a));
        int denied = 0;
        for (Row claim : feed.rows("claims")) {
            Decision told = first.get(claim.text("claim_id"));
            assertEquals(claim.has("adjudicated_date"), told != null, claim.text("claim_id"));
            if (told == null) {
                continue;
            }
            assertEquals(claim.text("adjudicated_date").replace("-", ""), told.day);
            assertEquals(claim.cents("billed"), told.billed);
            long refused = told.lines.stream().mapToLong(l -> l.denied).sum();
            boolean duplicate = claim.text("denial_carc").equals("18");
            assertEquals(duplicate ? 0 : claim.cents("denied"), refused, told.id);
            if (claim.cents("denied") > 0) {
                denied++;
                assertTrue(told.reasons.contains("CO-" + claim.text("denial_carc")), told.id);
            }
        }
        assertTrue(denied > 700, "denied: " + denied);
    }

    @Test
    void everyReversalTakesBackAnEarlierAnswerWithTheOppositeSums() {
        Map<String, Decision> standing = new HashMap<>();
        int reversals = 0;
        // Within a payment a reversal stands before its correction, as in the guide.
        var inOrder = payments().stream().sorted((a, b) -> a.day.compareTo(b.day)).toList();
        for (Told835.Payment payment : inOrder) {
            for (Decision claim : payment.claims) {
                if (claim.status.equals("22")) {
                    reversals++;
                    Decision before = standing.remove(claim.id);
                    assertTrue(before != null, claim.id);
                    assertEquals(-before.billed, claim.billed);
                    assertEquals(-before.paid, claim.paid);
                    assertEquals(-before.adjusted, claim.adjusted);
                } else {
                    standing.put(claim.id, claim);
                }
            }
        }
        assertTrue(reversals > 50, "reversals: " + reversals);
    }

    @Test
    void ourReaderFindsOnlyWhatIsPlanted() throws IOException {
        var codes = new TreeMap<String, Integer>();
        try (var list = Files.list(directory)) {
            for (Path file : list.filter(f -> f.toString().endsWith(".835")).toList()) {
                var inspection =
                        new X12Format().inspect(new ByteArrayInputStream(Files.readAllBytes(file)));
                inspection.findings().forEach(f -> codes.merge(f.code(), 1, Integer::sum));
            }
        }
        assertEquals(Map.of("unbalanced-payment", 1, "missing-value", 1), codes);
    }

    @Test
    void theWorkspaceShowsThePlantedFaultsAndDeniesWhatTheStoryDenies(@TempDir Path temp)
            throws IOException {
        try (var core = workspace(temp.resolve("w"))) {
            var runs = sync(core, directory);
            assertEquals(
                    1,
                    runs.stream()
                            .filter(r -> r.feed().equals("sample/remittances"))
                            .mapToLong(RunEntry::rowsQuarantined)
                            .sum());
            LocalDate from = LocalDate.of(2023, 1, 1);
            long payments = payments().size();
            assertEquals(payments, number(core, "remittance_count", from));
            assertEquals(1, number(core, "unbalanced_remittance_count", from));
            assertEquals(3, number(core, "unmatched_claim_count", from));
            assertEquals(3, feed.truth("835-UNKNOWN").size());
            long denied =
                    feed.rows("claims").stream()
                            .filter(c -> !c.text("denial_carc").equals("18"))
                            .filter(c -> !c.text("frequency_code").equals("7"))
                            .mapToLong(c -> c.cents("denied"))
                            .sum();
            assertEquals(denied, cents(core, "denied_amount", from));
            // The ledger counts each payment once: the remittances enter none.
            long paid = feed.rows("transactions").stream().mapToLong(t -> t.cents("paid")).sum();
            assertEquals(paid, cents(core, "payments", from));
        }
    }

    /// Half of the run by one sender, half by another that finds the first one's files only.
    @Test
    void theRemittancesOfLiveAnswersComeInRuns(@TempDir Path temp) throws IOException {
        Path live = temp.resolve("feed");
        new SampleHospital(5, ANCHOR, 100).writeTo(live);
        try (var core = workspace(temp.resolve("w"))) {
            sync(core, live);
            LocalDate from = LocalDate.of(2023, 1, 1);
            long before = number(core, "remitted_claim_count", from);
            Map<String, Long> paid = new HashMap<>();
            for (int half = 0; half < 2; half++) {
                var sender = new SampleLive(9, TODAY, live);
                for (int i = 0; i < SampleLive.RUN / 2; i++) {
                    assertTrue(told(live).isEmpty());
                    sender.appendEvents(3);
                }
            }
            for (int n = 1; n <= SampleLive.RUN; n++) {
                for (Row claim : new Feed(live).rows("claims-live-%06d".formatted(n))) {
                    if (claim.has("adjudicated_date")) {
                        paid.put(claim.text("claim_id"), claim.cents("paid"));
                    }
                }
            }
            assertTrue(paid.size() > 20, "answers: " + paid.size());
            assertEquals(paid, told(live));
            sync(core, live);
            assertEquals(before + paid.size(), number(core, "remitted_claim_count", from));
            assertEquals(3, number(core, "unmatched_claim_count", from));
            new SampleLive(9, TODAY, live).appendEvents(3);
            assertEquals(paid, told(live));
        }
    }

    /// What each claim was paid by the live remittances.
    private static Map<String, Long> told(Path live) throws IOException {
        Map<String, Long> told = new HashMap<>();
        try (var list = Files.list(live)) {
            for (Path file : list.filter(f -> f.toString().matches(".*-live-.*835")).toList()) {
                for (Told835 interchange : Told835.of(file)) {
                    interchange.payments.forEach(p ->
                            p.claims.forEach(
                                    c -> assertEquals(null, told.put(c.id, c.paid), c.id)));
                }
            }
        }
        return told;
    }

    @Test
    void aFolderOfBeforeTheRemittancesGetsNone(@TempDir Path old) throws IOException {
        new SampleHospital(5, ANCHOR, 100).writeTo(old);
        for (Path file : Files.list(old).filter(f -> f.toString().endsWith(".835")).toList()) {
            Files.delete(file);
        }
        Path settings = old.resolve("truth/sample.properties");
        Files.writeString(settings, Files.readString(settings).replace("remittances=yes", ""));
        assertFalse(SampleHospital.owesRemittances(old));
        var sender = new SampleLive(9, TODAY, old);
        for (int i = 0; i < SampleLive.RUN; i++) {
            sender.appendEvents(3);
        }
        assertTrue(Told835.in(old).isEmpty());
    }

    private static DataCore workspace(Path folder) {
        return DataCore.create(folder, new Credentials.None(), TODAY, "tester");
    }

    private static List<RunEntry> sync(DataCore core, Path folder) {
        return core.sync()
                .run(
                        FeedList.preset("sample-hospital"),
                        new FolderSource(folder),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
    }

    private static BigDecimal value(DataCore core, String kpi, LocalDate from) {
        var query = MetricQuery.of(kpi).between(from, LocalDate.of(2025, 7, 2));
        return Objects.requireNonNull(core.query().total(query).get(kpi));
    }

    private static long number(DataCore core, String kpi, LocalDate from) {
        return value(core, kpi, from).longValueExact();
    }

    private static long cents(DataCore core, String kpi, LocalDate from) {
        return value(core, kpi, from).movePointRight(2).longValueExact();
    }
}
