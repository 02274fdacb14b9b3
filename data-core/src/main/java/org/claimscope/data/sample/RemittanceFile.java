package org.claimscope.data.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.claimscope.data.model.Money;
import org.claimscope.data.sample.Answer.Line;
import org.claimscope.data.sample.People.Coverage;
import org.claimscope.data.sample.People.Patient;

/// One payer's remittances as X12 005010X221A1: a transaction set (ST) for each day and each
/// facility that it pays.
///
/// All three sums of the guide (1.10.2.1) come out: a line's charge less its adjustments is what it
/// pays, so is a claim's, and the payment (BPR02) is the sum of its claims (CLP04) less what is
/// settled beside them (PLB). Where a day takes back more than it pays, nothing is paid and the
/// rest is carried into the next payments of the facility (PLB03-1 FB, 1.10.2.12).
final class RemittanceFile {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter SHORT_DAY =
            DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final DateTimeFormatter DAY_OF_YEAR =
            DateTimeFormatter.ofPattern("yyDDD", Locale.ROOT);
    private static final Money ENOUGH = new Money(100_00);

    private final Payer payer;
    private final LocalDate made;
    private final String mark;
    private final NavigableMap<Key, Batch> payments = new TreeMap<>();

    /// @param made the day of the file
    /// @param mark is in every trace number, so that a second payment of one day is another payment
    RemittanceFile(Payer payer, LocalDate made, String mark) {
        this.payer = payer;
        this.made = made;
        this.mark = mark;
    }

