package org.claimscope.data.format.fhir;

import java.util.List;
import java.util.Set;
import org.claimscope.data.format.Fields;
import org.claimscope.data.format.Numbers;
import org.claimscope.data.format.PatchRow;
import org.claimscope.data.model.Entity;

/// What a payer answered: ClaimResponse and ExplanationOfBenefit. It patches the claim it answers,
/// and its payment is an entry of the ledger, one for a claim however often it is told.
final class AnswerRows {
    /// Claim Adjustment Group Codes; what a patient owes (PR) is no denial.
    private static final Set<String> GROUPS = Set.of("CO", "OA", "PI", "CR");

    private AnswerRows() {}

    /// A reason why not all was paid. Blue Button tells group and code in one (`CO120`) or each in
    /// an adjudication of its own.
    private record Reason(String group, String carc, String rarc) {
        static Reason of(List<Json> adjudications) {
            String group = "";
            String carc = "";
            String rarc = "";
            for (Json adjudication : adjudications) {
                for (Json coding : adjudication.child("reason").all("coding")) {
                    String system = coding.text("system");
                    String code = coding.text("code");
                    if (system.contains("ansi") && code.length() > 2) {
                        if (carc.isEmpty()) {
                            group = code.substring(0, 2);
                            carc = code.substring(2);
                        }
                    } else if (system.endsWith("carc")
                            || system.contains("claim-adjustment-reason-codes")) {
                        carc = carc.isEmpty() ? code : carc;
                    } else if (system.endsWith("cagc")
                            || system.contains("claim-adjustment-group-codes")) {
                        group = group.isEmpty() ? code : group;
                    } else if (system.endsWith("rarc")
                            || system.contains("remittance-advice-remark-codes")) {
                        rarc = rarc.isEmpty() ? code : rarc;
                    }
                }
            }
            return new Reason(group, carc, rarc);
        }

        boolean isDenial() {
            return !carc.isEmpty() && (group.isEmpty() || GROUPS.contains(group));
        }
    }

    static void answer(Intake in, Json json, String id) {
        String claim = claim(in, json, id);
        List<Json> totals = json.all("total");
        List<Json> items = json.all("item");
        long billed = Adjudication.BILLED.among(in, totals, "total");
        long allowed = Adjudication.ALLOWED.among(in, totals, "total");
        long paid = in.cents(json.child("payment").child("amount"), "payment.amount");
        if (paid == Numbers.UNREADABLE) {
            paid = Adjudication.PAID.among(in, totals, "total");
        }
        Reason reason =
                items.stream()
                        .map(item -> Reason.of(item.all("adjudication")))
                        .filter(Reason::isDenial)
                        .findFirst()
                        .orElse(new Reason("", "", ""));
        String status = status(json, paid, reason);
        PatchRow patch = in.row(Entity.CLAIM, claim);
        ClaimRows.shared(in, patch, json);
        patch.text(Fields.Claim.STATUS, status);
        patch.text(Fields.Claim.CLAIM_STATUS, status);
        in.money(patch, Fields.Claim.BILLED, billed);
        in.money(patch, Fields.Claim.ALLOWED, allowed);
        in.money(patch, Fields.Claim.PAID, paid);
        in.money(patch, Fields.Claim.PATIENT_RESPONSIBILITY, patient(in, totals));
        in.money(
                patch, Fields.Claim.DEDUCTIBLE, Adjudication.DEDUCTIBLE.among(in, totals, "total"));
        in.money(
                patch,
                Fields.Claim.COINSURANCE,
                Adjudication.COINSURANCE.among(in, totals, "total"));
        in.money(patch, Fields.Claim.COPAY, Adjudication.COPAY.among(in, totals, "total"));
        patch.text(Fields.Claim.PAYER_CONTROL_NUMBER, control(json));
        PatchRow row = remittance(in, json, id, claim, status);
        in.money(row, Fields.RemittanceClaim.BILLED, billed);
        in.money(row, Fields.RemittanceClaim.ALLOWED, allowed);
        in.money(row, Fields.RemittanceClaim.PAID, paid);
        in.money(row, Fields.RemittanceClaim.PATIENT_RESPONSIBILITY, patient(in, totals));
        if (isDecided(status)) {
            in.day(patch, Fields.Claim.ADJUDICATED_DATE, decided(json), "created");
        }
        if (status.equals("Denied")) {
            patch.text(Fields.Claim.GROUP_CODE, reason.group());
            patch.text(Fields.Claim.CARC, reason.carc());
            in.money(patch, Fields.Claim.DENIED, billed);
            row.text(Fields.RemittanceClaim.DENIAL_GROUP_CODE, reason.group());
            row.text(Fields.RemittanceClaim.DENIAL_CARC, reason.carc());
            in.money(row, Fields.RemittanceClaim.DENIED, billed);
        }
        if (paid != Numbers.UNREADABLE && paid != 0) {
            payment(in, json, claim, patch, paid);
        }
        lines(in, json, id, claim);
    }

