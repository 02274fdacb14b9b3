package org.claimscope.data.format.x12;

import java.nio.charset.StandardCharsets;
import org.claimscope.data.format.Format;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection.Reason;

/// Writes the service lines of a remittance (835 SVC) and its adjustments (CAS).
final class PaidLineRows {
    private static final int ID = line("id");
    private static final int REMITTANCE_CLAIM = line("remittance_claim_id");
    private static final int CLAIM = line("claim_id");
    private static final int LINE_CONTROL = line("line_control_number");
    private static final int PROCEDURE = line("procedure_code");
    private static final int MODIFIERS = line("modifiers");
    private static final int REVENUE_CODE = line("revenue_code");
    private static final int RARC = line("rarc");
    private static final int UNITS = line("units");
    private static final int BILLED = line("billed");
    private static final int PAID = line("paid");
    private static final int ALLOWED = line("allowed");
    private static final int SERVICE_DATE = line("service_date");
    private static final int SERVICE_DATE_TO = line("service_date_to");
    private static final int BALANCED = line("balanced");

    private static final int A_ID = adjustment("id");
    private static final int A_LEVEL = adjustment("level");
    private static final int A_REMITTANCE = adjustment("remittance_id");
    private static final int A_CLAIM_PAID = adjustment("remittance_claim_id");
    private static final int A_LINE_PAID = adjustment("remittance_line_id");
    private static final int A_CLAIM = adjustment("claim_id");
    private static final int A_GROUP = adjustment("group_code");
    private static final int A_CARC = adjustment("carc");
    private static final int A_ADJUSTED = adjustment("adjusted");
    private static final int A_QUANTITY = adjustment("quantity");
    private static final int A_CLASS = adjustment("denial_class");
    private static final int A_PAYMENT_DATE = adjustment("payment_date");

    private static final byte[] OF_CLAIM = "claim".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OF_LINE = "line".getBytes(StandardCharsets.UTF_8);

    private final Format.Reading to;
    private final PaidClaim claim;
    private final Key text = new Key();

    PaidLineRows(Format.Reading to, PaidClaim claim) {
        this.to = to;
        this.claim = claim;
    }

    private static int line(String name) {
        return Entity.REMITTANCE_LINE.indexOf(name);
    }

    private static int adjustment(String name) {
        return Entity.ADJUSTMENT.indexOf(name);
    }

    /// DTM*472, else the first day of the period of service (DTM*150).
    long serviceDay(int n, long otherwise) {
        Segments s = claim.segments();
        int from = claim.lineAt(n);
        int end = claim.lineEnd(n);
        long day = PaidClaimRows.day(s, "472", from, end);
        if (day == X12Values.UNREADABLE) {
            day = PaidClaimRows.day(s, "150", from, end);
        }
        return day == X12Values.UNREADABLE ? otherwise : day;
    }

    long firstServiceDay() {
        long first = X12Values.UNREADABLE;
        for (int n = 0; n < claim.lines(); n++) {
            long day = serviceDay(n, X12Values.UNREADABLE);
            if (first == X12Values.UNREADABLE || day != X12Values.UNREADABLE && day < first) {
                first = day;
            }
        }
        return first;
    }

