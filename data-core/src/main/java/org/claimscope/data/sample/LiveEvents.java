package org.claimscope.data.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.data.model.Money;
import org.claimscope.data.sample.Claim.Denial;
import org.claimscope.data.sample.Claim.Ruling;
import org.claimscope.data.sample.LedgerEntry.Adjustment;
import org.claimscope.data.sample.LedgerEntry.AdjustmentType;
import org.claimscope.data.sample.LedgerEntry.Charge;
import org.claimscope.data.sample.LedgerEntry.Payment;
import org.claimscope.data.sample.LedgerEntry.Reason;
import org.claimscope.data.sample.LedgerEntry.Source;
import org.jspecify.annotations.Nullable;

/// Makes the single events that happen after the anchor date.
final class LiveEvents {
    private static final double BILLED_AT_ONCE = 0.4;

    /// Far above any visit of the story, so that live visits have streams of their own.
    private static final long FIRST_NUMBER = 1L << 40;

    private final PatientFlow flow;
    private final Randomness randomness;

    LiveEvents(PatientFlow flow, Randomness randomness) {
        this.flow = flow;
        this.randomness = randomness;
    }

    /// @param account as it stands after the event
    /// @param claim the version that is new or answered
    /// @param entries the new entries of its ledger
    record Happened(
            Account account, boolean isVisit, @Nullable Claim claim, List<LedgerEntry> entries) {}

    /// Somebody comes today and is charged at once; small visits may be billed at once too.
    Happened visit(int sequence, int event, LocalDate today, Draw draw) {
        long number = FIRST_NUMBER + sequence * 10_000L + event;
        Encounter encounter =
                flow.visit(
                        number,
                        "E-L%06d-%04d".formatted(sequence, event),
                        flow.openOn(today, draw),
                        today);
        List<Charge> lines =
                ChargeEntry.lines(
                                encounter, false, randomness.of(Randomness.Stream.CHARGES, number))
                        .stream()
                        .map(line -> new Charge(today, today, line.procedure(), line.billed()))
                        .toList();
        Story story = new Story(encounter, Mishap.NONE, lines);
        lines.forEach(story::charge);
        Claim claim = null;
        if (encounter.payer() != Payer.SELF_PAY
                && !encounter.dischargeDate().isAfter(today)
                && draw.chance(BILLED_AT_ONCE)) {
            claim =
                    new Claim(
                            story.claimId(1),
                            1,
                            null,
                            today,
                            story.billed(),
                            null,
                            List.of(),
                            null);
            story.send(claim);
        }
        Account account = story.told(Money.ZERO);
        return new Happened(account, true, claim, account.ledger());
    }

    /// The payer says today what it would have said a little later in the story.
    Happened answer(Account story, LocalDate anchor, LocalDate today) {
        Claim pending = story.currentClaim(anchor).orElseThrow();
        Ruling told = pending.rulings().getFirst();
        Ruling ruling = new Ruling(today, told.allowed(), told.patientResponsibility());
        Denial denial = pending.denial();
        Claim answered =
                new Claim(
                        pending.id(),
                        pending.frequencyCode(),
                        pending.originalId(),
                        pending.submitted(),
                        pending.billed(),
                        null,
                        List.of(ruling),
                        denial);
        Money ruledOn = denial == null ? pending.billed() : pending.billed().minus(denial.denied());
        var entries = new ArrayList<LedgerEntry>();
        Money paid = ruling.allowed().minus(ruling.patientResponsibility());
        if (!paid.equals(Money.ZERO)) {
            entries.add(new Payment(today, today, Source.PAYER, paid));
        }
        Money contractual = ruledOn.minus(ruling.allowed());
        if (!contractual.equals(Money.ZERO)) {
            entries.add(
                    new Adjustment(
                            today, AdjustmentType.CONTRACTUAL, contractual, Reason.CONTRACT));
        }
        var ledger = new ArrayList<LedgerEntry>();
        story.ledger().stream()
                .filter(entry -> !entry.postedDate().isAfter(anchor))
                .forEach(ledger::add);
        ledger.addAll(entries);
        var claims = new ArrayList<Claim>();
        for (Claim claim : story.claims()) {
            if (claim.isSubmittedOn(anchor)) {
                claims.add(claim.id().equals(pending.id()) ? answered : claim);
            }
        }
        var account =
                new Account(
                        story.encounter(),
                        story.lines(),
                        List.copyOf(ledger),
                        List.copyOf(claims),
                        story.duplicate(),
                        story.mishap(),
                        story.missed());
        return new Happened(account, false, answered, List.copyOf(entries));
    }
}
