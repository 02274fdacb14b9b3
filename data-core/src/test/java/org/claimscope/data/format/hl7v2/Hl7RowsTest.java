package org.claimscope.data.format.hl7v2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection;
import org.claimscope.data.testing.KeptRecords;
import org.claimscope.data.testing.KeptRecords.Row;
import org.claimscope.data.testing.Readings;
import org.junit.jupiter.api.Test;

/// Hand-written messages and the rows they mean, worked out by hand from HL7 2.5.
final class Hl7RowsTest {
    private static final String MSH = "MSH|^~\\&|ADT|HOSP|CS|CS|20250301101530||%s|%s|P|2.5\r";

    private static final String VISIT =
            "PID|1||M1^^^HOSP^MR||Doe^Jane^Q||19800229|F|||1 Main St^^Lima^OH^45801||4195550100\r"
                    + "PV1|1|I|ICU^101^1^NORTH|||E1|A1^Ng^Ann^^^^^^NPI&2.16.840.1.113883.4.6&ISO^^^^NPI"
                    + "|||SUR|||||||A1^Ng^Ann||V1|MCR||||||||||||||||||||||||20250301093000|20250304\r";

    private static Readings read(String... messages) {
        return Readings.of(new Hl7Format(), String.join("", messages));
    }

    private static String message(String type, String control, String body) {
        return MSH.formatted(type, control) + body;
    }

    @Test
    void anAdmissionTellsPatientVisitPlaceAndPeople() {
        Readings r =
                read(
                        message(
                                "ADT^A01^ADT_A01",
                                "C1",
                                "EVN|A01|20250301101500+0100\r"
                                        + VISIT
                                        + "DG1|1||I21.9^Infarction^I10|||A|||||||||2\r"
                                        + "DG1|2||E11.9^Diabetes^I10|||F|||||||||1\r"
                                        + "PR1|1||93458^Catheter^C4||20250302\r"
                                        + "IN1|1|P7^Gold|BC01|Blue Cross||||G1||||20240101|20251231||HMO"
                                        + "|||||||||||||||||||||POL9\r"
                                        + "ZXX|anything\r"));
        assertEquals(List.of(), r.rejections());
        assertEquals(
                Map.ofEntries(
                        Map.entry("id", "M1@HOSP"),
                        Map.entry("last_name", "Doe"),
                        Map.entry("first_name", "Jane"),
                        Map.entry("middle_name", "Q"),
                        Map.entry("birth_date", "1980-02-29"),
                        Map.entry("sex", "F"),
                        Map.entry("address", "1 Main St"),
                        Map.entry("city", "Lima"),
                        Map.entry("state", "OH"),
                        Map.entry("postal_code", "45801"),
                        Map.entry("phone", "4195550100"),
                        Map.entry("modified_date", "2025-03-01")),
                r.records().row(Entity.PATIENT, "M1@HOSP").fields());
        Row visit = r.records().row(Entity.ENCOUNTER, "V1");
        assertEquals(
                Map.ofEntries(
                        Map.entry("id", "V1"),
                        Map.entry("patient_id", "M1@HOSP"),
                        Map.entry("facility_id", "NORTH"),
                        Map.entry("department_id", "ICU@NORTH"),
                        Map.entry("provider_id", "A1"),
                        Map.entry("payer_id", "BC01"),
                        Map.entry("encounter_type", "Inpatient"),
                        Map.entry("service_date", "2025-03-01"),
                        Map.entry("discharge_date", "2025-03-04"),
                        Map.entry("diagnosis_code", "E11.9"),
                        Map.entry("procedure_code", "93458"),
                        Map.entry("status", "Active"),
                        Map.entry("modified_date", "2025-03-01")),
                visit.fields());
        // 10:15:00 at one hour east of Greenwich.
        assertEquals(
                Instant.parse("2025-03-01T09:15:00Z").getEpochSecond() * 1_000_000,
                visit.eventMicros());
        assertEquals(1, visit.line());
        Row provider = r.records().row(Entity.PROVIDER, "A1");
        assertEquals("A1", provider.get("npi"));
        assertEquals("Ng", provider.get("last_name"));
        assertEquals("NORTH", r.records().row(Entity.DEPARTMENT, "ICU@NORTH").get("facility_id"));
        assertEquals("Infarction", r.records().row(Entity.DIAGNOSIS_CODE, "I21.9").get("label"));
        Row coverage = r.records().row(Entity.COVERAGE, "M1@HOSP/1");
        assertEquals("BC01", coverage.get("payer_id"));
        assertEquals("Gold", coverage.get("plan_name"));
        assertEquals("POL9", coverage.get("member_id"));
        assertEquals("2024-01-01", coverage.get("effective_from"));
        assertEquals("2025-12-31", coverage.get("effective_to"));
        assertEquals("Blue Cross", r.records().row(Entity.PAYER, "BC01").get("name"));
    }

