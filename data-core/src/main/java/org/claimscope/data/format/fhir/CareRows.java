package org.claimscope.data.format.fhir;

import java.util.Map;
import java.util.Set;
import org.claimscope.data.format.Fields;
import org.claimscope.data.format.Numbers;
import org.claimscope.data.format.PatchRow;
import org.claimscope.data.model.Entity;

/// Care and what was charged for it: Encounter, Appointment, Condition, Procedure, ChargeItem.
final class CareRows {
    /// ActEncounterCode, in the words of the other feeds; others stay as sent.
    private static final Map<String, String> CLASSES =
            Map.of(
                    "IMP", "Inpatient",
                    "ACUTE", "Inpatient",
                    "NONAC", "Inpatient",
                    "OBSENC", "Observation",
                    "AMB", "Outpatient",
                    "SS", "Outpatient",
                    "EMER", "Emergency",
                    "HH", "Home health",
                    "VR", "Telemedicine",
                    "PRENC", "Preadmit");

    private static final Map<String, String> ENCOUNTER_STATUSES =
            Map.of(
                    "planned", "Planned",
                    "arrived", "Active",
                    "triaged", "Active",
                    "in-progress", "Active",
                    "onleave", "Active",
                    "finished", "Discharged",
                    "cancelled", "Cancelled",
                    "entered-in-error", "Cancelled");

    private static final Map<String, String> APPOINTMENT_STATUSES =
            Map.of(
                    "proposed", "Pending",
                    "pending", "Pending",
                    "booked", "Booked",
                    "arrived", "Arrived",
                    "checked-in", "Arrived",
                    "fulfilled", "Completed",
                    "cancelled", "Cancelled",
                    "entered-in-error", "Cancelled",
                    "noshow", "No-show",
                    "waitlist", "Waitlist");

    /// A charge in these states charges nothing.
    private static final Set<String> VOID = Set.of("aborted", "entered-in-error", "not-billable");

    /// Of those who take part, these are answerable (v3 ParticipationType).
    private static final Set<String> ANSWERABLE = Set.of("PPRF", "ATND");

    private CareRows() {}

    static void encounter(Intake in, Json json, String id) {
        PatchRow row = in.row(Entity.ENCOUNTER, id);
        String kind = json.child("class").text("code");
        String status = json.text("status");
        row.text(Fields.Encounter.ENCOUNTER_TYPE, CLASSES.getOrDefault(kind, kind));
        row.text(Fields.Encounter.STATUS, ENCOUNTER_STATUSES.getOrDefault(status, status));
        row.text(Fields.Encounter.PATIENT_ID, in.ref("subject"));
        row.text(Fields.Encounter.FACILITY_ID, in.ref("serviceProvider"));
        Json location = json.child("location").child("location");
        row.text(Fields.Encounter.DEPARTMENT_ID, References.key(location, json));
        row.text(Fields.Encounter.PROVIDER_ID, answerable(json));
        Json period = json.child("period");
        in.day(row, Fields.Encounter.SERVICE_DATE, period.text("start"), "period.start");
        in.day(row, Fields.Encounter.DISCHARGE_DATE, period.text("end"), "period.end");
    }

    private static String answerable(Json json) {
        String first = "";
        for (Json participant : json.all("participant")) {
            String key = References.key(participant.child("individual"), json);
            if (ANSWERABLE.contains(participant.child("type").child("coding").text("code"))) {
                return key;
            }
            first = first.isEmpty() ? key : first;
        }
        return first;
    }

