package org.claimscope.data.format.hl7v2;

import static org.claimscope.data.format.hl7v2.Visit.firstOf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.claimscope.data.format.Fields;
import org.claimscope.data.format.Numbers;
import org.claimscope.data.format.PatchRow;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection;

/// Financial transactions (FT1 of DFT and BAR): entries of the ledger, and for charges what the
/// department says it did.
///
/// FT1-6 (table 0017) tells the kind: CG charge, CD credit of a charge, PY payment, AJ adjustment.
/// FT1-11 is the extended amount, quantity included; without it FT1-12 times FT1-10.
final class ChargeRows {
    /// How the code of FT1-7 may be named when it is a procedure code (CPT, HCPCS).
    private static final Set<String> PROCEDURE_SYSTEMS =
            Set.of("C4", "C5", "CPT", "CPT4", "HCPCS", "HPC");

    private ChargeRows() {}

    static void of(Intake in, Group group, Visit visit) {
        int ordinal = 0;
        for (Segment ft1 : group.all("FT1")) {
            ordinal++;
            transaction(in, ft1, visit, ordinal);
        }
    }

    private static void transaction(Intake in, Segment ft1, Visit visit, int ordinal) {
        String kind = ft1.text(6).toUpperCase(Locale.ROOT);
        if (ft1.endsBefore(11)) {
            in.reject(
                    Rejection.Reason.CUT_OFF,
                    "FT1-11",
                    "the delivery ends before the transaction's amount");
            return;
        }
        String id = id(in, ft1, ordinal);
        if (id.isEmpty()) {
            in.reject(
                    Rejection.Reason.MISSING_VALUE,
                    "FT1-2",
                    "neither a transaction id nor a control id: a repeat could not be told");
            return;
        }
        long amount = amount(in, ft1);
        switch (kind) {
            case "CG" -> charge(in, ft1, visit, id, "Charge", amount);
            case "CD" ->
                    charge(
                            in,
                            ft1,
                            visit,
                            id,
                            "Credit",
                            amount == Numbers.UNREADABLE ? amount : -Math.abs(amount));
            case "PY" -> payment(in, ft1, visit, id, amount);
            case "AJ" -> adjustment(in, ft1, visit, id, amount);
            default ->
                    in.reject(
                            kind.isEmpty()
                                    ? Rejection.Reason.MISSING_VALUE
                                    : Rejection.Reason.NOT_IN_LIST,
                            "FT1-6",
                            "neither charge (CG), credit (CD), payment (PY) nor adjustment (AJ)");
        }
    }

    /// FT1-2; without it the message's control id and the set id, which a repeat of the message has
    /// as well.
    private static String id(Intake in, Segment ft1, int ordinal) {
        String told = Keys.real(ft1.text(2));
        String set = Keys.real(ft1.text(1));
        String place = set.isEmpty() ? Integer.toString(ordinal) : set;
        if (!told.isEmpty()) {
            // One id for several transactions of a message numbers the message, not them.
            return in.gathered().has(Entity.TRANSACTION, told) ? told + "-" + place : told;
        }
        String control = in.message().controlId();
        return control.isEmpty() ? "" : control + "-" + place;
    }

    private static long amount(Intake in, Segment ft1) {
        long extended = in.money(ft1, 11, 1);
        if (extended != Numbers.UNREADABLE) {
            return extended;
        }
        long unit = in.money(ft1, 12, 1);
        if (unit == Numbers.UNREADABLE) {
            return unit;
        }
        String quantity = ft1.text(10);
        long units = quantity.isEmpty() ? 10_000 : Numbers.tenThousandths(quantity);
        if (units == Numbers.UNREADABLE) {
            in.reject(Rejection.Reason.NOT_A_NUMBER, "FT1-10", "the quantity is no number");
            return units;
        }
        // A unit price may have more decimals than a sum: rounded once, at the end.
        BigDecimal price =
                ft1.text(12).isEmpty() ? BigDecimal.valueOf(unit, 2) : new BigDecimal(ft1.text(12));
        return Numbers.cents(price.multiply(BigDecimal.valueOf(units, 4)).toPlainString());
    }

    private static void charge(
            Intake in, Segment ft1, Visit visit, String id, String kind, long amount) {
        PatchRow entry = entry(in, ft1, visit, id, "Charge");
        PatchRow row = in.row(Entity.CHARGE, id);
        row.text(Fields.Charge.ENCOUNTER_ID, visit.encounterId());
        row.text(Fields.Charge.PATIENT_ID, visit.patientId());
        row.text(Fields.Charge.FACILITY_ID, visit.facilityId());
        row.text(Fields.Charge.PAYER_ID, visit.payerId());
        row.text(Fields.Charge.DEPARTMENT_ID, department(in, ft1, visit));
        row.text(Fields.Charge.PROVIDER_ID, performer(in, ft1, visit));
        row.text(Fields.Charge.CHARGE_TYPE, kind);
        in.text(row, Fields.Charge.CHARGE_CODE, ft1, 7, 1);
        row.text(Fields.Charge.PROCEDURE_CODE, procedure(in, ft1));
        row.text(Fields.Charge.DIAGNOSIS_CODE, diagnosis(in, ft1, visit));
        row.text(Fields.Charge.MODIFIERS, modifiers(ft1));
        in.quantity(row, Fields.Charge.UNITS, ft1, 10, 1);
        in.day(row, Fields.Charge.SERVICE_DATE, ft1, 4, 1);
        in.day(row, Fields.Charge.POSTED_DATE, ft1, 5, 1);
        if (amount != Numbers.UNREADABLE) {
            row.money(Fields.Charge.BILLED, amount);
            entry.money(Fields.Transaction.BILLED, amount);
        }
    }

