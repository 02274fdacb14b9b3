package org.claimscope.data.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.data.model.Money;
import org.claimscope.data.sample.Claim.Status;
import org.claimscope.data.sample.LedgerEntry.Payment;
import org.jspecify.annotations.Nullable;

/// One planted fault that can be found in the files: the rule that should find it, where, and what
/// it is worth.
///
/// A fault that was dealt out but has not come to light by the anchor date is not listed.
record Truth(
        String rule,
        String entity,
        String id,
        @Nullable LocalDate plantedDate,
        @Nullable Money dollars,
        String note) {
    static final String HEADER = "rule,entity,id,planted_date,dollars,note";

    private static final Money UNDERPAYMENT_FLOOR = new Money(5_00);
    private static final Rate UNDERPAYMENT_SHARE = new Rate(0.02);

    static List<Truth> visibleIn(Account account, LocalDate anchor) {
        var found = new ArrayList<Truth>();
        Encounter encounter = account.encounter();
        switch (account.mishap()) {
            case NONE, OVERPAID -> {}
            case DUPLICATE_CLAIM -> duplicate(account, anchor, found);
            case NEVER_CHARGED ->
                    found.add(
                            new Truth(
                                    "R11",
                                    "encounter",
                                    encounter.id(),
                                    encounter.dischargeDate(),
                                    account.missed(),
                                    "no charge was ever posted; dollars are what was forgotten"));
            case CHARGED_LATE -> late(account, anchor, found);
            case NEVER_FILED ->
                    found.add(
                            new Truth(
                                    "R40",
                                    "encounter",
                                    encounter.id(),
                                    encounter.serviceDate(),
                                    account.balanceOn(anchor),
                                    "never billed; filing limit "
                                            + encounter.payer().filingLimitDays
                                            + " days from service"));
            case UNDERPAID -> underpaid(account, anchor, found);
            case TAKEN_BACK -> takenBack(account, anchor, found);
        }
        credit(account, anchor, found);
        return found;
    }

    private static void duplicate(Account account, LocalDate anchor, List<Truth> found) {
        Claim copy = account.duplicate();
        Claim claim = account.claims().getFirst();
        if (copy == null
                || !copy.isSubmittedOn(anchor)
                || claim.statusOn(anchor) == Status.DENIED) {
            return;
        }
        found.add(
                new Truth(
                        "R01",
                        "claim",
                        copy.id(),
                        copy.submitted(),
                        copy.billed(),
                        "same claim as " + claim.id()));
    }

    private static void late(Account account, LocalDate anchor, List<Truth> found) {
        LedgerEntry first = account.ledger().getFirst();
        if (!first.postedDate().isAfter(anchor)) {
            found.add(
                    new Truth(
                            "R15",
                            "encounter",
                            account.encounter().id(),
                            first.postedDate(),
                            first.owed(),
                            "charged "
                                    + (first.postedDate().toEpochDay()
                                            - account.encounter().serviceDate().toEpochDay())
                                    + " days after service; dollars are the first line"));
        }
    }

    private static void underpaid(Account account, LocalDate anchor, List<Truth> found) {
        Claim claim = account.claims().getFirst();
        Encounter encounter = account.encounter();
        claim.rulingOn(anchor)
                .ifPresent(ruling -> {
                    Money expected =
                            encounter.payer().allowedFor(claim.billed(), encounter.department());
                    Money gap = expected.minus(ruling.allowed());
                    if (isUnderpayment(gap, expected)) {
                        found.add(
                                new Truth(
                                        "R66",
                                        "claim",
                                        claim.id(),
                                        ruling.on(),
                                        gap,
                                        "contract allows " + expected));
                    }
                });
    }

    static boolean isUnderpayment(Money gap, Money expected) {
        return gap.compareTo(UNDERPAYMENT_FLOOR) > 0
                && gap.compareTo(UNDERPAYMENT_SHARE.of(expected)) > 0;
    }

    private static void takenBack(Account account, LocalDate anchor, List<Truth> found) {
        List<Payment> payments = account.payerPayments(anchor);
        if (!payments.isEmpty() && payments.getLast().paid().compareTo(Money.ZERO) < 0) {
            Payment takeback = payments.getLast();
            found.add(
                    new Truth(
                            "R67",
                            "claim",
                            account.claims().getFirst().id(),
                            takeback.postedDate(),
                            takeback.paid().negated(),
                            "taken back without a corrected ruling"));
        }
    }

    private static void credit(Account account, LocalDate anchor, List<Truth> found) {
        Money balance = account.balanceOn(anchor);
        if (balance.compareTo(Money.ZERO) < 0) {
            LedgerEntry last =
                    account.ledger().stream()
                            .filter(entry -> !entry.postedDate().isAfter(anchor))
                            .reduce((first, second) -> second)
                            .orElseThrow();
            found.add(
                    new Truth(
                            "R70",
                            "encounter",
                            account.encounter().id(),
                            last.postedDate(),
                            balance.negated(),
                            "credit balance, not refunded"));
        }
    }
}
