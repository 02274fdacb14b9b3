package org.claimscope.data.sample;

import java.util.List;
import org.claimscope.data.model.Money;
import org.claimscope.data.sample.LedgerEntry.Charge;

/// Tells what becomes of a visit, from the first charge to the last cent.
final class AccountMaker {
    private final Randomness randomness;
    private final Mishaps mishaps;
    private final PayerCycle payerCycle;

    AccountMaker(Randomness randomness, Period period) {
        this.randomness = randomness;
        this.mishaps = new Mishaps(randomness, period);
        this.payerCycle = new PayerCycle(period.spikeMonth());
    }

    Account account(Encounter encounter) {
        Mishap mishap = mishaps.of(encounter);
        Draw charging = randomness.of(Randomness.Stream.CHARGES, encounter.number());
        List<Charge> lines = ChargeEntry.lines(encounter, mishap == Mishap.CHARGED_LATE, charging);
        if (mishap == Mishap.NEVER_CHARGED) {
            Money missed = new Story(encounter, mishap, lines).billed();
            return new Story(encounter, mishap, List.of()).told(missed);
        }
        Story story = new Story(encounter, mishap, lines);
        ChargeEntry.post(story, charging);
        Draw paying = randomness.of(Randomness.Stream.PAYER, encounter.number());
        if (encounter.payer() == Payer.SELF_PAY) {
            PatientBilling.collectWithoutInsurance(story, paying);
        } else if (mishap != Mishap.NEVER_FILED) {
            payerCycle.run(story, paying);
        }
        return story.told(Money.ZERO);
    }
}