    @Test
    void chargesCreditsPaymentsAndAdjustmentsAreSigned() {
        Readings r =
                read(
                        message(
                                "DFT^P03",
                                "C9",
                                VISIT
                                        + "FT1|1|T1||20250301|20250302|CG|71045^X-ray^C4|||2|100&USD^UP|50"
                                        + "|RAD^Radiology||||||R07.9^Pain|B2^Bo^Al|||||71045^X-ray|26~TC\r"
                                        + "FT1|2|||20250301|20250302|CG|S1^Room^L|||3||12.345\r"
                                        + "FT1|3|T3||20250301|20250303|CD|71045^X-ray^C4|||1|50.00\r"
                                        + "FT1|4|T4||20250301|20250305|PY|PAY||||75.5\r"
                                        + "FT1|5|T5||20250301|20250306|AJ|CO^Contractual||||24.50\r"));
        assertEquals(List.of(), r.rejections());
        Row charge = r.records().row(Entity.CHARGE, "T1");
        assertEquals("100.00", charge.get("billed"));
        assertEquals("2", charge.get("units"));
        assertEquals("71045", charge.get("charge_code"));
        assertEquals("71045", charge.get("procedure_code"));
        assertEquals("26,TC", charge.get("modifiers"));
        assertEquals("RAD@NORTH", charge.get("department_id"));
        assertEquals("B2", charge.get("provider_id"));
        assertEquals("R07.9", charge.get("diagnosis_code"));
        assertEquals("2025-03-01", charge.get("service_date"));
        assertEquals("2025-03-02", charge.get("posted_date"));
        Row entry = r.records().row(Entity.TRANSACTION, "T1");
        assertEquals("Charge", entry.get("transaction_type"));
        assertEquals("100.00", entry.get("billed"));
        assertEquals("V1", entry.get("encounter_id"));
        assertEquals("MCR", entry.get("financial_class"));
        // No FT1-2: control id and set id. No FT1-11: 3 × 12.345 = 37.035.
        assertEquals("37.04", r.records().row(Entity.TRANSACTION, "C9-2").get("billed"));
        assertEquals("-50.00", r.records().row(Entity.TRANSACTION, "T3").get("billed"));
        assertEquals("Credit", r.records().row(Entity.CHARGE, "T3").get("charge_type"));
        Row payment = r.records().row(Entity.TRANSACTION, "T4");
        assertEquals("75.50", payment.get("paid"));
        assertEquals("", payment.get("billed"));
        assertEquals("2025-03-05", payment.get("payment_date"));
        Row adjustment = r.records().row(Entity.TRANSACTION, "T5");
        assertEquals("24.50", adjustment.get("adjusted"));
        assertEquals("Contractual", adjustment.get("adjustment_type"));
        assertEquals(3, r.records().rows(Entity.CHARGE).size());
    }

    @Test
    void emptyKeepsAndTwoQuotesClear() {
        Readings r =
                read(
                        message(
                                "ADT^A08",
                                "C2",
                                "PID|1||M1||Doe^^\"\"||\"\"|F|||\"\"^^Lima\r"
                                        + "PV1|1|O|||||||||||||||||V1\r"));
        Map<String, String> patient = r.records().row(Entity.PATIENT, "M1").fields();
        assertEquals(KeptRecords.CLEARED, patient.get("middle_name"));
        assertEquals(KeptRecords.CLEARED, patient.get("birth_date"));
        assertEquals(List.of(), r.codes());
        assertEquals(KeptRecords.CLEARED, patient.get("address"));
        assertFalse(patient.containsKey("first_name"), "empty says nothing");
        assertEquals("Lima", patient.get("city"));
        assertFalse(
                r.records().row(Entity.ENCOUNTER, "V1").fields().containsKey("status"),
                "an update says nothing about the visit's state");
    }