    /// The claim that is answered; without a reference the number that the payer knows it by.
    private static String claim(Intake in, Json json, String id) {
        String element = json.has("claim") ? "claim" : "request";
        String claim = in.ref(element);
        return claim.isEmpty() ? id : claim;
    }

    private static String control(Json json) {
        for (Json identifier : json.all("identifier")) {
            if (!identifier.text("system").endsWith("claim-group")) {
                return identifier.text("value");
            }
        }
        return "";
    }

    private static String status(Json json, long paid, Reason reason) {
        String status = json.text("status");
        if (status.equals("cancelled") || status.equals("entered-in-error")) {
            return "Voided";
        }
        return switch (json.text("outcome")) {
            case "queued" -> "Pending";
            case "error" -> "Rejected";
            default ->
                    reason.isDenial() && (paid == 0 || paid == Numbers.UNREADABLE)
                            ? "Denied"
                            : "Paid";
        };
    }

    private static boolean isDecided(String status) {
        return status.equals("Paid") || status.equals("Denied");
    }

    private static String decided(Json json) {
        String paid = json.child("payment").text("date");
        return Dates.epochDay(json.text("created")) == Dates.UNREADABLE
                ? paid
                : json.text("created");
    }

    private static long patient(Intake in, List<Json> totals) {
        return Adjudication.PATIENT.among(in, totals, "total");
    }

    private static PatchRow remittance(
            Intake in, Json json, String id, String claim, String status) {
        PatchRow row = in.row(Entity.REMITTANCE_CLAIM, id);
        row.text(Fields.RemittanceClaim.CLAIM_ID, claim);
        row.text(Fields.RemittanceClaim.PATIENT_ID, in.ref("patient"));
        row.text(Fields.RemittanceClaim.STATUS, status);
        row.text(Fields.RemittanceClaim.PAYER_CONTROL_NUMBER, control(json));
        Json period = json.child("billablePeriod");
        in.day(row, Fields.RemittanceClaim.SERVICE_DATE, period.text("start"), "billablePeriod");
        in.day(row, Fields.RemittanceClaim.SERVICE_DATE_TO, period.text("end"), "billablePeriod");
        in.day(
                row,
                Fields.RemittanceClaim.PAYMENT_DATE,
                json.child("payment").text("date"),
                "payment.date");
        return row;
    }

