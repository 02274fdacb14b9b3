package org.claimscope.data.format.x12;

import org.claimscope.data.format.Format;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection.Reason;

/// What became of claims before anyone decides them (277CA), and the answer to a status request
/// (277): one acknowledgement for each status (STC) of a claim, a provider's batch or the whole
/// file.
///
/// A claim is tied by the patient control number: TRN02 in a 277CA, REF*EJ in a 277. A refused one
/// learns that it is rejected; REF*1K is the payer's number of it. Statuses of single lines are not
/// taken.
final class StatusSet implements TransactionSet {
    private static final int ID = field("id");
    private static final int TYPE = field("acknowledgement_type");
    private static final int CLAIM = field("claim_id");
    private static final int PATIENT = field("patient_id");
    private static final int PAYER = field("payer_id");
    private static final int GROUP = field("group_control_number");
    private static final int SET = field("transaction_control_number");
    private static final int PAYER_CONTROL = field("payer_control_number");
    private static final int CATEGORY = field("category_code");
    private static final int STATUS = field("status_code");
    private static final int ENTITY = field("entity_code");
    private static final int OUTCOME = field("outcome");
    private static final int BILLED = field("billed");
    private static final int STATUS_DATE = field("status_date");

    private static final int C_ID = Entity.CLAIM.indexOf("id");
    private static final int C_ENCOUNTER = Entity.CLAIM.indexOf("encounter_id");
    private static final int C_STATUS = Entity.CLAIM.indexOf("status");
    private static final int C_CLAIM_STATUS = Entity.CLAIM.indexOf("claim_status");
    private static final int C_PAYER_CONTROL = Entity.CLAIM.indexOf("payer_control_number");

    private final Envelope envelope;
    private final Format.Reading to;
    private final Findings findings;
    private final Segments head = new Segments();
    private final Segments source = new Segments();
    private final Segments level = new Segments();
    private final Key id = new Key();
    private long nth;

    StatusSet(Envelope envelope, Format.Reading to, Findings findings) {
        this.envelope = envelope;
        this.to = to;
        this.findings = findings;
    }

    private static int field(String name) {
        return Entity.ACKNOWLEDGEMENT.indexOf(name);
    }

    @Override
    public void take(SegmentReader segment) {
        switch (segment.id()) {
            case Ids.BHT -> head.add(segment);
            case Ids.HL -> {
                endLevel();
                level.add(segment);
            }
            case Ids.AAA -> EligibilitySet.refused(segment, findings);
            default -> {
                if (!level.isEmpty()) {
                    level.add(segment);
                    if (level.is(0, 3, "20") && segment.id() == Ids.NM1) {
                        source.add(segment);
                    }
                }
            }
        }
    }

    private void endLevel() {
        if (level.isFull()) {
            reject(Reason.TOO_LONG, "the level is larger than any may be");
        } else if (!level.isEmpty()) {
            int begin = level.find(Ids.TRN);
            if (begin < 0 && level.find(Ids.STC) >= 0) {
                begin = 0;
            }
            while (begin >= 0) {
                int next = begin + 1;
                while (next < level.size() && level.id(next) != Ids.TRN) {
                    next++;
                }
                statuses(begin, next);
                begin = next < level.size() ? next : -1;
            }
        }
        level.clear();
    }

    private void reject(Reason reason, String explanation) {
        to.rejections().accept(Rejected.of(level, 0, "HL", reason, explanation));
    }

    /// @param from the claim's TRN
    private void statuses(int from, int end) {
        long control = Slice.ABSENT;
        long claim = Slice.ABSENT;
        boolean ofClaim = isOfClaim();
        boolean answer = !isAcknowledgement();
        for (int i = from; i < end; i++) {
            if (level.id(i) == Ids.REF) {
                if (level.is(i, 1, "1K")) {
                    control = level.element(i, 2);
                } else if (level.is(i, 1, "EJ") && ofClaim && answer) {
                    claim = level.element(i, 2);
                }
            }
        }
        if (ofClaim && !answer && level.id(from) == Ids.TRN) {
            claim = level.element(from, 2);
        }
        int last = -1;
        boolean rejected = false;
        for (int i = from; i < end && level.id(i) != Ids.SVC; i++) {
            if (level.id(i) == Ids.STC) {
                nth++;
                last = i;
                rejected |= write(i, from, claim, control);
            }
        }
        if (last >= 0 && claim != Slice.ABSENT) {
            tellClaim(last, claim, control, rejected);
        }
    }

