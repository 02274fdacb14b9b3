package org.claimscope.data.format.x12;

import org.claimscope.data.format.Format;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection.Reason;

/// A payer's answer to a request for its consent (278): one authorization for each event or service
/// that has a review (UM) or a decision (HCR).
final class AuthorizationSet implements TransactionSet {
    private static final int ID = field("id");
    private static final int PATIENT = field("patient_id");
    private static final int PAYER = field("payer_id");
    private static final int NUMBER = field("authorization_number");
    private static final int ACTION = field("action_code");
    private static final int SERVICE_TYPE = field("service_type");
    private static final int PROCEDURE = field("procedure_code");
    private static final int UNITS = field("units");
    private static final int FROM = field("effective_from");
    private static final int UNTIL = field("effective_to");
    private static final int STATUS = field("status");

    private final Format.Reading to;
    private final Findings findings;
    private final Segments head = new Segments();
    private final Segments payer = new Segments();
    private final Segments patient = new Segments();
    private final Segments level = new Segments();
    private final Key id = new Key();
    private long nth;

    AuthorizationSet(Format.Reading to, Findings findings) {
        this.to = to;
        this.findings = findings;
    }

    private static int field(String name) {
        return Entity.PRIOR_AUTHORIZATION.indexOf(name);
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
                    name(segment);
                }
            }
        }
    }

    /// The payer of level 20, and the patient: the one named last, subscriber or dependent.
    private void name(SegmentReader segment) {
        if (segment.id() != Ids.NM1) {
            return;
        }
        if (level.is(0, 3, "20") && payer.isEmpty()) {
            payer.add(segment);
        } else if (level.is(0, 3, "22") || level.is(0, 3, "23")) {
            String who = segment.text(1);
            if ((who.equals("IL") || who.equals("QC")) && segment.length(9) > 0) {
                patient.clear();
                patient.add(segment);
            }
        }
    }

    private void endLevel() {
        int review = level.find(Ids.UM);
        int decision = level.find(Ids.HCR);
        if (level.isFull()) {
            to.rejections()
                    .accept(
                            Rejected.of(
                                    level,
                                    0,
                                    "HL",
                                    Reason.TOO_LONG,
                                    "the level is larger than any may be"));
        } else if (review >= 0 || decision >= 0) {
            write(review, decision);
        }
        level.clear();
    }

    private void write(int review, int decision) {
        nth++;
        id.reset().add("278|");
        if (!head.isEmpty()) {
            id.add(head, head.element(0, 3));
        }
        id.add('|').add(nth);
        var row = new Row(to.records().of(Entity.PRIOR_AUTHORIZATION)).text(ID, id);
        if (!patient.isEmpty()) {
            row.text(PATIENT, patient, patient.element(0, 9));
        }
        if (!payer.isEmpty()) {
            row.text(PAYER, payer, payer.element(0, 9));
        }
        if (review >= 0) {
            row.text(SERVICE_TYPE, level, level.element(review, 3));
        }
        if (decision >= 0) {
            row.text(ACTION, level, level.element(decision, 1))
                    .text(NUMBER, level, level.element(decision, 2))
                    .text(STATUS, status(level.text(level.element(decision, 1))));
        }
        int sv1 = level.find(Ids.SV1);
        int sv2 = level.find(Ids.SV2);
        if (sv1 >= 0) {
            row.text(PROCEDURE, level, level.component(sv1, 1, 2));
        } else if (sv2 >= 0) {
            row.text(PROCEDURE, level, level.component(sv2, 2, 2));
        }
        int amount = level.find(Ids.HSD);
        if (amount >= 0) {
            row.quantity(UNITS, X12Values.tenThousandths(level.bytes(), level.element(amount, 2)));
        }
        dates(row);
        row.end(level.number(0));
    }

    /// When it holds: certification (007), service (472), else event (AAH).
    private void dates(Row row) {
        int at = level.find(Ids.DTP, "007");
        at = at < 0 ? level.find(Ids.DTP, "472") : at;
        at = at < 0 ? level.find(Ids.DTP, "AAH") : at;
        if (at >= 0) {
            row.date(FROM, X12Values.firstDay(level.bytes(), level.element(at, 3)))
                    .date(UNTIL, X12Values.lastDay(level.bytes(), level.element(at, 3)));
        }
    }

    /// HCR01 (X12 code list 306).
    private static String status(String action) {
        return switch (action) {
            case "A1" -> "Approved";
            case "A2" -> "Partly approved";
            case "A3" -> "Denied";
            case "A4" -> "Pending";
            case "A6" -> "Modified";
            case "C" -> "Cancelled";
            case "CT" -> "Contact payer";
            case "NA" -> "No action required";
            default -> "";
        };
    }

    @Override
    public void end(boolean whole) {
        if (whole) {
            endLevel();
        } else if (level.find(Ids.UM) >= 0 || level.find(Ids.HCR) >= 0) {
            to.rejections()
                    .accept(
                            Rejected.of(
                                    level,
                                    0,
                                    "HL",
                                    Reason.CUT_OFF,
                                    "the delivery ends inside the authorization"));
        }
    }
}
