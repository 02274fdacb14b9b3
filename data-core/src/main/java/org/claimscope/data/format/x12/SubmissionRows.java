package org.claimscope.data.format.x12;

import org.claimscope.data.format.Format;
import org.claimscope.data.model.Entity;

/// Writes that a claim was sent, once for every time (837 CLM): the claim keeps the newest word of
/// each field, so how often it was sent is told here only.
///
/// The same claim of the same moment (BHT04, BHT05) is one sending, however often its file comes.
final class SubmissionRows {
    private static final int ID = field("id");
    private static final int CLAIM = field("claim_id");
    private static final int ENCOUNTER = field("encounter_id");
    private static final int PATIENT = field("patient_id");
    private static final int PROVIDER = field("provider_id");
    private static final int PAYER = field("payer_id");
    private static final int PAYER_NAME = field("payer_name");
    private static final int PAYER_RANK = field("payer_rank");
    private static final int FREQUENCY = field("frequency_code");
    private static final int ORIGINAL = field("original_claim_id");
    private static final int BILLED = field("billed");
    private static final int SERVICE_DATE = field("service_date");
    private static final int ENTERED_DATE = field("entered_date");
    private static final int SUBMITTED_DATE = field("submitted_date");

    private final Format.Reading to;
    private final Key id = new Key();

    SubmissionRows(Format.Reading to) {
        this.to = to;
    }

    private static int field(String name) {
        return Entity.SUBMISSION.indexOf(name);
    }

    /// A claim with what it takes from the levels above it.
    ///
    /// @param claim starts with its CLM
    /// @param payer the segment of the payer in the subscriber's level; negative for none
    /// @param npi a range of the provider's segments
    record Sent(
            Segments claim,
            Segments subscriber,
            int payer,
            Key patient,
            Segments provider,
            long npi,
            long serviceDay,
            long day,
            long eventMicros) {}

    /// @param original the payer's number of the claim that is replaced (REF*F8)
    void write(Sent sent, long original) {
        Segments s = sent.claim();
        long number = s.element(0, 1);
        long frequency = s.component(0, 5, 3);
        id.reset().add(s, number).add('|').add(sent.eventMicros());
        if (frequency != Slice.ABSENT) {
            id.add('|').add(s, frequency);
        }
        var row =
                new Row(to.records().of(Entity.SUBMISSION))
                        .text(ID, id)
                        .text(CLAIM, s, number)
                        .text(ENCOUNTER, s, number)
                        .text(PATIENT, sent.patient())
                        .text(PROVIDER, sent.provider(), sent.npi())
                        .text(FREQUENCY, s, frequency)
                        .text(ORIGINAL, s, original)
                        .money(BILLED, s.cents(0, 2))
                        .date(SERVICE_DATE, sent.serviceDay())
                        .date(ENTERED_DATE, sent.day())
                        .date(SUBMITTED_DATE, sent.day());
        if (sent.payer() >= 0) {
            Segments from = sent.subscriber();
            row.text(PAYER, from, from.element(sent.payer(), 9))
                    .text(PAYER_NAME, from, from.element(sent.payer(), 3));
        }
        int sbr = sent.subscriber().find(Ids.SBR);
        if (sbr >= 0) {
            Segments from = sent.subscriber();
            row.text(PAYER_RANK, PartyRows.rank(from.text(from.element(sbr, 1))));
        }
        row.end(s.number(0));
    }
}
