package org.claimscope.data.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Entity.Versions;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.claimscope.data.testing.WarehouseDump;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same hospital, once as tables and once over its interfaces: what both carry is the same, and
/// each difference is one that the interface cannot tell. The readers are the product's own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SampleInterfacesTest {
    private static final LocalDate ANCHOR = LocalDate.of(2025, 6, 30);
    private static final int VISITS = 12;
    private static final Clock TODAY =
            Clock.fixed(Instant.parse("2025-07-02T10:00:00Z"), ZoneOffset.UTC);

    private final Path spoken;
    private final DataCore tables;
    private final DataCore interfaces;
    private final List<RunEntry> runs;

    SampleInterfacesTest(@TempDir Path temp) throws IOException {
        Path csv = temp.resolve("csv");
        spoken = temp.resolve("spoken");
        var hospital = new SampleHospital(11, ANCHOR, VISITS);
        hospital.writeTo(csv);
        hospital.writeAs(spoken, EnumSet.allOf(HospitalInterface.class));
        tables = DataCore.create(temp.resolve("a"), new Credentials.None(), TODAY, "tester");
        sync(tables, FeedList.preset("sample-hospital"), csv);
        interfaces = DataCore.create(temp.resolve("b"), new Credentials.None(), TODAY, "tester");
        runs = sync(interfaces, FeedList.read(spoken.resolve("feeds.yaml")), spoken);
    }

    @AfterAll
    void close() {
        tables.close();
        interfaces.close();
    }

    private static List<RunEntry> sync(DataCore core, FeedList feeds, Path folder) {
        return core.sync()
                .run(feeds, new FolderSource(folder), false, Progress.NONE, Cancellation.NONE);
    }

    /// What is known now: the values of some columns by id.
    private static Map<String, List<String>> rows(
            DataCore core, Entity entity, String where, List<String> columns) {
        String all =
                WarehouseDump.text(
                        core.workspace(),
                        entity,
                        "select coalesce(string_agg(id || chr(31) || "
                                + columns.stream()
                                        .map(c -> "coalesce(cast(" + c + " as varchar), '')")
                                        .collect(Collectors.joining(" || chr(31) || "))
                                + ", chr(30)), '') from "
                                + entity.table()
                                + " where not is_closed"
                                + (entity.versions() == Versions.SCD2
                                        ? " and valid_to = date '9999-12-31'"
                                        : "")
                                + where);
        Map<String, List<String>> rows = new HashMap<>();
        for (String row : all.isEmpty() ? new String[0] : all.split("\u001e")) {
            String[] cells = row.split("\u001f", -1);
            rows.put(cells[0], Arrays.asList(cells).subList(1, cells.length));
        }
        return rows;
    }

    /// What an interface does not say, or says otherwise, of what the tables have; and why.
    private static final Map<Entity, Map<String, String>> DIFFERENCES =
            Map.ofEntries(
                    Map.entry(
                            Entity.FACILITY,
                            Map.of(
                                    "name", "PL.4 is the facility's id, and its only name",
                                    "facility_type", "no segment has it",
                                    "city", "no segment has it",
                                    "state", "no segment has it")),
                    Map.entry(
                            Entity.PROVIDER,
                            Map.of(
                                    "specialty", "XCN has none",
                                    "department_id", "XCN has none",
                                    "facility_id", "XCN has none",
                                    "npi", "the hospital's XCN-1 is its own number")),
                    Map.entry(Entity.PATIENT, Map.of()),
                    Map.entry(
                            Entity.PAYER,
                            Map.of(
                                    "name", "claims are in capitals; the newest message names",
                                    "payer_type", "IN1 names a payer and not its kind")),
                    Map.entry(
                            Entity.ENCOUNTER,
                            Map.of(
                                    "department_id", "a point of care is its facility's: D10@F2",
                                    "status", "an event tells it; the table has no column")),
                    Map.entry(
                            Entity.TRANSACTION,
                            Map.of(
                                    "department_id", "a point of care is its facility's: D10@F2",
                                    "claim_id", "an FT1 is posted before there is a claim",
                                    "visit_type", "PV1-2, which the table does not repeat",
                                    "payment_date", "FT1-5 is the posting; the 835 has the payment",
                                    "payment_source", "FT1-6 says PY for whoever paid",
                                    "group_code", "CAS01 is the payer's word, in the 835",
                                    "carc", "CAS02 is the payer's word, in the 835")),
                    Map.entry(
                            Entity.CLAIM,
                            Map.ofEntries(
                                    Map.entry("encounter_id", "CLM01 is the claim's own number"),
                                    Map.entry("patient_id", "NM109 is the member's number"),
                                    Map.entry("facility_id", "NM1*85 has an NPI and no place"),
                                    Map.entry("department_id", "an 837 has none"),
                                    Map.entry("provider_id", "an 837 has the NPI"),
                                    Map.entry("payer_name", "the table names payers elsewhere"),
                                    Map.entry("payment_date", "BPR16, not the day of posting"),
                                    Map.entry("paid", "what was decided, not what was posted"),
                                    Map.entry("deductible", "CAS of the 835; not in the table"),
                                    Map.entry("coinsurance", "CAS of the 835; not in the table"),
                                    Map.entry("copay", "CAS of the 835; not in the table"),
                                    Map.entry("status", "CLP02; the table repeats its word"),
                                    Map.entry("claim_status", "see theWordsForClaims"),
                                    Map.entry("original_claim_id", "REF*F8 is the payer's number"),
                                    Map.entry("claim_type", "SV1 or SV2; not in the table"),
                                    Map.entry("place_of_service", "CLM05-1; not in the table"),
                                    Map.entry("billing_npi", "NM1*85; not in the table"),
                                    Map.entry("rendering_npi", "NM1*82; not in the table"),
                                    Map.entry("payer_control_number", "CLP07; not in the table"),
                                    Map.entry("discharge_date", "DTP*434; not in the table"),
                                    Map.entry("diagnosis_code", "HI; not in the table"))),
                    Map.entry(Entity.DIAGNOSIS_CODE, Map.of()),
                    Map.entry(Entity.REMITTANCE, Map.of()),
                    Map.entry(Entity.REMITTANCE_CLAIM, Map.of()),
                    Map.entry(Entity.REMITTANCE_LINE, Map.of()),
                    Map.entry(Entity.ADJUSTMENT, Map.of()));

    /// Claims name people by other numbers (member id, NPI), and are other people to a reader; and
    /// remittances answer three claims that the hospital never sent.
    private static String ofTheHospital(Entity entity) {
        return switch (entity) {
            case PATIENT -> " and id like 'P%'";
            case PROVIDER -> " and id like 'PR%'";
            case CLAIM -> " and id not like 'U%'";
            default -> "";
        };
    }

    @Test
    void everyRowThatBothCarryIsTheSameButForWhatTheInterfaceCannotSay() {
        DIFFERENCES.forEach((entity, expected) -> {
            List<String> columns =
                    entity.fields().stream()
                            .map(f -> f.name())
                            // The day of a message is not the day the sender changed its row.
                            .filter(n -> !Set.of("source", "id", "modified_date").contains(n))
                            .toList();
            var told = rows(tables, entity, "", columns);
            var heard = rows(interfaces, entity, ofTheHospital(entity), columns);
            assertTrue(told.size() > 2, entity + ": " + told.size());
            assertEquals(new TreeSet<>(told.keySet()), new TreeSet<>(heard.keySet()), entity + "");
            var different = new TreeSet<String>();
            told.forEach((id, row) -> {
                for (int i = 0; i < columns.size(); i++) {
                    if (!row.get(i).equals(heard.get(id).get(i))) {
                        different.add(columns.get(i));
                    }
                }
            });
            assertEquals(new TreeSet<>(expected.keySet()), different, entity + "");
        });
    }

    /// A decision that leaves all to the patient is no payment to an 835.
    @Test
    void theWordsForClaims() {
        var words = List.of("claim_status", "paid", "allowed");
        var heard = rows(interfaces, Entity.CLAIM, "", words);
        var pairs = new TreeSet<String>();
        rows(tables, Entity.CLAIM, "", words)
                .forEach((id, row) -> {
                    String other = heard.get(id).get(0);
                    if (!row.get(0).equals(other)) {
                        pairs.add(row.get(0) + " is " + other);
                        if (other.equals("Approved")) {
                            assertEquals("0.00", row.get(1), id);
                        }
                    }
                });
        assertEquals(Set.of("Paid is Approved"), pairs);
    }

    @Test
    void everyClaimIsAcknowledgedAndTheRefusedOnesAreThoseOfTheTables() {
        var answers = new HashMap<String, List<String>>();
        rows(
                        interfaces,
                        Entity.ACKNOWLEDGEMENT,
                        "",
                        List.of("claim_id", "outcome", "billed", "payer_id"))
                .values()
                .forEach(a -> assertEquals(null, answers.put(a.get(0), a.subList(1, 4)), a.get(0)));
        var expected = new HashMap<String, List<String>>();
        rows(tables, Entity.CLAIM, "", List.of("claim_status", "billed", "payer_id"))
                .forEach((id, c) -> {
                    String outcome = c.get(0).equals("Rejected") ? "Rejected" : "Accepted";
                    expected.put(id, List.of(outcome, c.get(1), c.get(2)));
                });
        assertEquals(expected, answers);
    }

    /// Only a 277CA tells that a claim was refused before it was sent again: the tables' reader
    /// takes the second for a duplicate. Here the first is not clean, and the second no new entry.
    @Test
    void theCleanClaimRateKnowsTheRefusals() {
        int entered = 0;
        int unclean = 0;
        var columns = List.of("frequency_code", "original_claim_id", "claim_status");
        for (var claim : rows(tables, Entity.CLAIM, "", columns).entrySet()) {
            List<String> row = claim.getValue();
            if (row.get(0).equals("1") && row.get(1).isEmpty()) {
                entered++;
                boolean twice = claim.getKey().endsWith("-D");
                unclean += twice || row.get(2).equals("Rejected") ? 1 : 0;
            }
        }
        assertTrue(unclean > 5, "not clean: " + unclean);
        assertEquals(
                (double) (entered - unclean) / entered,
                value(interfaces, "clean_claim_rate").doubleValue(),
                1e-9);
    }

    @Test
    void aReplacementNamesThePayersNumberOfWhatItReplacesAndAResentClaimNone() {
        var columns = List.of("original_claim_id", "payer_control_number", "frequency_code");
        var told = rows(tables, Entity.CLAIM, "", columns);
        var heard = rows(interfaces, Entity.CLAIM, "", columns);
        int replaced = 0;
        for (var claim : told.entrySet()) {
            String original = claim.getValue().get(0);
            boolean replaces = claim.getValue().get(2).equals("7");
            replaced += replaces ? 1 : 0;
            assertEquals(
                    replaces ? heard.get(original).get(1) : "",
                    heard.get(claim.getKey()).get(0),
                    claim.getKey());
        }
        assertTrue(replaced > 5, "replaced: " + replaced);
    }

    @Test
    void theLinesOfAClaimAreTheChargesOnItsBill() {
        String lines =
                "select string_agg(claim_id || ' ' || b, ',' order by claim_id)"
                        + " from (select claim_id, sum(billed) as b from claim_line group by claim_id) l";
        String claims =
                "select string_agg(id || ' ' || billed, ',' order by id) from claim"
                        + " where valid_to = date '9999-12-31' and not is_closed";
        assertEquals(
                WarehouseDump.text(tables.workspace(), Entity.CLAIM, claims),
                WarehouseDump.text(interfaces.workspace(), Entity.CLAIM_LINE, lines));
    }

    @Test
    void aDepartmentIsTheSameOneWithinItsFacility() {
        for (Entity entity : List.of(Entity.ENCOUNTER, Entity.TRANSACTION)) {
            var told = rows(tables, entity, "", List.of("department_id || '@' || facility_id"));
            assertEquals(told, rows(interfaces, entity, "", List.of("department_id")));
        }
    }

    @Test
    void whoLeftIsDischargedAndWhoIsHereIsNot() {
        var visits = rows(interfaces, Entity.ENCOUNTER, "", List.of("status", "discharge_date"));
        visits.forEach((id, row) ->
                assertEquals(row.get(1).isEmpty() ? "Active" : "Discharged", row.get(0), id));
    }

    /// Every coverage that is heard of is one of the tables', but for visits that nobody insured,
    /// which the tables have no row for.
    @Test
    void noCoverageIsMadeUp() {
        var member = List.of("patient_id", "rank", "member_id");
        var told = Set.copyOf(rows(tables, Entity.COVERAGE, "", member).values());
        var heard =
                rows(
                                interfaces,
                                Entity.COVERAGE,
                                " and id like 'P%/%' and member_id is not null",
                                member)
                        .values();
        assertTrue(heard.size() > 300, "coverages: " + heard.size());
        assertEquals(
                Set.of(),
                heard.stream().filter(c -> !told.contains(c)).collect(Collectors.toSet()));
    }

    @Test
    void nothingIsQuarantinedButThePlantedClaimWithoutItsNumber() {
        Map<String, Long> quarantined = new TreeMap<>();
        runs.forEach(r -> {
            assertEquals(RunEntry.Status.LOADED, r.status(), r.feed());
            quarantined.merge(r.feed(), r.rowsQuarantined(), Long::sum);
        });
        assertEquals(1, quarantined.remove("sample/remittances"));
        assertFalse(quarantined.isEmpty());
        quarantined.forEach((feed, count) -> assertEquals(0, count, feed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "charges",
                "payments",
                "adjustments",
                "transaction_count",
                "encounter_count",
                "patient_count",
                "charge_lag_days",
                "late_charge_rate",
                "claim_count",
                "claim_billed",
                "denial_rate",
                "denial_rate_dollars",
                "first_pass_yield",
                "first_pass_yield_dollars",
                "rework_rate",
                "bill_lag_days",
                "unmatched_claim_count",
                "denied_amount",
                "ar_balance",
                "days_in_ar",
                "gross_collection_rate",
                "net_collection_rate",
                "remittance_count",
                "remitted_claim_count"
            })
    void aNumberWhoseInputsBothHaveIsTheSame(String kpi) {
        assertEquals(value(tables, kpi), value(interfaces, kpi));
    }

    @Test
    void theSameSeedWritesTheSameBytesAndNothingUnfinished(@TempDir Path again) throws IOException {
        new SampleHospital(11, ANCHOR, VISITS)
                .writeAs(again, EnumSet.allOf(HospitalInterface.class));
        var names = new TreeSet<String>();
        try (var list = Files.list(spoken)) {
            for (Path file : list.filter(Files::isRegularFile).toList()) {
                names.add(file.getFileName().toString());
                assertEquals(-1, Files.mismatch(file, again.resolve(file.getFileName())));
            }
        }
        assertEquals(
                Set.of(
                        "acknowledgements.277ca",
                        "adt.hl7",
                        "claims-i.837",
                        "claims-p.837",
                        "dft.hl7",
                        "feeds.yaml",
                        "remittances.835"),
                names);
    }

    @Test
    void anUnknownInterfaceIsNamed() {
        var refused =
                assertThrows(
                        ClaimscopeException.class, () -> HospitalInterface.parse("hl7, telex"));
        assertTrue(refused.getMessage().contains("telex"), refused.getMessage());
        assertEquals(EnumSet.of(HospitalInterface.HL7), HospitalInterface.parse(" HL7"));
    }

    private static BigDecimal value(DataCore core, String kpi) {
        var query = MetricQuery.of(kpi).between(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 7, 2));
        return Objects.requireNonNull(core.query().total(query).get(kpi));
    }
}
