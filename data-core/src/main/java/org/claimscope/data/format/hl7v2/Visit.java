package org.claimscope.data.format.hl7v2;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.claimscope.data.format.Fields;
import org.claimscope.data.format.PatchRow;
import org.claimscope.data.model.Entity;

/// A visit, as PV1 tells it: what charges, appointments and notes of the same message refer to. Ids
/// that the message does not tell are empty.
record Visit(
        String patientId,
        String encounterId,
        String facilityId,
        String departmentId,
        String providerId,
        String payerId,
        String type,
        String financialClass,
        String diagnosis) {
    /// Table 0004, in the words of the other feeds; a class that is none of these stays as sent.
    private static final Map<String, String> CLASSES =
            Map.of(
                    "I", "Inpatient",
                    "O", "Outpatient",
                    "E", "Emergency",
                    "P", "Preadmit",
                    "R", "Recurring",
                    "B", "Obstetrics");

    /// What an event says about a visit; A08, A12 (cancel transfer) and others say nothing.
    private static final Map<String, String> STATUSES =
            Map.ofEntries(
                    Map.entry("A01", "Active"),
                    Map.entry("A02", "Active"),
                    Map.entry("A03", "Discharged"),
                    Map.entry("A04", "Active"),
                    Map.entry("A05", "Planned"),
                    Map.entry("A06", "Active"),
                    Map.entry("A07", "Active"),
                    Map.entry("A11", "Cancelled"),
                    Map.entry("A13", "Active"),
                    Map.entry("A14", "Planned"),
                    Map.entry("A23", "Cancelled"),
                    Map.entry("A27", "Cancelled"),
                    Map.entry("A38", "Cancelled"));

    /// Its PV1-45 is the discharge that did not happen.
    private static final String CANCEL_DISCHARGE = "A13";

    /// Reads PV1, DG1 and PR1 of a group into rows.
    static Visit of(Intake in, Group group, String patientId, String payerId) {
        Segment pv1 = group.first("PV1");
        Segment pid = group.first("PID");
        String facility = facility(in, pv1, 3);
        String department = department(in, pv1, 3, facility);
        String attending = PersonRows.provider(in, pv1, 7);
        PersonRows.provider(in, pv1, 8);
        PersonRows.provider(in, pv1, 9);
        String admitting = PersonRows.provider(in, pv1, 17);
        String kind = Keys.real(pv1.text(2));
        var visit =
                new Visit(
                        patientId,
                        Keys.visit(pv1, pid),
                        facility,
                        department,
                        attending.isEmpty() ? admitting : attending,
                        payerId,
                        CLASSES.getOrDefault(kind.toUpperCase(Locale.ROOT), kind),
                        Keys.real(pv1.text(20)),
                        diagnosis(in, group));
        String procedure = procedure(in, group);
        if (group.has("PV1") && !visit.encounterId.isEmpty()) {
            visit.row(in, pv1, procedure);
        }
        return visit;
    }

    private void row(Intake in, Segment pv1, String procedure) {
        PatchRow row = in.row(Entity.ENCOUNTER, encounterId);
        row.text(Fields.Encounter.PATIENT_ID, patientId);
        row.text(Fields.Encounter.FACILITY_ID, facilityId);
        row.text(Fields.Encounter.DEPARTMENT_ID, departmentId);
        row.text(Fields.Encounter.PROVIDER_ID, providerId);
        row.text(Fields.Encounter.PAYER_ID, payerId);
        row.text(Fields.Encounter.ENCOUNTER_TYPE, type);
        row.text(Fields.Encounter.DIAGNOSIS_CODE, diagnosis);
        row.text(Fields.Encounter.PROCEDURE_CODE, procedure);
        in.day(row, Fields.Encounter.SERVICE_DATE, pv1, 44, 1);
        if (in.message().trigger().equals(CANCEL_DISCHARGE)) {
            row.clear(Fields.Encounter.DISCHARGE_DATE);
        } else {
            in.day(row, Fields.Encounter.DISCHARGE_DATE, pv1, 45, 1);
        }
        if (!in.message().code().equals("ADT")) {
            return;
        }
        String trigger = in.message().trigger();
        row.text(Fields.Encounter.STATUS, STATUSES.get(trigger));
        Segment evn = in.message().first("EVN");
        switch (trigger) {
            case "A01", "A04" -> orWhenItHappened(in, row, Fields.Encounter.SERVICE_DATE, evn);
            case "A03" -> orWhenItHappened(in, row, Fields.Encounter.DISCHARGE_DATE, evn);
            default -> {}
        }
    }

    /// Admissions and discharges without a date in PV1 took place when the event did (EVN-6, else
    /// EVN-2).
    private static void orWhenItHappened(Intake in, PatchRow row, int field, Segment evn) {
        if (!row.has(field)) {
            in.day(row, field, evn, evn.text(6).isEmpty() ? 2 : 6, 1);
        }
    }

    /// The facility of a place (PL.4); its id is its name.
    static String facility(Intake in, Segment s, int field) {
        String id = Keys.facility(s, field);
        if (!id.isEmpty()) {
            in.row(Entity.FACILITY, id).text(Fields.Facility.NAME, id);
        }
        return id;
    }

    /// The point of care of a place (PL.1), a department of its facility.
    static String department(Intake in, Segment s, int field, String facility) {
        if (s.isCut(field, 4)) {
            return "";
        }
        return department(in, Keys.real(s.text(field)), "", facility);
    }

    static String department(Intake in, String code, String name, String facility) {
        if (code.isEmpty()) {
            return "";
        }
        String id = Keys.within(code, facility);
        PatchRow row = in.row(Entity.DEPARTMENT, id);
        row.text(Fields.Department.NAME, name.isEmpty() ? code : name);
        row.text(Fields.Department.FACILITY_ID, facility);
        return id;
    }

    /// All DG1; the one of first priority (DG1-15), else the first, is the visit's.
    private static String diagnosis(Intake in, Group group) {
        String first = "";
        boolean ranked = false;
        for (Segment dg1 : group.all("DG1")) {
            String code = code(in, Entity.DIAGNOSIS_CODE, dg1, 3, 4);
            boolean priority = dg1.text(15).equals("1");
            boolean deleted = dg1.text(21).equals("D");
            if (!code.isEmpty() && !deleted && (first.isEmpty() || priority && !ranked)) {
                first = code;
                ranked = priority;
            }
        }
        return first;
    }

    private static String procedure(Intake in, Group group) {
        return group.all("PR1").stream()
                .map(pr1 -> code(in, Entity.PROCEDURE_CODE, pr1, 3, 4))
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// A code (CE, CWE) with its label, which some send in a field of its own.
    static String code(Intake in, Entity entity, Segment s, int field, int labelField) {
        String code = Keys.real(s.text(field));
        if (!code.isEmpty()) {
            String label = Keys.real(s.text(field, 2));
            label(in, entity, code, label.isEmpty() ? Keys.real(s.text(labelField)) : label);
        }
        return code;
    }

    static void label(Intake in, Entity entity, String code, String label) {
        int field =
                entity == Entity.DIAGNOSIS_CODE
                        ? Fields.DiagnosisCode.LABEL
                        : Fields.ProcedureCode.LABEL;
        in.row(entity, code).text(field, label);
    }

    /// The first of the values that is told, or empty.
    static String firstOf(List<String> values) {
        return values.stream().filter(v -> !v.isEmpty()).findFirst().orElse("");
    }
}
