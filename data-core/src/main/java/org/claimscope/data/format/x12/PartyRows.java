package org.claimscope.data.format.x12;

import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Records;

/// Writes who is named in an 837: patient, payer, coverage, billing and rendering provider. All are
/// patches: other messages know more of them.
///
/// A patient is known by the member id of the subscriber (2010BA NM109). Where the patient is
/// somebody else (2000C) and has no number, by the subscriber's, the relationship (PAT01) and a
/// hash of first name and birth date: twins are two people, and no name is in the key.
final class PartyRows {
    private static final int PATIENT_ID = Entity.PATIENT.indexOf("id");
    private static final int FIRST_NAME = Entity.PATIENT.indexOf("first_name");
    private static final int MIDDLE_NAME = Entity.PATIENT.indexOf("middle_name");
    private static final int LAST_NAME = Entity.PATIENT.indexOf("last_name");
    private static final int SEX = Entity.PATIENT.indexOf("sex");
    private static final int BIRTH_DATE = Entity.PATIENT.indexOf("birth_date");
    private static final int ADDRESS = Entity.PATIENT.indexOf("address");
    private static final int CITY = Entity.PATIENT.indexOf("city");
    private static final int STATE = Entity.PATIENT.indexOf("state");
    private static final int POSTAL_CODE = Entity.PATIENT.indexOf("postal_code");

    private static final int PAYER_ID = Entity.PAYER.indexOf("id");
    private static final int PAYER_NAME = Entity.PAYER.indexOf("name");

    private static final int COVERAGE_ID = Entity.COVERAGE.indexOf("id");
    private static final int COVERED = Entity.COVERAGE.indexOf("patient_id");
    private static final int COVERED_BY = Entity.COVERAGE.indexOf("payer_id");
    private static final int PLAN_NAME = Entity.COVERAGE.indexOf("plan_name");
    private static final int MEMBER_ID = Entity.COVERAGE.indexOf("member_id");
    private static final int RANK = Entity.COVERAGE.indexOf("rank");

    private static final int PROVIDER_ID = Entity.PROVIDER.indexOf("id");
    private static final int PROVIDER_FIRST = Entity.PROVIDER.indexOf("first_name");
    private static final int PROVIDER_LAST = Entity.PROVIDER.indexOf("last_name");
    private static final int NPI = Entity.PROVIDER.indexOf("npi");

    private final Records records;
    private final Key patientKey = new Key();
    private final Key key = new Key();
    private boolean billingWritten;
    private boolean payerWritten;

    PartyRows(Records records) {
        this.records = records;
    }

    /// The next claims are of another billing provider (2000A), who is written once for all of
    /// them.
    void newBilling() {
        billingWritten = false;
        payerWritten = false;
    }

    /// The next claims are of another subscriber (2000B).
    void newSubscriber() {
        payerWritten = false;
    }

    /// The patient's id; empty when there is nothing to make one of.
    Key identify(Segments subscriber, Segments patient) {
        patientKey.reset();
        int insured = subscriber.find(Ids.NM1, "IL");
        int other = patient.find(Ids.NM1, "QC");
        if (other < 0) {
            if (insured >= 0) {
                patientKey.add(subscriber, subscriber.element(insured, 9));
            }
            return patientKey;
        }
        if (patient.has(other, 9)) {
            return patientKey.add(patient, patient.element(other, 9));
        }
        if (insured < 0 || !subscriber.has(insured, 9)) {
            return patientKey;
        }
        key.reset().add(patient, patient.element(other, 4)).add('|');
        int born = patient.find(Ids.DMG);
        if (born >= 0) {
            key.add(patient, patient.element(born, 2));
        }
        int hash = (int) (key.hash() ^ key.hash() >>> 32);
        patientKey.add(subscriber, subscriber.element(insured, 9)).add(':');
        int relation = patient.find(Ids.PAT);
        if (relation >= 0) {
            patientKey.add(patient, patient.element(relation, 1));
        }
        return patientKey.add(':').add(Integer.toHexString(hash));
    }

    /// After [#identify].
    void write(Segments billing, Segments subscriber, Segments patient, long eventMicros) {
        if (!billingWritten) {
            billingWritten = true;
            provider(billing, billing.find(Ids.NM1, "85"), eventMicros);
        }
        boolean own = patient.find(Ids.NM1, "QC") < 0;
        Segments person = own ? subscriber : patient;
        int name = person.find(Ids.NM1, own ? "IL" : "QC");
        if (patientKey.length() > 0 && name >= 0) {
            patient(person, name, eventMicros);
        }
        int payer = subscriber.find(Ids.NM1, "PR");
        int insured = subscriber.find(Ids.NM1, "IL");
        if (!payerWritten) {
            payerWritten = true;
            payer(subscriber, payer, eventMicros);
        }
        coverage(subscriber, subscriber.find(Ids.SBR), insured, payer, eventMicros);
    }

