package org.claimscope.data.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.data.model.Money;
import org.claimscope.data.sample.Claim.Denial;
import org.claimscope.data.sample.Claim.Ruling;
import org.claimscope.data.sample.LedgerEntry.AdjustmentType;
import org.claimscope.data.sample.LedgerEntry.Reason;
import org.jspecify.annotations.Nullable;

/// Sends claims to payers and takes in what they answer.
final class PayerCycle {
    static final DenialReason SPIKE_REASON = DenialReason.AUTHORIZATION;
    static final Payer SPIKE_PAYER = Payer.HERON;
    static final Department SPIKE_DEPARTMENT = Department.IMAGING;

    private static final double SPIKE_DENIAL_RATE = 0.55;
    private static final double REJECTED = 0.042;
    private static final double PENDED = 0.036;
    private static final double PARTIAL = 0.3;
    private static final double CORRECTED_BY_PAYER = 0.004;

    private final YearMonth spikeMonth;

    PayerCycle(YearMonth spikeMonth) {
        this.spikeMonth = spikeMonth;
    }

    void run(Story story, Draw draw) {
        boolean smooth = story.mishap.needsPaidClaim();
        LocalDate submitted =
                WorkingDays.onOrAfter(story.readyToBill().plusDays(draw.between(1, 5)));
        int version = 1;
        if (!smooth && draw.chance(REJECTED)) {
            LocalDate rejected = submitted.plusDays(1);
            story.send(
                    new Claim(
                            story.claimId(version),
                            1,
                            null,
                            submitted,
                            story.billed(),
                            rejected,
                            List.of(),
                            null));
            version++;
            submitted = WorkingDays.onOrAfter(rejected.plusDays(draw.between(2, 8)));
        }
        // Some claims lie at the payer, waiting for records, until somebody asks.
        int pended = !smooth && draw.chance(PENDED) ? draw.between(50, 130) : 0;
        LocalDate ruled =
                WorkingDays.onOrAfter(
                        submitted.plusDays(story.encounter.payer().daysToRule(draw) + pended));
        Denial denial = smooth ? null : denial(story, ruled, draw);
        List<Ruling> rulings =
                denial == null
                        ? accept(story, ruled, draw)
                        : deny(story, denial, ruled, version, draw);
        Claim claim =
                new Claim(
                        story.claimId(version),
                        1,
                        version == 1 ? null : story.claimId(version - 1),
                        submitted,
                        story.billed(),
                        null,
                        List.copyOf(rulings),
                        denial);
        story.send(claim);
        if (story.mishap == Mishap.DUPLICATE_CLAIM) {
            story.sendTwice(copy(claim, story, draw));
        }
    }

    private @Nullable Denial denial(Story story, LocalDate ruled, Draw draw) {
        Payer payer = story.encounter.payer();
        Department department = story.encounter.department();
        if (payer == SPIKE_PAYER
                && department == SPIKE_DEPARTMENT
                && YearMonth.from(ruled).equals(spikeMonth)
                && draw.chance(SPIKE_DENIAL_RATE)) {
            return new Denial(SPIKE_REASON, story.billed());
        }
        if (!draw.chance(payer.denialRate * department.economics().denialTilt())) {
            return null;
        }
        DenialReason reason = draw.weighted(DenialReason.ALL, r -> r.weight(payer, department));
        boolean partial = story.charges.size() > 1 && reason.canBePartial() && draw.chance(PARTIAL);
        return new Denial(reason, partial ? story.charges.getLast().billed() : story.billed());
    }

