package org.claimscope.data.format.hl7v2;

import static org.claimscope.data.format.hl7v2.Visit.firstOf;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.claimscope.data.format.Fields;
import org.claimscope.data.format.Numbers;
import org.claimscope.data.format.PatchRow;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection;

/// Planned visits (SIU S12–S26): SCH, and the services, places and persons booked for them (AIS,
/// AIL, AIP, AIG).
final class ScheduleRows {
    /// Events that say by themselves what became of the appointment.
    private static final Map<String, String> EVENTS =
            Map.of("S15", "Cancelled", "S16", "Cancelled", "S17", "Cancelled", "S26", "No-show");

    /// Table 0278, lower case; a status that is none of these stays as sent.
    private static final Map<String, String> STATUSES =
            Map.of(
                    "booked", "Booked",
                    "complete", "Completed",
                    "cancelled", "Cancelled",
                    "dc", "Cancelled",
                    "deleted", "Cancelled",
                    "noshow", "No-show",
                    "pending", "Pending",
                    "waitlist", "Waitlist",
                    "started", "Arrived",
                    "overbook", "Booked");

    private ScheduleRows() {}

    static void of(Intake in, Group group, Visit visit) {
        Segment sch = in.message().first("SCH");
        // The filler's number is the appointment's; a placer asks for one under a number of its
        // own.
        String id = firstOf(List.of(Keys.real(sch.text(2)), Keys.real(sch.text(1))));
        if (sch.isCut(2, 1)) {
            in.reject(
                    Rejection.Reason.CUT_OFF,
                    "SCH-2",
                    "the delivery ends before the appointment's number");
            return;
        }
        if (id.isEmpty()) {
            in.reject(Rejection.Reason.MISSING_VALUE, "SCH-2", "an appointment without a number");
            return;
        }
        Segment ais = group.first("AIS");
        Segment ail = group.first("AIL");
        Segment aip = group.first("AIP");
        PatchRow row = in.row(Entity.APPOINTMENT, id);
        row.text(Fields.Appointment.PATIENT_ID, visit.patientId());
        row.text(Fields.Appointment.ENCOUNTER_ID, visit.encounterId());
        String facility = Visit.facility(in, ail, 3);
        String department = Visit.department(in, ail, 3, facility);
        row.text(Fields.Appointment.FACILITY_ID, firstOf(List.of(facility, visit.facilityId())));
        row.text(
                Fields.Appointment.DEPARTMENT_ID,
                firstOf(List.of(department, visit.departmentId())));
        row.text(
                Fields.Appointment.PROVIDER_ID,
                aip.isCut(3, 1)
                        ? ""
                        : firstOf(List.of(PersonRows.provider(in, aip, 3), visit.providerId())));
        row.text(
                Fields.Appointment.PROCEDURE_CODE,
                Visit.code(in, Entity.PROCEDURE_CODE, ais, 3, 999));
        in.text(row, Fields.Appointment.APPOINTMENT_TYPE, sch, 8, 2, 8, 1);
        row.text(Fields.Appointment.STATUS, status(in, sch, ais));
        start(in, group, row, sch);
        minutes(in, row, sch, ais);
    }

    private static String status(Intake in, Segment sch, Segment ais) {
        String event = EVENTS.get(in.message().trigger());
        if (event != null) {
            return event;
        }
        String told = firstOf(List.of(Keys.real(sch.text(25)), Keys.real(ais.text(10))));
        return told.isEmpty()
                ? "Booked"
                : STATUSES.getOrDefault(told.toLowerCase(Locale.ROOT), told);
    }

    /// When it begins: of the service, the place, the person, the thing, else of the whole (TQ1-7;
    /// SCH-11, which 2.5 keeps for backward compatibility only).
    private static void start(Intake in, Group group, PatchRow row, Segment sch) {
        record Place(Segment segment, int field, int component) {}
        var places =
                List.of(
                        new Place(group.first("AIS"), 4, 1),
                        new Place(group.first("AIL"), 6, 1),
                        new Place(group.first("AIP"), 6, 1),
                        new Place(group.first("AIG"), 8, 1),
                        new Place(in.message().first("TQ1"), 7, 1),
                        new Place(sch, 11, 4));
        for (Place p : places) {
            String ts = in.timestamp(p.segment(), p.field(), p.component());
            if (!ts.isEmpty()) {
                in.day(
                        row,
                        Fields.Appointment.APPOINTMENT_DATE,
                        p.segment(),
                        p.field(),
                        p.component());
                row.text(Fields.Appointment.START_TIME, Timestamps.timeOfDay(ts));
                return;
            }
        }
    }

    /// AIS-7 and its units, else SCH-9.
    private static void minutes(Intake in, PatchRow row, Segment sch, Segment ais) {
        boolean service = !Keys.real(ais.text(7)).isEmpty();
        Segment s = service ? ais : sch;
        int field = service ? 7 : 9;
        String duration = Keys.real(s.text(field));
        if (duration.isEmpty()) {
            return;
        }
        long amount = Numbers.tenThousandths(duration);
        String unit = s.text(field + 1).toLowerCase(Locale.ROOT);
        if (amount == Numbers.UNREADABLE || Math.abs(amount) > 1_000_000_000L) {
            in.finding("not-a-number", s.name() + "-" + field, "no duration can be read");
        } else if (unit.startsWith("s")) {
            row.quantity(Fields.Appointment.MINUTES, amount / 60);
        } else if (unit.startsWith("h")) {
            row.quantity(Fields.Appointment.MINUTES, amount * 60);
        } else if (unit.startsWith("d")) {
            row.quantity(Fields.Appointment.MINUTES, amount * 1_440);
        } else {
            row.quantity(Fields.Appointment.MINUTES, amount);
        }
    }
}
