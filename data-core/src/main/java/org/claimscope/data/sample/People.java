package org.claimscope.data.sample;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The people in the story. All of them are invented.
final class People {
    private People() {}

    /// @param ssn from the range that is never issued, but still treated as if it were one
    record Patient(
            String id,
            String firstName,
            @Nullable String middleName,
            String lastName,
            String ssn,
            String phone,
            char sex,
            LocalDate birth,
            Home home,
            List<Coverage> coverages,
            LocalDate modified) {
        /// Who pays for a service on a day: the first-ranked coverage then in force.
        Payer payerOn(LocalDate day) {
            for (Coverage coverage : coverages) {
                if (coverage.rank == 1 && coverage.covers(day)) {
                    return coverage.payer;
                }
            }
            return Payer.SELF_PAY;
        }

        @Override
        public String toString() {
            return "Patient[•••]";
        }
    }

    record Home(Facility facility, String address, String postalCode) {
        @Override
        public String toString() {
            return "Home[•••]";
        }
    }

    record Coverage(
            String id,
            Payer payer,
            String plan,
            String memberId,
            int rank,
            LocalDate from,
            @Nullable LocalDate to,
            LocalDate modified) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }

        @Override
        public String toString() {
            return "Coverage[•••]";
        }
    }
}
