package org.claimscope.nlq.answer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimscope.data.catalog.Unit;
import org.claimscope.data.model.code.Carc;
import org.claimscope.data.query.ClaimStanding;
import org.claimscope.data.query.ClaimTold;
import org.claimscope.data.query.Frame;
import org.claimscope.nlq.form.DayWords;
import org.jspecify.annotations.Nullable;

/// Says where a claim stands and why: from its own row, the ledger's rows of the claim and the
/// labels of adjustment reasons, each with where it came from. Nothing is guessed.
public final class BillStatus {
    private BillStatus() {}

    /// @param claim one row as [org.claimscope.data.query.Queries#rows] gives it
    /// @param ledger the ledger's rows of that claim
    /// @param told its lines and the decision that stands
    static String words(Frame claim, ClaimTold told, Frame ledger) {
        ClaimStanding standing = ClaimStanding.of(claim, told);
        String payer = text(claim, "row_payer");
        var said = new ArrayList<String>();
        said.add(why(standing) + dated(" Decided on ", standing.decided(), "."));
        said.add(
                Figures.words(standing.billed(), Unit.MONEY)
                        + " billed"
                        + (payer.isEmpty() ? "" : " to " + payer)
                        + dated(" on ", claim.date("row_submitted_date", 0), "")
                        + ", "
                        + Figures.words(standing.paid(), Unit.MONEY)
                        + " paid.");
        String adjusted = adjustments(ledger);
        if (!adjusted.isEmpty()) {
            said.add("Ledger: " + adjusted + ".");
        }
        BigDecimal open = open(ledger);
        if (ledger.rowCount() > 0) {
            said.add("Open in the ledger: " + Figures.words(open, Unit.MONEY) + ".");
        }
        said.add(
                "From delivery "
                        + text(claim, "row_delivery")
                        + ", line "
                        + text(claim, "row_line")
                        + (ledger.rowCount() == 0
                                ? "."
                                : ", and " + ledger.rowCount() + " ledger rows."));
        return String.join(" ", said);
    }

    /// Why a claim is not paid in full, in one sentence.
    public static String why(ClaimStanding standing) {
        String carc = standing.carc();
        BigDecimal paid = standing.paid();
        BigDecimal patient = standing.patient();
        if (standing.denied().signum() > 0) {
            return (paid.signum() > 0 ? "Denied in part" : "Denied")
                    + (carc.isEmpty()
                            ? ", the payer gave no reason."
                            : " with CARC "
                                    + carc
                                    + ": "
                                    + Carc.label(carc).orElse("no label for this code")
                                    + " ("
                                    + Carc.category(carc).label()
                                    + ").");
        }
        if (paid.signum() > 0) {
            return patient.signum() > 0
                    ? "Paid; the patient's share is " + Figures.words(patient, Unit.MONEY) + "."
                    : "Paid.";
        }
        return switch (standing.status().toLowerCase(Locale.ROOT)) {
            case "pending", "submitted" -> "The payer has not decided yet.";
            case "rejected" -> "Rejected before the payer decided: it has to be sent again.";
            default -> "Nothing was paid and nothing was denied.";
        };
    }

    /// What was taken off, by kind and reason: "Contractual $40.00 (CARC 45: …)".
    private static String adjustments(Frame ledger) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (int r = 0; r < ledger.rowCount(); r++) {
            BigDecimal adjusted = number(ledger, "row_adjusted", r);
            if (adjusted.signum() != 0) {
                String type = word(ledger, "row_adjustment_type", r);
                String carc = word(ledger, "row_carc", r);
                String label = carc.isEmpty() ? "" : " (CARC " + carc + reason(carc) + ")";
                sums.merge((type.isEmpty() ? "Adjusted" : type) + label, adjusted, BigDecimal::add);
            }
        }
        return sums.entrySet().stream()
                .map(e -> e.getKey() + " " + Figures.words(e.getValue(), Unit.MONEY))
                .collect(Collectors.joining(", "));
    }

    private static String reason(String carc) {
        return Carc.label(carc).map(l -> ": " + l).orElse("");
    }

    private static BigDecimal open(Frame ledger) {
        BigDecimal open = BigDecimal.ZERO;
        for (int r = 0; r < ledger.rowCount(); r++) {
            open =
                    open.add(number(ledger, "row_billed", r))
                            .subtract(number(ledger, "row_paid", r))
                            .subtract(number(ledger, "row_adjusted", r));
        }
        return open;
    }

    private static String dated(String before, @Nullable LocalDate day, String after) {
        return day == null ? "" : before + DayWords.day(day) + after;
    }

    private static String text(Frame frame, String column) {
        return word(frame, column, 0);
    }

    private static String word(Frame frame, String column, int row) {
        String text = frame.text(column, row);
        return text == null || text.startsWith("(") ? "" : text;
    }

    private static BigDecimal number(Frame frame, String column, int row) {
        BigDecimal value = frame.number(column, row);
        return value == null ? BigDecimal.ZERO : value;
    }
}
