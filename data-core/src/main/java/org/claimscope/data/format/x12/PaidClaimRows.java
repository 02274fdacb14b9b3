package org.claimscope.data.format.x12;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.claimscope.data.format.Format;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection.Reason;
import org.claimscope.data.model.code.Carc;

/// Writes what a payer decided about a claim: the claim and its lines as the payer saw them, each
/// adjustment, the entries of the ledger, and what the claim itself learns.
///
/// Ledger: each line's payment (SVC03) and what the claim's payment (CLP04) differs from their sum;
/// of the adjustments only those of class CONTRACTUAL, because denials stay receivable, patient
/// shares move to the patient, and what a prior payer did was entered with that payer's remittance.
/// Reversals (22) are entries of their own, negative as sent, never changes of older ones; prices
/// told in advance (25) and claims that are another payer's (23) enter nothing.
///
/// The claim learns nothing from a reversal: what it was before is told by the correction. From a
/// second or third payer, or a duplicate, it learns only what nobody else tells.
final class PaidClaimRows {
    /// More different claims than this in one set, and repeated ones are told apart by their place.
    private static final int MOST_REMEMBERED = 500_000;

    private static final int ID = claim("id");
    private static final int REMITTANCE = claim("remittance_id");
    private static final int CLAIM = claim("claim_id");
    private static final int PATIENT = claim("patient_id");
    private static final int STATUS = claim("status");
    private static final int FILING_CODE = claim("filing_code");
    private static final int PAYER_CONTROL = claim("payer_control_number");
    private static final int FACILITY_TYPE = claim("facility_type");
    private static final int FREQUENCY = claim("frequency_code");
    private static final int RENDERING = claim("rendering_npi");
    private static final int BILLED = claim("billed");
    private static final int PAID = claim("paid");
    private static final int PATIENT_SHARE = claim("patient_responsibility");
    private static final int ALLOWED = claim("allowed");
    private static final int DENIED = claim("denied");
    private static final int DENIAL_GROUP = claim("denial_group_code");
    private static final int DENIAL_CARC = claim("denial_carc");
    private static final int RARC = claim("rarc");
    private static final int SERVICE_DATE = claim("service_date");
    private static final int SERVICE_DATE_TO = claim("service_date_to");
    private static final int RECEIVED_DATE = claim("received_date");
    private static final int PAYMENT_DATE = claim("payment_date");
    private static final int BALANCED = claim("balanced");

    static final byte[] YES = "Y".getBytes(StandardCharsets.UTF_8);
    static final byte[] NO = "N".getBytes(StandardCharsets.UTF_8);

    private final Format.Reading to;
    private final Findings findings;
    private final Envelope envelope;
    private final AdjustmentClasses classes;
    private final PaidClaim claim;
    private final PaidLineRows lineRows;
    private final ClaimState state;
    private final Ledger ledger;
    private final Map<Long, Integer> seen = new HashMap<>();
    private final Key id = new Key();
    private final Key part = new Key();
    private final Key patient = new Key();
    private long nth;

    PaidClaimRows(
            Format.Reading to, Findings findings, Envelope envelope, AdjustmentClasses classes) {
        this.to = to;
        this.findings = findings;
        this.envelope = envelope;
        this.classes = classes;
        this.claim = new PaidClaim(classes, findings);
        this.lineRows = new PaidLineRows(to, claim);
        this.state = new ClaimState(to);
        this.ledger = new Ledger(to.records());
    }

    private static int claim(String name) {
        return Entity.REMITTANCE_CLAIM.indexOf(name);
    }

