package org.claimscope.data.sample;

import static java.util.Arrays.asList;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.model.Money;
import org.claimscope.data.sample.Claim.Denial;
import org.claimscope.data.sample.Claim.Ruling;
import org.claimscope.data.sample.Documentation.Note;
import org.claimscope.data.sample.LedgerEntry.Adjustment;
import org.claimscope.data.sample.LedgerEntry.Charge;
import org.claimscope.data.sample.LedgerEntry.Payment;
import org.claimscope.data.sample.LedgerEntry.Reason;
import org.claimscope.data.sample.People.Coverage;
import org.claimscope.data.sample.People.Patient;
import org.jspecify.annotations.Nullable;

/// The story as rows of the files, as things stand on a day. Cells follow the headers of {@link
/// Table}.
final class Rows {
    private Rows() {}

    static List<@Nullable Object> provider(Provider p) {
        return asList(
                p.id(),
                p.firstName(),
                p.lastName(),
                p.department().staff().specialty(),
                p.department().id,
                p.department().facility.id,
                p.npi(),
                p.modified());
    }

    static List<@Nullable Object> patient(Patient p) {
        return asList(
                p.id(),
                p.firstName(),
                p.middleName(),
                p.lastName(),
                p.ssn(),
                p.phone(),
                p.sex(),
                p.birth(),
                p.home().address(),
                p.home().facility().city,
                Facility.STATE,
                p.home().postalCode(),
                p.modified());
    }

    static List<@Nullable Object> coverage(Patient p, Coverage c, LocalDate day) {
        boolean over = c.to() != null && !c.to().isAfter(day);
        return asList(
                c.id(),
                p.id(),
                c.payer().id,
                c.plan(),
                c.memberId(),
                c.rank(),
                c.from(),
                over ? c.to() : null,
                over ? c.modified() : c.from());
    }

    static List<@Nullable Object> encounter(Encounter e, LocalDate day) {
        boolean stillHere = e.dischargeDate().isAfter(day);
        return asList(
                e.id(),
                e.patient().id(),
                e.facility().id,
                e.department().id,
                e.provider().id(),
                e.payer().id,
                e.type().label,
                e.serviceDate(),
                stillHere ? null : e.dischargeDate(),
                e.procedure().code(),
                e.diagnosis().code(),
                stillHere ? e.serviceDate() : e.dischargeDate());
    }

    static List<@Nullable Object> note(Note note, LocalDate day) {
        Encounter e = note.encounter();
        boolean signed = note.isSignedOn(day);
        return asList(
                note.id(),
                e.id(),
                e.patient().id(),
                e.provider().id(),
                note.type(),
                signed ? "Signed" : "Unsigned",
                note.written(),
                signed ? note.signed() : null,
                signed ? note.signed() : note.written());
    }

    static List<@Nullable Object> claim(Account account, Claim claim, LocalDate day) {
        Encounter e = account.encounter();
        Optional<Ruling> ruling = claim.rulingOn(day);
        Denial denial = ruling.isPresent() ? claim.denial() : null;
        boolean carriesTheMoney =
                account.currentClaim(day).filter(c -> c.id().equals(claim.id())).isPresent();
        List<Payment> payments =
                ruling.isPresent() && carriesTheMoney ? account.payerPayments(day) : List.of();
        return asList(
                claim.id(),
                e.id(),
                e.patient().id(),
                e.facility().id,
                e.department().id,
                e.provider().id(),
                e.payer().id,
                e.serviceDate(),
                claim.submitted(),
                ruling.isPresent() ? claim.adjudicated() : null,
                firstPaid(payments),
                claim.billed(),
                ruling.map(Ruling::allowed).orElse(null),
                ruling.isPresent() ? sum(payments) : null,
                ruling.map(Ruling::patientResponsibility).orElse(null),
                claim.statusOn(day).label,
                claim.frequencyCode(),
                claim.originalId(),
                denial == null ? null : DenialReason.GROUP,
                denial == null ? null : denial.reason().carc,
                denied(ruling.isPresent(), denial),
                lastChange(claim, ruling, payments, day));
    }

    static List<@Nullable Object> entry(
            Account account, String transactionId, LedgerEntry entry, LocalDate day) {
        Encounter e = account.encounter();
        Optional<Claim> claim = account.currentClaim(day);
        LocalDate service = entry instanceof Charge charge ? charge.serviceDate() : e.serviceDate();
        LocalDate modified =
                claim.map(Claim::submitted)
                        .filter(submitted -> submitted.isAfter(entry.postedDate()))
                        .orElse(entry.postedDate());
        String claimId = claim.map(Claim::id).orElse(null);
        return asList(
                transactionId,
                e.id(),
                e.patient().id(),
                e.facility().id,
                e.department().id,
                e.provider().id(),
                e.payer().id,
                claimId,
                kind(entry),
                service,
                entry.postedDate(),
                entry instanceof Payment p ? p.paymentDate() : null,
                entry instanceof Charge c ? c.billed() : null,
                entry instanceof Payment p ? p.paid() : null,
                entry instanceof Adjustment a ? a.adjusted() : null,
                entry instanceof Adjustment a ? a.type().label : null,
                entry instanceof Payment p ? p.source().label : null,
                entry instanceof Adjustment(_, _, _, Reason(var group, _)) ? group : null,
                entry instanceof Adjustment(_, _, _, Reason(_, var carc)) ? carc : null,
                entry instanceof Charge c ? c.procedure().code() : e.procedure().code(),
                e.diagnosis().code(),
                modified);
    }

    static List<@Nullable Object> truth(Truth t) {
        return asList(t.rule(), t.entity(), t.id(), t.plantedDate(), t.dollars(), t.note());
    }

    private static String kind(LedgerEntry entry) {
        return switch (entry) {
            case Charge _ -> "Charge";
            case Payment _ -> "Payment";
            case Adjustment _ -> "Adjustment";
        };
    }

    private static @Nullable Money denied(boolean adjudicated, @Nullable Denial denial) {
        if (!adjudicated) {
            return null;
        }
        return denial == null ? Money.ZERO : denial.denied();
    }

    private static @Nullable LocalDate firstPaid(List<Payment> payments) {
        return payments.stream()
                .filter(p -> p.paid().compareTo(Money.ZERO) > 0)
                .map(Payment::postedDate)
                .findFirst()
                .orElse(null);
    }

    private static Money sum(List<Payment> payments) {
        return payments.stream().map(Payment::paid).reduce(Money.ZERO, Money::plus);
    }

    private static LocalDate lastChange(
            Claim claim, Optional<Ruling> ruling, List<Payment> payments, LocalDate day) {
        LocalDate last = ruling.map(Ruling::on).orElse(claim.submitted());
        if (claim.rejected() != null && !claim.rejected().isAfter(day)) {
            last = claim.rejected();
        }
        if (!payments.isEmpty() && payments.getLast().postedDate().isAfter(last)) {
            last = payments.getLast().postedDate();
        }
        return last;
    }
}