    /// Whether the sender answers to the claims themselves (BHT01 = 0085), not to a question.
    private boolean isAcknowledgement() {
        return head.isEmpty() || head.is(0, 1, "0085");
    }

    private boolean isOfClaim() {
        return level.is(0, 3, "PT") || level.is(0, 3, "22") || level.is(0, 3, "23");
    }

    private boolean write(int stc, int trn, long claim, long control) {
        long category = level.component(stc, 1, 1);
        String outcome = outcome(level.text(category));
        id.reset().add("277|");
        if (!head.isEmpty()) {
            id.add(head, head.element(0, 3));
        }
        long trace = level.id(trn) == Ids.TRN ? level.element(trn, 2) : Slice.ABSENT;
        id.add('|').add(level, trace).add('|').add(nth);
        long day = level.day(stc, 2);
        var row =
                new Row(to.records().of(Entity.ACKNOWLEDGEMENT))
                        .text(ID, id)
                        .text(TYPE, isAcknowledgement() ? "277CA" : "277")
                        .text(CLAIM, level, claim)
                        .text(GROUP, envelope.groupControl())
                        .text(PAYER_CONTROL, level, control)
                        .text(CATEGORY, level, category)
                        .text(STATUS, level, level.component(stc, 1, 2))
                        .text(ENTITY, level, level.component(stc, 1, 3))
                        .text(OUTCOME, outcome)
                        .money(BILLED, level.cents(stc, 4))
                        .date(STATUS_DATE, day == X12Values.UNREADABLE ? envelope.day() : day);
        if (claim == Slice.ABSENT) {
            // Of a batch: the number that the 837 gave itself (BHT03).
            row.text(SET, level, trace);
        }
        int patient = patient();
        if (patient >= 0) {
            row.text(PATIENT, level, level.element(patient, 9));
        }
        if (!source.isEmpty()) {
            row.text(PAYER, source, source.element(0, 9));
        }
        row.end(level.number(stc));
        return outcome.equals("Rejected");
    }

    private int patient() {
        int patient = level.find(Ids.NM1, "QC");
        return patient >= 0 ? patient : level.find(Ids.NM1, "IL");
    }

    private void tellClaim(int stc, long claim, long control, boolean rejected) {
        if (!rejected && control == Slice.ABSENT) {
            return;
        }
        var row =
                new Row(to.records().of(Entity.CLAIM))
                        .text(C_ID, level, claim)
                        .text(C_ENCOUNTER, level, claim)
                        .text(C_PAYER_CONTROL, level, control);
        if (rejected) {
            row.text(C_STATUS, level, level.component(stc, 1, 1)).text(C_CLAIM_STATUS, "Rejected");
        }
        row.patch(level.number(stc), eventMicros());
    }

    private long eventMicros() {
        if (head.isEmpty() || head.day(0, 4) == X12Values.UNREADABLE) {
            return envelope.micros();
        }
        return X12Values.micros(head.day(0, 4), head.bytes(), head.element(0, 5));
    }

    /// Claim status category codes (X12 code list 507) in the large.
    static String outcome(String category) {
        return switch (category) {
            case "A0", "A1", "A2", "A5" -> "Accepted";
            case "A3", "A4", "A6", "A7", "A8" -> "Rejected";
            case "F2" -> "Denied";
            default ->
                    switch (category.isEmpty() ? ' ' : category.charAt(0)) {
                        case 'F' -> "Finalized";
                        case 'P' -> "Pending";
                        case 'R' -> "Information requested";
                        case 'D', 'E' -> "Not answered";
                        default -> "";
                    };
        };
    }

    @Override
    public void end(boolean whole) {
        if (whole) {
            endLevel();
        } else if (!level.isEmpty() && isOfClaim()) {
            reject(Reason.CUT_OFF, "the delivery ends inside the claim's status");
        }
    }
}