    static void appointment(Intake in, Json json, String id) {
        PatchRow row = in.row(Entity.APPOINTMENT, id);
        String status = json.text("status");
        row.text(Fields.Appointment.STATUS, APPOINTMENT_STATUSES.getOrDefault(status, status));
        row.text(Fields.Appointment.APPOINTMENT_TYPE, Intake.label(json.child("appointmentType")));
        for (Json participant : json.all("participant")) {
            Json actor = participant.child("actor");
            String key = References.key(actor, json);
            switch (References.type(actor)) {
                case "Patient" -> row.text(Fields.Appointment.PATIENT_ID, key);
                case "Practitioner", "PractitionerRole" ->
                        row.text(Fields.Appointment.PROVIDER_ID, key);
                case "Location" -> row.text(Fields.Appointment.DEPARTMENT_ID, key);
                default -> {}
            }
        }
        String start = json.text("start");
        in.day(row, Fields.Appointment.APPOINTMENT_DATE, start, "start");
        row.text(Fields.Appointment.START_TIME, Dates.timeOfDay(start));
        String minutes = json.text("minutesDuration");
        long from = Dates.micros(start);
        long to = Dates.micros(json.text("end"));
        if (minutes.isEmpty() && from != Dates.UNREADABLE && to != Dates.UNREADABLE) {
            minutes = Long.toString((to - from) / 60_000_000);
        }
        in.quantity(row, Fields.Appointment.MINUTES, minutes, "minutesDuration");
    }

    /// A diagnosis code; and of the visit it was made in, the visit's diagnosis.
    static void condition(Intake in, Json json) {
        String code = in.code(Entity.DIAGNOSIS_CODE, json.child("code"));
        String encounter = in.ref("encounter");
        if (!code.isEmpty() && !encounter.isEmpty()) {
            in.row(Entity.ENCOUNTER, encounter).text(Fields.Encounter.DIAGNOSIS_CODE, code);
        }
    }

    static void procedure(Intake in, Json json) {
        String code = in.code(Entity.PROCEDURE_CODE, json.child("code"));
        String encounter = in.ref("encounter");
        if (!code.isEmpty() && !encounter.isEmpty()) {
            in.row(Entity.ENCOUNTER, encounter).text(Fields.Encounter.PROCEDURE_CODE, code);
        }
    }

    static void charge(Intake in, Json json, String id) {
        PatchRow row = in.row(Entity.CHARGE, id);
        PatchRow entry = in.row(Entity.TRANSACTION, "charge/" + id);
        String encounter = in.ref("context");
        String patient = in.ref("subject");
        String facility = in.ref("performingOrganization");
        String provider = References.key(json.child("performer").child("actor"), json);
        String procedure = in.code(Entity.PROCEDURE_CODE, json.child("code"));
        row.text(Fields.Charge.ENCOUNTER_ID, encounter);
        row.text(Fields.Charge.PATIENT_ID, patient);
        row.text(Fields.Charge.FACILITY_ID, facility);
        row.text(Fields.Charge.PROVIDER_ID, provider);
        row.text(Fields.Charge.CHARGE_TYPE, "Charge");
        row.text(Fields.Charge.CHARGE_CODE, json.child("code").child("coding").text("code"));
        row.text(Fields.Charge.PROCEDURE_CODE, procedure);
        in.quantity(row, Fields.Charge.UNITS, json.child("quantity").text("value"), "quantity");
        entry.text(Fields.Transaction.ENCOUNTER_ID, encounter);
        entry.text(Fields.Transaction.PATIENT_ID, patient);
        entry.text(Fields.Transaction.FACILITY_ID, facility);
        entry.text(Fields.Transaction.PROVIDER_ID, provider);
        entry.text(Fields.Transaction.TRANSACTION_TYPE, "Charge");
        entry.text(Fields.Transaction.PROCEDURE_CODE, procedure);
        String service = json.text("occurrenceDateTime");
        if (service.isEmpty()) {
            service = json.child("occurrencePeriod").text("start");
        }
        in.day(row, Fields.Charge.SERVICE_DATE, service, "occurrence");
        in.day(entry, Fields.Transaction.SERVICE_DATE, service, "occurrence");
        in.day(row, Fields.Charge.POSTED_DATE, json.text("enteredDate"), "enteredDate");
        in.day(entry, Fields.Transaction.POSTED_DATE, json.text("enteredDate"), "enteredDate");
        long billed = in.cents(json.child("priceOverride"), "priceOverride");
        if (VOID.contains(json.text("status"))) {
            billed = 0;
        }
        if (billed != Numbers.UNREADABLE) {
            row.money(Fields.Charge.BILLED, billed);
            entry.money(Fields.Transaction.BILLED, billed);
        }
    }
}