    private record Key(LocalDate on, Facility facility) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int days = on.compareTo(other.on);
            return days == 0 ? facility.compareTo(other.facility) : days;
        }
    }

    /// The claims of one payment, already as text: a story has too many to keep.
    private static final class Batch {
        private final StringBuilder text = new StringBuilder();
        private int segments;
        private int claims;
        private long paid;
        private long told;

        void segment(Object... elements) {
            RemittanceFile.segment(text, elements);
            segments++;
        }
    }

    boolean isEmpty() {
        return payments.isEmpty();
    }

    void add(Answer answer) {
        Facility facility = answer.account().encounter().facility();
        Batch batch = payments.computeIfAbsent(new Key(answer.on(), facility), _ -> new Batch());
        batch.claims++;
        batch.paid += answer.paid().cents();
        claim(batch, answer);
    }

    private void claim(Batch to, Answer answer) {
        Encounter encounter = answer.account().encounter();
        boolean back = answer.isReversal();
        Money share = answer.ruling().patientResponsibility();
        to.segment(
                "CLP",
                answer.claim().id(),
                back ? "22" : "1",
                signed(answer.claim().billed(), back),
                answer.paid(),
                back || share.equals(Money.ZERO) ? "" : share,
                payer.filingCode(),
                control(payer, answer.claim(), answer.on()),
                encounter.type().placeOfService(),
                answer.claim().frequencyCode());
        Patient patient = encounter.patient();
        to.segment(
                "NM1",
                "QC",
                "1",
                name(patient.lastName()),
                name(patient.firstName()),
                "",
                "",
                "",
                "MI",
                encounter.coverage().map(Coverage::memberId).orElse("UNKNOWN"));
        Provider provider = encounter.provider();
        to.segment(
                "NM1",
                "82",
                "1",
                name(provider.lastName()),
                name(provider.firstName()),
                "",
                "",
                "",
                "XX",
                provider.npi());
        to.segment("DTM", "232", encounter.serviceDate().format(DAY));
        to.segment("DTM", "050", answer.claim().submitted().format(DAY));
        for (Line line : answer.lines()) {
            line(to, answer, line);
        }
    }

    private static void line(Batch to, Answer answer, Line line) {
        boolean back = answer.isReversal();
        Money billed = line.charge().billed();
        to.segment(
                "SVC",
                "HC:" + line.charge().procedure().code(),
                signed(billed, back),
                signed(line.paid(), back),
                "",
                "1");
        to.segment("DTM", "472", line.charge().serviceDate().format(DAY));
        if (line.isDenied() && answer.denial() != null) {
            String carc = answer.denial().reason().carc;
            to.segment("CAS", DenialReason.GROUP, carc, signed(billed, back));
            return;
        }
        Money contractual = billed.minus(line.allowed());
        if (!contractual.equals(Money.ZERO)) {
            to.segment("CAS", "CO", "45", signed(contractual, back));
        }
        if (!line.patientResponsibility().equals(Money.ZERO)) {
            String carc = PatientShare.carc(answer.account().encounter(), answer.ruling());
            to.segment("CAS", "PR", carc, signed(line.patientResponsibility(), back));
        }
        if (!back) {
            to.segment("AMT", "B6", line.allowed());
        }
    }

    /// Plants, in the newest payment that is large enough, the answer to a claim that the hospital
    /// never sent: forwarded to this payer by the patient's first one (CLP02 2).
    ///
    /// @param by the last day that may be chosen
    /// @return where; empty when there is no such payment
    Optional<Truth> plantUnknownClaim(String id, LocalDate by) {
        return newest(by)
                .map(key -> {
                    Batch batch = batch(key);
                    batch.claims++;
                    batch.paid += 27_60;
                    batch.segment(
                            "CLP",
                            id,
                            "2",
                            "180.00",
                            "27.60",
                            "",
                            payer.filingCode(),
                            id + "X",
                            "11",
                            "1");
                    batch.segment(
                            "NM1", "QC", "1", "NOBODY", "KNOWN", "", "", "", "MI", "X00000000");
                    batch.segment("DTM", "232", key.on.minusDays(30).format(DAY));
                    batch.segment("SVC", "HC:99213", "180.00", "27.60", "", "1");
                    batch.segment("DTM", "472", key.on.minusDays(30).format(DAY));
                    batch.segment("CAS", "OA", "23", "152.40");
                    return new Truth(
                            "835-UNKNOWN",
                            "claim",
                            id,
                            key.on,
                            new Money(27_60),
                            "answered in payment " + trace(key) + ", never sent by the hospital");
                });
    }

    /// Plants a claim without its number (CLP01), which no reader can take.
    Optional<Truth> plantBrokenClaim(LocalDate by) {
        return newest(by)
                .map(key -> {
                    Batch batch = batch(key);
                    batch.claims++;
                    batch.segment(
                            "CLP",
                            "",
                            "1",
                            "85.00",
                            "0.00",
                            "",
                            payer.filingCode(),
                            "BROKEN",
                            "11",
                            "1");
                    batch.segment("NM1", "QC", "1", "NOBODY", "KNOWN");
                    batch.segment("SVC", "HC:99212", "85.00", "0.00", "", "1");
                    batch.segment("CAS", "CO", "16", "85.00");
                    return new Truth(
                            "835-BROKEN",
                            "remittance",
                            trace(key),
                            key.on,
                            new Money(85_00),
                            "a claim without CLP01");
                });
    }

    /// Plants a payment (BPR02) that is smaller than its claims say.
    Optional<Truth> plantShortPayment(LocalDate by) {
        return newest(by)
                .map(key -> {
                    Batch batch = batch(key);
                    batch.told -= 18_25;
                    return new Truth(
                            "835-OFF",
                            "remittance",
                            trace(key),
                            key.on,
                            new Money(18_25),
                            "BPR02 is less than the sum of CLP04 less PLB");
                });
    }

    private Optional<Key> newest(LocalDate by) {
        return payments.descendingMap().entrySet().stream()
                .filter(payment -> !payment.getKey().on.isAfter(by))
                .filter(payment -> payment.getValue().paid > ENOUGH.cents())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Batch batch(Key key) {
        return payments.computeIfAbsent(key, _ -> new Batch());
    }

    /// The whole interchange.
    byte[] bytes() {
        var file = new StringBuilder();
        String group = number();
        String control = "00000000" + group;
        String sender = "%-15s".formatted(payer.id);
        String receiver = "%-15s".formatted("LARKFIELD");
        segment(
                file,
                "ISA",
                "00",
                " ".repeat(10),
                "00",
                " ".repeat(10),
                "ZZ",
                sender,
                "ZZ",
                receiver,
                made.format(SHORT_DAY),
                "0500",
                "^",
                "00501",
                control,
                "0",
                "P",
                ":");
        segment(
                file,
                "GS",
                "HP",
                payer.id,
                "LARKFIELD",
                made.format(DAY),
                "0500",
                group,
                "X",
                "005010X221A1");
        var owed = new EnumMap<Facility, Long>(Facility.class);
        int sets = 0;
        for (var payment : payments.entrySet()) {
            sets++;
            set(file, payment.getKey(), payment.getValue(), "%04d".formatted(sets), owed);
        }
        segment(file, "GE", Integer.toString(sets), group);
        segment(file, "IEA", "1", control);
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void set(
            StringBuilder file, Key key, Batch batch, String control, Map<Facility, Long> owed) {
        long before = owed.getOrDefault(key.facility, 0L);
        long after = Math.max(0, before - batch.paid);
        owed.put(key.facility, after);
        long paid = batch.paid - before + after;
        Money told = new Money(paid + batch.told);
        String on = key.on.format(DAY);
        String company = "190000000" + number();
        segment(file, "ST", "835", control);
        if (paid == 0) {
            segment(
                    file, "BPR", "H", told, "C", "NON", "", "", "", "", "", "", "", "", "", "", "",
                    on);
        } else {
            segment(
                    file,
                    "BPR",
                    "I",
                    told,
                    "C",
                    "ACH",
                    "CCP",
                    "01",
                    "999999992",
                    "DA",
                    "1000" + number(),
                    company,
                    "",
                    "01",
                    "999988880",
                    "DA",
                    "2000" + key.facility.id.substring(1),
                    on);
        }
        segment(file, "TRN", "1", trace(key), company);
        segment(file, "DTM", "405", on);
        segment(file, "N1", "PR", name(payer.label), "XV", payer.id);
        segment(file, "N3", "1 PAYER PLAZA");
        segment(file, "N4", "LARKFIELD", Facility.STATE, "60000");
        segment(file, "PER", "BL", "PROVIDER SERVICE", "TE", "3125550100");
        segment(file, "N1", "PE", name(key.facility.label), "XX", key.facility.npi());
        segment(file, "LX", "1");
        file.append(batch.text);
        int segments = 11 + batch.segments;
        if (before != 0 || after != 0) {
            forward(file, key, before, after);
            segments++;
        }
        segment(file, "SE", Integer.toString(segments), control);
    }

    /// A positive sum takes from the payment what an earlier one could not; a negative one leaves
    /// it to the next.
    private void forward(StringBuilder file, Key key, long before, long after) {
        String year = key.on.getYear() + "1231";
        String reason = "FB:" + trace(key);
        if (before == 0 || after == 0) {
            Money sum = new Money(before - after);
            segment(file, "PLB", key.facility.npi(), year, reason, sum);
        } else {
            segment(
                    file,
                    "PLB",
                    key.facility.npi(),
                    year,
                    reason,
                    new Money(before),
                    reason,
                    new Money(-after));
        }
    }

    private String trace(Key key) {
        return key.on.format(DAY) + mark + key.facility.id.substring(1) + number();
    }

    /// The payer's own number of a claim that it answered on a day (CLP07).
    static String control(Payer payer, Claim claim, LocalDate on) {
        return payer.id.substring(3) + on.format(DAY_OF_YEAR) + claim.id();
    }

    /// One digit, in all numbers that the payer gives.
    private String number() {
        return payer.id.substring(3);
    }

    private static Money signed(Money sum, boolean back) {
        return back ? sum.negated() : sum;
    }

    private static String name(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /// Elements at the end that are empty are left out, as the standard wants it.
    static void segment(StringBuilder to, Object... elements) {
        for (Object element : elements) {
            to.append(element).append('*');
        }
        int end = to.length();
        while (to.charAt(end - 1) == '*') {
            end--;
        }
        to.setLength(end);
        to.append("~\n");
    }
}