    private static List<Ruling> accept(Story story, LocalDate ruled, Draw draw) {
        Money billed = story.billed();
        Money expected = story.contractAllows(billed);
        boolean generous = !story.mishap.needsPaidClaim() && draw.chance(CORRECTED_BY_PAYER);
        double factor =
                story.mishap == Mishap.UNDERPAID
                        ? draw.real(0.72, 0.92)
                        : generous ? draw.real(1.05, 1.15) : 1;
        Money allowed = new Rate(factor).of(expected);
        Ruling first = new Ruling(ruled, allowed, PatientShare.of(story, allowed, draw));
        Money copay = PatientShare.copay(story, first.patientResponsibility(), draw);
        story.paidAtDesk(copay);
        LocalDate posted = Remittance.postWithoutPatient(story, billed, first, draw);
        PatientBilling.collect(story, first.patientResponsibility().minus(copay), posted, draw);
        Money paid = allowed.minus(first.patientResponsibility());
        switch (story.mishap) {
            case TAKEN_BACK -> takeBack(story, posted, paid, draw);
            case OVERPAID -> payTwice(story, posted, paid, draw);
            case NONE, DUPLICATE_CLAIM, NEVER_CHARGED, CHARGED_LATE, NEVER_FILED, UNDERPAID -> {}
        }
        boolean payerPaysAfterwards = expected.compareTo(first.patientResponsibility()) > 0;
        return generous && payerPaysAfterwards
                ? List.of(first, reprocess(story, first, expected, posted, draw))
                : List.of(first);
    }

    private static List<Ruling> deny(
            Story story, Denial denial, LocalDate ruled, int version, Draw draw) {
        Money rest = story.billed().minus(denial.denied());
        boolean whole = rest.equals(Money.ZERO);
        Money allowed = story.contractAllows(rest);
        Ruling first =
                new Ruling(
                        ruled, allowed, whole ? Money.ZERO : PatientShare.of(story, allowed, draw));
        if (!whole) {
            Remittance.post(story, rest, first, draw);
        }
        var rulings = new ArrayList<Ruling>();
        rulings.add(first);
        new DenialFollowUp(story, denial, whole, ruled, draw)
                .run(version)
                .ifPresent(later ->
                        rulings.add(
                                new Ruling(
                                        later.on(),
                                        first.allowed().plus(later.allowed()),
                                        first.patientResponsibility()
                                                .plus(later.patientResponsibility()))));
        return rulings;
    }

    /// The payer reverses its own generous ruling and rules again as the contract says (835 CLP02
    /// 22, then 1).
    private static Ruling reprocess(
            Story story, Ruling first, Money expected, LocalDate posted, Draw draw) {
        LocalDate on = WorkingDays.onOrAfter(posted.plusDays(draw.between(20, 70)));
        Money before = first.allowed().minus(first.patientResponsibility());
        story.payerPays(on, on, before.negated());
        story.payerPays(on, on, expected.minus(first.patientResponsibility()));
        story.adjust(
                on, AdjustmentType.CONTRACTUAL, first.allowed().minus(expected), Reason.CONTRACT);
        return new Ruling(on, expected, first.patientResponsibility());
    }

    private static void takeBack(Story story, LocalDate posted, Money paid, Draw draw) {
        LocalDate on = WorkingDays.onOrAfter(posted.plusDays(draw.between(12, 55)));
        story.payerPays(on, on, paid.negated());
    }

    private static void payTwice(Story story, LocalDate posted, Money paid, Draw draw) {
        LocalDate last = story.lastPosting();
        if (draw.chance(0.5)) {
            LocalDate on = WorkingDays.onOrAfter(posted.plusDays(draw.between(5, 20)));
            story.payerPays(on, on, paid);
        } else {
            // A patient who paid nothing so far sends the payer's sum by mistake.
            story.patientPays(last.plusDays(draw.between(3, 15)), paid);
        }
    }

    private static Claim copy(Claim claim, Story story, Draw draw) {
        LocalDate submitted = WorkingDays.onOrAfter(claim.submitted().plusDays(draw.between(1, 9)));
        LocalDate ruled =
                WorkingDays.onOrAfter(submitted.plusDays(story.encounter.payer().daysToRule(draw)));
        return new Claim(
                claim.id() + "-D",
                1,
                null,
                submitted,
                claim.billed(),
                null,
                List.of(new Ruling(ruled, Money.ZERO, Money.ZERO)),
                new Denial(DenialReason.DUPLICATE, claim.billed()));
    }
}
