package org.claimscope.data.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.model.Money;
import org.claimscope.data.sample.Claim.Denial;
import org.claimscope.data.sample.Claim.Ruling;
import org.claimscope.data.sample.LedgerEntry.AdjustmentType;
import org.claimscope.data.sample.LedgerEntry.Reason;

/// What becomes of a denial: corrected, appealed, written off, or left lying until it is too late.
final class DenialFollowUp {
    private static final double CORRECTION_ACCEPTED = 0.97;
    private static final double PATIENT_SHARE = 0.08;

    private final Story story;
    private final Denial denial;
    private final boolean whole;
    private final LocalDate denied;
    private final Draw draw;

    /// @param whole whether the whole claim was denied, not just a line
    DenialFollowUp(Story story, Denial denial, boolean whole, LocalDate denied, Draw draw) {
        this.story = story;
        this.denial = denial;
        this.whole = whole;
        this.denied = denied;
        this.draw = draw;
    }

    /// @return the later ruling on the same claim, where there is one
    Optional<Ruling> run(int version) {
        DenialReason reason = denial.reason();
        double fate = draw.real(0, 1);
        if (fate < reason.corrected) {
            return correct(version);
        }
        if (fate < reason.corrected + reason.appealed) {
            return appeal();
        }
        boolean soon = fate < reason.corrected + reason.appealed + reason.writtenOff;
        writeOff(denied.plusDays(soon ? draw.between(25, 90) : draw.between(210, 540)));
        return Optional.empty();
    }

    private Optional<Ruling> correct(int version) {
        LocalDate resent = WorkingDays.onOrAfter(denied.plusDays(draw.between(6, 30)));
        LocalDate ruled =
                WorkingDays.onOrAfter(resent.plusDays(story.encounter.payer().daysToRule(draw)));
        boolean accepted = draw.chance(CORRECTION_ACCEPTED);
        Optional<Ruling> ruling = accepted ? Optional.of(pay(ruled)) : Optional.empty();
        if (!accepted) {
            writeOff(ruled.plusDays(draw.between(10, 30)));
        }
        if (!whole || !denial.reason().needsReplacement()) {
            return ruling;
        }
        story.send(
                new Claim(
                        story.claimId(version + 1),
                        7,
                        story.claimId(version),
                        resent,
                        story.billed(),
                        null,
                        List.of(ruling.orElse(new Ruling(ruled, Money.ZERO, Money.ZERO))),
                        accepted ? null : denial));
        return Optional.empty();
    }

    private Optional<Ruling> appeal() {
        LocalDate sent = denied.plusDays(draw.between(10, 40));
        LocalDate decided = WorkingDays.onOrAfter(sent.plusDays(draw.between(38, 105)));
        if (draw.chance(denial.reason().overturned)) {
            return Optional.of(pay(decided));
        }
        writeOff(decided.plusDays(draw.between(5, 20)));
        return Optional.empty();
    }

    private Ruling pay(LocalDate ruled) {
        Money allowed = story.contractAllows(denial.denied());
        Money share =
                story.encounter.payer() == Payer.MEDICAID
                        ? Money.ZERO
                        : new Rate(PATIENT_SHARE).of(allowed);
        Ruling ruling = new Ruling(ruled, allowed, share);
        Remittance.post(story, denial.denied(), ruling, draw);
        return ruling;
    }

    /// Only what the contract would have paid is lost to the denial; the rest was never ours.
    private void writeOff(LocalDate day) {
        Money lost = story.contractAllows(denial.denied());
        story.adjust(day, AdjustmentType.CONTRACTUAL, denial.denied().minus(lost), Reason.CONTRACT);
        story.adjust(day, AdjustmentType.DENIAL_WRITE_OFF, lost, Reason.of(denial.reason()));
    }
}
