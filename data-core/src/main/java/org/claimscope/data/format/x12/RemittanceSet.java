package org.claimscope.data.format.x12;

import java.nio.charset.StandardCharsets;
import org.claimscope.data.format.Format;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection.Reason;
import org.jspecify.annotations.Nullable;

/// A payment with its explanation (835): head, claims (CLP), provider adjustments (PLB).
///
/// A claim is written when the next one begins, the payment itself at its end: what is cut off is
/// turned away, what was whole before it stays.
final class RemittanceSet implements TransactionSet {
    private static final int A_ID = field("id");
    private static final int A_LEVEL = field("level");
    private static final int A_REMITTANCE = field("remittance_id");
    private static final int A_CARC = field("carc");
    private static final int A_ADJUSTED = field("adjusted");
    private static final int A_REFERENCE = field("reference");
    private static final int A_PAYMENT_DATE = field("payment_date");

    private static final byte[] OF_PROVIDER = "provider".getBytes(StandardCharsets.UTF_8);

    private final Envelope envelope;
    private final Format.Reading to;
    private final Findings findings;
    private final PaidClaimRows rows;
    private final Segments head = new Segments();
    private final Segments claim = new Segments();
    private final Segments one = new Segments();
    private final Key id = new Key();
    private @Nullable Payment payment;
    private long claimsPaid;
    private long providerAdjusted;
    private long providerAdjustments;

    RemittanceSet(
            Envelope envelope, Format.Reading to, Findings findings, AdjustmentClasses classes) {
        this.envelope = envelope;
        this.to = to;
        this.findings = findings;
        this.rows = new PaidClaimRows(to, findings, envelope, classes);
    }

    private static int field(String name) {
        return Entity.ADJUSTMENT.indexOf(name);
    }

    @Override
    public void take(SegmentReader segment) {
        switch (segment.id()) {
            case Ids.CLP -> {
                endClaim();
                claim.add(segment);
            }
            case Ids.LX -> {
                payment();
                endClaim();
            }
            case Ids.PLB -> {
                endClaim();
                providerAdjustments(segment);
            }
            default -> {
                if (!claim.isEmpty()) {
                    claim.add(segment);
                } else if (payment == null) {
                    head.add(segment);
                }
            }
        }
    }

    private Payment payment() {
        Payment known = payment;
        if (known == null) {
            known = new Payment(head, envelope, findings);
            payment = known;
        }
        return known;
    }

    private void endClaim() {
        if (claim.isEmpty()) {
            return;
        }
        if (rows.write(claim, payment())) {
            claimsPaid += claim.cents(0, 4);
        }
        claim.clear();
    }

    /// PLB03 and PLB04 and the pairs after them: what is settled with the provider beside all
    /// claims. A positive sum is taken from the payment.
    private void providerAdjustments(SegmentReader segment) {
        Payment of = payment();
        one.clear();
        one.add(segment);
        for (int e = 3; e + 1 < one.elements(0); e += 2) {
            if (!one.has(0, e) && !one.has(0, e + 1)) {
                continue;
            }
            long cents = one.cents(0, e + 1);
            providerAdjustments++;
            if (cents == X12Values.UNREADABLE) {
                String element = "PLB" + (e < 9 ? "0" : "") + (e + 1);
                to.rejections()
                        .accept(
                                Rejected.of(
                                        one,
                                        0,
                                        element,
                                        Reason.NOT_MONEY,
                                        element + " is no sum of money"));
                continue;
            }
            providerAdjusted += cents;
            id.reset().add(of.id()).add("|provider|").add(providerAdjustments);
            new Row(to.records().of(Entity.ADJUSTMENT))
                    .text(A_ID, id)
                    .text(A_LEVEL, OF_PROVIDER)
                    .text(A_REMITTANCE, of.id())
                    .text(A_CARC, one, one.component(0, e, 1))
                    .text(A_REFERENCE, one, one.component(0, e, 2))
                    .money(A_ADJUSTED, cents)
                    .date(A_PAYMENT_DATE, of.paymentDay())
                    .end(one.number(0));
        }
    }

    @Override
    public void end(boolean whole) {
        if (!whole) {
            if (!claim.isEmpty()) {
                to.rejections()
                        .accept(
                                Rejected.of(
                                        claim,
                                        0,
                                        "CLP",
                                        Reason.CUT_OFF,
                                        "the delivery ends inside the claim"));
            }
            if (!head.isEmpty()) {
                to.rejections()
                        .accept(
                                Rejected.of(
                                        head,
                                        0,
                                        "BPR",
                                        Reason.CUT_OFF,
                                        "the delivery ends before the payment does"));
            }
            return;
        }
        endClaim();
        Payment of = payment();
        of.writePayer(to);
        long told = of.paid();
        boolean balanced = told != X12Values.UNREADABLE && told == claimsPaid - providerAdjusted;
        if (!balanced) {
            findings.add(
                    "unbalanced-payment",
                    envelope.setSegment(),
                    "BPR02",
                    "the payment is not the sum of its claims less provider adjustments");
        }
        if (head.find(Ids.BPR) < 0) {
            findings.add(
                    "no-payment", envelope.setSegment(), "BPR", "the set has no payment (BPR)");
            return;
        }
        of.write(to, providerAdjusted, balanced);
    }
}
