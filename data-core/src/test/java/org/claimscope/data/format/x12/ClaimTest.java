package org.claimscope.data.format.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.claimscope.data.model.Entity;
import org.junit.jupiter.api.Test;

/// Claims written by hand, and the rows they make.
final class ClaimTest {
    private static final String BILLING =
            "HL*1**20*1~NM1*85*2*GOOD CLINIC*****XX*1999996666~N3*1 ROAD~N4*TOWN*MA*01001~REF*EI*123456789~";

    /// An interchange with one 837 below one billing provider.
    static String file(String day, String body) {
        String set =
                "BHT*0019*00*REF47*"
                        + day
                        + "*1023*CH~NM1*41*2*GOOD CLINIC*****46*US~NM1*40*2*HOUSE*****46*H~"
                        + BILLING
                        + body;
        long count = set.chars().filter(c -> c == '~').count() + 2;
        return SegmentReaderTest.ISA
                + "GS*HC*US*HOUSE*"
                + day
                + "*1200*7*X*005010X222A1~ST*837*0001*005010X222A1~"
                + set
                + "SE*"
                + count
                + "*0001~GE*1*7~IEA*1*000000001~";
    }

    static final String SUBSCRIBER =
            "HL*2*1*22*0~SBR*P*18**GOLD PLAN*****CI~NM1*IL*1*DOE*JANE*Q***MI*M123~N3*9 LANE~N4*TOWN*MA*01002~DMG*D8*19700102*F~NM1*PR*2*ACME HEALTH*****PI*ACME1~";

    private static final String K1 =
            "CLM*K1*300***11:B:1*Y*A*Y*Y~REF*G1*AUTH9~HI*ABK:E119*ABF:I10~NTE*ADD*SECRET WORDS~PWK*OZ*EL***AC*ATT1~NM1*82*1*GOOD*DOC****XX*1888887777~LX*1~SV1*HC:99213:25:59*200*UN*1***1:2~DTP*472*D8*20260302~REF*6R*L1~LX*2~SV1*HC:80053*100*UN*2*12**1~DTP*472*RD8*20260303-20260304~LIN**N4*00011122233~";

    @Test
    void aProfessionalClaim() throws IOException {
        Collected read = Collected.read(file("20260305", SUBSCRIBER + K1));
        assertEquals(List.of(), read.codes());
        assertEquals(List.of(), read.rejections);
        var claim = read.all(Entity.CLAIM);
        assertEquals(
                "K1 K1 M123 1888887777 1999996666 1888887777 ACME1 ACME HEALTH 2026-03-02 300.00 Pending 1 Professional 11 AUTH9 E119",
                claim.get(0)
                        .show(
                                "id",
                                "encounter_id",
                                "patient_id",
                                "provider_id",
                                "billing_npi",
                                "rendering_npi",
                                "payer_id",
                                "payer_name",
                                "service_date",
                                "billed",
                                "claim_status",
                                "frequency_code",
                                "claim_type",
                                "place_of_service",
                                "authorization_number",
                                "diagnosis_code"));
        assertEquals(Instant.parse("2026-03-05T10:23:00Z"), claim.get(0).event());
        assertEquals("K1 2026-03-05", claim.get(1).show("id", "submitted_date"));
        assertEquals(
                List.of(
                        "K1:1 1 L1 99213 25 59 1:2 1888887777 1 200.00 2026-03-02  ",
                        "K1:2 2  80053  1 1888887777 2 100.00 2026-03-03 2026-03-04 00011122233"),
                read.show(
                        Entity.CLAIM_LINE,
                        "id",
                        "line_number",
                        "line_control_number",
                        "procedure_code",
                        "modifiers",
                        "diagnosis_pointers",
                        "rendering_npi",
                        "units",
                        "billed",
                        "service_date",
                        "service_date_to",
                        "ndc"));
        assertEquals(
                List.of(
                        "K1:1 Charge K1 K1 M123 ACME1 1999996666 200.00 2026-03-02 2026-03-05 99213 E119",
                        "K1:2 Charge K1 K1 M123 ACME1 1999996666 100.00 2026-03-03 2026-03-05 80053 E119"),
                read.show(
                        Entity.TRANSACTION,
                        "id",
                        "transaction_type",
                        "claim_id",
                        "encounter_id",
                        "patient_id",
                        "payer_id",
                        "provider_id",
                        "billed",
                        "service_date",
                        "posted_date",
                        "procedure_code",
                        "diagnosis_code"));
        assertEquals(
                List.of("M123 JANE Q DOE F 1970-01-02 9 LANE TOWN MA 01002"),
                read.show(
                        Entity.PATIENT,
                        "id",
                        "first_name",
                        "middle_name",
                        "last_name",
                        "sex",
                        "birth_date",
                        "address",
                        "city",
                        "state",
                        "postal_code"));
        assertEquals(
                List.of("M123|ACME1|M123 M123 ACME1 GOLD PLAN M123 1"),
                read.show(
                        Entity.COVERAGE,
                        "id",
                        "patient_id",
                        "payer_id",
                        "plan_name",
                        "member_id",
                        "rank"));
        assertEquals(List.of("ACME1 ACME HEALTH"), read.show(Entity.PAYER, "id", "name"));
        assertEquals(
                List.of("1999996666 1999996666  GOOD CLINIC", "1888887777 1888887777 DOC GOOD"),
                read.show(Entity.PROVIDER, "id", "npi", "first_name", "last_name"));
        // That there is a note is told, never what it says.
        assertEquals(
                List.of("K1 Claim note ADD ", "K1 Attachment OZ EL"),
                read.show(Entity.NOTE, "encounter_id", "note_type", "status"));
        assertTrue(read.rows.stream().noneMatch(r -> r.toString().contains("SECRET")));
    }

