package org.claimscope.data.format.x12;

import java.util.Arrays;
import org.claimscope.data.format.Format;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection.Reason;

/// Writes the service lines of a claim (837 2400) and their charges, and that notes (NTE) and
/// attachments (PWK) exist. What other payers decided about a line (2430) is not its own and stays
/// out.
final class ClaimLineRows {
    private static final int ID = field("id");
    private static final int CLAIM = field("claim_id");
    private static final int NUMBER = field("line_number");
    private static final int CONTROL = field("line_control_number");
    private static final int PROCEDURE = field("procedure_code");
    private static final int MODIFIERS = field("modifiers");
    private static final int REVENUE_CODE = field("revenue_code");
    private static final int POINTERS = field("diagnosis_pointers");
    private static final int PLACE = field("place_of_service");
    private static final int RENDERING = field("rendering_npi");
    private static final int UNITS = field("units");
    private static final int BILLED = field("billed");
    private static final int SERVICE_DATE = field("service_date");
    private static final int SERVICE_DATE_TO = field("service_date_to");
    private static final int NDC = field("ndc");

    private static final int N_ID = Entity.NOTE.indexOf("id");
    private static final int N_PATIENT = Entity.NOTE.indexOf("patient_id");
    private static final int N_ENCOUNTER = Entity.NOTE.indexOf("encounter_id");
    private static final int N_TYPE = Entity.NOTE.indexOf("note_type");
    private static final int N_STATUS = Entity.NOTE.indexOf("status");
    private static final int N_DAY = Entity.NOTE.indexOf("service_date");

    private final Format.Reading to;
    private final Ledger ledger;
    private final Key id = new Key();
    private final Key text = new Key();

    private Segments s = new Segments();
    private int lines;
    private int[] sv = new int[16];
    private int[] begins = new int[16];
    private long total;

    /// What a line takes from its claim.
    ///
    /// @param renderingNpi a range of the claim's segments
    record Claim(
            Key patient,
            Segments billing,
            long billingNpi,
            Segments subscriber,
            long payer,
            long diagnosis,
            long renderingNpi,
            long serviceDay,
            long submittedDay,
            boolean isVoid,
            boolean toLaterPayer,
            long eventMicros) {}

    ClaimLineRows(Format.Reading to) {
        this.to = to;
        this.ledger = new Ledger(to.records());
    }

    private static int field(String name) {
        return Entity.CLAIM_LINE.indexOf(name);
    }

    /// Finds the lines: each has one SV1, SV2 or SV3, and begins with the LX before it.
    void read(Segments claim) {
        s = claim;
        lines = 0;
        total = 0;
        int begin = -1;
        for (int i = 1; i < s.size(); i++) {
            switch (s.id(i)) {
                case Ids.LX -> begin = i;
                case Ids.SV1, Ids.SV2, Ids.SV3 -> {
                    if (lines == sv.length) {
                        sv = Arrays.copyOf(sv, lines * 2);
                        begins = Arrays.copyOf(begins, lines * 2);
                    }
                    begins[lines] = begin < 0 ? i : begin;
                    sv[lines++] = i;
                    begin = -1;
                    long charge = s.cents(i, charge(i));
                    total += charge == X12Values.UNREADABLE ? 0 : charge;
                }
                default -> {}
            }
        }
    }

    /// SV102, SV203, SV302.
    private int charge(int at) {
        return s.id(at) == Ids.SV2 ? 3 : 2;
    }

    boolean hasLines() {
        return lines > 0;
    }

    long total() {
        return total;
    }

    boolean isInstitutional() {
        return lines > 0 ? s.id(sv[0]) == Ids.SV2 : s.is(s.component(0, 5, 2), "A");
    }

    /// By its lines, else by the qualifier of CLM05: A is a bill type, B a place of service.
    String kind() {
        if (isInstitutional()) {
            return "Institutional";
        }
        return lines > 0 && s.id(sv[0]) == Ids.SV3 ? "Dental" : "Professional";
    }

    private int end(int line) {
        return line + 1 < lines ? begins[line + 1] : s.size();
    }

    private int date(int line) {
        return s.find(Ids.DTP, "472", begins[line], end(line));
    }

    /// The earliest first day of all lines.
    long firstDay() {
        long first = X12Values.UNREADABLE;
        for (int n = 0; n < lines; n++) {
            int at = date(n);
            long day =
                    at < 0 ? X12Values.UNREADABLE : X12Values.firstDay(s.bytes(), s.element(at, 3));
            if (first == X12Values.UNREADABLE || day != X12Values.UNREADABLE && day < first) {
                first = day;
            }
        }
        return first;
    }

