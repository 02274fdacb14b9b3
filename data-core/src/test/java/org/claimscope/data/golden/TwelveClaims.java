package org.claimscope.data.golden;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.Feed;
import org.claimscope.data.sync.FeedList;

/// What the sender of the twelve claims of metrics.md B2 sends. The hospital's own systems send
/// CSV: visits, ledger, claims, sendings, appeals, the month's figures, contracts. The payers send
/// X12: remittances (835) and refusals (277CA). Values are those of the table there and of nothing
/// else.
///
/// Beside the twelve there is one account `REST`, wholly settled in February, that brings what the
/// fixture gives only in total: the charges of the quarter up to $9,000, and the write-offs.
final class TwelveClaims {
    static final String PROFILE =
            """
            profile: golden
            version: 1
            tables:
              - {table: visits, entity: encounter, fields: {id: id, patient_id: patient_id, encounter_type: type, service_date: dos}}
              - {table: ledger, entity: transaction, fields: {id: id, encounter_id: claim, claim_id: claim, patient_id: patient, provider_id: npi, payer_id: payer, transaction_type: type, service_date: dos, posted_date: posted, payment_date: paid_on, billed: billed, paid: paid, adjusted: adjusted, adjustment_type: adjustment, payment_source: from}}
              - {table: claims, entity: claim, fields: {id: id, encounter_id: visit, patient_id: patient, provider_id: npi, payer_id: payer, service_date: dos, submitted_date: sent, billed: billed, frequency_code: frequency}}
              - {table: sendings, entity: submission, fields: {id: id, claim_id: claim, encounter_id: claim, payer_id: payer, frequency_code: frequency, entered_date: entered, submitted_date: sent, edit_outcome: edit, service_date: dos}}
              - {table: appeals, entity: appeal, fields: {id: id, claim_id: claim, outcome: outcome, appealed: appealed, recovered: recovered, denied_date: denied, sent_date: sent, decided_date: decided}}
              - {table: months, entity: monthly_fact, fields: {id: id, kind: kind, month_end: month_end, balance: balance, quantity: quantity}}
              - {table: contracts, entity: contract, fields: {id: id, payer_id: payer, procedure_code: code, method: method, rate: rate, effective_from: from}}
            """;

    private static final Map<String, String> SERVICE_DAYS =
            Map.of(
                    "K1", "20260302",
                    "K2", "20260303",
                    "K3", "20260305",
                    "K4", "20260210",
                    "K5", "20260307",
                    "K6", "20260310",
                    "K6B", "20260310",
                    "K12", "20260105");
    private static final String NPI = "1999996666";

    private final Map<String, List<String>> tables = new TreeMap<>();
    private final Map<String, String> headers = new TreeMap<>();
    private final List<String> remittances = new ArrayList<>();
    private boolean split;

    TwelveClaims() {
        ledger();
        claims();
        others();
        remit("C", "20260130", "CLP*K12*1*100*80*0*12*P12~SVC*HC:99201*100*80~CAS*CO*45*20~");
        remit(
                "C",
                "20260301",
                "CLP*K4*1*300*180*30*12*P4~SVC*HC:99204*300*180~CAS*CO*45*90~CAS*PR*3*30~");
        remit(
                "M",
                "20260319",
                "CLP*K2*1*400*200*50*MB*P2~SVC*HC:99214*400*200~CAS*CO*45*150~CAS*PR*2*50~");
        remit(
                "C",
                "20260320",
                "CLP*K1*1*300*120*30*12*P1~SVC*HC:99213*200*120~CAS*CO*45*50~CAS*PR*2*30~SVC*HC:80053*100*0~CAS*CO*197*100~");
        remit("M", "20260321", "CLP*K5*1*250*0*0*MB*P5~SVC*HC:99212*250*0~CAS*CO*16*250~");
        remit(
                "C",
                "20260322",
                "CLP*K4*22*-300*-180*-30*12*P4~SVC*HC:99204*-300*-180~CAS*CO*45*-90~CAS*PR*3*-30~",
                "CLP*K4*1*300*150*30*12*P4~SVC*HC:99204*300*150~CAS*CO*45*120~CAS*PR*3*30~");
        remit(
                "C",
                "20260324",
                "CLP*K6*1*150*100*10*12*P6~SVC*HC:99203*150*100~CAS*CO*45*40~CAS*PR*3*10~",
                "CLP*K6B*1*150*0*0*12*P6B~SVC*HC:99203*150*0~CAS*CO*18*150~");
        remit("C", "20260325", "CLP*K3*1*500*0*0*12*P3~SVC*HC:99215*500*0~CAS*CO*50*500~");
    }