    @Test
    void anInstitutionalClaimHasAStatementPeriod() throws IOException {
        Collected read =
                Collected.read(
                        file(
                                "20260310",
                                SUBSCRIBER
                                        + "CLM*I1*89.93***14:A:1*Y*A*Y*Y~DTP*434*RD8*20260301-20260305~HI*BK:3669~LX*1~SV2*0305*HC:85025*13.39*UN*1~LX*2~SV2*0730*HC:93005*76.54*UN*3~DTP*472*D8*20260302~"));
        assertEquals(List.of(), read.codes());
        assertEquals(
                "I1 Institutional 2026-03-01 2026-03-05  3669",
                read.all(Entity.CLAIM)
                        .getFirst()
                        .show(
                                "id",
                                "claim_type",
                                "service_date",
                                "discharge_date",
                                "place_of_service",
                                "diagnosis_code"));
        assertEquals(
                List.of("0305 85025 13.39 1", "0730 93005 76.54 3"),
                read.show(Entity.CLAIM_LINE, "revenue_code", "procedure_code", "billed", "units"));
        assertEquals(
                List.of("2026-03-01", "2026-03-02"), read.show(Entity.TRANSACTION, "service_date"));
    }

    @Test
    void aPatientWhoIsNotTheSubscriberHasAKeyOfTheirOwn() throws IOException {
        String child =
                "HL*3*2*23*0~PAT*19~NM1*QC*1*DOE*%s~N3*9 LANE~DMG*D8*20150403*M~CLM*%s*10***11:B:1~LX*1~SV1*HC:1*10*UN*1~";
        Collected read =
                Collected.read(
                        file(
                                "20260305",
                                SUBSCRIBER.replace("*22*0", "*22*1")
                                        + child.formatted("TOM", "C1")
                                        + child.formatted("TIM", "C2")
                                        + child.formatted("TOM", "C3")));
        List<String> ids =
                read.all(Entity.CLAIM).stream()
                        .filter(c -> c.values().containsKey("patient_id"))
                        .map(c -> c.show("patient_id"))
                        .toList();
        assertEquals(3, ids.size());
        assertTrue(ids.getFirst().matches("M123:19:[0-9a-f]+"), ids.getFirst());
        assertEquals(ids.get(0), ids.get(2));
        assertNotEquals(ids.get(0), ids.get(1), "twins are two people");
        assertEquals(
                List.of("TOM 2015-04-03", "TIM 2015-04-03", "TOM 2015-04-03"),
                read.show(Entity.PATIENT, "first_name", "birth_date"));
    }

