package org.claimscope.data.format.x12;

import org.claimscope.data.format.Format;
import org.claimscope.data.model.Rejection.Reason;

/// Claims as they are billed (837 professional, institutional, dental): the levels of billing
/// provider, subscriber and patient (HL), and the claims (CLM) below them.
///
/// The patient's level is absent where the patient is the subscriber. A claim is written when the
/// next claim or level begins, so a claim that is cut off is turned away as a whole.
final class ClaimSet implements TransactionSet {
    private final Format.Reading to;
    private final ClaimRows rows;
    private final PartyRows parties;
    private final Segments head = new Segments();
    private final Segments billing = new Segments();
    private final Segments subscriber = new Segments();
    private final Segments patient = new Segments();
    private final Segments claim = new Segments();
    private Segments level = head;
    private boolean partiesWritten;

    ClaimSet(Envelope envelope, Format.Reading to, Findings findings) {
        this.to = to;
        this.parties = new PartyRows(to.records());
        this.rows = new ClaimRows(envelope, to, findings, parties);
    }

    @Override
    public void take(SegmentReader segment) {
        int id = segment.id();
        switch (id) {
            case Ids.HL -> {
                endClaim();
                open(segment.text(3));
                level.add(segment);
            }
            case Ids.CLM -> {
                endClaim();
                claim.add(segment);
            }
            default -> {
                if (!claim.isEmpty()) {
                    claim.add(segment);
                } else {
                    levelWithoutHl(segment, id);
                    level.add(segment);
                }
            }
        }
    }

    private void open(String code) {
        partiesWritten = false;
        patient.clear();
        switch (code) {
            case "20" -> {
                parties.newBilling();
                billing.clear();
                subscriber.clear();
                level = billing;
            }
            case "22" -> {
                parties.newSubscriber();
                subscriber.clear();
                level = subscriber;
            }
            // 23 and whatever else stands between subscriber and claim.
            default -> level = patient;
        }
    }

    /// Senders that leave out HL still name who follows.
    private void levelWithoutHl(SegmentReader segment, int id) {
        if (level == head && id == Ids.NM1 && segment.text(1).equals("85")) {
            open("20");
        } else if ((level == head || level == billing) && id == Ids.SBR) {
            open("22");
        }
    }

    private void endClaim() {
        if (claim.isEmpty()) {
            return;
        }
        rows.identify(head, billing, subscriber, patient);
        if (!partiesWritten) {
            partiesWritten = true;
            parties.write(billing, subscriber, patient, rows.eventMicros());
        }
        rows.write(claim);
        claim.clear();
    }

    @Override
    public void end(boolean whole) {
        if (whole) {
            endClaim();
        } else if (!claim.isEmpty()) {
            to.rejections()
                    .accept(
                            Rejected.of(
                                    claim,
                                    0,
                                    "CLM",
                                    Reason.CUT_OFF,
                                    "the delivery ends inside the claim"));
        }
    }
}
