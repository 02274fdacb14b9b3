package org.claimscope.data.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.model.Money;
import org.jspecify.annotations.Nullable;

/// One version of a claim with all that payers ever say about it, also after the anchor date; ask
/// it about a day.
///
/// @param frequencyCode 1 first or resent after a rejection, 7 replacement (837 CLM05-3)
/// @param originalId the version this one takes the place of
/// @param rejected the day the clearinghouse refused it; it is then never adjudicated
/// @param rulings the first is the first adjudication, each later one takes its place
/// @param denial of the first adjudication; later rulings never rewrite it
record Claim(
        String id,
        int frequencyCode,
        @Nullable String originalId,
        LocalDate submitted,
        Money billed,
        @Nullable LocalDate rejected,
        List<Ruling> rulings,
        @Nullable Denial denial) {

    /// @param patientResponsibility the part of the allowed sum that the patient owes
    record Ruling(LocalDate on, Money allowed, Money patientResponsibility) {}

    record Denial(DenialReason reason, Money denied) {}

    enum Status {
        PENDING("Pending"),
        PAID("Paid"),
        DENIED("Denied"),
        REJECTED("Rejected");

        final String label;

        Status(String label) {
            this.label = label;
        }
    }

    boolean isSubmittedOn(LocalDate day) {
        return !submitted.isAfter(day);
    }

    boolean isAdjudicatedOn(LocalDate day) {
        return rulingOn(day).isPresent();
    }

    LocalDate adjudicated() {
        return rulings.getFirst().on;
    }

    Optional<Ruling> rulingOn(LocalDate day) {
        Ruling latest = null;
        for (Ruling ruling : rulings) {
            if (!ruling.on.isAfter(day)) {
                latest = ruling;
            }
        }
        return Optional.ofNullable(latest);
    }

    Status statusOn(LocalDate day) {
        if (rejected != null && !rejected.isAfter(day)) {
            return Status.REJECTED;
        }
        return rulingOn(day)
                .map(ruling -> isRefusal(ruling) ? Status.DENIED : Status.PAID)
                .orElse(Status.PENDING);
    }

    private boolean isRefusal(Ruling ruling) {
        return denial != null && ruling.allowed.equals(Money.ZERO);
    }
}
