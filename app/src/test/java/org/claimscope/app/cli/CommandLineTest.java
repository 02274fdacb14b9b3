package org.claimscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line as scripts use it, on a small extract written by hand.
final class CommandLineTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path temp;
    Path data;
    Path workspace;
    Path passphrase;
    final Terminal terminal = new Terminal();

    @BeforeEach
    void extractOfOneHospital() throws IOException {
        System.setProperty("claimscope.home", temp.resolve("home").toString());
        data = temp.resolve("data");
        workspace = temp.resolve("w");
        passphrase = Files.writeString(temp.resolve("pass"), "correct horse\n");
        Path emr = Files.createDirectories(data.resolve("emr/hospital-a"));
        Files.writeString(
                emr.resolve("departments.csv"), "DeptID,Name\r\nD1,Cardiology\r\nD2,Imaging");
        Files.writeString(
                emr.resolve("providers.csv"),
                "ProviderID,FirstName,LastName,Specialization,DeptID,NPI\r\nH1-P1,Ada,Lark,Cardiology,D1,1234567893");
        Files.writeString(
                emr.resolve("patients.csv"),
                "PatientID,FirstName,LastName,MiddleName,SSN,PhoneNumber,Gender,DOB,Address,ModifiedDate\r\n"
                        + "A1,Zelda,Quux,U,900-11-2222,555-0100,Female,1980-01-02,\"1 Elm, X\",2024-01-01\r\n"
                        + "A2,NULL,Vane,,900-11-3333,555-0101,Male,1981-01-02,2 Elm,2024-01-01");
        Files.writeString(
                emr.resolve("transactions.csv"),
                "TransactionID,EncounterID,PatientID,ProviderID,DeptID,VisitDate,ServiceDate,PaidDate,VisitType,Amount,AmountType,PaidAmount,ClaimID,PayorID,ProcedureCode,ICDCode,LineOfBusiness,MedicaidID,MedicareID,InsertDate,ModifiedDate\r\n"
                        + "T1,E1,A1,P1,D1,2024-03-01,2024-03-01,2024-04-02,Routine,100.10499999,Insurance,60.00,C1,Y1,99213,I10,Commercial,,,2024-03-02,2024-03-02\r\n"
                        + "T2,E2,A1,P9,D2,2024-03-05,2024-03-05,2024-03-20,Routine,50.005,Insurance,50.01,C2,Y1,99213,I10,Commercial,,,2024-03-02,2024-03-02\r\n"
                        + "T3,E3,A1,P1,D1,2024-02-30,2024-03-05,2024-03-20,Routine,50,Insurance,50,C2,Y1,99213,I10,Commercial,,,2024-03-02,2024-03-02");
    }

    private int in(String... args) {
        String[] all =
                Arrays.copyOf(
                        new String[] {
                            "--workspace",
                            workspace.toString(),
                            "--passphrase-file",
                            passphrase.toString()
                        },
                        args.length + 4);
        System.arraycopy(args, 0, all, 4, args.length);
        return terminal.run(all);
    }

    private void created() {
        assertEquals(
                0,
                terminal.run(
                        "--passphrase-file",
                        passphrase.toString(),
                        "workspace",
                        "create",
                        workspace.toString()),
                terminal.err);
    }

    private void synced() {
        created();
        assertEquals(
                0,
                in(
                        "sync",
                        "--preset",
                        "two-hospitals",
                        "--data",
                        data.toString(),
                        "--format",
                        "json"),
                terminal.err);
    }

    @Test
    void syncTellsEveryRowOfEveryFile() throws IOException {
        synced();
        List<JsonNode> feeds = terminal.out.lines().map(CommandLineTest::json).toList();
        JsonNode transactions =
                feeds.stream()
                        .filter(f -> f.get("feed").asText().equals("hos-a/transactions"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(3, transactions.get("rows_in").asInt());
        assertEquals(2, transactions.get("rows_loaded").asInt());
        assertEquals(1, transactions.get("rows_quarantined").asInt());
        // 100.10499999 → 100.10; 50.005 → 50.01: half up, row by row.
        assertEquals("150.11", transactions.get("charges").asText());
        assertTrue(feeds.stream().anyMatch(f -> f.get("status").asText().equals("absent")));

        // The same rows with other line ends and a byte order mark are no news.
        Path file = data.resolve("emr/hospital-a/transactions.csv");
        Files.writeString(
                file,
                "\uFEFF" + Files.readString(file).replace("\r\n", "\n") + "\n",
                StandardCharsets.UTF_8);
        in("sync", "--preset", "two-hospitals", "--data", data.toString(), "--format", "json");
        terminal.out
                .lines()
                .map(CommandLineTest::json)
                .forEach(f -> assertEquals(0, f.get("rows_loaded").asInt(), f.toString()));
    }

    @Test
    void queryAnswersAsTheInterfacePromises() throws IOException {
        synced();
        assertEquals(
                0,
                in(
                        "query",
                        "charges,payments,gross_collection_rate",
                        "--by",
                        "provider,month",
                        "--date-role",
                        "service",
                        "--format",
                        "json"),
                terminal.err);
        JsonNode answer = JSON.readTree(terminal.out);
        assertEquals(2, answer.get("row_count").asInt());
        JsonNode unmatched = answer.get("rows").get(0);
        assertEquals("(unmatched)", unmatched.get("provider").asText());
        assertTrue(unmatched.get("provider.key").isNull());
        assertEquals("2024-03", unmatched.get("month").asText());
        assertEquals("50.01", unmatched.get("charges").asText());
        JsonNode lark = answer.get("rows").get(1);
        assertEquals("hos-a/H1-P1", lark.get("provider.key").asText());
        // Money keeps its two decimals in the text, also a round sum.
        assertTrue(
                terminal.out.contains("\"gross_collection_rate.numerator\" : 60.00,"),
                terminal.out);
        assertTrue(
                terminal.out.contains("\"gross_collection_rate.denominator\" : 100.10\n"),
                terminal.out);
        assertEquals(1, answer.get("definitions").get("charges").asInt());
        assertTrue(
                answer.get("coverage")
                        .get("notes")
                        .toString()
                        .contains("have no matching provider"));

        assertEquals(0, in("drill", "charges", "--where", "provider=Ada Lark", "--format", "json"));
        assertEquals("T1", json(terminal.out.strip()).get("row_id").asText());
        assertEquals(0, in("lineage", "transaction", "hos-a/T1"));
        assertTrue(terminal.out.contains("place     line 2"), terminal.out);
    }

    @Test
    void resultsGoToFilesOfOtherPrograms() throws Exception {
        synced();
        Path parquet = temp.resolve("r.parquet");
        Path xlsx = temp.resolve("r.xlsx");
        Path arrow = temp.resolve("r.arrow");
        for (Path file : List.of(parquet, xlsx, arrow)) {
            String format = file.toString().substring(file.toString().lastIndexOf('.') + 1);
            assertEquals(
                    0,
                    in(
                            "query",
                            "charges",
                            "--by",
                            "provider,month",
                            "--format",
                            format,
                            "--out",
                            file.toString()),
                    terminal.err);
        }
        // An independent reader: a fresh DuckDB over the Parquet file.
        try (var connection = java.sql.DriverManager.getConnection("jdbc:duckdb:");
                var rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "select count(*), sum(charges), max(provider_key) from '"
                                                + parquet
                                                + "'")) {
            assertTrue(rows.next());
            assertEquals(2, rows.getInt(1));
            assertEquals("150.11", rows.getBigDecimal(2).toPlainString());
            assertEquals("hos-a/H1-P1", rows.getString(3));
        }
        try (var zip = new java.util.zip.ZipFile(xlsx.toFile())) {
            String sheet =
                    new String(
                            zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8);
            assertTrue(sheet.contains("<v>100.10</v>"), sheet);
        }
        assertTrue(Files.size(arrow) > 200);
        assertEquals(1, in("query", "charges", "--format", "xlsx"));
        assertTrue(terminal.err.contains("--out"), terminal.err);
    }

    @Test
    void asOfCutsOffWhatHadNotHappened() {
        synced();
        assertEquals(0, in("query", "ar_balance", "--as-of", "2024-03-10", "--format", "csv"));
        assertEquals("ar_balance\n150.11\n", terminal.out);
        assertEquals(0, in("query", "ar_balance", "--as-of", "2024-04-02", "--format", "csv"));
        assertEquals("ar_balance\n40.10\n", terminal.out);
    }

    @Test
    void aQuarantinedRecordIsCorrectedAndLoaded() {
        synced();
        assertEquals(0, in("quarantine", "list", "--format", "json"));
        JsonNode bad =
                terminal.out
                        .lines()
                        .map(CommandLineTest::json)
                        .filter(q -> q.get("feed").asText().equals("hos-a/transactions"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("NOT_A_DATE", bad.get("reason").asText());
        assertEquals("VisitDate", bad.get("column").asText());
        assertEquals(4, bad.get("line").asInt());
        String id = bad.get("id").asText();
        assertEquals(1, in("quarantine", "reprocess", id));
        assertEquals(
                0,
                in("quarantine", "reprocess", id, "--set", "VisitDate=2024-02-29"),
                terminal.err);
        assertEquals(0, in("query", "charges", "--format", "csv"));
        assertEquals("charges\n200.11\n", terminal.out);
        assertEquals(1, in("quarantine", "reprocess", id));
        assertTrue(terminal.err.contains("no longer open"), terminal.err);
    }

    @Test
    void anImportIsUndoneAndTheWorkspaceMovesInABackup() {
        synced();
        Path backup = temp.resolve("backup.zip");
        assertEquals(0, in("workspace", "backup", backup.toString()), terminal.err);
        in("delivery", "list", "--format", "json");
        String id =
                terminal.out
                        .lines()
                        .map(CommandLineTest::json)
                        .filter(d -> d.get("feed").asText().equals("hos-a/transactions"))
                        .findFirst()
                        .orElseThrow()
                        .get("id")
                        .asText();
        assertEquals(0, in("delivery", "undo", id), terminal.err);
        in("query", "charges", "--format", "csv");
        assertEquals("charges\n0.00\n", terminal.out);
        workspace = temp.resolve("restored");
        assertEquals(0, in("workspace", "restore", backup.toString()), terminal.err);
        in("query", "charges", "--format", "csv");
        assertEquals("charges\n150.11\n", terminal.out);
    }

    @Test
    void wrongUseSaysWhatToDoAndWhichCode() throws IOException {
        synced();
        Path wrong = Files.writeString(temp.resolve("wrong"), "battery staple");
        assertEquals(
                3,
                terminal.run(
                        "--workspace",
                        workspace.toString(),
                        "--passphrase-file",
                        wrong.toString(),
                        "query",
                        "charges"));
        assertEquals("Wrong passphrase.\n", terminal.err);
        assertEquals(1, in("query", "chargs"));
        assertTrue(terminal.err.contains("Did you mean charges"), terminal.err);
        assertEquals(1, in("query", "ar_balance", "--by", "procedure"));
        assertTrue(terminal.err.contains("cannot be split by procedure"), terminal.err);
        assertEquals(1, in("query", "--nonsense"));
        assertEquals(
                1, terminal.run("sync", "--preset", "two-hospitals", "--data", data.toString()));
        assertTrue(terminal.err.contains("--workspace"), terminal.err);
        assertEquals(1, in("sync", "--preset", "two-hospitals", "--data", "/no/such/folder"));
        Path config =
                Files.writeString(
                        temp.resolve("load_config.csv"),
                        "database,datasource,tablename,loadtype,watermark,is_active,targetpath\nhospital-a,hos-a,dbo.surgeries,Full,,1,x\n");
        assertEquals(1, in("sync", "--config", config.toString(), "--data", data.toString()));
        assertEquals(
                "load_config.csv, line 2: no mapping profile knows the table dbo.surgeries; write one.\n",
                terminal.err);
    }

    @Test
    void metadataRunsOnlyActiveFeeds() throws IOException {
        synced();
        Path config =
                Files.writeString(
                        temp.resolve("load_config.csv"),
                        "database,datasource,tablename,loadtype,watermark,is_active,targetpath\n"
                                + "hospital-a,hos-x,dbo.patients,Incremental,ModifiedDate,1,x\n"
                                + "hospital-a,hos-x,dbo.departments,Full,,0,x\n");
        assertEquals(
                0,
                in(
                        "sync",
                        "--config",
                        config.toString(),
                        "--data",
                        data.toString(),
                        "--format",
                        "json"),
                terminal.err);
        List<JsonNode> feeds = terminal.out.lines().map(CommandLineTest::json).toList();
        assertEquals(1, feeds.size());
        assertEquals("hos-x/patients", feeds.getFirst().get("feed").asText());
        assertEquals(1, feeds.getFirst().get("rows_loaded").asInt());
        Files.writeString(
                data.resolve("emr/hospital-a/patients.csv"),
                Files.readString(data.resolve("emr/hospital-a/patients.csv")) + "\r\n");
        assertEquals(
                2,
                in("sync", "--config", config.toString(), "--data", data.toString(), "--strict"));
    }

    @Test
    void inspectToldWithoutAWorkspace() {
        assertEquals(
                0,
                terminal.run(
                        "inspect",
                        data.resolve("emr/hospital-a/patients.csv").toString(),
                        temp.resolve("absent.csv").toString(),
                        "--format",
                        "json"));
        List<JsonNode> files = terminal.out.lines().map(CommandLineTest::json).toList();
        assertEquals("csv", files.getFirst().get("format").asText());
        assertEquals(2, files.getFirst().get("records").asInt());
        assertEquals("two-hospitals v1", files.getFirst().get("profile").asText());
        assertEquals(
                "line 3, FirstName", files.getFirst().get("findings").get(0).get("where").asText());
        assertEquals("unreadable", files.get(1).get("findings").get(0).get("code").asText());
    }

    @Test
    void noValueOfARecordIsInAMessage() {
        synced();
        in("quarantine", "list");
        String all = terminal.out + terminal.err;
        in("query", "patient_count,charges", "--by", "patient", "--format", "json");
        all += terminal.out + terminal.err;
        for (String canary :
                List.of("Zelda", "Quux", "900-11-2222", "555-0100", "1 Elm", "hos-a/A1")) {
            assertFalse(all.contains(canary), canary);
        }
    }

    @Test
    void theSampleIsWrittenAsItsInterfacesTellItAndTakenByItsOwnList() {
        Path folder = temp.resolve("spoken");
        String where = folder.toString();
        assertEquals(1, in("sample", "write", where, "--as", "telex"));
        assertTrue(terminal.err.contains("telex"), terminal.err);
        assertFalse(Files.exists(folder));
        assertEquals(0, in("sample", "write", where, "--as", "277ca,837,hl7", "--encounters", "5"));
        String list = terminal.out.strip();
        assertEquals(folder.resolve("feeds.yaml").toString(), list);
        created();
        assertEquals(0, in("sync", "--config", list, "--data", where, "--format", "json"));
        List<String> fed =
                terminal.out.lines().map(l -> json(l).path("feed").asText()).distinct().toList();
        assertEquals(
                List.of(
                        "sample/adt",
                        "sample/dft",
                        "sample/professional",
                        "sample/institutional",
                        "sample/acknowledgements",
                        "sample/remittances"),
                fed);
    }

    @Test
    void everyCommandExplainsItself() {
        for (String command :
                List.of(
                        "workspace",
                        "sync",
                        "inspect",
                        "query",
                        "report",
                        "drill",
                        "lineage",
                        "quarantine",
                        "delivery",
                        "audit",
                        "sample",
                        "pages",
                        "snapshot",
                        "doctor",
                        "version")) {
            assertEquals(0, terminal.run(command, "--help"), command);
            assertTrue(terminal.out.startsWith("Usage: claimscope " + command), terminal.out);
        }
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
