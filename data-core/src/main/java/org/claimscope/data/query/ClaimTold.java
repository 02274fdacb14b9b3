package org.claimscope.data.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What feeds tell about one claim beside its own row: its lines, the decision that stands, and
/// what happened to it.
///
/// @param lines in the order of the claim
/// @param decision empty while no payer answered with an 835
/// @param events oldest first
public record ClaimTold(List<Line> lines, Optional<Decision> decision, List<Event> events) {
    public ClaimTold {
        lines = List.copyOf(lines);
        events = List.copyOf(events);
    }

    /// Something that happened to the claim.
    ///
    /// @param amount charged, paid, taken back or contested; null where nobody told it
    public record Event(LocalDate day, Kind kind, @Nullable BigDecimal amount) {
        /// What a feed tells with the event.
        public enum Kind {
            /// 837 CLM05-3 1.
            SENT,
            /// 837 CLM05-3 7.
            SENT_CORRECTED,
            /// 837 CLM05-3 8.
            SENT_VOID,
            /// 277CA or 277: it is in the payer's system.
            ACCEPTED,
            /// 277CA or 277: it never got there.
            REJECTED,
            PENDING,
            INFORMATION_REQUESTED,
            /// 835: nothing denied, something paid.
            PAID,
            PART_DENIED,
            DENIED,
            /// 835: nothing denied and nothing paid.
            DECIDED,
            /// 835 CLP02 22.
            TAKEN_BACK,
            APPEALED,
            APPEAL_DECIDED
        }
    }

    /// A line as it was billed (837) and settled (835). Money is null where nobody told it.
    ///
    /// @param code HCPCS, else empty
    /// @param revenueCode else empty
    /// @param billed the line's charge
    /// @param reduced adjusted for other reasons than a denial or the patient's share (CAS)
    /// @param patient the patient's share (CAS group PR)
    /// @param denied adjusted for a reason that denies (metrics.md C8)
    /// @param reasons group and CARC of each CAS, such as `CO-45, PR-2`
    /// @param isSent whether it stands on the 837; a payer may answer other lines
    public record Line(
            String code,
            String revenueCode,
            @Nullable BigDecimal units,
            @Nullable BigDecimal billed,
            @Nullable BigDecimal reduced,
            @Nullable BigDecimal patient,
            @Nullable BigDecimal denied,
            @Nullable BigDecimal paid,
            String reasons,
            boolean isSent) {}

    /// The newest decision that was not taken back (835 CLP), of the first payer if it answered.
    ///
    /// @param remittance `source/id` of the payment that explains it
    /// @param billed CLP03
    /// @param adjusted all CAS of the claim and its lines
    /// @param paid CLP04
    /// @param patient CLP05, the patient's share
    /// @param carc the reason of most of what was denied; empty for none
    public record Decision(
            @Nullable String remittance,
            @Nullable LocalDate paymentDate,
            BigDecimal billed,
            BigDecimal adjusted,
            BigDecimal paid,
            BigDecimal allowed,
            BigDecimal denied,
            BigDecimal patient,
            String carc) {
        /// CLP03 less all CAS less CLP04: nothing, if it balances (005010X221A1, 1.10.2.1.2).
        public BigDecimal difference() {
            return billed.subtract(adjusted).subtract(paid);
        }
    }
}
