package org.claimscope.data.format.fhir;

import java.util.ArrayList;
import java.util.List;
import org.claimscope.data.format.Fields;
import org.claimscope.data.format.Numbers;
import org.claimscope.data.format.PatchRow;
import org.claimscope.data.model.Entity;

/// What was billed: Claim, with a line for each item.
final class ClaimRows {
    private ClaimRows() {}

    static void claim(Intake in, Json json, String id) {
        PatchRow row = in.row(Entity.CLAIM, id);
        shared(in, row, json);
        in.day(row, Fields.Claim.SUBMITTED_DATE, json.text("created"), "created");
        in.money(row, Fields.Claim.BILLED, in.cents(json.child("total"), "total"));
        String status = json.text("status");
        if (status.equals("cancelled") || status.equals("entered-in-error")) {
            row.text(Fields.Claim.STATUS, "Voided");
            row.text(Fields.Claim.CLAIM_STATUS, "Voided");
        }
        lines(in, json, id);
    }

    /// What a claim and the answer to it both tell.
    static void shared(Intake in, PatchRow row, Json json) {
        row.text(Fields.Claim.PATIENT_ID, PeopleRows.patient(in, json.child("patient"), json));
        row.text(Fields.Claim.PAYER_ID, payer(in, json));
        row.text(Fields.Claim.ENCOUNTER_ID, encounter(json));
        row.text(Fields.Claim.CLAIM_TYPE, type(json));
        provider(in, row, json);
        Json location = json.child("facility");
        row.text(Fields.Claim.DEPARTMENT_ID, References.key(location, json));
        Json period = json.child("billablePeriod");
        in.day(row, Fields.Claim.SERVICE_DATE, period.text("start"), "billablePeriod.start");
        in.day(row, Fields.Claim.DISCHARGE_DATE, period.text("end"), "billablePeriod.end");
        row.text(Fields.Claim.DIAGNOSIS_CODE, diagnosis(in, json));
        for (Json info : json.all("supportingInfo")) {
            if (info.child("category").child("coding").text("code").equals("typeofbill")) {
                row.text(
                        Fields.Claim.FREQUENCY_CODE,
                        info.child("code").child("coding").text("code"));
            }
        }
    }

    /// `professional`, `institutional` …: HL7's claim type, whatever others stand beside it.
    static String type(Json json) {
        for (Json coding : json.child("type").all("coding")) {
            if (coding.text("system").endsWith("CodeSystem/claim-type")) {
                return coding.text("code");
            }
        }
        return json.child("type").child("coding").text("code");
    }

    /// The payer: EOB.insurer, else who the focal insurance names.
    static String payer(Intake in, Json json) {
        Json insurer = json.child("insurer");
        if (!insurer.isEmpty()) {
            return PeopleRows.payer(in, insurer, json);
        }
        Json focal = json.child("insurance");
        for (Json insurance : json.all("insurance")) {
            if (insurance.text("focal").equals("true")) {
                focal = insurance;
                break;
            }
        }
        Json coverage = focal.child("coverage");
        Json contained = References.contained(coverage, json);
        if (!contained.isEmpty()) {
            return PeopleRows.payer(in, contained.child("payor"), json);
        }
        // A reference to a Coverage says whose it is only in its own resource.
        return coverage.text("reference").isEmpty() ? PeopleRows.payer(in, coverage, json) : "";
    }

    static String encounter(Json json) {
        for (Json item : json.all("item")) {
            String key = References.key(item.child("encounter"), json);
            if (!key.isEmpty()) {
                return key;
            }
        }
        return "";
    }

