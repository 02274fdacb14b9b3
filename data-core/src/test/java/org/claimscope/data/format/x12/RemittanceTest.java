package org.claimscope.data.format.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection.Reason;
import org.claimscope.data.model.code.Carc;
import org.junit.jupiter.api.Test;

/// Remittances written by hand, and the rows they make, computed by hand.
final class RemittanceTest {
    private static final String HEAD =
            "BPR*I*%s*C*ACH************20260320~TRN*1*CHK77*1999888777~DTM*405*20260319~N1*PR*ACME HEALTH*XV*ACME1~N1*PE*GOOD CLINIC*XX*1999996666~LX*1~";

    /// An interchange with one 835.
    static String file(String paid, String... segments) {
        String body = HEAD.formatted(paid) + String.join("~", segments) + "~";
        long count = body.chars().filter(c -> c == '~').count() + 2;
        return SegmentReaderTest.ISA
                + "GS*HP*PAYER*US*20260319*1200*7*X*005010X221A1~ST*835*0001~"
                + body
                + "SE*"
                + count
                + "*0001~GE*1*7~IEA*1*000000001~";
    }

    private static final String[] K1 = {
        "CLP*K1*1*300*120*30*HM*ICN1*11*1",
        "NM1*QC*1*DOE*JANE****MI*M123",
        "NM1*82*1*GOOD*DOC****XX*1888887777",
        "MOA***MA01*N30",
        "DTM*050*20260306",
        "SVC*HC:99213:25*200*120**1",
        "DTM*472*20260302",
        "CAS*CO*45*50",
        "CAS*PR*2*30",
        "REF*6R*L1",
        "AMT*B6*150",
        "LQ*HE*N14",
        "SVC*HC:80053*100*0**2",
        "DTM*472*20260302",
        "CAS*CO*197*100"
    };

    @Test
    void aClaimPartlyDenied() throws IOException {
        Collected read = Collected.read(file("120", K1));
        assertEquals(List.of(), read.codes());
        assertEquals(List.of(), read.rejections);
        assertEquals(
                List.of(
                        "CHK77|1999888777 CHK77 ACME1 ACME HEALTH 1999996666 ACH 2026-03-20 2026-03-19 120.00 0.00 Y"),
                read.show(
                        Entity.REMITTANCE,
                        "id",
                        "trace_number",
                        "payer_id",
                        "payer_name",
                        "payee_npi",
                        "payment_method",
                        "payment_date",
                        "production_date",
                        "paid",
                        "provider_adjusted",
                        "balanced"));
        assertEquals(
                List.of(
                        "CHK77|1999888777|K1|ICN1|1|1 K1 M123 1 HM ICN1 11 1 1888887777 300.00 120.00 30.00 150.00 100.00 CO 197 MA01 N30 2026-03-02 2026-03-06 2026-03-20 Y"),
                read.show(
                        Entity.REMITTANCE_CLAIM,
                        "id",
                        "claim_id",
                        "patient_id",
                        "status",
                        "filing_code",
                        "payer_control_number",
                        "facility_type",
                        "frequency_code",
                        "rendering_npi",
                        "billed",
                        "paid",
                        "patient_responsibility",
                        "allowed",
                        "denied",
                        "denial_group_code",
                        "denial_carc",
                        "rarc",
                        "service_date",
                        "received_date",
                        "payment_date",
                        "balanced"));
        assertEquals(
                List.of(
                        "CHK77|1999888777|K1|ICN1|1|1|1 99213 25 L1 N14 1 200.00 120.00 150.00 2026-03-02 Y",
                        "CHK77|1999888777|K1|ICN1|1|1|2 80053    2 100.00 0.00 0.00 2026-03-02 Y"),
                read.show(
                        Entity.REMITTANCE_LINE,
                        "id",
                        "procedure_code",
                        "modifiers",
                        "line_control_number",
                        "rarc",
                        "units",
                        "billed",
                        "paid",
                        "allowed",
                        "service_date",
                        "balanced"));
        assertEquals(
                List.of(
                        "line 1 CO 45 50.00 CONTRACTUAL",
                        "line 1 PR 2 30.00 PATIENT",
                        "line 2 CO 197 100.00 AUTHORIZATION"),
                read.all(Entity.ADJUSTMENT).stream()
                        .map(a ->
                                a.show("level")
                                        + " "
                                        + a.show("remittance_line_id").split("\\|")[6]
                                        + " "
                                        + a.show("group_code", "carc", "adjusted", "denial_class"))
                        .toList());
        assertEquals(
                List.of(
                        "Payment K1 K1 ACME1 1999996666 120.00   Payer  2026-03-02 2026-03-20 2026-03-20 99213",
                        "Adjustment K1 K1 ACME1 1999996666  50.00 Contractual  45 2026-03-02 2026-03-20  "),
                read.show(
                        Entity.TRANSACTION,
                        "transaction_type",
                        "encounter_id",
                        "claim_id",
                        "payer_id",
                        "provider_id",
                        "paid",
                        "adjusted",
                        "adjustment_type",
                        "payment_source",
                        "carc",
                        "service_date",
                        "posted_date",
                        "payment_date",
                        "procedure_code"));
        // What stands now, dated forward; what was first, dated backward.
        var claim = read.all(Entity.CLAIM);
        assertEquals(3, claim.size());
        assertEquals(
                "K1 1 Paid 300.00 150.00 120.00 30.00 30.00 0.00 ICN1",
                claim.get(0)
                        .show(
                                "id",
                                "status",
                                "claim_status",
                                "billed",
                                "allowed",
                                "paid",
                                "patient_responsibility",
                                "coinsurance",
                                "deductible",
                                "payer_control_number"));
        assertEquals("2026-03-19T00:00:00.000001Z", String.valueOf(claim.get(0).event()));
        assertEquals(
                "K1 2026-03-19 2026-03-20 100.00 CO 197",
                claim.get(1)
                        .show(
                                "id",
                                "adjudicated_date",
                                "payment_date",
                                "denied",
                                "group_code",
                                "carc"));
        assertTrue(claim.get(1).event().isBefore(java.time.Instant.EPOCH));
        // Who decided only fills in: it is older than what a bill tells of its payer.
        assertEquals("K1 ACME1", claim.get(2).show("id", "payer_id"));
        assertTrue(claim.get(2).event().isBefore(java.time.Instant.EPOCH));
    }

