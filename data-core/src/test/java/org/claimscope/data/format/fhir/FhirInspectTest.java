package org.claimscope.data.format.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.claimscope.data.format.Formats;
import org.claimscope.data.format.Inspection;
import org.claimscope.data.format.fhir.Resources.Resource;
import org.claimscope.data.model.Entity;
import org.claimscope.data.testing.KeptRecords.Row;
import org.claimscope.data.testing.Readings;
import org.claimscope.data.testing.SharedData;
import org.junit.jupiter.api.Test;

/// Every resource of the shared files: counts, sums and codes against an oracle that plain Python
/// computed.
final class FhirInspectTest {
    private static final FhirFormat FORMAT = new FhirFormat();

    @Test
    void everyRowOfTheOracle() throws IOException {
        Path folder = SharedData.folder("synthea").resolve("fhir");
        List<List<String>> oracle = SharedData.oracle("synthea_shared_fhir.csv");
        assertEquals(
                "file,resources,total_submitted,eob_payment,items,type_counts,status_counts",
                String.join(",", oracle.removeFirst()));
        for (List<String> row : oracle) {
            byte[] bytes = Files.readAllBytes(folder.resolve(row.get(0)));
            String type = row.get(0).replace(".ndjson", "");
            assertEquals(
                    Map.of(type, Long.parseLong(row.get(1))),
                    FORMAT.inspect(new ByteArrayInputStream(bytes)).resources());
            var types = new TreeMap<String, Integer>();
            var statuses = new TreeMap<String, Integer>();
            BigDecimal submitted = BigDecimal.ZERO;
            BigDecimal payment = BigDecimal.ZERO;
            int items = 0;
            boolean billing = type.equals("Claim") || type.equals("ExplanationOfBenefit");
            for (Resource resource : resources(bytes)) {
                Json json = resource.json();
                items += json.all("item").size();
                statuses.merge(json.text("status"), 1, Integer::sum);
                if (billing) {
                    types.merge(ClaimRows.type(json), 1, Integer::sum);
                    submitted = submitted.add(submitted(json));
                    payment = payment.add(decimal(json.child("payment").child("amount")));
                } else if (type.equals("Encounter")) {
                    types.merge(json.child("class").text("code"), 1, Integer::sum);
                }
            }
            assertSum(row.get(2), submitted);
            assertSum(row.get(3), payment);
            assertEquals(Integer.parseInt(row.get(4)), items, row.get(0));
            assertEquals(row.get(5), told(types), row.get(0));
            // The oracle has no status for resources that have none in R4; we read that as empty.
            assertEquals(row.get(6), told(statuses), row.get(0));
        }
        assertEquals(9, oracle.size());
    }

    /// The oracle added binary floats (655068.864000000004081); ours are the decimals as sent.
    private static void assertSum(String oracle, BigDecimal sum) {
        BigDecimal difference = new BigDecimal(oracle).subtract(sum).abs();
        assertTrue(difference.compareTo(new BigDecimal("0.000001")) < 0, oracle + " " + sum);
    }

    private static BigDecimal submitted(Json json) {
        Json total = json.child("total");
        return decimal(total.has("amount") ? total.child("amount") : total);
    }

    private static BigDecimal decimal(Json money) {
        String value = money.text("value");
        return value.isEmpty() ? BigDecimal.ZERO : new BigDecimal(value);
    }

    /// As the oracle writes it once CSV's quotes are undone: `{AMB: 311, EMER: 16}`.
    private static String told(Map<String, Integer> counts) {
        var parts = new ArrayList<String>();
        counts.forEach((name, n) -> parts.add(name + ": " + n));
        return "{" + String.join(", ", parts) + "}";
    }

