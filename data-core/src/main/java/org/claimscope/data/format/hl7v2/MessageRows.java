package org.claimscope.data.format.hl7v2;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.claimscope.data.model.Rejection;

/// Turns a message into the rows it tells about.
final class MessageRows {
    private static final long A_DAY = 86_400_000_000L;

    /// Messages that carry nothing about a patient: answers and questions.
    private static final Set<String> OF_NO_PATIENT =
            Set.of("ACK", "QRY", "MFN", "NMD", "MCF", "QBP", "RSP");

    private MessageRows() {}

    /// @return what was found; rows only count when there is no defect
    static Intake of(Message message, long number, Refusals refusals) {
        var in = new Intake(message, number);
        if (!message.hasHeader()) {
            in.reject(Rejection.Reason.MISSING_VALUE, "MSH", "segments without a message header");
            return in;
        }
        if (message.code().isEmpty()) {
            in.reject(
                    Rejection.Reason.MISSING_VALUE, "MSH-9", "the message does not tell its type");
            return in;
        }
        defects(in, message);
        for (Group group : Group.of(message)) {
            group(in, group, refusals);
        }
        return in;
    }

    private static void defects(Intake in, Message message) {
        if (message.controlId().isEmpty()) {
            in.finding("no-control-id", "MSH-10", "the message has no control id");
        }
        String version = message.first("MSH").text(12);
        if (!version.startsWith("2.")) {
            in.finding(
                    "version",
                    "MSH-12",
                    "not a version of HL7 v2 that is known; read all the same");
        }
        if (message.hasOddSeparators()) {
            in.finding("separators", "MSH-2", "the separators are missing or ambiguous");
        }
        if (message.isUnterminated()) {
            in.finding(
                    "unterminated",
                    message.segments().getLast().name(),
                    "the last segment has no end: the delivery may be cut off; its last value is"
                            + " taken only where that could not change it");
        }
    }

    private static void group(Intake in, Group group, Refusals refusals) {
        Segment pid = group.first("PID");
        String code = in.message().code();
        String patient = Keys.person(pid, 3);
        String visitId = Keys.visit(group.first("PV1"), pid);
        boolean needed =
                switch (code) {
                    case "ADT" -> true;
                    case "SIU" -> false;
                    default -> visitId.isEmpty() && !OF_NO_PATIENT.contains(code);
                };
        if (patient.isEmpty() && needed) {
            in.reject(
                    pid.isCut(3, 4) && group.has("PID")
                            ? Rejection.Reason.CUT_OFF
                            : Rejection.Reason.MISSING_VALUE,
                    "PID-3",
                    "the message does not tell whose it is");
            return;
        }
        if (patient.isEmpty() && OF_NO_PATIENT.contains(code)) {
            in.finding("not-read", "MSH-9", "a message of this type tells nothing that is kept");
            return;
        }
        if (!patient.isEmpty()) {
            PersonRows.patient(in, pid, patient);
            PersonRows.merge(in, group, patient);
        }
        String payer = PersonRows.coverages(in, group, patient);
        Visit visit = Visit.of(in, group, patient, payer);
        ChargeRows.of(in, group, visit);
        NoteRows.of(in, group, visit, refusals);
        if (code.equals("SIU") || code.equals("SRM") || code.equals("SRR")) {
            ScheduleRows.of(in, group, visit);
        }
    }

    /// When it happened: EVN-2, else MSH-7. A message that tells neither is older than any that
    /// does, so that it never overrides one.
    static long event(Intake in, InstantSource clock) {
        Message message = in.message();
        for (String ts :
                List.of(
                        in.timestamp(message.first("EVN"), 2, 1),
                        in.timestamp(message.first("MSH"), 7, 1))) {
            long micros = Timestamps.micros(ts);
            if (micros != Timestamps.UNREADABLE) {
                if (micros > clock.millis() * 1_000 + A_DAY) {
                    in.finding("future", "EVN-2", "the event lies in the future");
                }
                return micros;
            }
        }
        in.finding("no-event-time", "EVN-2", "no time of the event: it overrides nothing");
        return 0;
    }
}
