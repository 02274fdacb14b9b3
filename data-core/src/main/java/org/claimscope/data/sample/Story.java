package org.claimscope.data.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.claimscope.data.model.Money;
import org.claimscope.data.sample.LedgerEntry.Adjustment;
import org.claimscope.data.sample.LedgerEntry.AdjustmentType;
import org.claimscope.data.sample.LedgerEntry.Charge;
import org.claimscope.data.sample.LedgerEntry.Payment;
import org.claimscope.data.sample.LedgerEntry.Reason;
import org.claimscope.data.sample.LedgerEntry.Source;
import org.jspecify.annotations.Nullable;

/// An account while it is being told. Everyone who has a part in it adds entries; sums of zero are
/// not events and leave none.
final class Story {
    final Encounter encounter;
    final Mishap mishap;
    final List<Charge> charges;
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private @Nullable Claim duplicate;

    /// @param charges the lines that stand on the bill
    Story(Encounter encounter, Mishap mishap, List<Charge> charges) {
        this.encounter = encounter;
        this.mishap = mishap;
        this.charges = charges;
    }

    Money billed() {
        Money billed = Money.ZERO;
        for (Charge charge : charges) {
            billed = billed.plus(charge.billed());
        }
        return billed;
    }

    LocalDate readyToBill() {
        return charges.stream()
                .map(Charge::postedDate)
                .reduce(encounter.dischargeDate(), (a, b) -> a.isAfter(b) ? a : b);
    }

    Money contractAllows(Money billed) {
        return encounter.payer().allowedFor(billed, encounter.department());
    }

    void charge(Charge charge) {
        ledger.add(charge);
    }

    void payerPays(LocalDate paymentDate, LocalDate postedDate, Money paid) {
        if (!paid.equals(Money.ZERO)) {
            ledger.add(new Payment(paymentDate, postedDate, Source.PAYER, paid));
        }
    }

    void patientPays(LocalDate day, Money paid) {
        if (!paid.equals(Money.ZERO)) {
            ledger.add(new Payment(day, day, Source.PATIENT, paid));
        }
    }

    /// Paid at the desk on the day of the visit, posted together with its first charge.
    void paidAtDesk(Money paid) {
        if (!paid.equals(Money.ZERO)) {
            LocalDate posted =
                    charges.stream()
                            .map(Charge::postedDate)
                            .min(Comparator.naturalOrder())
                            .orElse(encounter.serviceDate());
            ledger.add(new Payment(encounter.serviceDate(), posted, Source.PATIENT, paid));
        }
    }

    void adjust(
            LocalDate postedDate, AdjustmentType type, Money adjusted, @Nullable Reason reason) {
        if (!adjusted.equals(Money.ZERO)) {
            ledger.add(new Adjustment(postedDate, type, adjusted, reason));
        }
    }

    void send(Claim claim) {
        claims.add(claim);
    }

    void sendTwice(Claim copy) {
        duplicate = copy;
    }

    String claimId(int version) {
        String first = "C" + encounter.id().substring(1);
        return version == 1 ? first : first + "-" + version;
    }

    LocalDate lastPosting() {
        return ledger.stream()
                .map(LedgerEntry::postedDate)
                .reduce(encounter.serviceDate(), (a, b) -> a.isAfter(b) ? a : b);
    }

    Account told(Money missed) {
        // Stable: entries of one day stay in the order in which they were made.
        ledger.sort(Comparator.comparing(LedgerEntry::postedDate));
        claims.sort(Comparator.comparing(Claim::submitted));
        return new Account(
                encounter,
                charges,
                List.copyOf(ledger),
                List.copyOf(claims),
                duplicate,
                mishap,
                missed);
    }
}