    private void ledger() {
        header("visits", "id,patient_id,type,dos");
        header(
                "ledger",
                "id,claim,patient,npi,payer,type,dos,posted,paid_on,billed,paid,adjusted,adjustment,from");
        charge("K1", "C", "2026-03-02", "2026-03-04", "200");
        charge("K1", "C", "2026-03-02", "2026-03-04", "100");
        charge("K2", "M", "2026-03-03", "2026-03-03", "400");
        charge("K3", "C", "2026-03-05", "2026-03-09", "500");
        charge("K4", "C", "2026-02-10", "2026-02-11", "300");
        charge("K5", "M", "2026-03-07", "2026-03-07", "250");
        charge("K6", "C", "2026-03-10", "2026-03-10", "150");
        charge("K7", "M", "2026-03-12", "2026-03-20", "600");
        charge("K8", "C", "2026-03-14", "2026-03-14", "220");
        charge("K8", "C", "2026-03-14", "2026-03-18", "-220");
        charge("K9", "M", "2026-03-28", "2026-03-28", "800");
        charge("K10", "C", "2026-03-29", "2026-03-30", "350");
        charge("K11", "M", "2025-12-01", "", "1000");
        charge("K12", "C", "2026-01-05", "", "100");
        patientPaid("K1", "2026-03-02", "2026-03-02", "30");
        patientPaid("K6", "2026-03-10", "2026-03-27", "10");
        patientPaid("K12", "2026-01-05", "2026-03-05", "20");
        // 9,000 − March 3,350 − K4 300 − K12 100.
        charge("REST", "C", "2026-01-15", "2026-01-15", "5250");
        add(
                "ledger",
                "REST-paid,REST,P-REST,"
                        + NPI
                        + ",C,Payment,2026-01-15,2026-02-15,2026-02-15,,5058,,,Payer");
        writeOff("45", "Bad debt");
        writeOff("67", "Charity");
        writeOff("80", "Denial write-off");
        for (String visit :
                List.of(
                        "K1 03-02",
                        "K2 03-03",
                        "K3 03-05",
                        "K4 02-10",
                        "K5 03-07",
                        "K6 03-10",
                        "K7 03-12",
                        "K8 03-14",
                        "K9 03-28",
                        "K10 03-29",
                        "K12 01-05",
                        "REST 01-15")) {
            String[] parts = visit.split(" ");
            add("visits", parts[0] + ",P-" + parts[0] + ",Outpatient,2026-" + parts[1]);
        }
        add("visits", "K11,P-K11,Outpatient,2025-12-01");
    }

    private void charge(String claim, String payer, String dos, String posted, String billed) {
        String id = claim + "-" + rows("ledger").size();
        add(
                "ledger",
                String.join(
                        ",",
                        id,
                        claim,
                        "P-" + claim,
                        NPI,
                        payer,
                        "Charge",
                        dos,
                        posted,
                        "",
                        billed,
                        "",
                        "",
                        "",
                        ""));
    }

    private void patientPaid(String claim, String dos, String day, String paid) {
        add(
                "ledger",
                String.join(
                        ",",
                        claim + "-patient",
                        claim,
                        "P-" + claim,
                        NPI,
                        "",
                        "Payment",
                        dos,
                        day,
                        day,
                        "",
                        paid,
                        "",
                        "",
                        "Patient"));
    }

    private void writeOff(String adjusted, String type) {
        add(
                "ledger",
                String.join(
                        ",",
                        "REST-" + type,
                        "REST",
                        "P-REST",
                        NPI,
                        "C",
                        "Adjustment",
                        "2026-01-15",
                        "2026-03-31",
                        "",
                        "",
                        "",
                        adjusted,
                        type,
                        ""));
    }

