package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.RunEntry.Status;
import org.claimscope.data.format.Formats;
import org.claimscope.data.model.Entity;
import org.junit.jupiter.api.Test;

/// Lists of codes from their publishers' files to the tables.
final class CodeSetTest extends CodeSetFixture {
    private String edits() {
        return text(
                Entity.CODE_EDIT,
                "select coalesce(string_agg(concat_ws('|', edit_type, setting, column_one, column_two, units, indicator, rationale, effective_from, effective_to), chr(10) order by edit_type, column_one, effective_from), 'none') from code_edit");
    }

    @Test
    void anOrderFileOfIcdHoldsHeadingsAndCodesForAFiscalYear() throws IOException {
        String lengthy =
                "Nondisplaced fracture of greater trochanter of right femur, subsequent encounter for closed fracture";
        String text =
                order(1, "A00", 0, "Cholera")
                        + order(2, "A000", 1, "Cholera due to Vibrio cholerae 01, biovar cholerae")
                        + "00003 A00*9   1 Broken\r\n"
                        + order(4, "S72114D", 1, lengthy)
                        + order(5, "H8101", 2, "Ménière's disease, right ear")
                        + order(6, "H8102", 1, "Ménière's disease, left ear");
        RunEntry run = sync("icd10cm-2026", "icd10cm", text);
        assertEquals(Status.LOADED, run.status(), run.message());
        assertEquals(
                """
                icd10cm-2026|icd10cm|A00|Cholera|Cholera|heading|2025-10-01|2026-09-30
                icd10cm-2026|icd10cm|A000|Cholera due to Vibrio cholerae 01, biovar cholerae|Cholera due to Vibrio cholerae 01, biovar cholerae|billable|2025-10-01|2026-09-30
                icd10cm-2026|icd10cm|H8102|Ménière's disease, left ear|Ménière's disease, left ear|billable|2025-10-01|2026-09-30
                icd10cm-2026|icd10cm|S72114D|%s|%s|billable|2025-10-01|2026-09-30\
                """
                        .formatted(lengthy, lengthy.substring(0, 60).strip()),
                codes());
        assertEquals(List.of("3 MALFORMED code", "5 NOT_IN_LIST billable"), quarantine());
        assertEquals(Status.UNCHANGED, sync("icd10cm-2026", "icd10cm", text).status());
    }

    @Test
    void twoEditionsStandBesideEachOther() throws IOException {
        sync("icd10cm-2025", "icd10cm", order(1, "A00", 0, "Cholera, as it was called"));
        sync("icd10cm-2026", "icd10cm", order(1, "A00", 0, "Cholera"));
        for (String day : List.of("2025-09-30", "2025-10-01")) {
            assertEquals(
                    day.endsWith("30") ? "Cholera, as it was called" : "Cholera",
                    text(
                            Entity.CODE,
                            "select label from code where code = 'A00' and date '"
                                    + day
                                    + "' between effective_from and effective_to"));
        }
    }

    @Test
    void anOrderFileThatBeginsWithADigitIsOfProcedures() throws IOException {
        sync("icd10pcs-2026", "icd10pcs", order(1, "001", 0, "Central Nervous System, Bypass"));
        assertTrue(codes().startsWith("icd10pcs-2026|icd10pcs|001|"), codes());
    }

    /// Columns as the record layout counts them; titles are the public ones of 2016.
    private static String hcpcs(String code, String sequence, String record, String words) {
        return "%5s%s%s%-80s".formatted(code, sequence, record, words);
    }

    private static String first(
            String code, String record, String words, String brief, String days) {
        return "%s%-28s%-149s%s%s\n"
                .formatted(hcpcs(code, "00100", record, words), brief, "", days, " ".repeat(27));
    }

