package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.claimscope.data.cache.QuarantineItem;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.RunEntry.Status;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.format.Formats;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.model.Entity;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.testing.Clinic;
import org.claimscope.data.testing.SharedData;
import org.claimscope.data.testing.WarehouseDump;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists of codes from their publishers' files to the tables.
final class CodeSetTest {
    @TempDir Path temp;
    private Clinic clinic;

    @BeforeEach
    void begin() {
        clinic = new Clinic(temp.resolve("w"));
    }

    @AfterEach
    void end() {
        assertEquals(0, clinic.workspace().arrowBytes());
        clinic.close();
    }

    private RunEntry sync(String source, String table, Path file) {
        var feed =
                new Feed(
                        source,
                        table,
                        String.valueOf(file.getFileName()),
                        null,
                        Feed.LoadType.FULL,
                        false,
                        null,
                        true);
        return new Sync(clinic.workspace())
                .run(
                        new FeedList(List.of(feed), FeedList.shippedProfiles()),
                        new FolderSource(file.toAbsolutePath().getParent()),
                        false,
                        Progress.NONE,
                        Cancellation.NONE)
                .getFirst();
    }

    private RunEntry sync(String source, String table, String text) throws IOException {
        Path file = temp.resolve(source + "-" + table + ".txt");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return sync(source, table, file);
    }

    private String text(Entity entity, String sql) {
        return WarehouseDump.text(clinic.workspace(), entity, sql);
    }

    private String codes() {
        return text(
                Entity.CODE,
                "select coalesce(string_agg(concat_ws('|', source, code_system, code, label, short_label, status, effective_from, effective_to), chr(10) order by source, code), 'none') from code");
    }

    private String edits() {
        return text(
                Entity.CODE_EDIT,
                "select coalesce(string_agg(concat_ws('|', edit_type, setting, column_one, column_two, units, indicator, rationale, effective_from, effective_to), chr(10) order by edit_type, column_one, effective_from), 'none') from code_edit");
    }

    /// The unread records, as `line reason column`.
    private List<String> quarantine() {
        return clinic.workspace().quarantine().list(null, 100).stream()
                .map((QuarantineItem i) -> i.line() + " " + i.reason() + " " + i.column())
                .sorted()
                .toList();
    }

