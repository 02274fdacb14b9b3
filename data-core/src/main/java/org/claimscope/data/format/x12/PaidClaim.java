package org.claimscope.data.format.x12;

import java.util.Arrays;
import org.claimscope.data.model.code.Carc;

/// What a payer decided about one claim (835 CLP with its CAS and SVC): the sums, whether they
/// balance, and what is denied. Used again for the next claim.
///
/// Signs are those of the payer: a reversal (CLP02 = 22) is negative throughout.
final class PaidClaim {
    /// CAS01..CAS19: up to six reasons of one group.
    private static final int FIRST_REASON = 2;

    private static final int REASON_WIDTH = 3;
    private static final int LAST_REASON = 17;

    private final AdjustmentClasses classes;
    private final Findings findings;

    private Segments s = new Segments();
    private int firstLine;
    private int lines;
    private int[] lineAt = new int[16];
    private long[] lineAdjusted = new long[16];
    private long[] linePatientShare = new long[16];
    private boolean[] lineBalanced = new boolean[16];

    private long billed;
    private long paid;
    private long linesPaid;
    private boolean linesReadable;
    private long adjusted;
    private long patientShare;
    private long acceptedShare;
    private long deductible;
    private long coinsurance;
    private long copay;
    private long denied;
    private long mostDenied;
    private long denialGroup;
    private long denialReason;
    private long duplicateGroup;
    private long duplicateReason;
    private boolean balanced;

    PaidClaim(AdjustmentClasses classes, Findings findings) {
        this.classes = classes;
        this.findings = findings;
    }

    /// Takes the sums of a loop.
    ///
    /// @param loop starts with a CLP whose CLP03 and CLP04 are readable
    void read(Segments loop) {
        s = loop;
        billed = s.cents(0, 3);
        paid = s.cents(0, 4);
        lines = 0;
        linesPaid = 0;
        linesReadable = true;
        adjusted = 0;
        patientShare = 0;
        acceptedShare = 0;
        deductible = 0;
        coinsurance = 0;
        copay = 0;
        denied = 0;
        mostDenied = 0;
        denialGroup = Slice.ABSENT;
        denialReason = Slice.ABSENT;
        duplicateGroup = Slice.ABSENT;
        duplicateReason = Slice.ABSENT;
        firstLine = s.size();
        for (int i = 1; i < s.size(); i++) {
            switch (s.id(i)) {
                case Ids.SVC -> line(i);
                case Ids.CAS -> adjustments(i);
                default -> {}
            }
        }
        balance();
    }

    private void line(int at) {
        if (lines == lineAt.length) {
            lineAt = Arrays.copyOf(lineAt, lines * 2);
            lineAdjusted = Arrays.copyOf(lineAdjusted, lines * 2);
            linePatientShare = Arrays.copyOf(linePatientShare, lines * 2);
            lineBalanced = Arrays.copyOf(lineBalanced, lines * 2);
        }
        firstLine = Math.min(firstLine, at);
        lineAt[lines] = at;
        lineAdjusted[lines] = 0;
        linePatientShare[lines] = 0;
        lines++;
        long paidHere = linePaid(lines - 1);
        if (paidHere == X12Values.UNREADABLE) {
            linesReadable = false;
        } else {
            linesPaid += paidHere;
        }
    }

    private void adjustments(int at) {
        for (int e = FIRST_REASON; e <= LAST_REASON; e += REASON_WIDTH) {
            if (!s.has(at, e)) {
                continue;
            }
            long cents = s.cents(at, e + 1);
            if (cents != X12Values.UNREADABLE) {
                count(s.element(at, 1), s.element(at, e), cents);
            }
        }
    }

    private void count(long group, long reason, long cents) {
        adjusted += cents;
        AdjustmentClasses.Kind of = classes.of(s, group, reason);
        boolean share = of.category() == Carc.Category.PATIENT;
        if (lines > 0) {
            lineAdjusted[lines - 1] += cents;
            linePatientShare[lines - 1] += share ? cents : 0;
        }
        acceptedShare += share ? cents : 0;
        if (s.is(group, "PR")) {
            patientShare += cents;
            deductible += s.is(reason, "1") ? cents : 0;
            coinsurance += s.is(reason, "2") ? cents : 0;
            copay += s.is(reason, "3") ? cents : 0;
        }
        if (of.category() == Carc.Category.DUPLICATE) {
            duplicateGroup = group;
            duplicateReason = reason;
        }
        // A denial takes from what was billed; the other sign gives back, as reversals do.
        boolean takes = isReversal() ? cents < 0 : cents > 0;
        if (takes && of.denies(isFirstPayer())) {
            denied += cents;
            if (Math.abs(cents) > mostDenied) {
                mostDenied = Math.abs(cents);
                denialGroup = group;
                denialReason = reason;
            }
        }
    }