    @Test
    void cancelledAdmissionsAndDischarges() {
        Readings r =
                read(
                        message("ADT^A11", "C3", VISIT),
                        message("ADT^A13", "C4", VISIT.replace("|V1|", "|V2|")),
                        message("ADT^A38", "C5", VISIT.replace("|V1|", "|V3|")),
                        message("ADT^A05", "C6", VISIT.replace("|V1|", "|V4|")));
        assertEquals("Cancelled", r.records().row(Entity.ENCOUNTER, "V1").get("status"));
        assertEquals("Active", r.records().row(Entity.ENCOUNTER, "V2").get("status"));
        assertEquals(
                KeptRecords.CLEARED, r.records().row(Entity.ENCOUNTER, "V2").get("discharge_date"));
        assertEquals("Cancelled", r.records().row(Entity.ENCOUNTER, "V3").get("status"));
        assertEquals("Planned", r.records().row(Entity.ENCOUNTER, "V4").get("status"));
    }

    @Test
    void aMergePointsFromTheOldIdToTheNew() {
        Readings r =
                read(
                        message(
                                "ADT^A40^ADT_A39",
                                "C7",
                                "EVN|A40|20250301\rPID|1||NEW^^^H^MR||Doe\rMRG|OLD^^^H^MR\r"
                                        + "PID|2||NEW2^^^H^MR||Roe\rMRG|OLD2^^^H^MR~OLD3^^^G^PI\r"));
        assertEquals("NEW@H", r.records().row(Entity.PATIENT, "OLD@H").get("merged_into"));
        assertEquals("NEW2@H", r.records().row(Entity.PATIENT, "OLD2@H").get("merged_into"));
        assertEquals("", r.records().row(Entity.PATIENT, "NEW@H").get("merged_into"));
        Readings undone = read(message("ADT^A37", "C8", "PID|1||OLD^^^H^MR\rPID|2||NEW^^^H^MR\r"));
        assertEquals(
                KeptRecords.CLEARED,
                undone.records().row(Entity.PATIENT, "OLD@H").get("merged_into"));
        Readings lame = read(message("ADT^A40", "C8", "PID|1||NEW^^^H^MR\r"));
        assertEquals("MRG-1", lame.rejections().getFirst().column());
        assertEquals(List.of(), lame.records().rows());
    }

    @Test
    void theKeyOfAPatientIsTheNumberAndWhoGaveIt() {
        Readings r =
                read(
                        message("ADT^A28", "1", "PID|1||9^^^A^PI~7^^^&1.2.3&ISO^MR~8^^^B^SS\r"),
                        message("ADT^A28", "2", "PID|1||9^^^A~7^^^B\r"),
                        message("ADT^A28", "3", "PID|1||~5\r"));
        assertEquals(
                List.of("7@1.2.3", "9@A", "5"),
                r.records().rows(Entity.PATIENT).stream().map(x -> x.get("id")).toList());
    }

    @Test
    void appointmentsAreBookedMovedAndCancelled() {
        String body =
                "SCH|P1|F1||||R|CHECK^Check-up|Normal^Routine|60|min|^^^20250401080000||||||||||||||Booked\r"
                        + "PID|1||M1\rPV1|1|O|||||||||||||||||V1\rRGS|1\r"
                        + "AIS|1|A|99213^Visit^C4|20250410093000|||90|s\r"
                        + "AIL|1||WARD^^^NORTH\rAIP|1||D7^Who^Dr\r";
        Readings r =
                read(
                        message("SIU^S12", "1", body),
                        message("SIU^S15", "2", body.replace("F1", "F2")),
                        message("SIU^S26", "3", body.replace("F1", "F3")),
                        message(
                                "SIU^S14",
                                "4",
                                body.replace("F1", "F4").replace("Booked", "Complete")));
        Row booked = r.records().row(Entity.APPOINTMENT, "F1");
        assertEquals("Booked", booked.get("status"));
        assertEquals("2025-04-10", booked.get("appointment_date"));
        assertEquals("09:30", booked.get("start_time"));
        assertEquals("1.5", booked.get("minutes"));
        assertEquals("99213", booked.get("procedure_code"));
        assertEquals("D7", booked.get("provider_id"));
        assertEquals("WARD@NORTH", booked.get("department_id"));
        assertEquals("NORTH", booked.get("facility_id"));
        assertEquals("V1", booked.get("encounter_id"));
        assertEquals("Routine", booked.get("appointment_type"));
        assertEquals("Cancelled", r.records().row(Entity.APPOINTMENT, "F2").get("status"));
        assertEquals("No-show", r.records().row(Entity.APPOINTMENT, "F3").get("status"));
        assertEquals("Completed", r.records().row(Entity.APPOINTMENT, "F4").get("status"));
    }