    /// As CMS pads it.
    private static String order(int number, String code, int billable, String title) {
        String brief = title.length() > 60 ? title.substring(0, 60) : title;
        return "%05d %-7s %d %-60s %s\r\n".formatted(number, code, billable, brief, title);
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

    @Test
    void theRegisterOfProvidersIsReadByTheNamesOfItsColumns() throws IOException {
        var columns = new ArrayList<String>();
        columns.addAll(
                List.of(
                        "NPI",
                        "Entity Type Code",
                        "Replacement NPI",
                        "Provider Organization Name (Legal Business Name)",
                        "Provider Last Name (Legal Name)",
                        "Provider First Name",
                        "Provider First Line Business Practice Location Address",
                        "Provider Business Practice Location Address City Name",
                        "Provider Business Practice Location Address State Name",
                        "Provider Business Practice Location Address Postal Code",
                        "Provider Enumeration Date",
                        "Last Update Date",
                        "NPI Deactivation Date",
                        "NPI Reactivation Date",
                        "Healthcare Provider Taxonomy Code_1"));
        for (int i = 2; i <= 300; i++) {
            columns.add("Other Provider Identifier_" + i);
        }
        String rest = ",\"\"".repeat(299);
        String text =
                "\""
                        + String.join("\",\"", columns)
                        + "\"\n"
                        + "\"1234567893\",\"1\",\"\",\"\",\"ASH\",\"ANN\",\"1 MAIN ST\",\"COLUMBUS\",\"OH\",\"43004\",\"05/23/2005\",\"01/02/2024\",\"\",\"\",\"207Q00000X\""
                        + rest
                        + "\n"
                        + "\"1245319599\",\"2\",\"\",\"ELM CLINIC\",\"\",\"\",\"2 MAIN ST\",\"AKRON\",\"OH\",\"44301\",\"06/01/2006\",\"01/02/2024\",\"12/31/2023\",\"\",\"261QP2300X\""
                        + rest
                        + "\n"
                        + "\"1000000004\",\"1\",\"\",\"\",\"OAK\",\"\",\"\",\"\",\"\",\"\",\"13/45/2006\",\"\",\"\",\"\",\"\""
                        + rest
                        + "\n";
        RunEntry run = sync("nppes", "nppes", text);
        assertEquals(2, run.rowsLoaded(), run.message());
        assertFalse(run.message().contains("Identifier_"), run.message());
        assertEquals(
                """
                1234567893|person|ANN|ASH|207Q00000X|1 MAIN ST|COLUMBUS|OH|43004|2005-05-23
                1245319599|organization|ELM CLINIC|261QP2300X|2 MAIN ST|AKRON|OH|44301|2006-06-01|2023-12-31\
                """,
                text(
                        Entity.REGISTERED_PROVIDER,
                        "select string_agg(concat_ws('|', npi, entity_type, organization_name, first_name, last_name, taxonomy, practice_address, city, state, postal_code, enumeration_date, deactivation_date), chr(10) order by npi) from registered_provider"));
        assertEquals(List.of("4 NOT_A_DATE Provider Enumeration Date"), quarantine());
    }

    @Test
    void ratesWithDaysAreKeptApartAndAKeyWithoutAPartIsNone() throws IOException {
        RunEntry run =
                sync(
                        "clinic",
                        "contract_rates",
                        """
                        PayerID,Code,Rate,Effective_From,Effective_To
                        P1,A0021,10.00,2025-01-01,2025-12-31
                        P1,A0021,11.00,2026-01-01,
                        P1,,12.00,2026-01-01,
                        """);
        assertEquals(2, run.rowsLoaded(), run.message());
        assertEquals(
                "P1|A0021|2025-01-01 10.00, P1|A0021|2026-01-01 11.00",
                text(
                        Entity.CONTRACT,
                        "select string_agg(id || ' ' || rate, ', ' order by id) from contract"));
        assertEquals(List.of("4 MISSING_VALUE Code"), quarantine());
        var refused =
                assertThrows(
                        ClaimscopeException.class,
                        () ->
                                Profile.parse(
                                        "p",
                                        "profile: p\nversion: 1\ntables:\n- {table: t, entity: code, fields: {id: {from: a, join: [a, b]}}}\n"));
        assertTrue(String.valueOf(refused.getMessage()).contains("either from or join or const"));
    }

    @Test
    void realListsAreReadInFull() throws IOException {
        Path folder = SharedData.folder("code-sets");
        assertEquals(
                7_079,
                sync("hcpcs-2020", "hcpcs_list", folder.resolve("hcpcs_level2_2020.csv"))
                        .rowsLoaded());
        assertEquals(
                "hcpcs 6710, hcpcs_modifier 369",
                text(
                        Entity.CODE,
                        "select string_agg(s || ' ' || n, ', ' order by s) from (select code_system as s, count(*) as n from code group by 1)"));
        RunEntry lists = sync("cms", "code_list", folder.resolve("cms_bfd_code_systems.csv"));
        assertEquals(5_953, lists.rowsIn(), lists.message());
        assertEquals(
                "407",
                text(
                        Entity.CODE,
                        "select cast(count(*) as varchar) from code where code_system = 'ANSI-RSN-CD'"));

        // Real titles, in the shape of the order file.
        var titles = new TreeMap<String, String>();
        var text = new StringBuilder();
        for (String line : Files.readAllLines(folder.resolve("icd10cm_categories.csv"))) {
            int comma = line.indexOf(',');
            String title = line.substring(comma + 1).replace("\"", "").strip();
            if (titles.put(line.substring(0, comma), title) == null) {
                text.append(order(titles.size(), line.substring(0, comma), 0, title));
            }
        }
        RunEntry icd = sync("icd10cm-2016", "icd10cm", text.toString());
        assertEquals(titles.size(), icd.rowsLoaded(), icd.message());
        assertTrue(titles.size() > 20_000);
        assertEquals(
                String.join("\n", titles.values()),
                text(
                        Entity.CODE,
                        "select string_agg(label, chr(10) order by code) from code where code_system = 'icd10cm'"));
    }

    @Test
    void realRatesAreContracts() {
        Path file = SharedData.folder("cdm-contracts").resolve("contracts.csv");
        RunEntry run = sync("texas", "contract_rates", file);
        assertEquals(75, run.rowsLoaded(), run.message());
        assertEquals(
                "104.32",
                text(
                        Entity.CONTRACT,
                        "select cast(rate as varchar) from contract where payer_id = 'P001' and procedure_code = '80050'"));
    }
}