    /// @return whether the loop made records; when not, it was rejected
    boolean write(Segments s, Payment payment) {
        nth++;
        if (!isWhole(s)) {
            return false;
        }
        claim.read(s);
        identify(s, payment);
        int rendering = s.find(Ids.NM1, "82", 1, claim.firstLine());
        long npi =
                rendering >= 0 && s.is(rendering, 8, "XX") ? s.element(rendering, 9) : Slice.ABSENT;
        long from = day(s, "232", claim.firstLine());
        long until = day(s, "233", claim.firstLine());
        if (from == X12Values.UNREADABLE) {
            from = lineRows.firstServiceDay();
        }
        if (from != X12Values.UNREADABLE
                && envelope.day() != X12Values.UNREADABLE
                && from > envelope.day()) {
            findings.add(
                    "future-date",
                    s.number(0),
                    "DTM02",
                    "the service is later than the day the file was made");
        }
        var row =
                new Row(to.records().of(Entity.REMITTANCE_CLAIM))
                        .text(ID, id)
                        .text(REMITTANCE, payment.id())
                        .text(CLAIM, s, s.element(0, 1))
                        .text(PATIENT, patient)
                        .text(STATUS, s, s.element(0, 2))
                        .text(FILING_CODE, s, s.element(0, 6))
                        .text(PAYER_CONTROL, s, s.element(0, 7))
                        .text(FACILITY_TYPE, s, s.element(0, 8))
                        .text(FREQUENCY, s, s.element(0, 9))
                        .text(RENDERING, s, npi)
                        .money(BILLED, claim.billed())
                        .money(PAID, claim.paid())
                        .money(PATIENT_SHARE, claim.patientShare())
                        .money(ALLOWED, claim.allowed())
                        .money(DENIED, claim.denied())
                        .text(DENIAL_GROUP, s, claim.denialGroup())
                        .text(DENIAL_CARC, s, claim.denialReason())
                        .text(RARC, remarks(s, 1, claim.firstLine()))
                        .date(SERVICE_DATE, from)
                        .date(SERVICE_DATE_TO, until)
                        .date(RECEIVED_DATE, day(s, "050", claim.firstLine()))
                        .date(PAYMENT_DATE, payment.paymentDay())
                        .text(BALANCED, claim.balanced() ? YES : NO);
        row.end(s.number(0));
        enterPayments(s, payment, from);
        adjustments(s, payment, from);
        state.write(claim, payment, nth);
        return true;
    }

    private boolean isWhole(Segments s) {
        if (s.isFull()) {
            return reject(s, "", Reason.TOO_LONG, "the claim is larger than any may be");
        }
        if (!s.has(0, 1)) {
            return reject(s, "CLP01", Reason.MISSING_VALUE, "the claim's number is missing");
        }
        if (Slice.length(s.element(0, 1)) + Slice.length(s.element(0, 7)) > Rejected.LONGEST_ID) {
            return reject(s, "CLP01", Reason.TOO_LONG, "the claim's numbers are too long");
        }
        return isMoney(s, 3, "CLP03") && isMoney(s, 4, "CLP04");
    }

    private boolean isMoney(Segments s, int element, String name) {
        if (!s.has(0, element)) {
            return reject(s, name, Reason.MISSING_VALUE, name + " is empty and must not be");
        }
        return s.cents(0, element) != X12Values.UNREADABLE
                || reject(s, name, Reason.NOT_MONEY, name + " is no sum of money");
    }

    private boolean reject(Segments s, String element, Reason reason, String explanation) {
        to.rejections().accept(Rejected.of(s, 0, element, reason, explanation));
        return false;
    }

    /// Remittance, the sender's and the payer's number of the claim, the payer's status, and which
    /// time these occur in the payment: the same wherever the claim stands in the file, so a
    /// payment that is sent in two parts makes the same records.
    private void identify(Segments s, Payment payment) {
        id.reset()
                .add(payment.id())
                .add('|')
                .add(s, s.element(0, 1))
                .add('|')
                .add(s, s.element(0, 7))
                .add('|')
                .add(s, s.element(0, 2));
        long hash = id.hash();
        if (seen.size() < MOST_REMEMBERED || seen.containsKey(hash)) {
            id.add('|').add(seen.merge(hash, 1, Integer::sum));
        } else {
            id.add("|#").add(nth);
        }
        patient.reset();
        int of = s.find(Ids.NM1, "QC", 1, claim.firstLine());
        // Where the insured is somebody else, the number is the insured's, not the patient's.
        if (of >= 0 && s.has(of, 9) && s.find(Ids.NM1, "IL", 1, claim.firstLine()) < 0) {
            patient.add(s, s.element(of, 9));
        }
    }