    void write(Claim claim) {
        for (int n = 0; n < lines; n++) {
            int at = sv[n];
            int element = charge(at);
            if (s.cents(at, element) == X12Values.UNREADABLE) {
                String name = Ids.name(s.id(at)) + "0" + element;
                to.rejections()
                        .accept(
                                Rejected.of(
                                        s,
                                        at,
                                        name,
                                        s.has(at, element)
                                                ? Reason.NOT_MONEY
                                                : Reason.MISSING_VALUE,
                                        name + " is no sum of money"));
                continue;
            }
            if (!claim.isVoid()) {
                line(n, claim);
            }
            charge(n, claim);
        }
        notes(claim);
    }

    private void line(int n, Claim claim) {
        int at = sv[n];
        int end = end(n);
        boolean institutional = s.id(at) == Ids.SV2;
        boolean dental = s.id(at) == Ids.SV3;
        int date = date(n);
        int rendering = s.find(Ids.NM1, "82", at, end);
        int control = s.find(Ids.REF, "6R", at, end);
        long ownNpi = PartyRows.npi(s, rendering);
        int procedure = institutional ? 2 : 1;
        int units = institutional ? 5 : dental ? 6 : 4;
        var row =
                new Row(to.records().of(Entity.CLAIM_LINE))
                        .text(ID, lineId(n, claim, false))
                        .text(CLAIM, s, s.element(0, 1))
                        .text(PROCEDURE, s, s.component(at, procedure, 2))
                        .text(MODIFIERS, PaidLineRows.modifiers(text, s, at, procedure))
                        .quantity(UNITS, X12Values.tenThousandths(s.bytes(), s.element(at, units)))
                        .money(BILLED, s.cents(at, charge(at)))
                        .text(RENDERING, s, ownNpi == Slice.ABSENT ? claim.renderingNpi() : ownNpi);
        if (s.id(begins[n]) == Ids.LX) {
            row.text(NUMBER, s, s.element(begins[n], 1));
        }
        if (control >= 0) {
            row.text(CONTROL, s, s.element(control, 2));
        }
        if (institutional) {
            row.text(REVENUE_CODE, s, s.element(at, 1));
        } else {
            row.text(PLACE, s, s.element(at, dental ? 3 : 5));
        }
        if (!institutional && !dental) {
            row.text(POINTERS, s, s.element(at, 7));
        }
        if (date >= 0) {
            row.date(SERVICE_DATE, X12Values.firstDay(s.bytes(), s.element(date, 3)))
                    .date(SERVICE_DATE_TO, X12Values.lastDay(s.bytes(), s.element(date, 3)));
        }
        int drug = s.find(Ids.LIN, "", at, end);
        if (drug >= 0 && s.is(drug, 2, "N4")) {
            row.text(NDC, s, s.element(drug, 3));
        }
        row.end(s.number(begins[n]));
    }

    private Key lineId(int n, Claim claim, boolean charge) {
        id.reset().add(s, s.element(0, 1)).add(':');
        if (charge && claim.isVoid()) {
            id.add("void:");
        }
        return id.add((long) n + 1);
    }

    private void charge(int n, Claim claim) {
        int at = sv[n];
        int date = date(n);
        long cents = s.cents(at, charge(at));
        long day =
                date < 0 ? X12Values.UNREADABLE : X12Values.firstDay(s.bytes(), s.element(date, 3));
        Row row =
                ledger.charge(
                        lineId(n, claim, true),
                        s,
                        claim.isVoid() ? -cents : cents,
                        day == X12Values.UNREADABLE ? claim.serviceDay() : day,
                        claim.submittedDay());
        Ledger.patient(row, claim.patient());
        Ledger.payer(row, claim.subscriber(), claim.payer());
        Ledger.provider(row, claim.billing(), claim.billingNpi());
        Ledger.procedure(row, s, s.component(at, s.id(at) == Ids.SV2 ? 2 : 1, 2));
        Ledger.diagnosis(row, s, claim.diagnosis());
        if (claim.toLaterPayer()) {
            row.patch(s.number(begins[n]), Telling.lastResort(claim.eventMicros()));
        } else {
            row.end(s.number(begins[n]));
        }
    }

    private void notes(Claim claim) {
        int count = 0;
        for (int i = 1; i < s.size(); i++) {
            boolean attachment = s.id(i) == Ids.PWK;
            if (!attachment && s.id(i) != Ids.NTE) {
                continue;
            }
            count++;
            id.reset().add(s, s.element(0, 1)).add(":note:").add((long) count);
            text.reset().add(attachment ? "Attachment " : "Claim note ").add(s, s.element(i, 1));
            var row =
                    new Row(to.records().of(Entity.NOTE))
                            .text(N_ID, id)
                            .text(N_PATIENT, claim.patient())
                            .text(N_ENCOUNTER, s, s.element(0, 1))
                            .text(N_TYPE, text)
                            .date(N_DAY, claim.serviceDay());
            if (attachment) {
                row.text(N_STATUS, s, s.element(i, 2));
            }
            row.end(s.number(i));
        }
    }
}