    @Test
    void theSamePaymentInAnotherEnvelopeOrInTwoPartsHasTheSameIds() throws IOException {
        String[] k2 = {"CLP*K2*1*10*10**HM*ICN2", "CLP*K2*1*10*10**HM*ICN2"};
        String[] all = concat(K1, k2);
        Collected once = Collected.read(file("140", all));
        Collected again =
                Collected.read(
                        file("140", all)
                                .replace("000000001", "000000055")
                                .replace("GS*HP*PAYER", "GS*HP*HOUSE")
                                .replace("*0001", "*0099"));
        assertEquals(ids(once), ids(again));
        var parts = new java.util.TreeSet<String>(ids(Collected.read(file("120", K1))));
        parts.addAll(ids(Collected.read(file("20", k2))));
        assertEquals(new java.util.TreeSet<>(ids(once)), parts);
        List<String> ids = once.show(Entity.REMITTANCE_CLAIM, "id");
        assertEquals(3, new HashSet<>(ids).size());
    }

    private static String[] concat(String[] a, String[] b) {
        String[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    private static List<String> ids(Collected read) {
        return read.rows.stream().map(r -> r.entity() + " " + r.id()).toList();
    }

    /// K4 of the golden fixture: paid, taken back, corrected.
    @Test
    void aReversalIsAnEntryOfItsOwnAndTakesNothingFromTheFirstDecision() throws IOException {
        String paid = "CLP*K4*1*300*180*30*HM*I4";
        String[] detail = {"SVC*HC:99214*300*180", "CAS*CO*45*90", "CAS*PR*2*30"};
        String[] reversal = {
            "CLP*K4*22*-300*-180**HM*I4", "SVC*HC:99214*-300*-180", "CAS*CO*45*-90", "CAS*PR*2*-30"
        };
        String[] corrected = {
            "CLP*K4*1*300*150*30*HM*I4B", "SVC*HC:99214*300*150", "CAS*CO*45*120", "CAS*PR*2*30"
        };
        Collected first = Collected.read(file("180", concat(new String[] {paid}, detail)));
        Collected pair =
                Collected.read(file("0", concat(concat(new String[] {paid}, detail), reversal)));
        assertEquals(new BigDecimal("0.00"), pair.sum(Entity.TRANSACTION, "paid"));
        assertEquals(new BigDecimal("0.00"), pair.sum(Entity.TRANSACTION, "adjusted"));
        assertEquals(new BigDecimal("0.00"), pair.sum(Entity.REMITTANCE_CLAIM, "paid"));
        assertEquals(List.of(), pair.codes());
        // The reversal says nothing about the claim.
        assertEquals(first.show(Entity.CLAIM, "paid"), pair.show(Entity.CLAIM, "paid"));
        Collected later = Collected.read(file("-30", concat(reversal, corrected)));
        assertEquals(List.of(), later.codes());
        assertEquals(new BigDecimal("-30.00"), later.sum(Entity.TRANSACTION, "paid"));
        assertEquals(new BigDecimal("30.00"), later.sum(Entity.TRANSACTION, "adjusted"));
        assertEquals(
                "150.00",
                later.all(Entity.CLAIM).getFirst().show("paid"),
                "the correction is what stands");
    }

    @Test
    void sixReasonsInOneAdjustment() throws IOException {
        Collected read =
                Collected.read(
                        file(
                                "79",
                                "CLP*K6*1*100*79**HM*I6",
                                "CAS*CO*45*1*1*97*2*2*253*3*3*A2*4*4*24*5*5*131*6*6"));
        assertEquals(
                List.of(
                        "claim CO 45 1.00 1 CONTRACTUAL",
                        "claim CO 97 2.00 2 CODING",
                        "claim CO 253 3.00 3 CONTRACTUAL",
                        "claim CO A2 4.00 4 UNMAPPED",
                        "claim CO 24 5.00 5 CONTRACTUAL",
                        "claim CO 131 6.00 6 CONTRACTUAL"),
                read.show(
                        Entity.ADJUSTMENT,
                        "level",
                        "group_code",
                        "carc",
                        "adjusted",
                        "quantity",
                        "denial_class"));
        assertEquals(List.of(), read.codes());
        // A claim without lines pays at the claim; of the adjustments the contractual ones count.
        assertEquals(new BigDecimal("79.00"), read.sum(Entity.TRANSACTION, "paid"));
        assertEquals(new BigDecimal("15.00"), read.sum(Entity.TRANSACTION, "adjusted"));
    }

    @Test
    void adjustmentsOfTheProviderAreTakenFromThePayment() throws IOException {
        String plb = "PLB*1999996666*20261231*WO:REF9*25.5*L6*-0.5";
        Collected read = Collected.read(file("75", "CLP*K7*1*100*100**HM*I7", plb));
        assertEquals(List.of(), read.codes());
        assertEquals(
                List.of("provider WO REF9 25.50", "provider L6  -0.50"),
                read.show(Entity.ADJUSTMENT, "level", "carc", "reference", "adjusted"));
        assertEquals(
                List.of("25.00 Y"), read.show(Entity.REMITTANCE, "provider_adjusted", "balanced"));
        // Cash of the provider, not of a claim.
        assertEquals(new BigDecimal("100.00"), read.sum(Entity.TRANSACTION, "paid"));
        Collected wrong = Collected.read(file("125", "CLP*K7*1*100*100**HM*I7", plb));
        assertEquals(List.of("unbalanced-payment"), wrong.codes());
        assertEquals(List.of("N"), wrong.show(Entity.REMITTANCE, "balanced"));
    }

    @Test
    void whatDoesNotBalanceIsSaidWithItsPlace() throws IOException {
        Collected read =
                Collected.read(
                        file("70", "CLP*K8*1*100*70**HM*I8", "SVC*HC:1*100*80", "CAS*CO*45*10"));
        assertEquals(
                List.of("unbalanced-claim segment 10, CLP04", "unbalanced-line segment 11, SVC03"),
                read.findings.stream().map(f -> f.code() + " " + f.where()).toList());
        // The cash is the claim's: what it differs from its lines is an entry too.
        assertEquals(new BigDecimal("70.00"), read.sum(Entity.TRANSACTION, "paid"));
    }

    @Test
    void whatACodeMeansFollowsFromGroupReasonAndPayer() throws IOException {
        String[][] cases = {
            // status, group, reason, class, denied, what the claim is
            {"1", "CO", "50", "MEDICAL_NEED", "100.00", "Denied"},
            {"1", "PR", "204", "NOT_COVERED", "100.00", "Denied"},
            {"1", "CO", "22", "OTHER_PAYER", "100.00", "Denied"},
            {"2", "CO", "22", "OTHER_PAYER", "0.00", "Approved"},
            {"1", "CO", "18", "DUPLICATE", "0.00", "Approved"},
            {"1", "OA", "23", "PRIOR_PAYER", "0.00", "Approved"},
            {"1", "PR", "1", "PATIENT", "0.00", "Approved"},
            {"1", "PR", "66", "PATIENT", "0.00", "Approved"},
            {"1", "CO", "45", "CONTRACTUAL", "0.00", "Approved"},
            {"1", "PI", "45", "UNMAPPED", "0.00", "Approved"},
            {"4", "CO", "A1", "UNMAPPED", "0.00", "Denied"}
        };
        for (String[] c : cases) {
            Collected read =
                    Collected.read(
                            file(
                                    "0",
                                    "CLP*K9*" + c[0] + "*100*0**HM*I9",
                                    "CAS*" + c[1] + "*" + c[2] + "*100"));
            assertEquals(
                    List.of(c[3]), read.show(Entity.ADJUSTMENT, "denial_class"), List.of(c) + "");
            assertEquals(
                    List.of(c[4]), read.show(Entity.REMITTANCE_CLAIM, "denied"), List.of(c) + "");
            assertEquals(
                    c[5], read.all(Entity.CLAIM).getFirst().show("claim_status"), List.of(c) + "");
        }
    }

    @Test
    void theClassesAreThoseOfTheCodeListAndCanBeEdited() throws IOException {
        var s = new Segments();
        var reader =
                new SegmentReader(
                        new java.io.ByteArrayInputStream(
                                (SegmentReaderTest.ISA + "CAS*CO*45*1*1*50~").getBytes()),
                        new Findings(f -> {}));
        assertTrue(reader.next() && reader.next());
        s.add(reader);
        for (AdjustmentClasses classes :
                List.of(
                        AdjustmentClasses.shipped(),
                        AdjustmentClasses.read(
                                new BufferedReader(
                                        new StringReader(
                                                "group,reason,class,denial\n*,50,CODING,no\n"))))) {
            boolean shipped =
                    classes.of(s, s.element(0, 1), s.element(0, 2)).category()
                            == Carc.Category.CONTRACTUAL;
            assertEquals(
                    shipped ? Carc.category("50") : Carc.Category.CODING,
                    classes.of(s, s.element(0, 1), s.element(0, 5)).category());
            assertEquals(shipped, classes.of(s, s.element(0, 1), s.element(0, 5)).denies(true));
        }
    }

    @Test
    void aPriceToldInAdvanceAndAClaimPassedOnMoveNoMoney() throws IOException {
        for (String status : List.of("25", "23")) {
            Collected read =
                    Collected.read(
                            file("0", "CLP*K10*" + status + "*100*0**HM*I", "CAS*CO*45*100"));
            assertEquals(List.of(), read.all(Entity.TRANSACTION));
            assertEquals(List.of(), read.all(Entity.CLAIM));
            assertEquals(1, read.all(Entity.REMITTANCE_CLAIM).size());
        }
    }

    @Test
    void aSecondPayerAndADuplicateOnlyAddToTheClaim() throws IOException {
        Collected second = Collected.read(file("5", "CLP*K1*2*100*5**HM*I", "CAS*OA*23*95"));
        Collected duplicate = Collected.read(file("0", "CLP*K6*1*150*0**HM*I", "CAS*CO*18*150"));
        for (Collected read : List.of(second, duplicate)) {
            assertTrue(
                    read.all(Entity.CLAIM).stream()
                            .allMatch(c -> c.event().isBefore(java.time.Instant.EPOCH)));
        }
        assertEquals("18", duplicate.all(Entity.CLAIM).get(1).show("carc"));
    }

    @Test
    void aClaimWithoutNumberOrMoneyIsTurnedAwayWithPlaceAndReason() throws IOException {
        Collected read =
                Collected.read(
                        file(
                                "10",
                                "CLP**1*10*10",
                                "CLP*A*1*x*10",
                                "CLP*B*22",
                                "CLP*C*1*10*10",
                                "SVC*HC:1*1O*10",
                                "CAS*CO*45*abc"));
        assertEquals(
                List.of(
                        "10 CLP01 MISSING_VALUE",
                        "11 CLP03 NOT_MONEY",
                        "12 CLP03 MISSING_VALUE",
                        "14 SVC02 NOT_MONEY",
                        "15 CAS03 NOT_MONEY"),
                read.rejections.stream()
                        .map(r -> r.line() + " " + r.column() + " " + r.reason())
                        .toList());
        assertEquals("CLP*A*1*x*10", new String(read.rejections.get(1).original()));
        assertEquals(List.of("C"), read.show(Entity.REMITTANCE_CLAIM, "claim_id"));
        assertEquals(new BigDecimal("10.00"), read.sum(Entity.TRANSACTION, "paid"));
        assertFalse(
                read.findings.stream()
                        .map(Object::toString)
                        .collect(Collectors.joining())
                        .contains("abc"));
        assertEquals(Reason.NOT_MONEY, read.rejections.get(1).reason());
    }
}
