package org.claimscope.data.format.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.claimscope.data.format.Finding;
import org.claimscope.data.format.Format;
import org.claimscope.data.format.Inspection;
import org.claimscope.data.model.Entity;
import org.claimscope.data.testing.SharedData;
import org.junit.jupiter.api.Test;

/// What `inspect` says of every real file, against figures that other programs computed.
final class X12InspectTest {
    /// Where we say something else than the oracle, and why.
    private static final Map<String, String> DIFFERENCES =
            Map.of(
                    // UTF-16 without a mark. The oracle split the bytes at every `~`; X12.5 knows
                    // one byte a character, so the file is refused by name (`utf-16`) and has no
                    // segments.
                    "x12parser-net/837p/UnicodeExample.txt segments", "6 -> 0");

    static Map<String, byte[]> files() throws IOException {
        Path folder = SharedData.folder("x12");
        var files = new LinkedHashMap<String, byte[]>();
        for (List<String> row : rows("x12_shared_files.csv")) {
            files.put(row.getFirst(), Files.readAllBytes(folder.resolve(row.getFirst())));
        }
        return files;
    }

    private static List<List<String>> rows(String oracle) throws IOException {
        List<List<String>> all = SharedData.oracle(oracle);
        return all.subList(1, all.size());
    }

    private static Inspection inspect(byte[] file) throws IOException {
        return new X12Format().inspect(new ByteArrayInputStream(file));
    }

    @Test
    void everyFileIsX12AndEveryFigureIsTheOracles() throws IOException {
        List<String> columns = SharedData.oracle("x12_shared_files.csv").getFirst();
        Map<String, byte[]> files = files();
        var differences = new TreeMap<String, String>();
        for (List<String> row : rows("x12_shared_files.csv")) {
            byte[] file = files.get(row.getFirst());
            byte[] head = java.util.Arrays.copyOf(file, Math.min(file.length, Format.HEAD));
            assertTrue(new X12Format().fits(head), row.getFirst());
            Map<String, String> ours = figures(file);
            for (int c = 2; c < columns.size(); c++) {
                String column = columns.get(c);
                String mine = ours.getOrDefault(column, "(none)");
                if (!same(row.get(c), mine)) {
                    differences.put(row.getFirst() + " " + column, row.get(c) + " -> " + mine);
                }
            }
        }
        assertEquals(70, files.size());
        assertEquals(new TreeMap<>(DIFFERENCES), differences);
    }

    /// The money of the records is the money of the files: payments enter the ledger with the sum
    /// of CLP04, charges with the sum of the lines.
    @Test
    void theLedgerHoldsTheOraclesMoney() throws IOException {
        List<String> columns = SharedData.oracle("x12_shared_files.csv").getFirst();
        Map<String, byte[]> files = files();
        int checked = 0;
        for (List<String> row : rows("x12_shared_files.csv")) {
            Collected read = Collected.read(files.get(row.getFirst()));
            for (var money : Map.of("paid", "clp_paid", "billed", "svc_amt").entrySet()) {
                BigDecimal expected = new BigDecimal(row.get(columns.indexOf(money.getValue())));
                BigDecimal entered = read.sum(Entity.TRANSACTION, money.getKey());
                assertEquals(0, expected.compareTo(entered), row.getFirst() + " " + entered);
                checked += expected.signum() == 0 ? 0 : 1;
            }
        }
        assertTrue(checked >= 50, "files with money: " + checked);
    }

    private static boolean same(String oracle, String mine) {
        if (oracle.equals(mine)) {
            return true;
        }
        try {
            return new BigDecimal(oracle).compareTo(new BigDecimal(mine)) == 0;
        } catch (NumberFormatException text) {
            return false;
        }
    }