    @Test
    void aNoteIsKnownButNeverWhatItSays() {
        Readings r =
                read(
                        message(
                                "MDM^T02",
                                "1",
                                VISIT
                                        + "TXA|1|DS^Discharge summary|TX|20250304|A1^Ng||||A1^Ng|||DOC1|||||LA"
                                        + "|||||A1^Ng^Ann^^^^^^^^^^^^20250305101500\r"
                                        + "OBX|1|TX|18842-5^Summary^LN||the words of the note||||||F\r"),
                        message(
                                "ORU^R01",
                                "2",
                                VISIT
                                        + "OBR|1|PL|FI2|71260^CT chest^C4|||20250302|||||||||B2^Bo||||||20250303|||P\r"
                                        + "OBX|1|TX|FIND||more words of it\r"
                                        + "OBR|2|PL|FI3|2345-7^Glucose^LN|||20250302|||||||||||||||20250303|||F\r"
                                        + "OBX|1|NM|2345-7||99\r"));
        Row note = r.records().row(Entity.NOTE, "DOC1");
        assertEquals("Discharge summary", note.get("note_type"));
        assertEquals("Signed", note.get("status"));
        assertEquals("2025-03-04", note.get("service_date"));
        assertEquals("2025-03-05", note.get("signed_date"));
        assertEquals("A1", note.get("provider_id"));
        assertEquals("V1", note.get("encounter_id"));
        assertEquals("Unsigned", r.records().row(Entity.NOTE, "FI2").get("status"));
        assertEquals(2, r.records().rows(Entity.NOTE).size(), "a measured value is no note");
        assertFalse(r.records().rows().toString().contains("words"));
    }

    @Test
    void valuesAreUnescaped() {
        Readings r =
                read(
                        message(
                                "ADT^A28",
                                "1",
                                "PID|1||M1||A\\T\\B \\F\\\\S\\\\R\\\\E\\^X\\X41\\Y\\.br\\Z\r"));
        Row patient = r.records().row(Entity.PATIENT, "M1");
        assertEquals("A&B |^~\\", patient.get("last_name"));
        assertEquals("XAY Z", patient.get("first_name"));
        Readings own =
                read(
                        "MSH#*~!%#A#B#C#D#20250301##ADT*A28#1#P#2.5\rPID#1##M1***H%1.2%ISO*MR##D!F!E*J\r");
        assertEquals("D#E", own.records().row(Entity.PATIENT, "M1@H").get("last_name"));
    }

    @Test
    void whatCannotBeTakenIsRejectedWhole() {
        Readings r =
                read(
                        message("ADT^A01", "1", "PID|1||||Doe\rPV1|1|I\r"),
                        message("", "2", VISIT),
                        message("DFT^P03", "3", VISIT + "FT1|1|T1||20250301||CG||||1|1,5\r"),
                        message("DFT^P03", "4", VISIT + "FT1|1|T2||20250301||XX||||1|5\r"),
                        message("ADT^A28", "5", "PID|1||M5\r"));
        assertEquals(
                List.of(
                        "1 PID-3 MISSING_VALUE",
                        "2 MSH-9 MISSING_VALUE",
                        "3 FT1-11 NOT_MONEY",
                        "4 FT1-6 NOT_IN_LIST"),
                r.rejections().stream()
                        .map(x -> x.line() + " " + x.column() + " " + x.reason())
                        .toList());
        assertEquals(1, r.records().rows().size(), "nothing of them was written");
        assertEquals(5, r.records().row(Entity.PATIENT, "M5").line());
        assertTrue(new String(r.rejections().get(2).original()).contains("1,5"));
        for (Rejection rejection : r.rejections()) {
            assertFalse(rejection.explanation().contains("Doe"));
        }
    }
}