    private void enterPayments(Segments s, Payment payment, long claimDay) {
        long beside = claim.linesReadable() ? claim.paidBesideLines() : claim.paid();
        for (int n = 0; n < claim.lines(); n++) {
            part.reset().add(id).add('|').add((long) n + 1);
            lineRows.write(n, part, id, payment);
            long paid = claim.linePaid(n);
            if (claim.isDecision() && claim.linesReadable() && paid != 0) {
                part.add("|paid");
                Row row =
                        ledger.payment(
                                part,
                                s,
                                paid,
                                lineRows.serviceDay(n, claimDay),
                                payment.paymentDay());
                Ledger.procedure(row, s, s.component(claim.lineAt(n), 1, 2));
                parties(row, payment).end(s.number(claim.lineAt(n)));
            }
        }
        if (claim.isDecision() && beside != 0) {
            part.reset().add(id).add("|paid");
            parties(ledger.payment(part, s, beside, claimDay, payment.paymentDay()), payment)
                    .end(s.number(0));
        }
    }

    private Row parties(Row row, Payment payment) {
        Ledger.payer(row, payment.head(), payment.payer());
        Ledger.provider(row, payment.head(), payment.payeeNpi());
        return Ledger.patient(row, patient);
    }

    private void adjustments(Segments s, Payment payment, long claimDay) {
        int line = -1;
        int ordinal = 0;
        for (int i = 1; i < s.size(); i++) {
            if (s.id(i) == Ids.SVC) {
                line++;
                ordinal = 0;
            }
            if (s.id(i) != Ids.CAS) {
                continue;
            }
            for (int e = 2; e <= 17; e += 3) {
                if (!s.has(i, e)) {
                    continue;
                }
                ordinal++;
                part.reset().add(id).add('|').add((long) line + 1).add('|').add(ordinal);
                adjustment(s, i, e, line, payment, claimDay);
            }
        }
    }

    private void adjustment(Segments s, int cas, int e, int line, Payment payment, long claimDay) {
        long cents = s.cents(cas, e + 1);
        if (cents == X12Values.UNREADABLE) {
            String element = "CAS" + (e < 9 ? "0" : "") + (e + 1);
            to.rejections()
                    .accept(
                            Rejected.of(
                                    s,
                                    cas,
                                    element,
                                    s.has(cas, e + 1) ? Reason.NOT_MONEY : Reason.MISSING_VALUE,
                                    element + " is no sum of money"));
            return;
        }
        AdjustmentClasses.Kind of = classes.of(s, s.element(cas, 1), s.element(cas, e));
        lineRows.writeAdjustment(part, id, line, cas, e, cents, of, payment);
        if (of.category() == Carc.Category.CONTRACTUAL && claim.isDecision() && cents != 0) {
            long day = line < 0 ? claimDay : lineRows.serviceDay(line, claimDay);
            Row row =
                    ledger.contractual(
                            part,
                            s,
                            s.element(cas, 1),
                            s.element(cas, e),
                            cents,
                            day,
                            payment.paymentDay());
            parties(row, payment).end(s.number(cas));
        }
    }

    static long day(Segments s, String qualifier, int from, int to) {
        int at = s.find(Ids.DTM, qualifier, from, to);
        return at < 0 ? X12Values.UNREADABLE : s.day(at, 2);
    }

    private static long day(Segments s, String qualifier, int to) {
        return day(s, qualifier, 1, to);
    }

    /// The remark codes of MIA and MOA, one after the other.
    private Key remarks(Segments s, int from, int end) {
        part.reset();
        for (int i = from; i < end; i++) {
            if (s.id(i) == Ids.MOA) {
                for (int e = 3; e <= 7; e++) {
                    remark(s, s.element(i, e));
                }
            } else if (s.id(i) == Ids.MIA) {
                remark(s, s.element(i, 5));
                for (int e = 20; e <= 23; e++) {
                    remark(s, s.element(i, e));
                }
            }
        }
        return part;
    }

    private void remark(Segments s, long code) {
        if (code != Slice.ABSENT) {
            if (part.length() > 0) {
                part.add(' ');
            }
            part.add(s, code);
        }
    }
}
