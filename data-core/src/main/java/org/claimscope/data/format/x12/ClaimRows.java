package org.claimscope.data.format.x12;

import org.claimscope.data.format.Format;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection.Reason;

/// Writes a claim as it was billed (837 2300), its lines, and its charges in the ledger.
///
/// A replacement (CLM05-3 = 7) names the payer's number of what it replaces (REF*F8). Its charges
/// take the place of those with its own claim number: senders keep CLM01, the number of the
/// account. Where they give a new one, the replaced lines are not in this file and cannot be
/// reversed here: the claim's `frequency_code` and `original_claim_id` tell, and families are
/// joined by the payer's number. A void (8) repeats the lines it takes back: each is entered with
/// the other sign.
///
/// A claim to a second payer is the same claim again: it adds what the first left open, and charges
/// nothing twice. When a claim was submitted is when it was submitted first.
final class ClaimRows {
    private static final int ID = field("id");
    private static final int ENCOUNTER = field("encounter_id");
    private static final int PATIENT = field("patient_id");
    private static final int PROVIDER = field("provider_id");
    private static final int PAYER = field("payer_id");
    private static final int PAYER_NAME = field("payer_name");
    private static final int SERVICE_DATE = field("service_date");
    private static final int SUBMITTED_DATE = field("submitted_date");
    private static final int DISCHARGE_DATE = field("discharge_date");
    private static final int BILLED = field("billed");
    private static final int CLAIM_STATUS = field("claim_status");
    private static final int FREQUENCY = field("frequency_code");
    private static final int ORIGINAL = field("original_claim_id");
    private static final int CLAIM_TYPE = field("claim_type");
    private static final int PLACE = field("place_of_service");
    private static final int BILLING_NPI = field("billing_npi");
    private static final int RENDERING_NPI = field("rendering_npi");
    private static final int AUTHORIZATION = field("authorization_number");
    private static final int DIAGNOSIS = field("diagnosis_code");

    private final Envelope envelope;
    private final Format.Reading to;
    private final Findings findings;
    private final SubmissionRows submissions;
    private final PartyRows parties;
    private final ClaimLineRows lineRows;
    private Segments billing = new Segments();
    private Segments subscriber = new Segments();
    private Key patientKey = new Key();
    private long eventMicros;
    private long submittedDay;

    ClaimRows(Envelope envelope, Format.Reading to, Findings findings, PartyRows parties) {
        this.envelope = envelope;
        this.to = to;
        this.findings = findings;
        this.parties = parties;
        this.lineRows = new ClaimLineRows(to);
        this.submissions = new SubmissionRows(to);
    }

    private static int field(String name) {
        return Entity.CLAIM.indexOf(name);
    }

    /// Takes the levels that the next claims are below of.
    void identify(Segments head, Segments billing, Segments subscriber, Segments patient) {
        this.billing = billing;
        this.subscriber = subscriber;
        patientKey = parties.identify(subscriber, patient);
        int bht = head.find(Ids.BHT);
        long day = bht < 0 ? X12Values.UNREADABLE : head.day(bht, 4);
        submittedDay = day == X12Values.UNREADABLE ? envelope.day() : day;
        eventMicros =
                day == X12Values.UNREADABLE
                        ? envelope.micros()
                        : X12Values.micros(day, head.bytes(), head.element(bht, 5));
    }

    /// BHT04 and BHT05, else those of the group, else of the interchange.
    long eventMicros() {
        return eventMicros;
    }

    void write(Segments s) {
        if (!isWhole(s)) {
            return;
        }
        int end = ownEnd(s);
        lineRows.read(s);
        checkTotal(s);
        int rendering = s.find(Ids.NM1, "82", 1, end);
        int statement = s.find(Ids.DTP, "434", 1, end);
        long from =
                statement < 0
                        ? lineRows.firstDay()
                        : X12Values.firstDay(s.bytes(), s.element(statement, 3));
        checkDay(s, from);
        boolean isVoid = s.is(s.component(0, 5, 3), "8");
        boolean later = isToLaterPayer();
        int payer = subscriber.find(Ids.NM1, "PR");
        long renderingNpi = PartyRows.npi(s, rendering);
        long billingNpi = PartyRows.npi(billing, billing.find(Ids.NM1, "85"));
        var row =
                new Row(to.records().of(Entity.CLAIM))
                        .text(ID, s, s.element(0, 1))
                        .text(ENCOUNTER, s, s.element(0, 1))
                        .text(PATIENT, patientKey)
                        .text(BILLING_NPI, billing, billingNpi)
                        .text(RENDERING_NPI, s, renderingNpi)
                        .date(SERVICE_DATE, from)
                        .money(BILLED, s.cents(0, 2))
                        .text(CLAIM_STATUS, isVoid ? "Voided" : "Pending")
                        .text(FREQUENCY, s, s.component(0, 5, 3))
                        .text(CLAIM_TYPE, lineRows.kind());
        if (renderingNpi == Slice.ABSENT) {
            row.text(PROVIDER, billing, billingNpi);
        } else {
            row.text(PROVIDER, s, renderingNpi);
        }
        if (payer >= 0) {
            row.text(PAYER, subscriber, subscriber.element(payer, 9))
                    .text(PAYER_NAME, subscriber, subscriber.element(payer, 3));
        }
        if (lineRows.isInstitutional()) {
            if (statement >= 0) {
                row.date(DISCHARGE_DATE, X12Values.lastDay(s.bytes(), s.element(statement, 3)));
            }
        } else {
            row.text(PLACE, s, s.component(0, 5, 1));
        }
        row.text(DIAGNOSIS, s, diagnosis(s, end));
        row.text(ORIGINAL, s, original(s, end));
        reference(row, AUTHORIZATION, s, "G1", end);
        row.patch(s.number(0), later ? Telling.lastResort(eventMicros) : eventMicros);
        submitted(s, later);
        submissions.write(
                new SubmissionRows.Sent(
                        s,
                        subscriber,
                        payer,
                        patientKey,
                        renderingNpi == Slice.ABSENT ? billing : s,
                        renderingNpi == Slice.ABSENT ? billingNpi : renderingNpi,
                        from,
                        submittedDay,
                        eventMicros),
                original(s, end));
        parties.provider(s, rendering, eventMicros);
        parties.otherCoverages(s, eventMicros);
        lineRows.write(
                new ClaimLineRows.Claim(
                        patientKey,
                        billing,
                        billingNpi,
                        subscriber,
                        payer < 0 ? Slice.ABSENT : subscriber.element(payer, 9),
                        diagnosis(s, end),
                        renderingNpi,
                        from,
                        submittedDay,
                        isVoid,
                        later,
                        eventMicros));
    }