    private void patient(Segments s, int name, long eventMicros) {
        var row =
                new Row(records.of(Entity.PATIENT))
                        .text(PATIENT_ID, patientKey)
                        .text(LAST_NAME, s, s.element(name, 3))
                        .text(FIRST_NAME, s, s.element(name, 4))
                        .text(MIDDLE_NAME, s, s.element(name, 5));
        for (int i = name + 1; i < s.size() && s.id(i) != Ids.NM1; i++) {
            switch (s.id(i)) {
                case Ids.N3 -> row.text(ADDRESS, s, s.element(i, 1));
                case Ids.N4 ->
                        row.text(CITY, s, s.element(i, 1))
                                .text(STATE, s, s.element(i, 2))
                                .text(POSTAL_CODE, s, s.element(i, 3));
                case Ids.DMG -> row.date(BIRTH_DATE, s.day(i, 2)).text(SEX, s, s.element(i, 3));
                default -> {}
            }
        }
        row.patch(s.number(name), eventMicros);
    }

    private void payer(Segments s, int payer, long eventMicros) {
        if (payer >= 0 && s.has(payer, 9)) {
            new Row(records.of(Entity.PAYER))
                    .text(PAYER_ID, s, s.element(payer, 9))
                    .text(PAYER_NAME, s, s.element(payer, 3))
                    .patch(s.number(payer), eventMicros);
        }
    }

    /// @param sbr the segment that says in which order the payers answer
    private void coverage(Segments s, int sbr, int insured, int payer, long eventMicros) {
        if (sbr < 0
                || insured < 0
                || payer < 0
                || patientKey.length() == 0
                || !s.has(insured, 9)
                || !s.has(payer, 9)) {
            return;
        }
        key.reset()
                .add(patientKey)
                .add('|')
                .add(s, s.element(payer, 9))
                .add('|')
                .add(s, s.element(insured, 9));
        new Row(records.of(Entity.COVERAGE))
                .text(COVERAGE_ID, key)
                .text(COVERED, patientKey)
                .text(COVERED_BY, s, s.element(payer, 9))
                .text(PLAN_NAME, s, s.element(sbr, 4))
                .text(MEMBER_ID, s, s.element(insured, 9))
                .text(RANK, rank(s.text(s.element(sbr, 1))))
                .patch(s.number(sbr), eventMicros);
    }

    /// SBR01: P, S, T, and A to H for the fourth to the eleventh payer.
    static String rank(String code) {
        return switch (code) {
            case "P" -> "1";
            case "S" -> "2";
            case "T" -> "3";
            default ->
                    code.length() == 1 && code.charAt(0) >= 'A' && code.charAt(0) <= 'H'
                            ? String.valueOf(code.charAt(0) - 'A' + 4)
                            : "";
        };
    }

    /// The other payers of a claim (2320), each with its own insured: kept apart from the payer the
    /// claim is for, and nothing of their adjudication is taken as its own.
    void otherCoverages(Segments claim, long eventMicros) {
        int sbr = -1;
        int insured = -1;
        for (int i = 1; i < claim.size() && claim.id(i) != Ids.LX; i++) {
            if (claim.id(i) == Ids.SBR) {
                sbr = i;
                insured = -1;
            } else if (sbr >= 0 && claim.id(i) == Ids.NM1) {
                if (claim.is(i, 1, "IL")) {
                    insured = i;
                } else if (claim.is(i, 1, "PR")) {
                    payer(claim, i, eventMicros);
                    coverage(claim, sbr, insured, i, eventMicros);
                }
            }
        }
    }

    /// NM1 with NM108 = XX; a provider without NPI has no key that others share.
    void provider(Segments s, int name, long eventMicros) {
        long npi = npi(s, name);
        if (npi != Slice.ABSENT) {
            new Row(records.of(Entity.PROVIDER))
                    .text(PROVIDER_ID, s, npi)
                    .text(NPI, s, npi)
                    .text(PROVIDER_LAST, s, s.element(name, 3))
                    .text(PROVIDER_FIRST, s, s.element(name, 4))
                    .patch(s.number(name), eventMicros);
        }
    }

    static long npi(Segments s, int name) {
        return name >= 0 && s.is(name, 8, "XX") ? s.element(name, 9) : Slice.ABSENT;
    }
}