    private void claims() {
        header("claims", "id,visit,patient,npi,payer,dos,sent,billed,frequency");
        header("sendings", "id,claim,payer,frequency,entered,sent,edit,dos");
        sent("K1", "C", "2026-03-02", "2026-03-05", "300");
        sent("K2", "M", "2026-03-03", "2026-03-06", "400");
        sent("K3", "C", "2026-03-05", "2026-03-10", "500");
        sent("K4", "C", "2026-02-10", "2026-02-12", "300");
        sent("K5", "M", "2026-03-07", "2026-03-08", "250");
        sent("K6", "C", "2026-03-10", "2026-03-11", "150");
        sent("K7", "M", "2026-03-12", "2026-03-21", "600");
        sent("K8", "C", "2026-03-14", "2026-03-15", "220");
        sent("K11", "M", "2025-12-01", "2025-12-05", "1000");
        sent("K12", "C", "2026-01-05", "2026-01-06", "100");
        sent("REST", "C", "2026-01-15", "2026-01-16", "5250");
        again("K5", "M", "7", "2026-03-23");
        again("K7", "M", "1", "2026-03-24");
        again("K8", "C", "8", "2026-03-18");
        // The same visit again under a number of its own (R01).
        add("claims", "K6B,K6,P-K6," + NPI + ",C,2026-03-10,2026-03-12,150,1");
        add("sendings", "K6B-1,K6B,C,1,2026-03-12,2026-03-12,,2026-03-10");
        // Final billed, and held by an edit.
        add("claims", "K10,K10,P-K10," + NPI + ",C,2026-03-29,,350,1");
        add("sendings", "K10-1,K10,C,1,2026-03-30,,Held,2026-03-29");
    }

    private void sent(String claim, String payer, String dos, String day, String billed) {
        add(
                "claims",
                String.join(",", claim, claim, "P-" + claim, NPI, payer, dos, day, billed, "1"));
        add("sendings", String.join(",", claim + "-1", claim, payer, "1", day, day, "", dos));
    }

    private void again(String claim, String payer, String frequency, String day) {
        add("sendings", String.join(",", claim + "-2", claim, payer, frequency, day, day, "", ""));
    }

    private void others() {
        header("appeals", "id,claim,outcome,appealed,recovered,denied,sent,decided");
        add("appeals", "A1,REST,Partly favourable,120,90,2026-02-01,2026-02-11,2026-03-10");
        add("appeals", "A2,REST,Unfavourable,80,0,2026-02-01,2026-02-21,2026-03-20");
        add("appeals", "A3,K3,,500,,2026-03-25,2026-03-27,");
        header("months", "id,kind,month_end,balance,quantity");
        add("months", "net-ar-03,net_receivable,2026-03-31,1750,");
        add("months", "net-ar-02,net_receivable,2026-02-28,1900,");
        for (String month : List.of("2026-01-31", "2026-02-28", "2026-03-31")) {
            add("months", "npsr-" + month + ",net_patient_revenue," + month + ",1500,");
        }
        add("months", "cost-03,revenue_cycle_cost,2026-03-31,60,");
        header("contracts", "id,payer,code,method,rate,from");
        add("contracts", "1,C,99213,fee schedule,150,2026-01-01");
        add("contracts", "2,M,99214,fee schedule,270,2026-01-01");
        add("contracts", "3,C,99204,fee schedule,180,2026-01-01");
        add("contracts", "4,C,99203,fee schedule,112,2026-01-01");
    }

    private void header(String table, String line) {
        headers.put(table, line);
    }

    private List<String> rows(String table) {
        return tables.computeIfAbsent(table, t -> new ArrayList<>());
    }

    TwelveClaims add(String table, String line) {
        rows(table).add(line);
        return this;
    }

