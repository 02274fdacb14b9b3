package org.claimscope.data.format.hl7v2;

import static org.claimscope.data.format.hl7v2.Visit.firstOf;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimscope.data.format.Fields;
import org.claimscope.data.format.PatchRow;
import org.claimscope.data.model.Entity;
import org.jspecify.annotations.Nullable;

/// That a note exists, of what kind, by whom and whether it is signed: TXA of MDM, OBR of ORU whose
/// results are text. What a note says (OBX-5) is never read.
final class NoteRows {
    /// TXA-17, document completion status (table 0271).
    private static final Map<String, String> COMPLETION =
            Map.of("AU", "Signed", "LA", "Signed", "CA", "Cancelled");

    /// OBR-25, result status (table 0123).
    private static final Map<String, String> RESULT =
            Map.of("F", "Signed", "C", "Signed", "A", "Signed", "X", "Cancelled");

    private static final String UNSIGNED = "Unsigned";

    /// OBX-2 of results that are text or a document.
    private static final Set<String> TEXTUAL = Set.of("TX", "FT", "ED", "RP");

    private static final Set<String> CANCELS = Set.of("T11");

    private NoteRows() {}

    static void of(Intake in, Group group, Visit visit, Refusals refusals) {
        for (Segment txa : group.all("TXA")) {
            if (!refusals.drops(txa)) {
                document(in, txa, visit);
            }
        }
        Segment order = null;
        boolean textual = false;
        for (Segment s : group.segments()) {
            if (s.name().equals("OBR")) {
                report(in, order, textual, visit);
                order = refusals.drops(s) ? null : s;
                textual = false;
            } else if (s.name().equals("OBX")) {
                textual |= TEXTUAL.contains(s.text(2)) && !refusals.drops(s);
            }
        }
        report(in, order, textual, visit);
    }

    private static void document(Intake in, Segment txa, Visit visit) {
        String id = Keys.real(txa.text(12));
        if (id.isEmpty()) {
            in.finding("no-id", "TXA-12", "a document without a number is not taken");
            return;
        }
        PatchRow row = note(in, id, visit);
        row.text(
                Fields.Note.PROVIDER_ID,
                firstOf(
                        List.of(
                                PersonRows.provider(in, txa, 9),
                                PersonRows.provider(in, txa, 5),
                                visit.providerId())));
        in.text(row, Fields.Note.NOTE_TYPE, txa, 2, 2, 2, 1);
        String status = COMPLETION.getOrDefault(txa.text(17), UNSIGNED);
        row.text(
                Fields.Note.STATUS,
                CANCELS.contains(in.message().trigger()) ? "Cancelled" : status);
        in.day(row, Fields.Note.SERVICE_DATE, txa, 4, 1);
        in.day(row, Fields.Note.SIGNED_DATE, txa, 22, 15);
    }

    private static void report(Intake in, @Nullable Segment obr, boolean textual, Visit visit) {
        if (obr == null || !textual || !in.message().code().equals("ORU")) {
            return;
        }
        String id = firstOf(List.of(Keys.real(obr.text(3)), Keys.real(obr.text(2))));
        if (id.isEmpty()) {
            in.finding("no-id", "OBR-3", "a report without an order number is not taken");
            return;
        }
        PatchRow row = note(in, id, visit);
        row.text(
                Fields.Note.PROVIDER_ID,
                firstOf(List.of(PersonRows.provider(in, obr, 16), visit.providerId())));
        in.text(row, Fields.Note.NOTE_TYPE, obr, 4, 2, 4, 1);
        String status = RESULT.getOrDefault(obr.text(25), UNSIGNED);
        row.text(Fields.Note.STATUS, status);
        in.day(row, Fields.Note.SERVICE_DATE, obr, 7, 1);
        if (status.equals("Signed")) {
            in.day(row, Fields.Note.SIGNED_DATE, obr, 22, 1);
        }
    }

    private static PatchRow note(Intake in, String id, Visit visit) {
        PatchRow row = in.row(Entity.NOTE, id);
        row.text(Fields.Note.PATIENT_ID, visit.patientId());
        row.text(Fields.Note.ENCOUNTER_ID, visit.encounterId());
        return row;
    }
}