    @Test
    void aReplacementTakesThePlaceAndAVoidTakesBack() throws IOException {
        String changed = K1.replace("11:B:1", "11:B:7").replace("REF*G1", "REF*F8*ICN1~REF*G1");
        Collected replaced = Collected.read(file("20260320", SUBSCRIBER + changed));
        assertEquals(
                "7 ICN1 Pending",
                replaced.all(Entity.CLAIM)
                        .getFirst()
                        .show("frequency_code", "original_claim_id", "claim_status"));
        assertEquals(List.of("K1:1", "K1:2"), replaced.show(Entity.TRANSACTION, "id"));
        // Submitted when it was submitted first: the older telling is the greater one.
        Collected first = Collected.read(file("20260305", SUBSCRIBER + K1));
        assertTrue(
                first.all(Entity.CLAIM)
                        .get(1)
                        .event()
                        .isAfter(replaced.all(Entity.CLAIM).get(1).event()));

        Collected gone =
                Collected.read(file("20260318", SUBSCRIBER + changed.replace(":B:7", ":B:8")));
        assertEquals(
                List.of("K1:void:1 -200.00", "K1:void:2 -100.00"),
                gone.show(Entity.TRANSACTION, "id", "billed"));
        assertEquals(
                "8 ICN1 Voided",
                gone.all(Entity.CLAIM)
                        .getFirst()
                        .show("frequency_code", "original_claim_id", "claim_status"));
        assertEquals(
                new BigDecimal("0.00"),
                first.sum(Entity.TRANSACTION, "billed")
                        .add(gone.sum(Entity.TRANSACTION, "billed")));
    }

    @Test
    void whatOtherPayersDecidedIsKeptApart() throws IOException {
        String body =
                SUBSCRIBER.replace("SBR*P", "SBR*S")
                        + "CLM*K1*300***11:B:1~HI*ABK:E119~SBR*P*18*******MB~CAS*CO*45*50~AMT*D*200~OI***Y~NM1*IL*1*DOE*JANE****MI*MED9~NM1*PR*2*MEDICARE*****PI*MCARE~REF*F8*OTHERS~LX*1~SV1*HC:99213*300*UN*1~DTP*472*D8*20260302~SVD*MCARE*200*HC:99213**1~CAS*CO*45*50~";
        Collected read = Collected.read(file("20260401", body));
        assertEquals(List.of(), read.codes());
        assertEquals(List.of(), read.all(Entity.ADJUSTMENT));
        assertEquals("", read.all(Entity.CLAIM).getFirst().show("original_claim_id"));
        assertEquals(
                List.of("ACME1 M123 2", "MCARE MED9 1"),
                read.show(Entity.COVERAGE, "payer_id", "member_id", "rank"));
        // The first payer's claim charged already: this one only adds.
        for (Entity entity : List.of(Entity.CLAIM, Entity.TRANSACTION)) {
            assertTrue(
                    read.all(entity).stream()
                            .allMatch(r -> r.event() != null && r.event().isBefore(Instant.EPOCH)));
        }
    }

    @Test
    void whatDoesNotAddUpIsAFindingAndWhatCannotBeReadIsTurnedAway() throws IOException {
        Collected read =
                Collected.read(
                        file(
                                "20260305",
                                SUBSCRIBER
                                        + "CLM*A*500~LX*1~SV1*HC:1*12.25*UN*1~DTP*472*D8*20990101~CLM*B*abc~LX*1~SV1*HC:1*5*UN*1~CLM**5~CLM*C*7~LX*1~SV1*HC:1**UN*1~LX*2~SV1*HC:2*7*UN*1~"));
        assertEquals(List.of("claim-total", "future-date"), read.codes());
        assertEquals(
                List.of("CLM02 NOT_MONEY", "CLM01 MISSING_VALUE", "SV102 MISSING_VALUE"),
                read.rejections.stream().map(r -> r.column() + " " + r.reason()).toList());
        assertEquals(List.of("A", "C"), read.show(Entity.CLAIM, "id").stream().distinct().toList());
        assertEquals(List.of("A:1", "C:2"), read.show(Entity.TRANSACTION, "id"));
    }

    @Test
    void withoutLevelsTheNamesTell() throws IOException {
        String flat = file("20260305", SUBSCRIBER + K1).replaceAll("HL\\*[^~]*~", "");
        Collected read = Collected.read(flat);
        assertEquals(List.of("se-count"), read.codes());
        assertEquals(
                "M123 ACME1 1999996666",
                read.all(Entity.CLAIM).getFirst().show("patient_id", "payer_id", "billing_npi"));
    }
}
