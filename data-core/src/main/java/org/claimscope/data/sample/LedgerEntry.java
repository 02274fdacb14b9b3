package org.claimscope.data.sample;

import java.time.LocalDate;
import org.claimscope.data.model.Money;
import org.claimscope.data.sample.Codes.Procedure;
import org.jspecify.annotations.Nullable;

/// One signed event on an account. Corrections are new entries with the other sign; nothing is ever
/// changed or taken out.
sealed interface LedgerEntry {
    LocalDate postedDate();

    /// What the entry adds to the balance of the account.
    Money owed();

    record Charge(LocalDate serviceDate, LocalDate postedDate, Procedure procedure, Money billed)
            implements LedgerEntry {
        @Override
        public Money owed() {
            return billed;
        }

        Charge reversed(LocalDate on) {
            return new Charge(serviceDate, on, procedure, billed.negated());
        }
    }

    record Payment(LocalDate paymentDate, LocalDate postedDate, Source source, Money paid)
            implements LedgerEntry {
        @Override
        public Money owed() {
            return paid.negated();
        }
    }

    record Adjustment(
            LocalDate postedDate, AdjustmentType type, Money adjusted, @Nullable Reason reason)
            implements LedgerEntry {
        @Override
        public Money owed() {
            return adjusted.negated();
        }
    }

    /// Group and reason code as the payer's 835 gives them (CAS01, CAS02).
    record Reason(String group, String carc) {
        static final Reason CONTRACT = new Reason("CO", "45");

        static Reason of(DenialReason denial) {
            return new Reason(DenialReason.GROUP, denial.carc);
        }
    }

    enum Source {
        PAYER("Payer"),
        PATIENT("Patient");

        final String label;

        Source(String label) {
            this.label = label;
        }
    }

    enum AdjustmentType {
        CONTRACTUAL("Contractual"),
        WRITE_OFF("Write-off"),
        BAD_DEBT("Bad debt"),
        CHARITY("Charity"),
        DENIAL_WRITE_OFF("Denial write-off");

        final String label;

        AdjustmentType(String label) {
            this.label = label;
        }
    }
}
