package org.claimscope.data.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.sample.Feed.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleLiveTest {
    private static final LocalDate ANCHOR = LocalDate.of(2025, 6, 30);
    private static final Clock TODAY =
            Clock.fixed(Instant.parse("2025-07-02T10:00:00Z"), ZoneOffset.UTC);

    @TempDir Path directory;

    @BeforeEach
    void writeTheHospital() throws IOException {
        new SampleHospital(5, ANCHOR, 100).writeTo(directory);
    }

    @Test
    void eachDeliveryIsWholeAndNumbersContinueAfterARestart() throws IOException {
        Path first = new SampleLive(9, TODAY, directory).appendEvents(20);
        Path second = new SampleLive(9, TODAY, directory).appendEvents(20);
        assertEquals("transactions-live-000001.csv", first.getFileName().toString());
        assertEquals("transactions-live-000002.csv", second.getFileName().toString());
        for (String table : List.of("encounters", "claims", "transactions")) {
            List<String> base = Files.readAllLines(directory.resolve(table + ".csv"));
            for (String number : List.of("-live-000001.csv", "-live-000002.csv")) {
                List<String> live = Files.readAllLines(directory.resolve(table + number));
                assertEquals(base.getFirst(), live.getFirst());
                assertTrue(live.size() > 1);
            }
        }
        try (var files = Files.list(directory)) {
            assertTrue(files.noneMatch(f -> f.toString().endsWith(".part")));
        }
    }

    @Test
    void theSameFolderDayAndSeedGiveTheSameBytes(@TempDir Path other) throws IOException {
        new SampleHospital(5, ANCHOR, 100).writeTo(other);
        Path mine = new SampleLive(9, TODAY, directory).appendEvents(50);
        Path twin = new SampleLive(9, TODAY, other).appendEvents(50);
        assertEquals(-1, Files.mismatch(mine, twin));
        Path next = new SampleLive(9, TODAY, directory).appendEvents(50);
        assertFalse(Files.mismatch(mine, next) == -1);
    }

    @Test
    void everythingHappensTodayToKnownPeopleAndNewIdsAreNew() throws IOException {
        var live = new SampleLive(9, TODAY, directory);
        live.appendEvents(60);
        live.appendEvents(60);
        var feed = new Feed(directory);
        Set<String> patients = feed.byId("patients", "patient_id").keySet();
        Set<String> encounters = new HashSet<>(feed.byId("encounters", "encounter_id").keySet());
        Set<String> transactions =
                new HashSet<>(feed.byId("transactions", "transaction_id").keySet());
        for (String number : List.of("-live-000001", "-live-000002")) {
            for (Row row : feed.rows("encounters" + number)) {
                assertTrue(patients.contains(row.text("patient_id")));
                assertEquals("2025-07-02", row.text("service_date"));
                assertTrue(encounters.add(row.text("encounter_id")));
            }
            for (Row row : feed.rows("transactions" + number)) {
                assertTrue(encounters.contains(row.text("encounter_id")));
                assertEquals("2025-07-02", row.text("posted_date"));
                assertTrue(transactions.add(row.text("transaction_id")));
            }
        }
    }

    @Test
    void eachPendingClaimIsAnsweredOnceAlsoAcrossRestarts() throws IOException {
        Set<String> pending = new HashSet<>();
        for (Row claim : new Feed(directory).rows("claims")) {
            if (claim.text("claim_status").equals("Pending")) {
                pending.add(claim.text("claim_id"));
            }
        }
        for (int i = 0; i < 6; i++) {
            new SampleLive(9, TODAY, directory).appendEvents(60);
        }
        var feed = new Feed(directory);
        Set<String> answered = new HashSet<>();
        int paid = 0;
        for (int i = 1; i <= 6; i++) {
            for (Row claim : feed.rows("claims-live-%06d".formatted(i))) {
                if (claim.text("claim_status").equals("Pending")) {
                    assertEquals("2025-07-02", claim.text("submitted_date"));
                    continue;
                }
                assertTrue(pending.contains(claim.text("claim_id")));
                assertTrue(answered.add(claim.text("claim_id")));
                assertEquals("2025-07-02", claim.text("adjudicated_date"));
                assertEquals(
                        claim.cents("allowed"),
                        claim.cents("paid") + claim.cents("patient_responsibility"));
                paid += claim.cents("paid") > 0 ? 1 : 0;
            }
        }
        assertTrue(paid > 30, "paid: " + paid);
        assertTrue(answered.size() > pending.size() * 0.8, answered.size() + "/" + pending.size());
    }

    @Test
    void ledgerAndClaimsOfADeliveryAgree() throws IOException {
        new SampleLive(9, TODAY, directory).appendEvents(80);
        var feed = new Feed(directory);
        for (Row claim : feed.rows("claims-live-000001")) {
            long paid = 0;
            long charged = 0;
            for (Row entry : feed.rows("transactions-live-000001")) {
                if (entry.text("claim_id").equals(claim.text("claim_id"))) {
                    paid += entry.cents("paid");
                    charged += entry.cents("billed");
                }
            }
            if (claim.text("claim_status").equals("Pending")) {
                assertEquals(claim.cents("billed"), charged);
            } else {
                assertEquals(claim.cents("paid"), paid);
            }
        }
    }

    @Test
    void aFolderWithoutAHospitalIsRefused(@TempDir Path empty) {
        assertThrows(ClaimscopeException.class, () -> new SampleLive(9, TODAY, empty));
    }

    @Test
    void deliveriesOfNothingAreRefused() throws IOException {
        var live = new SampleLive(9, TODAY, directory);
        assertThrows(ClaimscopeException.class, () -> live.appendEvents(0));
    }
}
