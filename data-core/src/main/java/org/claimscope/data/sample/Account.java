package org.claimscope.data.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.model.Money;
import org.claimscope.data.sample.LedgerEntry.Payment;
import org.claimscope.data.sample.LedgerEntry.Source;
import org.jspecify.annotations.Nullable;

/// A visit and all that ever becomes of its money, told to the end; ask it about a day.
///
/// @param ledger in the order of posting
/// @param claims in the order of submission, each taking the place of the one before
/// @param duplicate the same claim sent once more by mistake
/// @param missed what should have been charged and never was
record Account(
        Encounter encounter,
        List<LedgerEntry> ledger,
        List<Claim> claims,
        @Nullable Claim duplicate,
        Mishap mishap,
        Money missed) {

    /// The version that carries the receivable on a day: all entries of the ledger belong to it.
    Optional<Claim> currentClaim(LocalDate day) {
        return claims.reversed().stream().filter(c -> c.isSubmittedOn(day)).findFirst();
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
        return ledger.stream()
                .filter(Payment.class::isInstance)
                .map(Payment.class::cast)
                .filter(p -> p.source() == Source.PAYER && !p.postedDate().isAfter(day))
                .toList();
    }
}
