package org.claimscope.data.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where a claim stands with its first payer: as its own row says, else as the decision that stands
/// does (835). An extract that comes after a remittance may know nothing of it. What a second payer
/// pays is in the ledger.
///
/// @param status as a reader says it, such as `Part denied`; empty when nobody told
/// @param carc the reason of most of what was denied; empty for none
/// @param denied what can still be lost
/// @param patient the patient's share
/// @param decided the day of the decision
public record ClaimStanding(
        String status,
        String carc,
        BigDecimal billed,
        BigDecimal allowed,
        BigDecimal paid,
        BigDecimal denied,
        BigDecimal patient,
        @Nullable LocalDate decided) {
    /// @param claim one row as [Queries#rows] gives it
    public static ClaimStanding of(Frame claim, ClaimTold told) {
        return told.decision()
                .filter(d -> !tellsOfADecision(claim))
                .map(d ->
                        new ClaimStanding(
                                status(d),
                                d.carc(),
                                money(claim, "row_billed"),
                                d.allowed(),
                                d.paid(),
                                d.denied(),
                                d.patient(),
                                d.paymentDate()))
                .orElseGet(() ->
                        new ClaimStanding(
                                status(
                                        word(claim, "row_claim_status"),
                                        money(claim, "row_paid"),
                                        money(claim, "row_denied")),
                                word(claim, "row_carc"),
                                money(claim, "row_billed"),
                                money(claim, "row_allowed"),
                                money(claim, "row_paid"),
                                money(claim, "row_denied"),
                                money(claim, "row_patient_responsibility"),
                                claim.date("row_adjudicated_date", 0)));
    }

    private static boolean tellsOfADecision(Frame claim) {
        return claim.date("row_adjudicated_date", 0) != null
                || money(claim, "row_paid").signum() != 0
                || money(claim, "row_denied").signum() != 0;
    }

    /// A row is paid as soon as something was (835 CLP02 1).
    private static String status(String word, BigDecimal paid, BigDecimal denied) {
        return word.equals("Paid") && paid.signum() > 0 && denied.signum() > 0
                ? "Part denied"
                : word;
    }

    private static String status(ClaimTold.Decision d) {
        if (d.denied().signum() > 0) {
            return d.paid().signum() > 0 ? "Part denied" : "Denied";
        }
        return d.paid().signum() > 0 ? "Paid" : "Decided, nothing paid";
    }

    /// Labels in brackets stand for something absent.
    private static String word(Frame frame, String column) {
        String text = frame.text(column, 0);
        return text == null || text.startsWith("(") ? "" : text;
    }

    private static BigDecimal money(Frame frame, String column) {
        BigDecimal value = frame.number(column, 0);
        return value == null ? BigDecimal.ZERO : value;
    }
}
