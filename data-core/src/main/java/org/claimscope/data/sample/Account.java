package org.claimscope.data.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.model.Money;
import org.claimscope.data.sample.LedgerEntry.Charge;
import org.claimscope.data.sample.LedgerEntry.Payment;
import org.claimscope.data.sample.LedgerEntry.Source;
import org.jspecify.annotations.Nullable;

/// A visit and all that ever becomes of its money, told to the end; ask it about a day.
///
/// @param lines the charges that stand on the bill, in the order in which they were made
/// @param ledger in the order of posting
/// @param claims in the order of submission, each taking the place of the one before
/// @param duplicate the same claim sent once more by mistake
/// @param missed what should have been charged and never was
record Account(
        Encounter encounter,
        List<Charge> lines,
        List<LedgerEntry> ledger,
        List<Claim> claims,
        @Nullable Claim duplicate,
        Mishap mishap,
        Money missed) {

    /// The version that carries the receivable on a day: all entries of the ledger belong to it.
    Optional<Claim> currentClaim(LocalDate day) {
        Claim current = null;
        for (Claim claim : claims) {
            if (claim.isSubmittedOn(day)) {
                current = claim;
            }
        }
        return Optional.ofNullable(current);
    }

    /// All that was sent by a day, a claim that was sent twice included.
    List<Claim> sent(LocalDate day) {
        var sent = new ArrayList<Claim>(claims);
        if (duplicate != null) {
            sent.add(duplicate);
        }
        sent.removeIf(claim -> !claim.isSubmittedOn(day));
        return sent;
    }

    Money balanceOn(LocalDate day) {
        Money balance = Money.ZERO;
        for (LedgerEntry entry : ledger) {
            if (!entry.postedDate().isAfter(day)) {
                balance = balance.plus(entry.owed());
            }
        }
        return balance;
    }

    /// The payer's payments and takebacks posted by a day.
    List<Payment> payerPayments(LocalDate day) {
        var payments = new ArrayList<Payment>();
        for (LedgerEntry entry : ledger) {
            if (entry instanceof Payment payment
                    && payment.source() == Source.PAYER
                    && !payment.postedDate().isAfter(day)) {
                payments.add(payment);
            }
        }
        return payments;
    }
}
