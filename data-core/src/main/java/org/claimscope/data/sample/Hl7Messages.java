package org.claimscope.data.sample;

import static org.claimscope.data.sample.Hl7Message.day;
import static org.claimscope.data.sample.Hl7Message.parts;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.model.Money;
import org.claimscope.data.sample.LedgerEntry.Adjustment;
import org.claimscope.data.sample.LedgerEntry.Charge;
import org.claimscope.data.sample.LedgerEntry.Payment;
import org.claimscope.data.sample.People.Coverage;
import org.claimscope.data.sample.People.Patient;
import org.jspecify.annotations.Nullable;

/// The story as HL7 v2: people and their coverages (ADT A28, A31), visits (A01, A04, A03), and the
/// entries of the ledger (DFT P03), those of an account's day in one message.
///
/// Ids are those of the tables; PID-3 names no authority. There are no appointments in the story,
/// so nothing is scheduled (SIU).
final class Hl7Messages {
    private static final String REVERSED = "CD";

    private final Period period;
    private final To adt;
    private final To dft;

    /// Where a message goes.
    interface To {
        void send(Hl7Message message) throws IOException;
    }

    Hl7Messages(Period period, To adt, To dft) {
        this.period = period;
        this.adt = adt;
        this.dft = dft;
    }

    /// A registration on the day it was last changed, and an update on every day a coverage begins
    /// or ends.
    void patient(Patient patient) throws IOException {
        LocalDate registered = patient.modified();
        adt.send(person("ADT^A28^ADT_A05", "R" + patient.id(), patient, registered, "06"));
        for (Coverage coverage : patient.coverages()) {
            if (!period.hasHappened(coverage.from())) {
                continue;
            }
            adt.send(covered(patient, coverage, "B", coverage.from(), null));
            LocalDate to = coverage.to();
            if (to != null && period.hasHappened(to)) {
                adt.send(covered(patient, coverage, "E", coverage.modified(), to));
            }
        }
    }

    void account(Account account) throws IOException {
        Encounter e = account.encounter();
        boolean stay = e.type() == EncounterType.INPATIENT;
        adt.send(
                visit(
                        stay ? "ADT^A01^ADT_A01" : "ADT^A04^ADT_A01",
                        "V" + e.id() + "-1",
                        e,
                        e.serviceDate(),
                        null));
        if (period.hasHappened(e.dischargeDate())) {
            adt.send(
                    visit(
                            "ADT^A03^ADT_A03",
                            "V" + e.id() + "-2",
                            e,
                            e.dischargeDate(),
                            e.dischargeDate()));
        }
        ledger(account);
    }

    private static Hl7Message person(
            String type, String controlId, Patient patient, LocalDate on, String hour) {
        return new Hl7Message(type, patient.home().facility(), controlId, on, hour)
                .segment("PID", pid(patient));
    }

    private static Hl7Message covered(
            Patient patient, Coverage coverage, String what, LocalDate on, @Nullable LocalDate to) {
        return person(
                        "ADT^A31^ADT_A05",
                        what + coverage.id(),
                        patient,
                        on,
                        to == null ? "08" : "07")
                .segment("PV1", "", "N")
                .segment("IN1", in1(coverage, to));
    }

    private static Hl7Message visit(
            String type,
            String controlId,
            Encounter e,
            LocalDate on,
            @Nullable LocalDate discharged) {
        Hl7Message message =
                person(type, controlId, e.patient(), on, discharged == null ? "09" : "17")
                        .segment("PV1", pv1(e, discharged))
                        .segment("DG1", dg1(e));
        message.segment("PR1", "1", "", parts(e.procedure().code(), "", "C4"));
        return message.segment("IN1", in1(e));
    }

    private void ledger(Account account) throws IOException {
        Encounter e = account.encounter();
        List<LedgerEntry> ofDay = new ArrayList<>();
        int first = 11;
        for (LedgerEntry entry : account.ledger()) {
            if (!period.hasHappened(entry.postedDate())) {
                break;
            }
            if (!ofDay.isEmpty() && !ofDay.getFirst().postedDate().equals(entry.postedDate())) {
                dft.send(posted(e, first, ofDay));
                first += ofDay.size();
                ofDay.clear();
            }
            ofDay.add(entry);
        }
        if (!ofDay.isEmpty()) {
            dft.send(posted(e, first, ofDay));
        }
    }

