package org.claimscope.data.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.claimscope.data.sample.People.Coverage;

/// What the clearinghouse answered to claims, as X12 277CA (005010X214): a transaction set for each
/// answer.
///
/// The story knows the refusals (A3) with their day, and of other claims only that they were taken
/// in (A1); these are acknowledged on the day they were sent. Why a claim was refused it does not
/// hold: the status code is 0, "cannot provide further status details".
final class AcknowledgementFile {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter SHORT_DAY =
            DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final InterfaceFile file;
    private final LocalDate made;
    private int sets;

    /// @param made the day of the file; later answers are not in it
    AcknowledgementFile(InterfaceFile file, LocalDate made) throws IOException {
        this.file = file;
        this.made = made;
        var text = new StringBuilder();
        String nobody = " ".repeat(10);
        RemittanceFile.segment(
                text,
                "ISA",
                "00",
                nobody,
                "00",
                nobody,
                "ZZ",
                "%-15s".formatted("CLEARINGHOUSE"),
                "ZZ",
                "%-15s".formatted("LARKFIELD"),
                made.format(SHORT_DAY),
                "0700",
                "^",
                "00501",
                "000000001",
                "0",
                "P",
                ":");
        RemittanceFile.segment(
                text,
                "GS",
                "HN",
                "CLEARINGHOUSE",
                "LARKFIELD",
                made.format(DAY),
                "0700",
                "1",
                "X",
                "005010X214");
        file.write(text);
    }

    void add(Encounter encounter, Claim claim) throws IOException {
        Optional<LocalDate> rejected = Optional.ofNullable(claim.rejected());
        LocalDate on = rejected.orElse(claim.submitted());
        if (on.isAfter(made)) {
            return;
        }
        sets++;
        String control = "%04d".formatted(sets);
        String day = on.format(DAY);
        String status = rejected.isPresent() ? "A3:0" : "A1:20";
        String action = rejected.isPresent() ? "U" : "WQ";
        Payer payer = encounter.payer();
        Facility facility = encounter.facility();
        People.Patient patient = encounter.patient();
        String member = encounter.coverage().map(Coverage::memberId).orElse("");
        Object[][] segments = {
            {"ST", "277", control, "005010X214"},
            {"BHT", "0085", "08", claim.id(), day, "0700", "TH"},
            {"HL", "1", "", "20", "1"},
            {"NM1", "PR", "2", upper(payer.label), "", "", "", "", "PI", payer.id},
            {"HL", "2", "1", "21", "1"},
            {"NM1", "41", "2", upper(facility.label), "", "", "", "", "46", facility.id},
            {"HL", "3", "2", "19", "1"},
            {"NM1", "85", "2", upper(facility.label), "", "", "", "", "XX", facility.npi()},
            {"HL", "4", "3", "PT"},
            {
                "NM1",
                "QC",
                "1",
                upper(patient.lastName()),
                upper(patient.firstName()),
                "",
                "",
                "",
                "MI",
                member
            },
            {"TRN", "2", claim.id()},
            {"STC", status, day, action, claim.billed()},
            {"DTP", "472", "D8", encounter.serviceDate().format(DAY)},
            {"SE", "14", control},
        };
        var text = new StringBuilder(512);
        for (Object[] segment : segments) {
            RemittanceFile.segment(text, segment);
        }
        file.write(text);
    }

    void end() throws IOException {
        var text = new StringBuilder();
        RemittanceFile.segment(text, "GE", Integer.toString(sets), "1");
        RemittanceFile.segment(text, "IEA", "1", "000000001");
        file.write(text);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
