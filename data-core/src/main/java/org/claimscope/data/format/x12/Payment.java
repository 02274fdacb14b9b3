package org.claimscope.data.format.x12;

import org.claimscope.data.format.Format;
import org.claimscope.data.model.Entity;

/// The head of an 835: who pays whom, how, when and under which trace number (BPR, TRN, DTM*405,
/// N1*PR, N1*PE).
///
/// Its id is trace number and payer, and not the envelope: a payment that is sent again is the same
/// payment.
final class Payment {
    private static final int ID = Entity.REMITTANCE.indexOf("id");
    private static final int TRACE = Entity.REMITTANCE.indexOf("trace_number");
    private static final int PAYER = Entity.REMITTANCE.indexOf("payer_id");
    private static final int PAYER_NAME = Entity.REMITTANCE.indexOf("payer_name");
    private static final int PAYEE = Entity.REMITTANCE.indexOf("payee_npi");
    private static final int METHOD = Entity.REMITTANCE.indexOf("payment_method");
    private static final int PAYMENT_DATE = Entity.REMITTANCE.indexOf("payment_date");
    private static final int PRODUCTION_DATE = Entity.REMITTANCE.indexOf("production_date");
    private static final int PAID = Entity.REMITTANCE.indexOf("paid");
    private static final int PROVIDER_ADJUSTED = Entity.REMITTANCE.indexOf("provider_adjusted");
    private static final int BALANCED = Entity.REMITTANCE.indexOf("balanced");
    private static final int PAYER_ID = Entity.PAYER.indexOf("id");
    private static final int PAYER_LABEL = Entity.PAYER.indexOf("name");

    private final Segments head;
    private final Envelope envelope;
    private final Key id = new Key();
    private final int bpr;
    private final int trn;
    private final int payerName;
    private final long payer;
    private final long payeeNpi;
    private final long paymentDay;
    private final long productionDay;

    /// @param head the segments from the ST to the first LX or CLP
    Payment(Segments head, Envelope envelope, Findings findings) {
        this.head = head;
        this.envelope = envelope;
        bpr = head.find(Ids.BPR);
        trn = head.find(Ids.TRN);
        payerName = head.find(Ids.N1, "PR");
        int payee = head.find(Ids.N1, "PE");
        payeeNpi = payee >= 0 && head.is(payee, 3, "XX") ? head.element(payee, 4) : Slice.ABSENT;
        int production = head.find(Ids.DTM, "405");
        long produced = production < 0 ? X12Values.UNREADABLE : head.day(production, 2);
        long paid = bpr < 0 ? X12Values.UNREADABLE : head.day(bpr, 16);
        productionDay = either(produced, either(paid, envelope.day()));
        paymentDay = either(paid, productionDay);
        payer = payer(payee < 0 ? head.size() : payee);
        name(findings);
    }

    private static long either(long day, long otherwise) {
        return day == X12Values.UNREADABLE ? otherwise : day;
    }

    /// The payer as claims name it: REF*2U, else its identifier (N104), else the company that sends
    /// the money (TRN03, BPR10).
    private long payer(int payee) {
        if (payerName >= 0) {
            int id2u = head.find(Ids.REF, "2U", payerName, Math.max(payee, payerName));
            if (id2u >= 0 && head.has(id2u, 2)) {
                return head.element(id2u, 2);
            }
            if (head.has(payerName, 4)) {
                return head.element(payerName, 4);
            }
        }
        return company();
    }

    private long company() {
        if (trn >= 0 && head.has(trn, 3)) {
            return head.element(trn, 3);
        }
        return bpr >= 0 ? head.element(bpr, 10) : Slice.ABSENT;
    }

    private void name(Findings findings) {
        long trace = trn < 0 ? Slice.ABSENT : head.element(trn, 2);
        if (trace == Slice.ABSENT) {
            findings.add(
                    "no-trace",
                    envelope.setSegment(),
                    "TRN02",
                    "the payment has no trace number; it is known by its day and sum");
            id.add("day ").add(paymentDay).add('|');
            if (bpr >= 0) {
                id.add(head, head.element(bpr, 2)).add('|');
            }
        } else {
            id.add(head, trace).add('|');
        }
        id.add(head, company() == Slice.ABSENT ? payer : company());
    }

    Key id() {
        return id;
    }

    Segments head() {
        return head;
    }

    /// A range of [#head()].
    long payer() {
        return payer;
    }

    /// A range of [#head()]: N102 of N1*PR.
    long payerName() {
        return payerName < 0 ? Slice.ABSENT : head.element(payerName, 2);
    }

    /// A range of [#head()]: N104 of N1*PE where it is an NPI (XX).
    long payeeNpi() {
        return payeeNpi;
    }

    /// BPR16, else [#productionDay()].
    long paymentDay() {
        return paymentDay;
    }

    /// DTM*405, else BPR16, else the day of the envelope.
    long productionDay() {
        return productionDay;
    }

    /// BPR02 in cents; negative when BPR03 says that it is taken from the provider (D).
    long paid() {
        if (bpr < 0) {
            return X12Values.UNREADABLE;
        }
        long cents = head.cents(bpr, 2);
        return cents != X12Values.UNREADABLE && head.is(bpr, 3, "D") ? -cents : cents;
    }

    /// When the payer decided, for what claims know: the production day.
    long eventMicros() {
        return productionDay == X12Values.UNREADABLE
                ? envelope.micros()
                : productionDay * 86_400_000_000L;
    }

    void writePayer(Format.Reading to) {
        if (payer == Slice.ABSENT || payerName < 0) {
            return;
        }
        new Row(to.records().of(Entity.PAYER))
                .text(PAYER_ID, head, payer)
                .text(PAYER_LABEL, head, payerName())
                .patch(head.number(payerName), eventMicros());
    }

    void write(Format.Reading to, long providerAdjusted, boolean balanced) {
        var row =
                new Row(to.records().of(Entity.REMITTANCE))
                        .text(ID, id)
                        .text(PAYER, head, payer)
                        .text(PAYER_NAME, head, payerName())
                        .text(PAYEE, head, payeeNpi)
                        .date(PAYMENT_DATE, paymentDay)
                        .date(PRODUCTION_DATE, productionDay)
                        .money(PAID, paid())
                        .money(PROVIDER_ADJUSTED, providerAdjusted)
                        .text(BALANCED, balanced ? "Y" : "N");
        if (trn >= 0) {
            row.text(TRACE, head, head.element(trn, 2));
        }
        if (bpr >= 0) {
            row.text(METHOD, head, head.element(bpr, 4));
        }
        row.end(envelope.setSegment());
    }
}