    @Test
    void hcpcsForContractorsIsReadOverItsContinuations() throws IOException {
        String text =
                first(
                                "A1",
                                "7",
                                "Dressing for one wound",
                                "Dressing for one wound",
                                "2002070120020701        N")
                        + first(
                                "AD",
                                "7",
                                "Medical supervision by a physician: more than four concurrent anesthesia",
                                "Md supervision, >4 anes proc",
                                "1984010120010101        N")
                        + hcpcs("AD", "00200", "8", "procedures")
                        + "\n"
                        + hcpcs("AE", "00200", "8", "of nobody")
                        + "\n"
                        + first(
                                "A0021",
                                "3",
                                "Ambulance service, outside state",
                                "Outside state ambulance",
                                "198401011999010120091231D")
                        + first(
                                        "A0080",
                                        "3",
                                        "Non-emergency transportation",
                                        "Noninterest escort",
                                        "198401019999999920091231D")
                                .replace("2009123", "2009133");
        RunEntry run = sync("hcpcs-2016", "hcpcs", text);
        assertEquals(Status.LOADED, run.status(), run.message());
        assertEquals(
                """
                hcpcs-2016|hcpcs|A0021|Ambulance service, outside state|Outside state ambulance|D|1984-01-01|2009-12-31
                hcpcs-2016|hcpcs_modifier|A1|Dressing for one wound|Dressing for one wound|N|2002-07-01
                hcpcs-2016|hcpcs_modifier|AD|Medical supervision by a physician: more than four concurrent anesthesia procedures|Md supervision, >4 anes proc|N|1984-01-01\
                """,
                codes());
        assertEquals(List.of("4 MALFORMED record", "6 NOT_A_DATE dates"), quarantine());
        try (var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
            String record =
                    new String(
                            Formats.named("codeset").orElseThrow().original(in, 2),
                            StandardCharsets.UTF_8);
            assertEquals(2, record.lines().count());
            assertTrue(record.endsWith("procedures" + " ".repeat(70)), record);
        }
    }

    @Test
    void pairsOfProceduresAreReadBehindTheirHeadings() throws IOException {
        String text =
                """
                "A notice of several
                lines, with a comma"
                Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale
                \t\tprior to 1996\tDate\tDate\t0=not allowed\t
                \t\t\t\t*=no data\t1=allowed\t
                00001\t99998\t\t20200401\t*\t0\tMisuse of column two code
                00002\t99998\t*\t19960101\t20191231\t1\tStandards of medical practice
                00002\t99998\t\t20220101\t*\t1\tStandards of medical practice
                00003\t99998\t\t2022\t*\t1\tStandards of medical practice
                00004\t\t\t20220101\t*\t1\tStandards of medical practice
                """;
        RunEntry run = sync("ncci-ptp-2026-01-01", "ncci_ptp", text);
        assertEquals(Status.LOADED, run.status(), run.message());
        assertEquals(
                """
                ptp|00001|99998|0|Misuse of column two code|2020-04-01
                ptp|00002|99998|1|Standards of medical practice|1996-01-01|2019-12-31
                ptp|00002|99998|1|Standards of medical practice|2022-01-01\
                """,
                edits());
        assertEquals(
                List.of("10 COLUMN_COUNT column 2", "9 NOT_A_DATE effective date"), quarantine());
    }

    @Test
    void unlikelyUnitsAreReadBehindTheirNotice() throws IOException {
        String text =
                """
                "A notice, with a comma",,,
                "HCPCS/
                CPT Code",Outpatient Hospital Services MUE Values,MUE Adjudication Indicator,MUE Rationale
                A0021,2,3 Date of Service Edit: Clinical,"Clinical: CMS Workgroup, 2019"
                A0080,many,1 Line Edit,Nature of Service
                """;
        RunEntry run = sync("ncci-mue-2026-01-01", "ncci_mue", text);
        assertEquals(Status.LOADED, run.status(), run.message());
        assertEquals(
                "mue|outpatient|A0021|2.0000|3|Clinical: CMS Workgroup, 2019|2026-01-01", edits());
        assertEquals(List.of("5 NOT_A_NUMBER MUE values"), quarantine());
    }

    @Test
    void inspectNamesTheKindOfList() throws IOException {
        byte[] order =
                (order(1, "A00", 0, "Cholera") + order(2, "A0*", 0, "Broken"))
                        .getBytes(StandardCharsets.UTF_8);
        var inspected =
                (Inspected.ByItself)
                        Inspected.of(
                                "x.txt",
                                () -> new BufferedInputStream(new ByteArrayInputStream(order)),
                                List.of());
        assertEquals("codeset", inspected.format());
        assertEquals("{ICD-10 order file=1}", inspected.inspection().resources().toString());
        assertEquals("line 2, code", inspected.findings().getFirst().where());
    }

    /// Whatever is left of a file: it is read or quarantined, and nothing breaks.
    @Test
    void aListThatIsCutAnywhereIsReadAsFarAsItGoes() throws IOException {
        byte[] whole =
                (first("A1", "7", "Dressing", "Dressing", "2002070120020701        N")
                                + hcpcs("A1", "00200", "8", "for one wound"))
                        .getBytes(StandardCharsets.UTF_8);
        var format = Formats.named("codeset").orElseThrow();
        for (int cut = 0; cut <= whole.length; cut++) {
            var in = new ByteArrayInputStream(whole, 0, cut);
            long codes = format.inspect(in).resources().values().stream().mapToLong(n -> n).sum();
            assertTrue(codes <= 1);
            assertEquals(cut >= 276 ? 1 : 0, codes, "cut at " + cut);
        }
    }
}
