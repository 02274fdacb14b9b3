package org.claimscope.data.format.fhir;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimscope.data.format.Fields;
import org.claimscope.data.format.PatchRow;
import org.claimscope.data.model.Entity;

/// People, organisations and places: Patient, Practitioner, PractitionerRole, Organization,
/// Location, Coverage.
///
/// An Organization is a payer when its type says so (`pay`, `ins`), a department for `dept`, else a
/// facility. A Location is a department of the organisation that manages it.
final class PeopleRows {
    private static final Map<String, String> SEX =
            Map.of("male", "M", "female", "F", "other", "O", "unknown", "U");

    private static final Set<String> PAYERS = Set.of("pay", "ins", "payer", "insurer");

    private PeopleRows() {}

    static void patient(Intake in, Json json, String id) {
        PatchRow row = in.row(Entity.PATIENT, id);
        Json name = official(json.all("name"));
        List<String> given = name.texts("given");
        row.text(Fields.Patient.LAST_NAME, name.text("family"));
        row.text(Fields.Patient.FIRST_NAME, given.isEmpty() ? "" : given.getFirst());
        row.text(Fields.Patient.MIDDLE_NAME, given.size() < 2 ? "" : given.get(1));
        row.text(Fields.Patient.SEX, SEX.getOrDefault(json.text("gender"), json.text("gender")));
        in.day(row, Fields.Patient.BIRTH_DATE, json.text("birthDate"), "birthDate");
        Json address = json.child("address");
        row.text(Fields.Patient.ADDRESS, String.join(", ", address.texts("line")));
        row.text(Fields.Patient.CITY, address.text("city"));
        row.text(Fields.Patient.STATE, address.text("state"));
        row.text(Fields.Patient.POSTAL_CODE, address.text("postalCode"));
        for (Json telecom : json.all("telecom")) {
            if (telecom.text("system").equals("phone") && !row.has(Fields.Patient.PHONE)) {
                row.text(Fields.Patient.PHONE, telecom.text("value"));
            }
        }
        for (Json identifier : json.all("identifier")) {
            if (identifier.text("system").endsWith("us-ssn")) {
                row.text(Fields.Patient.SSN, identifier.text("value"));
            }
        }
        for (Json link : json.all("link")) {
            if (link.text("type").equals("replaced-by")) {
                row.text(Fields.Patient.MERGED_INTO, References.key(link.child("other"), json));
            }
        }
    }

    private static Json official(List<Json> names) {
        for (Json name : names) {
            if (name.text("use").equals("official")) {
                return name;
            }
        }
        return names.isEmpty() ? Json.NONE : names.getFirst();
    }

    /// Referred to by id here and by NPI there, so a practitioner who has both is a row of each.
    static void practitioner(Intake in, Json json, String id) {
        String npi = References.npi(json);
        practitioner(in, json, id, npi);
        if (!npi.isEmpty() && !npi.equals(id)) {
            practitioner(in, json, npi, npi);
        }
    }

    private static void practitioner(Intake in, Json json, String id, String npi) {
        PatchRow row = in.row(Entity.PROVIDER, id);
        Json name = official(json.all("name"));
        row.text(Fields.Provider.LAST_NAME, name.text("family"));
        row.text(Fields.Provider.FIRST_NAME, name.text("given"));
        row.text(Fields.Provider.NPI, npi);
    }

    static void role(Intake in, Json json) {
        String provider = in.ref("practitioner");
        if (provider.isEmpty()) {
            in.finding("no-reference", "practitioner", "a role of nobody is not taken");
            return;
        }
        PatchRow row = in.row(Entity.PROVIDER, provider);
        row.text(Fields.Provider.SPECIALTY, Intake.label(json.child("specialty")));
        row.text(Fields.Provider.FACILITY_ID, in.ref("organization"));
        row.text(Fields.Provider.DEPARTMENT_ID, in.ref("location"));
    }

    static void organization(Intake in, Json json, String id) {
        boolean payer = false;
        boolean department = false;
        for (Json type : json.all("type")) {
            for (Json coding : type.all("coding")) {
                payer |= PAYERS.contains(coding.text("code"));
                department |= coding.text("code").equals("dept");
            }
        }
        Json address = json.child("address");
        if (payer) {
            in.row(Entity.PAYER, id).text(Fields.Payer.NAME, json.text("name"));
        } else if (department) {
            PatchRow row = in.row(Entity.DEPARTMENT, id);
            row.text(Fields.Department.NAME, json.text("name"));
            row.text(Fields.Department.FACILITY_ID, in.ref("partOf"));
        } else {
            PatchRow row = in.row(Entity.FACILITY, id);
            row.text(Fields.Facility.NAME, json.text("name"));
            row.text(Fields.Facility.FACILITY_TYPE, Intake.label(json.child("type")));
            row.text(Fields.Facility.CITY, address.text("city"));
            row.text(Fields.Facility.STATE, address.text("state"));
        }
    }

    static void location(Intake in, Json json, String id) {
        PatchRow row = in.row(Entity.DEPARTMENT, id);
        String name = json.text("name");
        row.text(Fields.Department.NAME, name.isEmpty() ? json.text("description") : name);
        row.text(Fields.Department.FACILITY_ID, in.ref("managingOrganization"));
    }

    static void coverage(Intake in, Json json, String id) {
        PatchRow row = in.row(Entity.COVERAGE, id);
        row.text(Fields.Coverage.PATIENT_ID, in.ref("beneficiary"));
        row.text(Fields.Coverage.PAYER_ID, payer(in, json.child("payor"), json));
        row.text(Fields.Coverage.MEMBER_ID, json.text("subscriberId"));
        row.text(Fields.Coverage.RANK, json.text("order"));
        for (Json part : json.all("class")) {
            if (part.child("type").child("coding").text("code").equals("plan")) {
                String name = part.text("name");
                row.text(Fields.Coverage.PLAN_NAME, name.isEmpty() ? part.text("value") : name);
            }
        }
        Json period = json.child("period");
        in.day(row, Fields.Coverage.EFFECTIVE_FROM, period.text("start"), "period.start");
        in.day(row, Fields.Coverage.EFFECTIVE_TO, period.text("end"), "period.end");
    }

    /// Who pays. One that is only named is a payer of that name; one that is only referred to is
    /// told by its own resource.
    static String payer(Intake in, Json reference, Json owner) {
        String id = References.key(reference, owner);
        if (id.isEmpty()) {
            return "";
        }
        Json contained = References.contained(reference, owner);
        String name = contained.isEmpty() ? reference.text("display") : contained.text("name");
        if (!name.isEmpty() || reference.text("reference").isEmpty()) {
            in.row(Entity.PAYER, id).text(Fields.Payer.NAME, name.isEmpty() ? id : name);
        }
        return id;
    }

    /// A patient who is contained in what is billed for, and nowhere else.
    static String patient(Intake in, Json reference, Json owner) {
        String id = References.key(reference, owner);
        Json contained = References.contained(reference, owner);
        if (!contained.isEmpty() && !id.isEmpty()) {
            patient(in, contained, id);
        }
        return id;
    }
}