    /// @param first the place of the first entry in its account
    private static Hl7Message posted(Encounter e, int first, List<LedgerEntry> entries) {
        LocalDate on = entries.getFirst().postedDate();
        String account = e.id().substring(1);
        var message =
                new Hl7Message(
                                "DFT^P03^DFT_P03",
                                e.facility(),
                                "L" + account + "-" + first,
                                on,
                                "20")
                        .segment("PID", "", "", mrn(e.patient()), "", name(e.patient()))
                        .segment("PV1", pv1(e, null));
        for (int i = 0; i < entries.size(); i++) {
            String id = "T" + account + "-" + (first + i);
            message.segment("FT1", ft1(e, Integer.toString(i + 1), id, entries.get(i)));
        }
        return message.segment("IN1", in1(e));
    }

    private static String[] ft1(Encounter e, String set, String id, LedgerEntry entry) {
        String[] f = fields(25);
        f[0] = set;
        f[1] = id;
        f[3] = day(entry instanceof Charge c ? c.serviceDate() : e.serviceDate());
        f[4] = day(entry.postedDate());
        f[18] = parts(e.diagnosis().code(), "", "I10");
        f[19] = provider(e.provider());
        f[24] = parts(e.procedure().code(), "", "C4");
        switch (entry) {
            case Charge charge -> {
                boolean back = charge.billed().compareTo(Money.ZERO) < 0;
                f[5] = back ? REVERSED : "CG";
                f[6] = parts(charge.procedure().code(), "", "C4");
                f[10] = (back ? charge.billed().negated() : charge.billed()).toString();
                f[24] = f[6];
            }
            case Payment payment -> {
                f[5] = "PY";
                f[6] = parts(payment.source().name(), payment.source().label);
                f[10] = payment.paid().toString();
            }
            case Adjustment adjustment -> {
                f[5] = "AJ";
                f[6] = parts(adjustment.type().name(), adjustment.type().label);
                f[10] = adjustment.adjusted().toString();
            }
        }
        return f;
    }

    private static String[] pid(Patient p) {
        String[] f = fields(19);
        f[2] = mrn(p);
        f[4] = name(p);
        f[6] = day(p.birth());
        f[7] = Character.toString(p.sex());
        f[10] =
                parts(
                        p.home().address(),
                        "",
                        p.home().facility().city,
                        Facility.STATE,
                        p.home().postalCode());
        f[12] = parts(p.phone());
        f[18] = parts(p.ssn());
        return f;
    }

    private static String mrn(Patient patient) {
        return parts(patient.id(), "", "", "", "MR");
    }

    private static String name(Patient p) {
        return parts(p.lastName(), p.firstName(), p.middleName());
    }

    private static String[] pv1(Encounter e, @Nullable LocalDate discharged) {
        String[] f = fields(45);
        f[1] = patientClass(e.type());
        f[2] = parts(e.department().id, "", "", e.facility().id);
        f[6] = provider(e.provider());
        f[18] = parts(e.id());
        f[43] = day(e.serviceDate());
        f[44] = day(discharged);
        return f;
    }

    /// Table 0004 is the site's own: what it has no letter for is told in the hospital's words.
    private static String patientClass(EncounterType type) {
        return switch (type) {
            case INPATIENT -> "I";
            case OUTPATIENT -> "O";
            case EMERGENCY -> "E";
            case OFFICE, SURGERY, TELEMEDICINE -> parts(type.label);
        };
    }

    private static String provider(Provider p) {
        return parts(p.id(), p.lastName(), p.firstName());
    }

    private static String[] dg1(Encounter e) {
        String[] f = fields(15);
        f[0] = "1";
        f[2] = parts(e.diagnosis().code(), e.diagnosis().label(), "I10");
        f[14] = "1";
        return f;
    }

    /// Who was asked to pay for a visit: a coverage then in force, or the patient.
    private static String[] in1(Encounter e) {
        Optional<Coverage> coverage = e.coverage();
        if (coverage.isPresent()) {
            // Whether it has ended by now is told by the person's own messages.
            String[] f = in1(coverage.get(), null);
            f[12] = "";
            return f;
        }
        String[] f = fields(36);
        f[0] = "1";
        f[1] = Hl7Message.NOTHING;
        f[2] = parts(e.payer().id);
        f[3] = parts(e.payer().label);
        f[11] = Hl7Message.NOTHING;
        f[12] = Hl7Message.NOTHING;
        f[35] = Hl7Message.NOTHING;
        return f;
    }

    private static String[] in1(Coverage coverage, @Nullable LocalDate to) {
        String[] f = fields(36);
        f[0] = Integer.toString(coverage.rank());
        f[1] = parts("", coverage.plan());
        f[2] = parts(coverage.payer().id);
        f[3] = parts(coverage.payer().label);
        f[11] = day(coverage.from());
        f[12] = to == null ? Hl7Message.NOTHING : day(to);
        f[35] = parts(coverage.memberId());
        return f;
    }

    private static String[] fields(int count) {
        var fields = new String[count];
        Arrays.fill(fields, "");
        return fields;
    }
}
