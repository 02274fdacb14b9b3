package org.claimscope.data.format.hl7v2;

import java.util.List;
import java.util.Set;
import org.claimscope.data.format.Fields;
import org.claimscope.data.format.PatchRow;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection;

/// People, and who pays for them: PID, MRG, IN1 and the persons named in other segments (XCN).
final class PersonRows {
    /// Merges of people: the patient of MRG-1 is from now on that of PID-3. (A35, A36's account
    /// half, A41 … merge accounts or visits, not people.)
    private static final Set<String> MERGES = Set.of("A18", "A30", "A34", "A36", "A39", "A40");

    private static final String UNLINK = "A37";

    private static final String NPI_OID = "2.16.840.1.113883.4.6";

    private PersonRows() {}

    static void patient(Intake in, Segment pid, String id) {
        PatchRow row = in.row(Entity.PATIENT, id);
        in.told(row, Fields.Patient.LAST_NAME, pid.text(5, 1, 1, 1), "PID-5");
        in.text(row, Fields.Patient.FIRST_NAME, pid, 5, 2);
        in.text(row, Fields.Patient.MIDDLE_NAME, pid, 5, 3);
        in.day(row, Fields.Patient.BIRTH_DATE, pid, 7, 1);
        in.text(row, Fields.Patient.SEX, pid, 8, 1);
        in.told(row, Fields.Patient.ADDRESS, pid.text(11, 1, 1, 1), "PID-11");
        in.text(row, Fields.Patient.CITY, pid, 11, 3);
        in.text(row, Fields.Patient.STATE, pid, 11, 4);
        in.text(row, Fields.Patient.POSTAL_CODE, pid, 11, 5);
        String phone = pid.text(13, 1);
        in.told(
                row,
                Fields.Patient.PHONE,
                phone.isEmpty() ? pid.text(13, 6) + pid.text(13, 7) : phone,
                "PID-13");
        in.text(row, Fields.Patient.SSN, pid, 19, 1);
        if (in.message().trigger().equals(UNLINK)) {
            row.clear(Fields.Patient.MERGED_INTO);
        }
    }

    static void merge(Intake in, Group group, String survivor) {
        if (!MERGES.contains(in.message().trigger())) {
            return;
        }
        List<Segment> merged = group.all("MRG");
        if (merged.isEmpty()) {
            in.reject(Rejection.Reason.MISSING_VALUE, "MRG-1", "a merge without who is merged");
        }
        for (Segment mrg : merged) {
            String prior = Keys.person(mrg, 1);
            if (prior.isEmpty() && !mrg.isCut(1, 4)) {
                prior = Keys.person(mrg, 4);
            }
            if (prior.isEmpty()) {
                in.reject(
                        mrg.isCut(1, 4) ? Rejection.Reason.CUT_OFF : Rejection.Reason.MISSING_VALUE,
                        "MRG-1",
                        "a merge without the whole id of who is merged");
            } else if (!prior.equals(survivor)) {
                in.row(Entity.PATIENT, prior).text(Fields.Patient.MERGED_INTO, survivor);
            }
        }
    }

    /// Coverage and payer of each IN1. A coverage is a place in the order of payers: when another
    /// payer takes the place, it is a new version of the same coverage.
    ///
    /// @return the payer that is asked first, or empty
    static String coverages(Intake in, Group group, String patientId) {
        String primary = "";
        int ordinal = 0;
        for (Segment in1 : group.all("IN1")) {
            ordinal++;
            // Which place in the order it takes is not told.
            if (in1.isCut(1, 1)) {
                continue;
            }
            String rank = rank(in1, ordinal);
            String payer = payer(in, in1);
            if (primary.isEmpty() || rank.equals("1") && !payer.isEmpty()) {
                primary = payer;
            }
            if (patientId.isEmpty()) {
                continue;
            }
            PatchRow row = in.row(Entity.COVERAGE, patientId + "/" + rank);
            row.text(Fields.Coverage.PATIENT_ID, patientId);
            row.text(Fields.Coverage.PAYER_ID, payer);
            row.text(Fields.Coverage.RANK, rank);
            in.text(row, Fields.Coverage.PLAN_NAME, in1, 2, 2, 2, 1);
            in.text(row, Fields.Coverage.MEMBER_ID, in1, 36, 1, 49, 1);
            in.day(row, Fields.Coverage.EFFECTIVE_FROM, in1, 12, 1);
            in.day(row, Fields.Coverage.EFFECTIVE_TO, in1, 13, 1);
        }
        return primary;
    }

    private static String rank(Segment in1, int ordinal) {
        String told = Keys.real(in1.text(1));
        boolean number =
                !told.isEmpty()
                        && told.length() < 3
                        && told.chars().allMatch(c -> c >= '0' && c <= '9');
        return Integer.toString(number ? Integer.parseInt(told) : ordinal);
    }

    private static String payer(Intake in, Segment in1) {
        String name = Keys.real(in1.text(4));
        String id = Keys.real(in1.text(3));
        if (in1.isCut(3, 1) || id.isEmpty() && in1.isCut(4, 1)) {
            return "";
        }
        if (id.isEmpty()) {
            id = name.isEmpty() ? Keys.real(in1.text(2)) : name;
        }
        if (!id.isEmpty()) {
            in.row(Entity.PAYER, id).text(Fields.Payer.NAME, name);
        }
        return id;
    }

    /// A caregiver (XCN): the id number, the name, and the NPI where the number is one.
    ///
    /// @return the id, or empty when the message names no number
    static String provider(Intake in, Segment s, int field) {
        String id = Keys.real(s.text(field));
        if (id.isEmpty()) {
            return "";
        }
        PatchRow row = in.row(Entity.PROVIDER, id);
        row.text(Fields.Provider.LAST_NAME, Keys.real(s.text(field, 1, 2, 1)));
        // Some put the whole name into one component, its parts as subcomponents.
        String given = Keys.real(s.text(field, 3));
        row.text(
                Fields.Provider.FIRST_NAME,
                given.isEmpty() ? Keys.real(s.text(field, 1, 2, 2)) : given);
        boolean npi =
                s.text(field, 13).equals("NPI")
                        || s.text(field, 1, 9, 1).equals("NPI")
                        || s.text(field, 1, 9, 2).equals(NPI_OID);
        if (npi) {
            row.text(Fields.Provider.NPI, id);
        }
        return id;
    }
}
