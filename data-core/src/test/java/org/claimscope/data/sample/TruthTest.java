package org.claimscope.data.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.claimscope.data.sample.Feed.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Every planted fault is really in the files, judged by the rule's own predicate.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TruthTest {
    private static final LocalDate ANCHOR = LocalDate.of(2025, 11, 14);

    private final Feed feed;
    private final Ledger ledger;
    private final Map<String, Row> encounters;
    private final Map<String, Row> claims;
    private final Map<String, List<Row>> entries;

    TruthTest(@TempDir Path directory) throws IOException {
        new SampleHospital(3, ANCHOR, 1_000).writeTo(directory);
        feed = new Feed(directory);
        ledger = new Ledger(feed);
        encounters = feed.byId("encounters", "encounter_id");
        claims = feed.byId("claims", "claim_id");
        entries = Ledger.grouped(feed.rows("transactions"), "encounter_id");
    }

    @Test
    void everyKindOfFaultIsThereAndTogetherTheyAreAboutOnePercent() {
        Map<String, Integer> count = new TreeMap<>();
        feed.truth.forEach(t -> count.merge(t.text("rule"), 1, Integer::sum));
        assertEquals(
                Set.of(
                        "835-BROKEN",
                        "835-OFF",
                        "835-UNKNOWN",
                        "DQ",
                        "R01",
                        "R11",
                        "R15",
                        "R40",
                        "R65",
                        "R66",
                        "R67",
                        "R70"),
                count.keySet());
        assertEquals(12, count.get("DQ"));
        assertEquals(3, count.get("835-UNKNOWN"));
        double share = (double) feed.truth.size() / encounters.size();
        assertTrue(share > 0.007 && share < 0.016, "planted: " + share + " " + count);
    }

    @Test
    void r01CopiesAPendingOrPaidClaimAndNoOtherClaimsDo() {
        Map<String, List<Row>> alike = new HashMap<>();
        for (Row claim : claims.values()) {
            if (claim.text("frequency_code").equals("1") && !claim.has("original_claim_id")) {
                String key =
                        String.join(
                                "|",
                                claim.text("patient_id"),
                                claim.text("provider_id"),
                                claim.text("service_date"),
                                claim.text("billed"));
                alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(claim);
            }
        }
        Set<String> found = new HashSet<>();
        for (List<Row> group : alike.values()) {
            for (Row claim : group) {
                boolean copied =
                        group.stream()
                                .anyMatch(o ->
                                        o.date("submitted_date")
                                                        .isBefore(claim.date("submitted_date"))
                                                && Set.of("Pending", "Paid")
                                                        .contains(o.text("claim_status")));
                if (copied) {
                    found.add(claim.text("claim_id"));
                }
            }
        }
        assertEquals(ledger.ids("R01"), found);
    }

    @Test
    void r11EncountersHaveNoChargeAndAfterAWeekNoOthersLackOne() {
        Set<String> found = new HashSet<>();
        for (Row encounter : encounters.values()) {
            LocalDate discharged = encounter.dateOrNull("discharge_date");
            if (discharged != null
                    && discharged.isBefore(ANCHOR.minusDays(7))
                    && entries.getOrDefault(encounter.text("encounter_id"), List.of()).stream()
                            .noneMatch(e -> e.has("billed"))) {
                found.add(encounter.text("encounter_id"));
            }
        }
        found.removeAll(lateButNotYetPosted());
        assertEquals(ledger.ids("R11"), found);
    }

    @Test
    void r15ChargesArePostedMoreThanThreeDaysAfterService() {
        for (Row truth : feed.truth("R15")) {
            Row first = entries.getOrDefault(truth.text("id"), List.of()).getFirst();
            assertTrue(first.date("service_date").plusDays(11).isBefore(first.date("posted_date")));
            assertEquals(truth.cents("dollars"), first.cents("billed"));
        }
    }

    @Test
    void r40EncountersAreChargedButNotBilledAndTheLimitIsLessThanFifteenDaysAway()
            throws IOException {
        Set<String> billed = new HashSet<>();
        claims.values().forEach(c -> billed.add(c.text("encounter_id")));
        for (Row truth : feed.truth("R40")) {
            Row encounter = ledger.known(encounters, truth.text("id"));
            assertFalse(billed.contains(truth.text("id")));
            int limit = Integer.parseInt(truth.text("note").replaceAll("\\D", ""));
            long left =
                    encounter.date("service_date").plusDays(limit).toEpochDay()
                            - ANCHOR.toEpochDay();
            assertTrue(left >= 1 && left <= 14, "days left: " + left);
            assertEquals(truth.cents("dollars"), ledger.balance.get(truth.text("id")));
        }
    }

    @Test
    void r65TheMonthOfTheSpikeIsFarAboveTheMonthsBefore() {
        Row truth = feed.truth("R65").getFirst();
        YearMonth spike = YearMonth.from(truth.date("planted_date"));
        Map<YearMonth, Integer> denied = new HashMap<>();
        long dollars = 0;
        for (Row claim : claims.values()) {
            if (claim.text("payer_id").equals(truth.text("id"))
                    && claim.text("department_id").equals(Department.IMAGING.id)
                    && claim.text("denial_carc").equals("197")) {
                YearMonth month = YearMonth.from(claim.date("adjudicated_date"));
                denied.merge(month, 1, Integer::sum);
                dollars += month.equals(spike) ? claim.cents("denied") : 0;
            }
        }
        assertEquals(YearMonth.of(2025, 10), spike);
        assertEquals(truth.cents("dollars"), dollars);
        for (int back = 1; back <= 6; back++) {
            int before = denied.getOrDefault(spike.minusMonths(back), 0);
            assertTrue(denied.getOrDefault(spike, 0) > 2 * before, denied.toString());
        }
    }

    @Test
    void r66ClaimsAreAllowedLessThanTheContractAndNoOthersAre(@TempDir Path directory)
            throws IOException {
        Map<String, BigDecimal> rates = contractRates(directory);
        Set<String> found = new HashSet<>();
        for (Row claim : claims.values()) {
            if (claim.has("allowed")
                    && claim.cents("denied") == 0
                    && !claim.text("claim_status").equals("Denied")) {
                BigDecimal rate =
                        rates.getOrDefault(
                                claim.text("payer_id") + claim.text("department_id"),
                                BigDecimal.ZERO);
                long expected = Math.round(claim.cents("billed") * rate.doubleValue());
                long gap = expected - claim.cents("allowed");
                if (gap > 500 && gap > expected * 0.02) {
                    found.add(claim.text("claim_id"));
                }
            }
        }
        assertEquals(ledger.ids("R66"), found);
    }

    @Test
    void r67TakebacksAreNotFollowedByAnotherPayment() {
        Set<String> found = new HashSet<>();
        for (List<Row> account : entries.values()) {
            Row last = null;
            for (Row entry : account) {
                last = entry.text("payment_source").equals("Payer") ? entry : last;
            }
            if (last != null && last.cents("paid") < 0) {
                found.add(last.text("claim_id"));
            }
        }
        assertEquals(ledger.ids("R67"), found);
    }

    @Test
    void r70AreExactlyTheAccountsWithACreditBalance() {
        Map<String, Long> found = new HashMap<>();
        ledger.balance.forEach((id, balance) -> {
            if (balance < 0) {
                found.put(id, -balance);
            }
        });
        Map<String, Long> told = new HashMap<>();
        feed.truth("R70").forEach(t -> told.put(t.text("id"), t.cents("dollars")));
        assertEquals(told, found);
    }

    @Test
    void dirtyRowsAreOnTheLinesTheTruthNames() throws IOException {
        for (Row truth : feed.truth("DQ")) {
            String line = feed.line(truth.text("entity"), Integer.parseInt(truth.text("id")));
            String note = truth.text("note");
            if (note.endsWith(" is missing")) {
                assertTrue(line.startsWith(","), note);
            } else {
                String bad = note.substring(note.indexOf(" is ") + 4);
                assertTrue(line.startsWith("DQ") && line.contains(bad), note);
            }
        }
    }

    /// Planted late charges whose charge has not come by the anchor look like no charge at all.
    private Set<String> lateButNotYetPosted() {
        var late = new HashSet<String>();
        new SampleHospital(3, ANCHOR, 1_000)
                .tell(account -> {
                    if (account.mishap() == Mishap.CHARGED_LATE
                            && account.ledger().getFirst().postedDate().isAfter(ANCHOR)) {
                        late.add(account.encounter().id());
                    }
                });
        return late;
    }

    private static Map<String, BigDecimal> contractRates(Path directory) throws IOException {
        new SampleHospital(3, ANCHOR, 1).writeTo(directory);
        Map<String, BigDecimal> rates = new HashMap<>();
        List<String> lines = Files.readAllLines(directory.resolve("truth/contracts.csv"));
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            rates.put(cells.get(0) + cells.get(1), new BigDecimal(cells.get(2)));
        }
        return rates;
    }
}
