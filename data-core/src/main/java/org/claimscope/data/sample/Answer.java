package org.claimscope.data.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.data.model.Money;
import org.claimscope.data.sample.Claim.Denial;
import org.claimscope.data.sample.Claim.Ruling;
import org.claimscope.data.sample.LedgerEntry.Charge;
import org.claimscope.data.sample.LedgerEntry.Payment;
import org.claimscope.data.sample.LedgerEntry.Source;
import org.jspecify.annotations.Nullable;

/// What a payer's remittance says about one claim on one day (835 CLP): a ruling, or that an
/// earlier one is taken back.
///
/// Every ruling of the story is one. A later ruling takes the first back when money was allowed
/// (CLP02 22, then the correction in the same payment); a claim that was refused as a whole is just
/// answered again. What the payer did beside its rulings is told too: the take-back without a
/// correction ({@link Mishap#TAKEN_BACK}) as a reversal alone, the payment that came twice ({@link
/// Mishap#OVERPAID}) as the same answer in a later payment. A patient's payments are in no
/// remittance. So the sum of all answers to an account is what its ledger says the payer paid.
///
/// @param on the day of the payment; the hospital posts it up to two working days later
/// @param denial of the first ruling only
record Answer(
        Account account,
        Claim claim,
        LocalDate on,
        Ruling ruling,
        @Nullable Denial denial,
        boolean isReversal) {

    /// One charge as the payer saw it (835 SVC). Signs are those of a ruling, also in a reversal.
    record Line(Charge charge, Money allowed, Money patientResponsibility, boolean isDenied) {
        Money paid() {
            return allowed.minus(patientResponsibility);
        }
    }

    /// All answers to an account up to and including a day, claim by claim.
    static List<Answer> to(Account account, LocalDate day) {
        var answers = new ArrayList<Answer>();
        for (Claim claim : account.claims()) {
            rulings(account, claim, day, answers);
        }
        Claim duplicate = account.duplicate();
        if (duplicate != null) {
            rulings(account, duplicate, day, answers);
        }
        switch (account.mishap()) {
            case TAKEN_BACK, OVERPAID -> besideRulings(account, day, answers);
            case NONE, DUPLICATE_CLAIM, NEVER_CHARGED, CHARGED_LATE, NEVER_FILED, UNDERPAID -> {}
        }
        return answers;
    }

    private static void rulings(Account account, Claim claim, LocalDate day, List<Answer> to) {
        Ruling before = null;
        for (Ruling ruling : claim.rulings()) {
            if (ruling.on().isAfter(day)) {
                return;
            }
            if (before != null && !before.allowed().equals(Money.ZERO)) {
                to.add(new Answer(account, claim, ruling.on(), before, claim.denial(), true));
            }
            Denial denial = before == null ? claim.denial() : null;
            to.add(new Answer(account, claim, ruling.on(), ruling, denial, false));
            before = ruling;
        }
    }

    /// The payer's payments after the one that its ruling explains.
    private static void besideRulings(Account account, LocalDate day, List<Answer> to) {
        if (to.isEmpty()) {
            return;
        }
        Answer first = to.getFirst();
        account.ledger().stream()
                .filter(Payment.class::isInstance)
                .map(Payment.class::cast)
                .filter(payment -> payment.source() == Source.PAYER)
                .skip(1)
                .filter(payment -> !payment.paymentDate().isAfter(day))
                .forEach(payment ->
                        to.add(
                                new Answer(
                                        account,
                                        first.claim,
                                        payment.paymentDate(),
                                        first.ruling,
                                        null,
                                        payment.paid().compareTo(Money.ZERO) < 0)));
    }

    boolean refusesAll() {
        return denial != null && denial.denied().equals(claim.billed());
    }

    Money paid() {
        Money paid = ruling.allowed().minus(ruling.patientResponsibility());
        return isReversal ? paid.negated() : paid;
    }

    /// The ruling over the charges of the bill, in proportion to what they billed and exact to the
    /// cent. A denial of a part is of the last charge, as the story deals it out.
    List<Line> lines() {
        List<Charge> charges = account.lines();
        int denied = denial == null ? charges.size() : refusesAll() ? 0 : charges.size() - 1;
        long billed = 0;
        for (Charge charge : charges.subList(0, denied)) {
            billed += charge.billed().cents();
        }
        var lines = new ArrayList<Line>(charges.size());
        long billedBefore = 0;
        long allowedBefore = 0;
        long shareBefore = 0;
        for (int i = 0; i < charges.size(); i++) {
            Charge charge = charges.get(i);
            if (i >= denied) {
                lines.add(new Line(charge, Money.ZERO, Money.ZERO, true));
                continue;
            }
            billedBefore += charge.billed().cents();
            long allowed = part(ruling.allowed(), billedBefore, billed);
            long share = part(ruling.patientResponsibility(), allowed, ruling.allowed().cents());
            lines.add(
                    new Line(
                            charge,
                            new Money(allowed - allowedBefore),
                            new Money(share - shareBefore),
                            false));
            allowedBefore = allowed;
            shareBefore = share;
        }
        return lines;
    }

    private static long part(Money sum, long of, long whole) {
        return whole == 0 ? 0 : Math.multiplyExact(sum.cents(), of) / whole;
    }
}