    @Test
    void allFilesLoadAndReferToEachOther() throws IOException {
        Path folder = SharedData.folder("synthea").resolve("fhir");
        Map<String, Readings> read = new TreeMap<>();
        for (String type :
                List.of(
                        "Claim",
                        "Condition",
                        "Encounter",
                        "ExplanationOfBenefit",
                        "Location",
                        "Organization",
                        "Patient",
                        "Practitioner",
                        "PractitionerRole")) {
            byte[] bytes = Files.readAllBytes(folder.resolve(type + ".ndjson"));
            assertEquals("fhir", Formats.of(bytes).orElseThrow().id());
            Readings r = Readings.of(FORMAT, bytes);
            assertEquals(List.of(), r.rejections(), type);
            assertEquals(List.of(), r.findings(), type);
            read.put(type, r);
        }
        var patients = ids(read.get("Patient"), Entity.PATIENT);
        var providers = ids(read.get("Practitioner"), Entity.PROVIDER);
        var facilities = ids(read.get("Organization"), Entity.FACILITY);
        var departments = ids(read.get("Location"), Entity.DEPARTMENT);
        var encounters = ids(read.get("Encounter"), Entity.ENCOUNTER);
        assertEquals(14, patients.size());
        assertEquals(335, encounters.size());
        for (Row row : read.get("Encounter").records().rows(Entity.ENCOUNTER)) {
            assertTrue(patients.contains(row.get("patient_id")));
            assertTrue(providers.contains(row.get("provider_id")), row.get("provider_id"));
            assertTrue(facilities.contains(row.get("facility_id")));
            assertTrue(departments.contains(row.get("department_id")));
        }
        for (Row row : read.get("PractitionerRole").records().rows(Entity.PROVIDER)) {
            assertTrue(providers.contains(row.get("id")));
            assertTrue(facilities.contains(row.get("facility_id")));
        }
        List<Row> claims = read.get("Claim").records().rows(Entity.CLAIM);
        assertEquals(486, claims.size());
        assertEquals("919032.52", sum(claims, "billed").toPlainString());
        for (Row row : claims) {
            assertTrue(patients.contains(row.get("patient_id")));
            assertTrue(encounters.contains(row.get("encounter_id")));
        }
        assertEquals(1895, read.get("Claim").records().rows(Entity.CLAIM_LINE).size());
        Readings eob = read.get("ExplanationOfBenefit");
        var claimIds = ids(read.get("Claim"), Entity.CLAIM);
        for (Row row : eob.records().rows(Entity.CLAIM)) {
            assertTrue(claimIds.contains(row.get("id")), "an answer belongs to a claim");
        }
        assertEquals(1895, eob.records().rows(Entity.REMITTANCE_LINE).size());
        assertEquals(
                "919032.52",
                sum(eob.records().rows(Entity.REMITTANCE_CLAIM), "billed").toPlainString());
        // Synthea pays fractions of a cent; each payment is rounded to cents, half up.
        BigDecimal paid = sum(eob.records().rows(Entity.REMITTANCE_CLAIM), "paid");
        assertTrue(
                paid.subtract(new BigDecimal("655068.864")).abs().compareTo(new BigDecimal("2.43"))
                        < 0,
                "half a cent times 486: " + paid);
        assertEquals(paid, sum(eob.records().rows(Entity.TRANSACTION), "paid"));
    }

    private static List<String> ids(Readings read, Entity entity) {
        return read.records().rows(entity).stream().map(r -> r.get("id")).toList();
    }