    private static void payment(Intake in, Segment ft1, Visit visit, String id, long amount) {
        PatchRow entry = entry(in, ft1, visit, id, "Payment");
        in.day(entry, Fields.Transaction.PAYMENT_DATE, ft1, ft1.text(5).isEmpty() ? 4 : 5, 1);
        if (amount != Numbers.UNREADABLE) {
            entry.money(Fields.Transaction.PAID, amount);
        }
    }

    private static void adjustment(Intake in, Segment ft1, Visit visit, String id, long amount) {
        PatchRow entry = entry(in, ft1, visit, id, "Adjustment");
        in.text(entry, Fields.Transaction.ADJUSTMENT_TYPE, ft1, 7, 2, 7, 1);
        if (amount != Numbers.UNREADABLE) {
            entry.money(Fields.Transaction.ADJUSTED, amount);
        }
    }

    private static PatchRow entry(Intake in, Segment ft1, Visit visit, String id, String kind) {
        PatchRow entry = in.row(Entity.TRANSACTION, id);
        entry.text(Fields.Transaction.TRANSACTION_TYPE, kind);
        entry.text(Fields.Transaction.ENCOUNTER_ID, visit.encounterId());
        entry.text(Fields.Transaction.PATIENT_ID, visit.patientId());
        entry.text(Fields.Transaction.FACILITY_ID, visit.facilityId());
        entry.text(Fields.Transaction.DEPARTMENT_ID, department(in, ft1, visit));
        entry.text(Fields.Transaction.PROVIDER_ID, performer(in, ft1, visit));
        entry.text(Fields.Transaction.PAYER_ID, visit.payerId());
        entry.text(Fields.Transaction.VISIT_TYPE, visit.type());
        entry.text(Fields.Transaction.FINANCIAL_CLASS, visit.financialClass());
        entry.text(Fields.Transaction.PROCEDURE_CODE, procedure(in, ft1));
        entry.text(Fields.Transaction.DIAGNOSIS_CODE, diagnosis(in, ft1, visit));
        in.day(entry, Fields.Transaction.SERVICE_DATE, ft1, 4, 1);
        in.day(entry, Fields.Transaction.POSTED_DATE, ft1, 5, 1);
        return entry;
    }

    // Where the delivery ends within the segment, what is absent may only be cut off: nothing takes
    // its place then.

    /// FT1-13, else where the patient is (FT1-16), else the visit's.
    private static String department(Intake in, Segment ft1, Visit visit) {
        if (ft1.isCut(13, 1)) {
            return "";
        }
        String facility = firstOf(List.of(Keys.facility(ft1, 16), visit.facilityId()));
        String own =
                Visit.department(in, Keys.real(ft1.text(13)), Keys.real(ft1.text(13, 2)), facility);
        return own.isEmpty() && !ft1.isCut(16, 4) ? visit.departmentId() : own;
    }

    /// FT1-20, who did it, else FT1-21, who ordered it, else the visit's attending.
    private static String performer(Intake in, Segment ft1, Visit visit) {
        String performer = PersonRows.provider(in, ft1, 20);
        String orderer = PersonRows.provider(in, ft1, 21);
        return ft1.isCut(21, 1)
                ? performer
                : firstOf(List.of(performer, orderer, visit.providerId()));
    }

    /// FT1-25, else FT1-7 where it says that it is one.
    private static String procedure(Intake in, Segment ft1) {
        String procedure = Visit.code(in, Entity.PROCEDURE_CODE, ft1, 25, 999);
        boolean coded = PROCEDURE_SYSTEMS.contains(ft1.text(7, 3).toUpperCase(Locale.ROOT));
        return procedure.isEmpty() && coded && !ft1.isCut(25, 1)
                ? Visit.code(in, Entity.PROCEDURE_CODE, ft1, 7, 8)
                : procedure;
    }

    private static String diagnosis(Intake in, Segment ft1, Visit visit) {
        String own = Visit.code(in, Entity.DIAGNOSIS_CODE, ft1, 19, 999);
        return own.isEmpty() && !ft1.isCut(19, 1) ? visit.diagnosis() : own;
    }

    private static String modifiers(Segment ft1) {
        int repetitions = ft1.repetitions(26);
        if (repetitions > 0 && ft1.isCut(26, repetitions, 1)) {
            return "";
        }
        var all = new ArrayList<String>();
        for (int r = 1; r <= repetitions; r++) {
            String modifier = Keys.real(ft1.text(26, r, 1, 1));
            if (!modifier.isEmpty()) {
                all.add(modifier);
            }
        }
        return String.join(",", all);
    }
}