    /// The checks of the 835 guide, 1.10.2.1: a line's charge less its adjustments is its payment,
    /// and a claim's charge less all its adjustments is the claim's.
    private void balance() {
        balanced = billed - adjusted == paid;
        if (!balanced) {
            findings.add(
                    "unbalanced-claim",
                    s.number(0),
                    "CLP04",
                    "charge less adjustments is not the payment");
        }
        for (int n = 0; n < lines; n++) {
            long charge = lineBilled(n);
            long payment = linePaid(n);
            boolean known = charge != X12Values.UNREADABLE && payment != X12Values.UNREADABLE;
            lineBalanced[n] = known && charge - lineAdjusted[n] == payment;
            if (known && !lineBalanced[n]) {
                findings.add(
                        "unbalanced-line",
                        s.number(lineAt[n]),
                        "SVC03",
                        "the line's charge less its adjustments is not its payment");
            }
        }
    }

    Segments segments() {
        return s;
    }

    /// The first segment that belongs to a line; the claim's own end there.
    int firstLine() {
        return firstLine;
    }

    int lines() {
        return lines;
    }

    /// The segment of a line's SVC.
    int lineAt(int line) {
        return lineAt[line];
    }

    int lineEnd(int line) {
        return line + 1 < lines ? lineAt[line + 1] : s.size();
    }

    long lineBilled(int line) {
        return s.cents(lineAt[line], 2);
    }

    long linePaid(int line) {
        // SVC03 may be left out where nothing was paid.
        return s.has(lineAt[line], 3) ? s.cents(lineAt[line], 3) : 0;
    }

    long linePatientShare(int line) {
        return linePatientShare[line];
    }

    boolean lineBalanced(int line) {
        return lineBalanced[line];
    }

    boolean isReversal() {
        return s.is(0, 2, "22");
    }

    /// Whether the payer answered as the first one: not as second or third (CLP02 = 2, 3, 20, 21).
    boolean isFirstPayer() {
        return !s.is(0, 2, "2") && !s.is(0, 2, "3") && !s.is(0, 2, "20") && !s.is(0, 2, "21");
    }

    /// Whether money moves: not for a price told in advance (25) or a claim that is another payer's
    /// (23).
    boolean isDecision() {
        return !s.is(0, 2, "25") && !s.is(0, 2, "23");
    }

    long billed() {
        return billed;
    }

    long paid() {
        return paid;
    }

    /// What the claim's payment differs from its lines': adjustments that were made at the claim.
    long paidBesideLines() {
        return paid - linesPaid;
    }

    /// False when a line's payment cannot be read: then only the claim's is known.
    boolean linesReadable() {
        return linesReadable;
    }

    /// CLP05, else the sum of all PR adjustments.
    long patientShare() {
        long told = s.cents(0, 5);
        return told == X12Values.UNREADABLE ? patientShare : told;
    }

    /// What the patient owes of a price that the payer accepts: not what is denied and left to the
    /// patient (such as PR-204).
    long acceptedShare() {
        return acceptedShare;
    }

    /// What the payer accepts as the price: paid and the patient's share of it.
    long allowed() {
        return paid + acceptedShare;
    }

    /// PR-1.
    long deductible() {
        return deductible;
    }

    /// PR-2.
    long coinsurance() {
        return coinsurance;
    }

    /// PR-3.
    long copay() {
        return copay;
    }

    /// The sum of all denials of all lines and the claim.
    long denied() {
        return denied;
    }

    /// The group and reason of the greatest denial; absent when nothing is denied.
    long denialGroup() {
        return denialGroup;
    }

    long denialReason() {
        return denialReason;
    }

    boolean isDuplicate() {
        return duplicateReason != Slice.ABSENT;
    }

    long duplicateGroup() {
        return duplicateGroup;
    }

    long duplicateReason() {
        return duplicateReason;
    }

    boolean balanced() {
        return balanced;
    }
}