    /// The one who bills: a practitioner, or the organisation that the claim's facility is.
    private static void provider(Intake in, PatchRow row, Json json) {
        Json provider = json.child("provider");
        String key = References.key(provider, json);
        Json contained = References.contained(provider, json);
        String type =
                contained.isEmpty() ? References.type(provider) : contained.text("resourceType");
        if (type.equals("Organization")) {
            row.text(Fields.Claim.FACILITY_ID, key);
            if (!contained.isEmpty()) {
                in.row(Entity.FACILITY, key).text(Fields.Facility.NAME, contained.text("name"));
            }
        } else {
            row.text(Fields.Claim.PROVIDER_ID, key);
        }
        String npi = contained.isEmpty() ? npiOf(provider) : References.npi(contained);
        row.text(Fields.Claim.BILLING_NPI, npi);
    }

    private static String npiOf(Json reference) {
        String text = reference.text("reference");
        if (text.contains("us-npi|")) {
            return References.key(text);
        }
        Json identifier = reference.child("identifier");
        boolean npi = identifier.text("system").contains("npi");
        return npi ? identifier.text("value") : "";
    }

    /// The principal diagnosis, else the first.
    private static String diagnosis(Intake in, Json json) {
        String first = "";
        boolean principal = false;
        for (Json diagnosis : json.all("diagnosis")) {
            String code =
                    in.code(Entity.DIAGNOSIS_CODE, diagnosis.child("diagnosisCodeableConcept"));
            boolean leads =
                    diagnosis.child("type").child("coding").text("code").equals("principal");
            if (!code.isEmpty() && (first.isEmpty() || leads && !principal)) {
                first = code;
                principal = leads;
            }
        }
        return first;
    }

    private static void lines(Intake in, Json json, String claim) {
        int ordinal = 0;
        for (Json item : json.all("item")) {
            ordinal++;
            String sequence = sequence(item, ordinal);
            PatchRow row = in.row(Entity.CLAIM_LINE, claim + "/" + sequence);
            row.text(Fields.ClaimLine.CLAIM_ID, claim);
            row.text(Fields.ClaimLine.LINE_NUMBER, sequence);
            row.text(
                    Fields.ClaimLine.PROCEDURE_CODE,
                    in.code(Entity.PROCEDURE_CODE, item.child("productOrService")));
            row.text(Fields.ClaimLine.MODIFIERS, modifiers(item));
            row.text(Fields.ClaimLine.REVENUE_CODE, revenue(item));
            row.text(
                    Fields.ClaimLine.DIAGNOSIS_POINTERS,
                    String.join(",", item.texts("diagnosisSequence")));
            row.text(
                    Fields.ClaimLine.PLACE_OF_SERVICE,
                    item.child("locationCodeableConcept").child("coding").text("code"));
            in.quantity(
                    row,
                    Fields.ClaimLine.UNITS,
                    item.child("quantity").text("value"),
                    "item.quantity");
            in.money(row, Fields.ClaimLine.BILLED, billed(in, item));
            in.day(row, Fields.ClaimLine.SERVICE_DATE, serviced(item, "start"), "item.serviced");
            in.day(row, Fields.ClaimLine.SERVICE_DATE_TO, serviced(item, "end"), "item.serviced");
        }
    }

    private static long billed(Intake in, Json item) {
        long net = in.cents(item.child("net"), "item.net");
        boolean one = item.child("quantity").isEmpty();
        return net == Numbers.UNREADABLE && one
                ? in.cents(item.child("unitPrice"), "item.unitPrice")
                : net;
    }

    static String sequence(Json item, int ordinal) {
        String sequence = item.text("sequence");
        return sequence.isEmpty() ? Integer.toString(ordinal) : sequence;
    }

    static String serviced(Json item, String end) {
        String date = item.text("servicedDate");
        return date.isEmpty() ? item.child("servicedPeriod").text(end) : date;
    }

    static String revenue(Json item) {
        return item.child("revenue").child("coding").text("code");
    }

    static String modifiers(Json item) {
        List<String> all = new ArrayList<>();
        for (Json modifier : item.all("modifier")) {
            String code = modifier.child("coding").text("code");
            if (!code.isEmpty()) {
                all.add(code);
            }
        }
        return String.join(",", all);
    }
}