    void write(int n, Key id, Key claimId, Payment payment) {
        Segments s = claim.segments();
        int at = claim.lineAt(n);
        int end = claim.lineEnd(n);
        for (int e = 2; e <= 3; e++) {
            if (s.cents(at, e) == X12Values.UNREADABLE && (e == 2 || s.has(at, e))) {
                String element = "SVC0" + e;
                to.rejections()
                        .accept(
                                Rejected.of(
                                        s,
                                        at,
                                        element,
                                        s.has(at, e) ? Reason.NOT_MONEY : Reason.MISSING_VALUE,
                                        element + " is no sum of money"));
                return;
            }
        }
        int control = s.find(Ids.REF, "6R", at, end);
        int allowed = s.find(Ids.AMT, "B6", at, end);
        boolean revenue = s.is(s.component(at, 1, 1), "NU");
        var row =
                new Row(to.records().of(Entity.REMITTANCE_LINE))
                        .text(ID, id)
                        .text(REMITTANCE_CLAIM, claimId)
                        .text(CLAIM, s, s.element(0, 1))
                        .text(revenue ? REVENUE_CODE : PROCEDURE, s, s.component(at, 1, 2))
                        .text(MODIFIERS, modifiers(s, at, 1))
                        .quantity(
                                UNITS,
                                s.has(at, 5)
                                        ? X12Values.tenThousandths(s.bytes(), s.element(at, 5))
                                        // The guide: SVC05 is left out when it is 1.
                                        : 10_000)
                        .money(BILLED, claim.lineBilled(n))
                        .money(PAID, claim.linePaid(n))
                        .money(
                                ALLOWED,
                                allowed >= 0 && s.cents(allowed, 2) != X12Values.UNREADABLE
                                        ? s.cents(allowed, 2)
                                        : claim.linePaid(n) + claim.linePatientShare(n))
                        .date(SERVICE_DATE, serviceDay(n, X12Values.UNREADABLE))
                        .date(SERVICE_DATE_TO, PaidClaimRows.day(s, "151", at, end))
                        .text(
                                BALANCED,
                                claim.lineBalanced(n) ? PaidClaimRows.YES : PaidClaimRows.NO);
        if (!revenue) {
            row.text(REVENUE_CODE, s, s.element(at, 4));
        }
        if (control >= 0) {
            row.text(LINE_CONTROL, s, s.element(control, 2));
        }
        row.text(RARC, remarks(s, at, end)).end(s.number(at));
    }

    /// @param line -1 for an adjustment of the claim itself
    /// @param e the element of the reason
    void writeAdjustment(
            Key id,
            Key claimId,
            int line,
            int cas,
            int e,
            long cents,
            AdjustmentClasses.Kind of,
            Payment payment) {
        Segments s = claim.segments();
        var row =
                new Row(to.records().of(Entity.ADJUSTMENT))
                        .text(A_ID, id)
                        .text(A_LEVEL, line < 0 ? OF_CLAIM : OF_LINE)
                        .text(A_REMITTANCE, payment.id())
                        .text(A_CLAIM_PAID, claimId)
                        .text(A_CLAIM, s, s.element(0, 1))
                        .text(A_GROUP, s, s.element(cas, 1))
                        .text(A_CARC, s, s.element(cas, e))
                        .money(A_ADJUSTED, cents)
                        .quantity(
                                A_QUANTITY,
                                X12Values.tenThousandths(s.bytes(), s.element(cas, e + 2)))
                        .text(A_CLASS, of.label())
                        .date(A_PAYMENT_DATE, payment.paymentDay());
        if (line >= 0) {
            row.text(A_LINE_PAID, text.reset().add(claimId).add('|').add((long) line + 1));
        }
        row.end(s.number(cas));
    }

    /// The parts three to six of a procedure (SVC01, SV101, SV202), with blanks between.
    private Key modifiers(Segments s, int at, int element) {
        return modifiers(text, s, at, element);
    }

    static Key modifiers(Key into, Segments s, int at, int element) {
        into.reset();
        for (int part = 3; part <= 6; part++) {
            long modifier = s.component(at, element, part);
            if (modifier != Slice.ABSENT) {
                if (into.length() > 0) {
                    into.add(' ');
                }
                into.add(s, modifier);
            }
        }
        return into;
    }

    private Key remarks(Segments s, int from, int end) {
        text.reset();
        for (int i = from; i < end; i++) {
            if (s.id(i) == Ids.LQ && s.has(i, 2)) {
                if (text.length() > 0) {
                    text.add(' ');
                }
                text.add(s, s.element(i, 2));
            }
        }
        return text;
    }
}
