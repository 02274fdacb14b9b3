package org.claimscope.data.sample;

import java.time.LocalDate;
import org.claimscope.data.model.Money;
import org.claimscope.data.sample.Claim.Ruling;
import org.claimscope.data.sample.LedgerEntry.AdjustmentType;
import org.claimscope.data.sample.LedgerEntry.Reason;

/// Posts what a ruling means for an account: the payment, the contractual adjustment, and the bill
/// to the patient.
final class Remittance {
    private Remittance() {}

    /// @param billed the part of the claim that the ruling is about
    /// @return the day of posting
    static LocalDate post(Story story, Money billed, Ruling ruling, Draw draw) {
        LocalDate posted = postWithoutPatient(story, billed, ruling, draw);
        PatientBilling.collect(story, ruling.patientResponsibility(), posted, draw);
        return posted;
    }

    static LocalDate postWithoutPatient(Story story, Money billed, Ruling ruling, Draw draw) {
        LocalDate posted = WorkingDays.onOrAfter(ruling.on().plusDays(draw.between(0, 2)));
        story.payerPays(
                ruling.on(), posted, ruling.allowed().minus(ruling.patientResponsibility()));
        story.adjust(
                posted,
                AdjustmentType.CONTRACTUAL,
                billed.minus(ruling.allowed()),
                Reason.CONTRACT);
        return posted;
    }
}
