package org.claimscope.data.sample;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.sample.Feed.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The ledger invariants and realism of the sample, recomputed from the files alone.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SampleHospitalTest {
    private static final LocalDate ANCHOR = LocalDate.of(2025, 6, 30);

    private final Feed feed;
    private final Map<String, Row> encounters;
    private final Map<String, Row> claims;
    private final Ledger ledger;

    SampleHospitalTest(@TempDir Path directory) throws IOException {
        new SampleHospital(42, ANCHOR, SampleHospital.DEFAULT_ENCOUNTERS_PER_MONTH)
                .writeTo(directory);
        feed = new Feed(directory);
        encounters = feed.byId("encounters", "encounter_id");
        claims = feed.byId("claims", "claim_id");
        ledger = new Ledger(feed);
    }

    @Test
    void everyReferenceResolvesAndEveryIdIsUnique() {
        Map<String, Set<String>> ids = new HashMap<>();
        Map.of(
                        "facility_id", "facilities",
                        "department_id", "departments",
                        "provider_id", "providers",
                        "payer_id", "payers",
                        "patient_id", "patients",
                        "encounter_id", "encounters",
                        "claim_id", "claims")
                .forEach((column, table) -> ids.put(column, feed.byId(table, column).keySet()));
        ids.put("original_claim_id", claims.keySet());
        ids.put("procedure_code", feed.byId("procedures", "code").keySet());
        ids.put("diagnosis_code", feed.byId("diagnoses", "code").keySet());
        feed.byId("transactions", "transaction_id");
        feed.byId("coverages", "coverage_id");
        int checked = 0;
        for (String table :
                List.of(
                        "departments",
                        "providers",
                        "coverages",
                        "encounters",
                        "claims",
                        "transactions")) {
            for (Row row : feed.rows(table)) {
                for (var reference : ids.entrySet()) {
                    String column = reference.getKey();
                    if (row.header().containsKey(column) && row.has(column)) {
                        checked++;
                        assertTrue(
                                reference.getValue().contains(row.text(column)),
                                () -> table + " line " + row.line() + ": " + column);
                    }
                }
            }
        }
        assertTrue(checked > 2_000_000, "references checked: " + checked);
    }

    @Test
    void claimsAndLedgerRowsSayTheSameAsTheirEncounter() {
        for (String table : List.of("claims", "transactions")) {
            for (Row row : feed.rows(table)) {
                Row encounter = ledger.known(encounters, row.text("encounter_id"));
                for (String column :
                        List.of(
                                "patient_id",
                                "facility_id",
                                "department_id",
                                "provider_id",
                                "payer_id")) {
                    assertEquals(encounter.text(column), row.text(column), table + row.line());
                }
            }
        }
    }

    @Test
    void theEncountersPayerIsThePatientsFirstCoverageOnThatDay() {
        Map<String, List<Row>> covers = Ledger.grouped(feed.rows("coverages"), "patient_id");
        for (Row encounter : encounters.values()) {
            LocalDate day = encounter.date("service_date");
            String payer =
                    covers.getOrDefault(encounter.text("patient_id"), List.of()).stream()
                            .filter(c -> c.text("rank").equals("1"))
                            .filter(c -> !day.isBefore(c.date("effective_from")))
                            .filter(c ->
                                    !c.has("effective_to") || !day.isAfter(c.date("effective_to")))
                            .map(c -> c.text("payer_id"))
                            .findFirst()
                            .orElse(Payer.SELF_PAY.id);
            assertEquals(payer, encounter.text("payer_id"), () -> "line " + encounter.line());
        }
    }

    @Test
    void nothingHappensAfterTheAnchorDate() {
        int dates = 0;
        for (String table : List.of("encounters", "claims", "transactions", "coverages")) {
            for (Row row : feed.rows(table)) {
                for (String column : row.header().keySet()) {
                    if ((column.endsWith("_date") || column.startsWith("effective"))
                            && row.has(column)) {
                        dates++;
                        assertFalse(row.date(column).isAfter(ANCHOR), table + " " + row.line());
                    }
                }
            }
        }
        assertTrue(dates > 500_000, "dates checked: " + dates);
    }

    @Test
    void datesOfAClaimAndOfALedgerRowComeInOrder() {
        for (Row claim : claims.values()) {
            LocalDate submitted = claim.date("submitted_date");
            assertFalse(submitted.isBefore(claim.date("service_date")));
            assertTrue(
                    Set.of("Pending", "Paid", "Denied", "Rejected")
                            .contains(claim.text("claim_status")));
            if (claim.has("adjudicated_date")) {
                assertTrue(submitted.isBefore(claim.date("adjudicated_date")));
            }
            if (claim.has("payment_date")) {
                assertFalse(claim.date("payment_date").isBefore(claim.date("adjudicated_date")));
            }
        }
        for (Row row : feed.rows("transactions")) {
            assertFalse(row.date("posted_date").isBefore(row.date("service_date")));
        }
    }

    @Test
    void everyLedgerRowHasExactlyOneSumAndTheFieldsOfItsType() {
        for (Row row : feed.rows("transactions")) {
            boolean charge = row.text("transaction_type").equals("Charge");
            boolean payment = row.text("transaction_type").equals("Payment");
            boolean adjustment = row.text("transaction_type").equals("Adjustment");
            assertTrue(charge || payment || adjustment);
            assertEquals(charge, row.has("billed"));
            assertEquals(payment, row.has("paid"));
            assertEquals(payment, row.has("payment_date"));
            assertEquals(payment, row.has("payment_source"));
            assertEquals(adjustment, row.has("adjusted"));
            assertEquals(adjustment, row.has("adjustment_type"));
            assertEquals(row.has("group_code"), row.has("carc"));
        }
    }

    @Test
    void theChargeLinesOfAClaimAddUpToWhatItBilled() {
        Set<String> replaced = new HashSet<>();
        claims.values().forEach(c -> replaced.add(c.text("original_claim_id")));
        Set<String> planted = ledger.ids("R01");
        int checked = 0;
        for (Row claim : claims.values()) {
            String id = claim.text("claim_id");
            if (replaced.contains(id)) {
                assertFalse(ledger.billedOnClaim.containsKey(id), "a replaced claim has charges");
            } else if (!planted.contains(id)) {
                checked++;
                assertEquals(claim.cents("billed"), ledger.billedOnClaim.get(id), () -> id);
            }
        }
        assertTrue(checked > 40_000);
    }

    @Test
    void aReplacementBillsWhatItsOriginalBilledAndFollowsARefusal() {
        int replacements = 0;
        for (Row claim : claims.values()) {
            if (claim.has("original_claim_id")) {
                Row original = ledger.known(claims, claim.text("original_claim_id"));
                boolean resent = claim.text("frequency_code").equals("1");
                assertEquals(original.text("billed"), claim.text("billed"));
                assertEquals(resent ? "Rejected" : "Denied", original.text("claim_status"));
                assertTrue(original.date("submitted_date").isBefore(claim.date("submitted_date")));
                replacements++;
            }
        }
        assertTrue(replacements > 1_000, "replacements: " + replacements);
    }

    @Test
    void whatAClaimSaysIsPaidIsWhatTheLedgerSaysThePayerPaid() {
        for (Row claim : claims.values()) {
            if (claim.has("adjudicated_date")) {
                assertEquals(
                        ledger.payerPaidOnClaim.getOrDefault(claim.text("claim_id"), 0L),
                        claim.cents("paid"),
                        () -> "line " + claim.line());
            } else {
                assertFalse(claim.has("paid") || claim.has("allowed") || claim.has("denied"));
            }
        }
    }

    @Test
    void allowedIsPaidPlusPatientResponsibilityUnlessPlantedOrStillPosting() {
        Set<String> planted = ledger.ids("R67");
        Set<String> credits = ledger.ids("R70");
        int checked = 0;
        for (Row claim : claims.values()) {
            // Posting follows a ruling by up to two working days, and a late ruling may follow
            // the first.
            boolean settled =
                    claim.has("adjudicated_date")
                            && !planted.contains(claim.text("claim_id"))
                            && !credits.contains(claim.text("encounter_id"))
                            && claim.date("modified_date").isBefore(ANCHOR.minusDays(6));
            if (settled && ledger.mishapFree(claim)) {
                checked++;
                assertEquals(
                        claim.cents("allowed"),
                        claim.cents("paid") + claim.cents("patient_responsibility"),
                        () -> "line " + claim.line());
            }
        }
        assertTrue(checked > 38_000, "claims checked: " + checked);
    }

    @Test
    void anAccountToldToItsEndBalancesToZeroUnlessItsMishapLeavesItOpen() {
        LocalDate end = ANCHOR.plusYears(20);
        int[] checked = {0, 0};
        new SampleHospital(42, ANCHOR, 500)
                .tell(account -> {
                    long open = account.balanceOn(end).cents();
                    switch (account.mishap()) {
                        case NONE, DUPLICATE_CLAIM, NEVER_CHARGED, CHARGED_LATE, UNDERPAID -> {
                            checked[0]++;
                            assertEquals(0, open, () -> account.encounter().id());
                        }
                        case NEVER_FILED -> assertTrue(open > 0);
                        case TAKEN_BACK -> assertTrue(open >= 0);
                        case OVERPAID -> {
                            checked[1]++;
                            assertTrue(open <= 0);
                        }
                    }
                });
        assertTrue(checked[0] > 11_000 && checked[1] > 5, checked[0] + " " + checked[1]);
    }

    @Test
    void hardlyAnyAccountIsStillOpenAfterTwentyMonths() {
        int open = 0;
        int checked = 0;
        for (Row encounter : encounters.values()) {
            String id = encounter.text("encounter_id");
            boolean old = encounter.date("service_date").isBefore(ANCHOR.minusDays(610));
            if (old && ledger.balance.containsKey(id) && !ledger.isPlanted(id)) {
                checked++;
                open += ledger.balance.getOrDefault(id, 0L) == 0 ? 0 : 1;
            }
        }
        assertTrue(checked > 6_000);
        assertTrue(open <= checked / 200, open + " of " + checked + " old accounts are open");
    }

    @Test
    void theFiguresLookLikeARealRevenueCycle() {
        var figures = new Figures(feed, ledger, encounters, ANCHOR);
        assertAll(
                () -> assertWithin(38, figures.daysInAr(), 50, "days in A/R"),
                () -> assertWithin(0.12, figures.over90(), 0.22, "A/R over 90"),
                () -> assertWithin(0.92, figures.netCollection(), 0.97, "net collection"),
                () -> assertWithin(0.40, figures.grossCollection(), 0.55, "gross collection"),
                () -> assertWithin(0.11, figures.denialRate(), 0.13, "denial rate"),
                () -> assertWithin(2.2, figures.chargeLag(), 2.8, "charge lag"),
                // 28 months of about 2,000: two years and the four months before them.
                () -> assertWithin(55_000, encounters.size(), 57_000, "encounters"),
                () -> assertEquals(42, feed.rows("providers").size()),
                () -> assertEquals(16, feed.rows("departments").size()),
                () -> assertWithin(55, feed.rows("diagnoses").size(), 70, "diagnoses"),
                () -> assertWithin(75, feed.rows("procedures").size(), 95, "procedures"));
    }

    @Test
    void everyNpiPassesTheCheckDigitAndEverySsnIsOneThatIsNeverIssued() {
        for (Row provider : feed.rows("providers")) {
            String npi = provider.text("npi");
            assertEquals(npi, Npi.of(Integer.parseInt(npi.substring(0, 9))));
        }
        Set<String> seen = new HashSet<>();
        for (Row patient : feed.rows("patients")) {
            assertTrue(patient.text("ssn").matches("9\\d\\d-[0-4]\\d-\\d{4}"));
            assertTrue(seen.add(patient.text("ssn")));
            assertTrue(patient.text("phone").matches("\\d{3}-555-01\\d\\d"));
        }
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedDoesNot(@TempDir Path directory)
            throws IOException {
        for (String name : List.of("first", "again", "other")) {
            new SampleHospital(name.equals("other") ? 8 : 7, ANCHOR, 100)
                    .writeTo(directory.resolve(name));
        }
        for (Table table : Table.values()) {
            Path first = directory.resolve("first").resolve(table.fileName());
            assertEquals(
                    -1,
                    Files.mismatch(first, directory.resolve("again").resolve(table.fileName())));
        }
        String remittances = RemittanceFiles.name("");
        assertEquals(
                -1,
                Files.mismatch(
                        directory.resolve("first").resolve(remittances),
                        directory.resolve("again").resolve(remittances)));
        for (String file : List.of("patients.csv", "encounters.csv", "transactions.csv")) {
            assertFalse(
                    Files.mismatch(
                                    directory.resolve("first").resolve(file),
                                    directory.resolve("other").resolve(file))
                            == -1);
        }
    }

    @Test
    void aHospitalWithoutVisitsIsRefused() {
        assertThrows(ClaimscopeException.class, () -> new SampleHospital(1, ANCHOR, 0));
    }

    @Test
    void aFailedWriteLeavesNoHalfFiles(@TempDir Path directory) throws IOException {
        // A folder where the last file should go makes the very end of the writing fail.
        Files.createDirectories(directory.resolve("truth/sample.properties"));
        assertThrows(IOException.class, () -> new SampleHospital(1, ANCHOR, 10).writeTo(directory));
        try (var left = Files.walk(directory)) {
            assertEquals(List.of(), left.filter(Files::isRegularFile).map(Path::toString).toList());
        }
    }

    private static void assertWithin(double low, double actual, double high, String what) {
        assertTrue(actual >= low && actual <= high, () -> what + " is " + actual);
    }
}