    /// A payment with its claims: balanced, whatever they say (BPR02 = ΣCLP04 − ΣPLB).
    TwelveClaims remit(String payer, String day, String... claims) {
        long paid = 0;
        for (String claim : claims) {
            paid += Long.parseLong(claim.split("\\*")[4]);
        }
        String plb = paid < 0 ? "PLB*" + NPI + "*20261231*FB*" + paid + "~" : "";
        remittances.add(
                "ST*835*0001~BPR*I*"
                        + Math.max(paid, 0)
                        + "*C*ACH************"
                        + day
                        + "~TRN*1*T"
                        + payer
                        + day
                        + "*1999~DTM*405*"
                        + day
                        + "~N1*PR*PAYER "
                        + payer
                        + "*XV*"
                        + payer
                        + "~N1*PE*CLINIC*XX*"
                        + NPI
                        + "~LX*1~"
                        + Arrays.stream(claims).map(TwelveClaims::withServiceDay).collect(joining())
                        + plb
                        + "SE*9*0001~");
        return this;
    }

    /// DTM*232 after the CLP.
    private static String withServiceDay(String claim) {
        String day = SERVICE_DAYS.get(claim.split("\\*")[1]);
        int end = claim.indexOf('~') + 1;
        return claim.substring(0, end) + "DTM*232*" + day + "~" + claim.substring(end);
    }

    /// Something that is not so.
    TwelveClaims butIn835(String said, String instead) {
        if (remittances.stream().noneMatch(r -> r.contains(said))) {
            throw new AssertionError("nobody says " + said);
        }
        remittances.replaceAll(r -> r.replace(said, instead));
        return this;
    }

    TwelveClaims withoutRemittance(String saying) {
        if (!remittances.removeIf(r -> r.contains(saying))) {
            throw new AssertionError("nobody says " + saying);
        }
        return this;
    }

    TwelveClaims shuffled(long seed) {
        var random = new Random(seed);
        tables.values().forEach(rows -> Collections.shuffle(rows, random));
        Collections.shuffle(remittances, random);
        return this;
    }

    /// The remittances in two files in place of one.
    TwelveClaims inTwoFiles() {
        split = true;
        return this;
    }

    /// Everything through the pipeline; the folder is new each time, so files are never skipped.
    List<RunEntry> sync(DataCore core, Path folder) throws IOException {
        Files.createDirectories(folder);
        var feeds = new ArrayList<Feed>();
        for (Map.Entry<String, List<String>> table : tables.entrySet()) {
            String file = table.getKey() + ".csv";
            Files.writeString(
                    folder.resolve(file),
                    headers.get(table.getKey())
                            + "\n"
                            + String.join("\n", table.getValue())
                            + "\n");
            feeds.add(feed(table.getKey(), file));
        }
        int half = split ? remittances.size() / 2 : remittances.size();
        write(folder, "a.835", "HP", remittances.subList(0, half), feeds);
        write(folder, "b.835", "HP", remittances.subList(half, remittances.size()), feeds);
        write(
                folder,
                "c.277",
                "HN",
                List.of(
                        "ST*277*0001~BHT*0085*08*B1*20260322*1015*TH~HL*1**20*1~NM1*PR*2*PAYER M*****PI*M~HL*4*3*PT~NM1*QC*1*DOE*J****MI*P-K7~TRN*2*K7~STC*A7:562:85*20260322*U*600~SE*8*0001~"),
                feeds);
        return core.sync()
                .run(
                        new FeedList(feeds, List.of(Profile.parse("golden", PROFILE))),
                        new FolderSource(folder),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
    }

    static void write(Path folder, String file, String group, List<String> sets, List<Feed> feeds)
            throws IOException {
        if (sets.isEmpty()) {
            return;
        }
        Files.writeString(
                folder.resolve(file),
                "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260401*0815*^*00501*000000001*0*P*:~GS*"
                        + group
                        + "*A*B*20260401*1200*1*X*005010~"
                        + String.join("", sets)
                        + "GE*"
                        + sets.size()
                        + "*1~IEA*1*000000001~");
        feeds.add(feed("x12-" + file.charAt(0), file));
    }

    private static Feed feed(String table, String file) {
        return new Feed("gold", table, file, null, Feed.LoadType.INCREMENTAL, false, null, true);
    }
}