    private static BigDecimal sum(List<Row> rows, String field) {
        return rows.stream()
                .map(r -> r.get(field))
                .filter(v -> !v.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Counts and sums of the CMS files, read off the JSON by hand.
    @Test
    void theFilesOfTheCarinProfiles() throws IOException {
        Path folder = SharedData.folder("fhir-bfd");
        Map<String, Map<String, Long>> expected =
                Map.of(
                        "Coverage-FFS.json", Map.of("Coverage", 1L),
                        "claimFissRead.json", Map.of("Claim", 1L),
                        "claimResponseFissRead.json", Map.of("ClaimResponse", 1L),
                        "eobByPatientIdPaged.json", Map.of("ExplanationOfBenefit", 8L),
                        "eobReadCarrier.json", Map.of("ExplanationOfBenefit", 1L),
                        "eobReadInpatient.json", Map.of("ExplanationOfBenefit", 1L),
                        "eobReadOutpatient.json", Map.of("ExplanationOfBenefit", 1L));
        for (var file : expected.entrySet()) {
            byte[] bytes = Files.readAllBytes(folder.resolve(file.getKey()));
            Inspection inspection = FORMAT.inspect(new ByteArrayInputStream(bytes));
            assertEquals(file.getValue(), inspection.resources(), file.getKey());
            Readings r = Readings.of(FORMAT, bytes);
            assertEquals(List.of(), r.rejections(), file.getKey());
        }
        Readings coverage = read(folder, "Coverage-FFS.json");
        Row part = coverage.records().row(Entity.COVERAGE, "part-A-123456789");
        assertEquals("123456789", part.get("patient_id"));
        assertEquals("Part A", part.get("plan_name"));
        assertEquals("2018-04-11", part.get("effective_from"));
        String payer = "Centers for Medicare & Medicaid Services";
        assertEquals(payer, part.get("payer_id"));
        assertEquals(payer, coverage.records().row(Entity.PAYER, payer).get("name"));
        Readings fiss = read(folder, "claimFissRead.json");
        Row claim = fiss.records().row(Entity.CLAIM, "f-123456");
        assertEquals("1234.32", claim.get("billed"));
        assertEquals("123456MBI", claim.get("patient_id"));
        assertEquals("princcd", claim.get("diagnosis_code"));
        assertEquals("8876543211", claim.get("billing_npi"));
        assertEquals("MEDICARE", claim.get("payer_id"));
        assertEquals("baker", fiss.records().row(Entity.PATIENT, "123456MBI").get("last_name"));
        Row line = fiss.records().row(Entity.CLAIM_LINE, "f-123456/1");
        assertEquals("12345", line.get("procedure_code"));
        assertTrue(line.get("modifiers").startsWith("m1,m2,m3"));
        assertEquals("5", line.get("units"));
        Readings response = read(folder, "claimResponseFissRead.json");
        assertEquals("Pending", response.records().row(Entity.CLAIM, "f-123456").get("status"));
        Row reason = response.records().rows(Entity.ADJUSTMENT).getFirst();
        assertEquals("car", reason.get("carc"));
        assertEquals("ca", reason.get("group_code"));
        Readings outpatient = read(folder, "eobReadOutpatient.json");
        Row adjustment = outpatient.records().rows(Entity.ADJUSTMENT).getFirst();
        assertEquals("CO", adjustment.get("group_code"));
        assertEquals("120", adjustment.get("carc"));
        // Blue Button files several sums under one word; the variable decides.
        assertMoney(outpatient, "8888.85", "693.11", "999.85", "", "5000.00");
        assertMoney(
                read(folder, "eobReadCarrier.json"), "0.00", "199.99", "75.00", "47.84", "37.50");
        assertMoney(
                read(folder, "eobReadInpatient.json"), "84999.37", "7699.48", "84888.88", "", "");
    }

    private static void assertMoney(
            Readings r, String billed, String paid, String line, String allowed, String linePaid) {
        Row claim = r.records().rows(Entity.REMITTANCE_CLAIM).getFirst();
        assertEquals(billed, claim.get("billed"));
        assertEquals(paid, claim.get("paid"));
        Row first = r.records().rows(Entity.REMITTANCE_LINE).getFirst();
        assertEquals(line, first.get("billed"));
        assertEquals(allowed, first.get("allowed"));
        assertEquals(linePaid, first.get("paid"));
    }

    private static Readings read(Path folder, String file) throws IOException {
        return Readings.of(FORMAT, Files.readAllBytes(folder.resolve(file)));
    }

    private static List<Resource> resources(byte[] bytes) throws IOException {
        Units units = Resources.of(new ByteArrayInputStream(bytes), f -> {});
        var all = new ArrayList<Resource>();
        while (units.next()) {
            all.addAll(Resources.read(units.bytes(), units.from(), units.length()));
        }
        return all;
    }
}