    private void submitted(Segments s, boolean later) {
        long first = Telling.first(eventMicros);
        new Row(to.records().of(Entity.CLAIM))
                .text(ID, s, s.element(0, 1))
                .date(SUBMITTED_DATE, submittedDay)
                .patch(s.number(0), later ? Telling.lastResort(first) : first);
    }

    private boolean isWhole(Segments s) {
        if (s.isFull()) {
            return reject(s, "", Reason.TOO_LONG, "the claim is larger than any may be");
        }
        if (!s.has(0, 1)) {
            return reject(s, "CLM01", Reason.MISSING_VALUE, "the claim's number is missing");
        }
        if (Slice.length(s.element(0, 1)) > Rejected.LONGEST_ID) {
            return reject(s, "CLM01", Reason.TOO_LONG, "the claim's number is too long");
        }
        if (!s.has(0, 2)) {
            return reject(s, "CLM02", Reason.MISSING_VALUE, "CLM02 is empty and must not be");
        }
        return s.cents(0, 2) != X12Values.UNREADABLE
                || reject(s, "CLM02", Reason.NOT_MONEY, "CLM02 is no sum of money");
    }

    private boolean reject(Segments s, String element, Reason reason, String explanation) {
        to.rejections().accept(Rejected.of(s, 0, element, reason, explanation));
        return false;
    }

    /// Where the claim's own segments end and those of other payers (2320) or lines (2400) begin.
    private static int ownEnd(Segments s) {
        for (int i = 1; i < s.size(); i++) {
            if (s.id(i) == Ids.SBR || s.id(i) == Ids.LX) {
                return i;
            }
        }
        return s.size();
    }

    /// SBR01 of 2000B: S, T or a later letter.
    private boolean isToLaterPayer() {
        int sbr = subscriber.find(Ids.SBR);
        String rank = sbr < 0 ? "" : PartyRows.rank(subscriber.text(subscriber.element(sbr, 1)));
        return !rank.isEmpty() && !rank.equals("1");
    }

    /// The principal diagnosis: the HI part with qualifier ABK (ICD-10) or BK (ICD-9).
    private static long diagnosis(Segments s, int end) {
        for (int i = 1; i < end; i++) {
            if (s.id(i) != Ids.HI) {
                continue;
            }
            for (int e = 1; e < s.elements(i); e++) {
                long qualifier = s.component(i, e, 1);
                if (s.is(qualifier, "ABK") || s.is(qualifier, "BK")) {
                    return s.component(i, e, 2);
                }
            }
        }
        return Slice.ABSENT;
    }

    /// The payer's number of the claim that this one replaces or takes back.
    private static long original(Segments s, int end) {
        int ref = s.find(Ids.REF, "F8", 1, end);
        return ref < 0 ? Slice.ABSENT : s.element(ref, 2);
    }

    private static void reference(Row row, int field, Segments s, String qualifier, int end) {
        int ref = s.find(Ids.REF, qualifier, 1, end);
        if (ref >= 0) {
            row.text(field, s, s.element(ref, 2));
        }
    }

    private void checkTotal(Segments s) {
        if (lineRows.hasLines() && lineRows.total() != s.cents(0, 2)) {
            findings.add(
                    "claim-total",
                    s.number(0),
                    "CLM02",
                    "the claim's charge is not the sum of its lines");
        }
    }

    private void checkDay(Segments s, long day) {
        if (day != X12Values.UNREADABLE
                && submittedDay != X12Values.UNREADABLE
                && day > submittedDay) {
            findings.add(
                    "future-date",
                    s.number(0),
                    "DTP03",
                    "the service is later than the day the claim was made");
        }
    }
}
