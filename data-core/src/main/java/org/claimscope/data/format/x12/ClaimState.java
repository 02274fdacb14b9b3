package org.claimscope.data.format.x12;

import org.claimscope.data.format.Format;
import org.claimscope.data.model.Entity;

/// What a claim knows of itself after a payer has decided: paid or denied, when, how much, and why
/// not more.
///
/// Three patches. What stands now (status, allowed, paid, shares) is the newest decision; when it
/// was decided and paid and what was denied is the first one, so that a correction or a takeback
/// never rewrites a denial or the days to pay; who decided only fills in for a missing 837.
final class ClaimState {
    private static final int ID = field("id");
    private static final int ENCOUNTER = field("encounter_id");
    private static final int STATUS = field("status");
    private static final int CLAIM_STATUS = field("claim_status");
    private static final int ADJUDICATED_DATE = field("adjudicated_date");
    private static final int PAYMENT_DATE = field("payment_date");
    private static final int BILLED = field("billed");
    private static final int ALLOWED = field("allowed");
    private static final int PAID = field("paid");
    private static final int PATIENT_SHARE = field("patient_responsibility");
    private static final int DEDUCTIBLE = field("deductible");
    private static final int COINSURANCE = field("coinsurance");
    private static final int COPAY = field("copay");
    private static final int DENIED = field("denied");
    private static final int GROUP_CODE = field("group_code");
    private static final int CARC = field("carc");
    private static final int PAYER = field("payer_id");
    private static final int PAYER_NAME = field("payer_name");
    private static final int PAYER_CONTROL = field("payer_control_number");

    private final Format.Reading to;

    ClaimState(Format.Reading to) {
        this.to = to;
    }

    private static int field(String name) {
        return Entity.CLAIM.indexOf(name);
    }

    /// @param nth which claim of the payment it is: of two decisions of one day the later stands
    void write(PaidClaim claim, Payment payment, long nth) {
        Segments s = claim.segments();
        if (claim.isReversal() || !claim.isDecision() || isPending(s)) {
            return;
        }
        boolean addsOnly = !claim.isFirstPayer() || claim.isDuplicate();
        long newest = payment.eventMicros() + nth;
        long first = Telling.first(newest);
        new Row(to.records().of(Entity.CLAIM))
                .text(ID, s, s.element(0, 1))
                .text(ENCOUNTER, s, s.element(0, 1))
                .text(STATUS, s, s.element(0, 2))
                .text(CLAIM_STATUS, word(claim))
                .money(BILLED, claim.billed())
                .money(ALLOWED, claim.allowed())
                .money(PAID, claim.paid())
                .money(PATIENT_SHARE, claim.patientShare())
                .money(DEDUCTIBLE, claim.deductible())
                .money(COINSURANCE, claim.coinsurance())
                .money(COPAY, claim.copay())
                .text(PAYER_CONTROL, s, s.element(0, 7))
                .patch(s.number(0), addsOnly ? Telling.lastResort(newest) : newest);
        decided(claim, payment).patch(s.number(0), addsOnly ? Telling.lastResort(first) : first);
        long resort = Telling.lastResort(newest);
        payer(s, payment).patch(s.number(0), addsOnly ? Telling.lastResort(resort) : resort);
    }

    /// Whom the claim was sent to, where no 837 says so: whoever answered it first.
    private Row payer(Segments s, Payment payment) {
        return new Row(to.records().of(Entity.CLAIM))
                .text(ID, s, s.element(0, 1))
                .text(PAYER, payment.head(), payment.payer())
                .text(PAYER_NAME, payment.head(), payment.payerName());
    }

    private Row decided(PaidClaim claim, Payment payment) {
        Segments s = claim.segments();
        var row =
                new Row(to.records().of(Entity.CLAIM))
                        .text(ID, s, s.element(0, 1))
                        .date(ADJUDICATED_DATE, payment.productionDay())
                        .money(DENIED, claim.denied());
        if (claim.paid() > 0) {
            row.date(PAYMENT_DATE, payment.paymentDay());
        }
        if (claim.denied() != 0) {
            return row.text(GROUP_CODE, s, claim.denialGroup()).text(CARC, s, claim.denialReason());
        }
        return claim.isDuplicate()
                ? row.text(GROUP_CODE, s, claim.duplicateGroup())
                        .text(CARC, s, claim.duplicateReason())
                : row.clear(GROUP_CODE).clear(CARC);
    }

    /// The states of 4010 that are no decision: received, pending, transferred.
    private static boolean isPending(Segments s) {
        return switch (s.text(s.element(0, 2))) {
            case "5", "10", "13", "15", "16", "17", "27", "30" -> true;
            default -> false;
        };
    }

    /// Paid; denied when nothing is paid and no share of the patient explains it; approved when it
    /// does.
    private static String word(PaidClaim claim) {
        if (claim.paid() > 0) {
            return "Paid";
        }
        boolean refused = claim.segments().is(0, 2, "4");
        boolean denied = claim.denied() > 0 && claim.acceptedShare() == 0;
        return refused || denied ? "Denied" : "Approved";
    }
}