    /// The oracle's columns, from the tokenizer and from `inspect`.
    private static Map<String, String> figures(byte[] file) throws IOException {
        var of = new TreeMap<String, String>();
        var counts = new TreeMap<String, Integer>();
        var findings = new ArrayList<Finding>();
        var reader = new SegmentReader(new ByteArrayInputStream(file), new Findings(findings::add));
        var one = new Segments();
        BigDecimal lines = BigDecimal.ZERO;
        BigDecimal provider = BigDecimal.ZERO;
        BigDecimal payment = BigDecimal.ZERO;
        var sets = new ArrayList<String>();
        while (reader.next()) {
            String name = reader.text(0);
            counts.merge(name, 1, Integer::sum);
            one.clear();
            one.add(reader);
            switch (name) {
                case "SV1", "SV3" -> lines = lines.add(dollars(one, 2));
                case "SV2" -> lines = lines.add(dollars(one, 3));
                case "BPR" -> payment = payment.add(dollars(one, 2));
                case "PLB" -> {
                    for (int e = 4; e < one.elements(0); e += 2) {
                        provider = provider.add(dollars(one, e));
                    }
                }
                case "IK5", "AK5", "AK9" -> sets.add(name + ":" + reader.text(1));
                default -> {}
            }
            of.putIfAbsent("element", separator(reader, Separators::element));
            of.putIfAbsent("component", separator(reader, Separators::component));
            of.putIfAbsent("segment", separator(reader, Separators::terminator));
            if (reader.id() == Ids.IEA) {
                reader.interchangeEnded();
            }
        }
        // Where there is nothing to tell them by, the oracle shows the usual ones.
        of.putIfAbsent("element", "*");
        of.putIfAbsent("component", ":");
        of.putIfAbsent("segment", "~");
        Inspection i = inspect(file);
        of.put("bom", flag(has(i, "bom")));
        of.put("has_isa", flag(counts.containsKey("ISA")));
        of.put("segments", String.valueOf(reader.number()));
        of.put("isa", count(counts, "ISA"));
        of.put("gs", count(counts, "GS"));
        of.put("st", count(counts, "ST"));
        Map<String, Long> types =
                i.transactions().stream()
                        .collect(
                                Collectors.groupingBy(
                                        t -> t.type().substring(0, 3),
                                        TreeMap::new,
                                        Collectors.counting()));
        of.put(
                "tx",
                types.entrySet().stream()
                        .map(e -> e.getKey() + "x" + e.getValue())
                        .collect(Collectors.joining(" ")));
        of.put(
                "versions",
                i.transactions().stream()
                        .map(Inspection.Transaction::version)
                        .distinct()
                        .collect(Collectors.joining(" ")));
        of.put("se_count_mismatch", String.valueOf(howMany(i, "se-count")));
        of.put("clm", String.valueOf(i.claims().size()));
        of.put("clm_amt", sum(i.claims().stream().map(Inspection.Claim::billed).toList()));
        of.put("svc_lines", String.valueOf(i.claims().stream().mapToInt(c -> c.lines()).sum()));
        of.put("svc_amt", lines.toPlainString());
        List<Inspection.RemittanceClaim> paid = i.remittanceClaims();
        of.put("clp", String.valueOf(paid.size()));
        of.put("clp_charge", sum(paid.stream().map(c -> c.billed()).toList()));
        of.put("clp_paid", sum(paid.stream().map(c -> c.paid()).toList()));
        of.put("clp_patresp", sum(paid.stream().map(c -> c.patientResponsibility()).toList()));
        of.put("clp_denied_status4", status(paid, "4"));
        of.put("clp_reversal22", status(paid, "22"));
        // Of all kinds of sets: a 277 has SVC too.
        of.put("svc835", count(counts, "SVC"));
        of.put("bpr", payment.toPlainString());
        of.put("plb_adj", provider.toPlainString());
        of.put(
                "balanced",
                of.get("tx").contains("835")
                        ? flag(
                                i.findings().stream()
                                        .noneMatch(f -> f.code().startsWith("unbalanced")))
                        : "");
        of.put("stc", count(counts, "STC"));
        of.put(
                "aaa",
                String.valueOf(
                        i.findings().stream().filter(f -> f.code().startsWith("aaa")).count()));
        of.put("ak5_ik5", String.join(" ", sets));
        return of;
    }

    private interface Part {
        byte of(Separators separators);
    }

    private static String separator(SegmentReader reader, Part part) {
        Separators separators = reader.separators();
        return separators == null ? "" : String.valueOf((char) part.of(separators));
    }

    private static BigDecimal dollars(Segments one, int element) {
        long cents = one.cents(0, element);
        return cents == X12Values.UNREADABLE ? BigDecimal.ZERO : BigDecimal.valueOf(cents, 2);
    }

    private static String sum(List<BigDecimal> all) {
        return all.stream()
                .filter(java.util.Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    private static String status(List<Inspection.RemittanceClaim> claims, String code) {
        return String.valueOf(claims.stream().filter(c -> c.status().equals(code)).count());
    }

    private static String count(Map<String, Integer> counts, String name) {
        return String.valueOf(counts.getOrDefault(name, 0));
    }

    private static String flag(boolean on) {
        return on ? "1" : "0";
    }

    private static boolean has(Inspection i, String code) {
        return howMany(i, code) > 0;
    }

    private static long howMany(Inspection i, String code) {
        return i.findings().stream().filter(f -> f.code().equals(code)).count();
    }

    @Test
    void everyRemittanceClaimIsTheOracles() throws IOException {
        var expected = new TreeMap<String, List<String>>();
        for (List<String> row : rows("x12_shared_clp.csv")) {
            expected.computeIfAbsent(row.getFirst(), f -> new ArrayList<>())
                    .add(
                            String.join(
                                    ",",
                                    row.get(1),
                                    row.get(2),
                                    plain(row.get(3)),
                                    plain(row.get(4)),
                                    plain(row.get(5)),
                                    row.get(6)));
        }
        var actual = new TreeMap<String, List<String>>();
        for (var file : files().entrySet()) {
            for (var c : inspect(file.getValue()).remittanceClaims()) {
                actual.computeIfAbsent(file.getKey(), f -> new ArrayList<>())
                        .add(
                                String.join(
                                        ",",
                                        c.id(),
                                        c.status(),
                                        plain(c.billed()),
                                        plain(c.paid()),
                                        plain(c.patientResponsibility()),
                                        c.payerControl() == null ? "" : c.payerControl()));
            }
        }
        assertEquals(expected, actual);
    }

    private static String plain(Object money) {
        return money == null || money.equals("")
                ? ""
                : new BigDecimal(money.toString()).setScale(2).toPlainString();
    }

    @Test
    void everyAdjustmentIsTheOracles() throws IOException {
        var expected = new TreeMap<String, String>();
        for (List<String> row : rows("x12_shared_cas.csv")) {
            expected.put(
                    row.get(0) + " " + row.get(1) + " " + row.get(2),
                    row.get(3) + " times, " + plain(row.get(4)));
        }
        var actual = new TreeMap<String, String>();
        for (var file : files().entrySet()) {
            for (var a : inspect(file.getValue()).adjustments()) {
                actual.put(
                        file.getKey() + " " + a.group() + " " + a.carc(),
                        a.count() + " times, " + plain(a.adjusted()));
            }
        }
        assertEquals(expected, actual);
    }
}