    private static void payment(Intake in, Json json, String claim, PatchRow patch, long paid) {
        PatchRow entry = in.row(Entity.TRANSACTION, "payment/" + claim);
        entry.text(Fields.Transaction.CLAIM_ID, claim);
        entry.text(Fields.Transaction.TRANSACTION_TYPE, "Payment");
        entry.text(Fields.Transaction.PAYMENT_SOURCE, "Payer");
        entry.text(Fields.Transaction.PATIENT_ID, in.ref("patient"));
        entry.text(Fields.Transaction.ENCOUNTER_ID, ClaimRows.encounter(json));
        entry.text(Fields.Transaction.PAYER_ID, ClaimRows.payer(in, json));
        in.day(
                entry,
                Fields.Transaction.SERVICE_DATE,
                json.child("billablePeriod").text("start"),
                "billablePeriod");
        String told = json.child("payment").text("date");
        String date = told.isEmpty() ? decided(json) : told;
        in.day(entry, Fields.Transaction.PAYMENT_DATE, date, "payment.date");
        in.day(patch, Fields.Claim.PAYMENT_DATE, date, "payment.date");
        entry.money(Fields.Transaction.PAID, paid);
    }

    private static void lines(Intake in, Json json, String id, String claim) {
        int ordinal = 0;
        for (Json item : json.all("item")) {
            ordinal++;
            String sequence = ClaimRows.sequence(item, ordinal);
            String line = id + "/" + sequence;
            List<Json> adjudications = item.all("adjudication");
            PatchRow row = in.row(Entity.REMITTANCE_LINE, line);
            row.text(Fields.RemittanceLine.REMITTANCE_CLAIM_ID, id);
            row.text(Fields.RemittanceLine.CLAIM_ID, claim);
            row.text(
                    Fields.RemittanceLine.PROCEDURE_CODE,
                    in.code(Entity.PROCEDURE_CODE, item.child("productOrService")));
            row.text(Fields.RemittanceLine.MODIFIERS, ClaimRows.modifiers(item));
            row.text(Fields.RemittanceLine.REVENUE_CODE, ClaimRows.revenue(item));
            in.quantity(
                    row,
                    Fields.RemittanceLine.UNITS,
                    item.child("quantity").text("value"),
                    "item.quantity");
            long billed = Adjudication.BILLED.among(in, adjudications, "item.adjudication");
            in.money(
                    row,
                    Fields.RemittanceLine.BILLED,
                    billed == Numbers.UNREADABLE
                            ? in.cents(item.child("net"), "item.net")
                            : billed);
            in.money(
                    row,
                    Fields.RemittanceLine.ALLOWED,
                    Adjudication.ALLOWED.among(in, adjudications, "item.adjudication"));
            in.money(
                    row,
                    Fields.RemittanceLine.PAID,
                    Adjudication.PAID.among(in, adjudications, "item.adjudication"));
            in.day(
                    row,
                    Fields.RemittanceLine.SERVICE_DATE,
                    ClaimRows.serviced(item, "start"),
                    "item");
            in.day(
                    row,
                    Fields.RemittanceLine.SERVICE_DATE_TO,
                    ClaimRows.serviced(item, "end"),
                    "item");
            adjustment(in, row, adjudications, id, line, claim);
        }
    }

    /// What the answer gives as reason of a line. It tells no sum of its own.
    private static void adjustment(
            Intake in,
            PatchRow line,
            List<Json> adjudications,
            String id,
            String lineId,
            String claim) {
        Reason reason = Reason.of(adjudications);
        line.text(Fields.RemittanceLine.RARC, reason.rarc());
        if (reason.carc().isEmpty()) {
            return;
        }
        PatchRow row = in.row(Entity.ADJUSTMENT, lineId + "/" + reason.group() + reason.carc());
        row.text(Fields.Adjustment.LEVEL, "line");
        row.text(Fields.Adjustment.REMITTANCE_CLAIM_ID, id);
        row.text(Fields.Adjustment.REMITTANCE_LINE_ID, lineId);
        row.text(Fields.Adjustment.CLAIM_ID, claim);
        row.text(Fields.Adjustment.GROUP_CODE, reason.group());
        row.text(Fields.Adjustment.CARC, reason.carc());
        for (Json adjudication : adjudications) {
            if (!adjudication.child("reason").isEmpty()) {
                in.money(
                        row,
                        Fields.Adjustment.ADJUSTED,
                        in.cents(adjudication.child("amount"), "item.adjudication"));
                break;
            }
        }
    }
}
