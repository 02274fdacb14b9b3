package org.claimscope.data.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.claimscope.data.sample.LedgerEntry.Charge;
import org.claimscope.data.sample.People.Coverage;
import org.claimscope.data.sample.People.Patient;

/// The claims of the story as X12: 837P (005010X222A1) or 837I (005010X223A2), a transaction set
/// for each, because each has its own day of submission (BHT04).
///
/// What the story does not hold is left out although the guides want it: tax numbers, streets of
/// facilities, revenue codes.
final class ClaimFile {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter SHORT_DAY =
            DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final InterfaceFile file;
    private final boolean institutional;
    private int sets;

    /// @param made the day of the file
    ClaimFile(InterfaceFile file, LocalDate made, boolean institutional) throws IOException {
        this.file = file;
        this.institutional = institutional;
        var text = new StringBuilder();
        String nobody = " ".repeat(10);
        segment(
                text,
                "ISA",
                "00",
                nobody,
                "00",
                nobody,
                "ZZ",
                "%-15s".formatted("LARKFIELD"),
                "ZZ",
                "%-15s".formatted("PAYERS"),
                made.format(SHORT_DAY),
                "0600",
                "^",
                "00501",
                "000000001",
                "0",
                "P",
                ":");
        segment(
                text,
                "GS",
                "HC",
                "LARKFIELD",
                "PAYERS",
                made.format(DAY),
                "0600",
                "1",
                "X",
                version());
        file.write(text);
    }

    private String version() {
        return institutional ? "005010X223A2" : "005010X222A1";
    }

    /// Hospitals bill stays and what is done there on the institutional form; offices and surgery
    /// centers on the professional one.
    static boolean isInstitutional(Encounter e) {
        return switch (e.type()) {
            case INPATIENT, OUTPATIENT, EMERGENCY -> e.facility() == Facility.LARKFIELD;
            case OFFICE, SURGERY, TELEMEDICINE -> false;
        };
    }

    void add(Account account, Claim claim) throws IOException {
        var set = new Set837(account.encounter(), claim);
        sets++;
        String control = "%04d".formatted(sets);
        set.add("ST", "837", control, version());
        set.head();
        set.claim(account);
        set.add("SE", Integer.toString(set.segments + 1), control);
        file.write(set.text);
    }

    void end() throws IOException {
        var text = new StringBuilder();
        segment(text, "GE", Integer.toString(sets), "1");
        segment(text, "IEA", "1", "000000001");
        file.write(text);
    }

    private static void segment(StringBuilder to, Object... elements) {
        RemittanceFile.segment(to, elements);
    }

    private final class Set837 {
        private final StringBuilder text = new StringBuilder(1_024);
        private final Encounter encounter;
        private final Claim claim;
        private int segments;

        Set837(Encounter encounter, Claim claim) {
            this.encounter = encounter;
            this.claim = claim;
        }

        private void add(Object... elements) {
            segment(text, elements);
            segments++;
        }

        private void organization(String code, String name, String qualifier, String id) {
            add("NM1", code, "2", upper(name), "", "", "", "", qualifier, id);
        }

        private void head() {
            Facility facility = encounter.facility();
            Payer payer = encounter.payer();
            Patient patient = encounter.patient();
            add("BHT", "0019", "00", claim.id(), claim.submitted().format(DAY), "0600", "CH");
            organization("41", facility.label, "46", facility.id);
            organization("40", payer.label, "46", payer.id);
            add("HL", "1", "", "20", "1");
            organization("85", facility.label, "XX", facility.npi());
            add("N4", upper(facility.city), Facility.STATE);
            add("HL", "2", "1", "22", "0");
            String plan = encounter.coverage().map(Coverage::plan).orElse("");
            add("SBR", "P", "18", "", upper(plan), "", "", "", "", payer.filingCode());
            String middle = patient.middleName();
            add(
                    "NM1",
                    "IL",
                    "1",
                    upper(patient.lastName()),
                    upper(patient.firstName()),
                    middle == null ? "" : upper(middle),
                    "",
                    "",
                    "MI",
                    encounter.coverage().map(Coverage::memberId).orElse(""));
            add("N3", upper(patient.home().address()));
            add(
                    "N4",
                    upper(patient.home().facility().city),
                    Facility.STATE,
                    patient.home().postalCode());
            add("DMG", "D8", patient.birth().format(DAY), patient.sex());
            organization("PR", payer.label, "PI", payer.id);
        }

        private void claim(Account account) {
            boolean stay = encounter.type() == EncounterType.INPATIENT;
            String place =
                    institutional
                            ? (stay ? "11:A:" : "13:A:")
                            : encounter.type().placeOfService() + ":B:";
            add(
                    "CLM",
                    claim.id(),
                    claim.billed(),
                    "",
                    "",
                    place + claim.frequencyCode(),
                    institutional ? "" : "Y",
                    "A",
                    "Y",
                    "Y");
            if (institutional) {
                add(
                        "DTP",
                        "434",
                        "RD8",
                        encounter.serviceDate().format(DAY)
                                + "-"
                                + encounter.dischargeDate().format(DAY));
            }
            replaced(account);
            String code = encounter.diagnosis().code().replace(".", "");
            add("HI", "ABK:" + code);
            Provider provider = encounter.provider();
            add(
                    "NM1",
                    institutional ? "71" : "82",
                    "1",
                    upper(provider.lastName()),
                    upper(provider.firstName()),
                    "",
                    "",
                    "",
                    "XX",
                    provider.npi());
            int line = 0;
            for (Charge charge : account.lines()) {
                line++;
                add("LX", line);
                line(charge);
            }
        }

        /// A replacement names the payer's own number of what it replaces.
        private void replaced(Account account) {
            if (claim.frequencyCode() == 1) {
                return;
            }
            for (Claim before : account.claims()) {
                if (before.id().equals(claim.originalId())) {
                    add(
                            "REF",
                            "F8",
                            RemittanceFile.control(
                                    encounter.payer(), before, before.adjudicated()));
                }
            }
        }

        private void line(Charge charge) {
            String procedure = "HC:" + charge.procedure().code();
            if (institutional) {
                add("SV2", "", procedure, charge.billed(), "UN", "1");
            } else {
                add("SV1", procedure, charge.billed(), "UN", "1", "", "", "1");
            }
            add("DTP", "472", "D8", charge.serviceDate().format(DAY));
        }
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
