package org.claimscope.data.format.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.claimscope.data.model.Entity;
import org.junit.jupiter.api.Test;

/// Answers that come before a decision, and their rows.
final class AcknowledgementTest {
    private static String file(String type, String body) {
        long count = body.chars().filter(c -> c == '~').count() + 2;
        return SegmentReaderTest.ISA
                + "GS*XX*HOUSE*US*20260322*1200*7*X*005010X214~ST*"
                + type
                + "*0001~"
                + body
                + "SE*"
                + count
                + "*0001~GE*1*7~IEA*1*000000001~";
    }

    @Test
    void aClearingHouseRefusesOneClaimAndTakesAnother() throws IOException {
        Collected read =
                Collected.read(
                        file(
                                "277",
                                "BHT*0085*08*B55*20260322*1015*TH~HL*1**20*1~NM1*PR*2*ACME*****PI*ACME1~TRN*1*X~HL*2*1*21*1~NM1*41*2*US*****46*ETIN~TRN*2*REF47~STC*A1:19*20260322*WQ*399~HL*3*2*19*1~NM1*85*2*GOOD*****XX*1999996666~HL*4*3*PT~NM1*QC*1*DOE*JANE****MI*M123~TRN*2*K7~STC*A7:562:85*20260322*U*300~REF*1K*ICN7~REF*D9*CH7~DTP*472*D8*20260312~HL*5*3*PT~NM1*QC*1*ROE*RICK****MI*M9~TRN*2*K8~STC*A2:20*20260322*WQ*99~REF*1K*ICN8~"));
        assertEquals(List.of(), read.codes());
        assertEquals(
                List.of(
                        "277CA   ACME1 7 REF47  A1 19  Accepted 399.00 2026-03-22",
                        "277CA K7 M123 ACME1 7  ICN7 A7 562 85 Rejected 300.00 2026-03-22",
                        "277CA K8 M9 ACME1 7  ICN8 A2 20  Accepted 99.00 2026-03-22"),
                read.show(
                        Entity.ACKNOWLEDGEMENT,
                        "acknowledgement_type",
                        "claim_id",
                        "patient_id",
                        "payer_id",
                        "group_control_number",
                        "transaction_control_number",
                        "payer_control_number",
                        "category_code",
                        "status_code",
                        "entity_code",
                        "outcome",
                        "billed",
                        "status_date"));
        assertEquals(
                List.of("K7 A7 Rejected ICN7", "K8   ICN8"),
                read.show(Entity.CLAIM, "id", "status", "claim_status", "payer_control_number"));
        assertEquals("2026-03-22T10:15:00Z", read.all(Entity.CLAIM).getFirst().event() + "");
    }

    @Test
    void anAnswerToAQuestionNamesTheClaimByItsOwnNumber() throws IOException {
        Collected read =
                Collected.read(
                        file(
                                "277",
                                "BHT*0010*08*B56*20260322*1015*DG~HL*1**20*1~NM1*PR*2*ACME*****PI*ACME1~HL*4*3*22*0~NM1*IL*1*DOE*JANE****MI*M123~TRN*2*TRACE~STC*P3:317*20260322**300~REF*1K*ICN7~REF*EJ*K7~SVC*HC:1*5*0~STC*P3:4*20260322~"));
        assertEquals(
                List.of("277 K7 P3 Pending"),
                read.show(
                        Entity.ACKNOWLEDGEMENT,
                        "acknowledgement_type",
                        "claim_id",
                        "category_code",
                        "outcome"));
    }

    @Test
    void aTranslatorJudgesSetsAndTheirGroup() throws IOException {
        String body =
                "AK1*HC*17*005010X222A1~AK2*837*0001~IK5*A~AK2*837*0002~IK3*CLM*22**8~IK4*2*782*1~IK5*R*5~AK2*837*0003~AK9*P*3*3*1~";
        Collected read = Collected.read(file("999", body));
        assertEquals(
                List.of(
                        "999|HOUSE|17|0001 999 17 0001 A  Accepted 2026-03-22",
                        "999|HOUSE|17|0002 999 17 0002 R 5 Rejected 2026-03-22",
                        "999|HOUSE|17 999 17  P  Partly accepted 2026-03-22"),
                read.show(
                        Entity.ACKNOWLEDGEMENT,
                        "id",
                        "acknowledgement_type",
                        "group_control_number",
                        "transaction_control_number",
                        "category_code",
                        "status_code",
                        "outcome",
                        "status_date"));
        assertEquals(List.of("no-outcome"), read.codes());
        Collected older = Collected.read(file("997", body.replace("IK5", "AK5")));
        assertEquals(3, older.all(Entity.ACKNOWLEDGEMENT).size());
    }

    @Test
    void anInterchangeIsAcknowledgedToo() throws IOException {
        Collected read =
                Collected.read(
                        SegmentReaderTest.ISA + "TA1*000000905*260320*1253*R*006~IEA*0*000000001~");
        assertEquals(List.of(), read.codes());
        assertEquals(
                List.of("TA1|000000905 000000905 R 006 Rejected"),
                read.show(
                        Entity.ACKNOWLEDGEMENT,
                        "id",
                        "interchange_control_number",
                        "category_code",
                        "status_code",
                        "outcome"));
    }

    @Test
    void aPayerConsents() throws IOException {
        Collected read =
                Collected.read(
                        file(
                                "278",
                                "BHT*0007*11*A12*20260322*1015*18~HL*1**20*1~NM1*X3*2*ACME*****PI*ACME1~HL*2*1*21*1~NM1*1P*1*GOOD*DOC****XX*1888887777~HL*3*2*22*1~NM1*IL*1*DOE*JANE****MI*M123~HL*4*3*EV*0~UM*HS*I*3~HCR*A1*AUTH77~DTP*007*RD8*20260401-20260630~HL*5*4*SS*0~HCR*A3~SV1*HC:97110~HSD*VS*12~"));
        assertEquals(List.of(), read.codes());
        assertEquals(
                List.of(
                        "278|A12|1 M123 ACME1 AUTH77 A1 3   2026-04-01 2026-06-30 Approved",
                        "278|A12|2 M123 ACME1  A3  97110 12   Denied"),
                read.show(
                        Entity.PRIOR_AUTHORIZATION,
                        "id",
                        "patient_id",
                        "payer_id",
                        "authorization_number",
                        "action_code",
                        "service_type",
                        "procedure_code",
                        "units",
                        "effective_from",
                        "effective_to",
                        "status"));
    }

    @Test
    void aRefusedQuestionIsAFinding() throws IOException {
        Collected read =
                Collected.read(file("271", "BHT*0022*11*A*20260322*1015~HL*1**20*1~AAA*Y**42*R~"));
        assertEquals(List.of("aaa-42"), read.codes());
        assertEquals("segment 6, AAA03", read.findings.getFirst().where());
        assertEquals(List.of(), read.rows);
    }
}
