package org.claimscope.data.format.hl7v2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection;
import org.claimscope.data.testing.KeptRecords;
import org.claimscope.data.testing.Readings;
import org.claimscope.data.testing.SharedData;
import org.junit.jupiter.api.Test;

/// Dirt, damage and disorder: what a delivery may do and must not do.
final class Hl7RobustnessTest {
    private static final Hl7Format FORMAT = new Hl7Format();

    private static String adt(int n, String event) {
        String day = LocalDate.of(2025, 1, 1).plusDays(n).toString().replace("-", "");
        return "MSH|^~\\&|A|H|B|C|"
                + day
                + "080000||ADT^"
                + event
                + "|C"
                + n
                + "|P|2.5\rEVN|"
                + event
                + "|"
                + day
                + "0800\rPID|1||P"
                + n % 7
                + "^^^H^MR||Name"
                + n
                + "^Given||19800101|F\rPV1|1|I|W^1^1^N||||D"
                + n % 3
                + "^Doc||||||||||||V"
                + n % 9
                + "|||||||||||||||||||||||||"
                + day
                + "0800\r";
    }

    private static String dft(int n) {
        return adt(n, "P03").replace("ADT^P03", "DFT^P03")
                + "FT1|1|T"
                + n
                + "||20250101|20250102|CG|99213^Visit^C4|||1|"
                + (100 + n)
                + ".25|||||||||||||99213\r";
    }

    private static List<String> stream() {
        var all = new ArrayList<String>();
        String[] events = {"A05", "A01", "A08", "A02", "A03", "A13", "A11", "A31"};
        for (int n = 0; n < 60; n++) {
            all.add(n % 3 == 2 ? dft(n) : adt(n, events[n % events.length]));
        }
        all.add(adt(70, "A40") + "MRG|P3^^^H^MR\r");
        all.add(adt(75, "A08").replace("Given", "\"\""));
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void allSharedFilesLoadWithoutARejection() throws IOException {
        Path folder = SharedData.folder("hl7v2");
        int files = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(f -> f.toString().matches(".*\\.(hl7|txt)")).toList()) {
                Readings r = Readings.of(FORMAT, Files.readAllBytes(file));
                assertEquals(List.of(), r.rejections(), file.toString());
                assertTrue(r.ended());
                assertFalse(r.records().rows(Entity.PATIENT).isEmpty(), file.toString());
                files++;
            }
        }
        assertTrue(files >= 25);
    }

    @Test
    void lineEndsFramesEnvelopesAndMarksDoNotMatter() {
        String plain = String.join("", stream());
        Map<String, Map<String, String>> expected = state(bytes(plain));
        var framed = new StringBuilder();
        stream().forEach(m -> framed.append('\u000b').append(m).append("\u001c\r"));
        for (String variant :
                List.of(
                        plain.replace("\r", "\n"),
                        plain.replace("\r", "\r\n"),
                        plain.replace("\r", "\r\r\n"),
                        "\ufeff" + plain,
                        "\r\n \r\n" + plain,
                        framed.toString(),
                        "FHS|^~\\&|A\rBHS|^~\\&|A\r" + plain + "BTS|62\rFTS|1\r")) {
            Readings r = Readings.of(FORMAT, variant);
            assertEquals(List.of(), r.rejections());
            assertEquals(List.of(), r.findings());
            assertEquals(expected, r.records().finalState());
            assertTrue(FORMAT.fits(bytes(variant)));
        }
        byte[] utf16 = ("\ufeff" + plain).getBytes(StandardCharsets.UTF_16LE);
        assertTrue(FORMAT.fits(utf16));
        assertEquals(expected, state(utf16));
        Readings wrong = Readings.of(FORMAT, "FHS|^~\\&|A\rBHS|^~\\&|A\r" + plain + "BTS|61\r");
        assertEquals(List.of("batch-count", "no-trailer"), wrong.codes());
    }

    @Test
    void filesPutTogetherWithoutALineEndAreStillTwoMessages() {
        String first = adt(1, "A01");
        Readings r = Readings.of(FORMAT, first.substring(0, first.length() - 1) + adt(2, "A01"));
        assertEquals(2, r.records().rows(Entity.PATIENT).size());
        assertTrue(r.codes().contains("unterminated"));
    }

    @Test
    void whatIsNoMessageIsOneRejection() {
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        for (byte[] delivery : List.of(noise, bytes("a,b\n1,2\n"), new byte[0], new byte[5000])) {
            Readings r = Readings.of(FORMAT, delivery);
            assertEquals(0, r.records().rows().size());
            assertEquals(Rejection.Reason.MALFORMED, r.rejections().getLast().reason());
            assertFalse(FORMAT.fits(Arrays.copyOf(delivery, Math.min(4096, delivery.length))));
        }
        Readings headless = Readings.of(FORMAT, "PID|1||M1\rPV1|1|I\r" + adt(1, "A01"));
        assertEquals("MSH", headless.rejections().getFirst().column());
        assertEquals(1, headless.rejections().getFirst().line());
        assertEquals(
                "PID|1||M1\rPV1|1|I",
                new String(headless.rejections().getFirst().original(), StandardCharsets.UTF_8));
        assertEquals(2, headless.records().rows(Entity.PATIENT).getFirst().line());
    }

    @Test
    void aMessageWithoutEndDoesNotTakeTheMemory() throws IOException {
        byte[] start = bytes(adt(1, "A01") + "OBX|1|ED|X||");
        byte[] end = bytes("\r" + adt(2, "A01"));
        long size = 300L << 20;
        InputStream endless =
                new InputStream() {
                    private long at;

                    @Override
                    public int read() {
                        long i = at++;
                        if (i < start.length) {
                            return start[(int) i];
                        }
                        if (i < size) {
                            return 'A';
                        }
                        return i - size < end.length ? end[(int) (i - size)] : -1;
                    }

                    @Override
                    public int read(byte[] b, int offset, int length) {
                        if (at > start.length && at + length < size) {
                            Arrays.fill(b, offset, offset + length, (byte) 'A');
                            at += length;
                            return length;
                        }
                        int c = read();
                        if (c < 0) {
                            return -1;
                        }
                        b[offset] = (byte) c;
                        return 1;
                    }
                };
        var records = new KeptRecords();
        var rejections = new ArrayList<Rejection>();
        FORMAT.read(
                endless,
                new org.claimscope.data.format.Format.Reading(
                        "s",
                        records,
                        rejections::add,
                        f -> {},
                        org.claimscope.data.progress.Cancellation.NONE));
        assertEquals(Rejection.Reason.TOO_LONG, rejections.getFirst().reason());
        assertTrue(rejections.getFirst().original().length <= MessageReader.KEPT_OF_BROKEN);
        assertEquals(1, records.rows(Entity.PATIENT).size());
        assertEquals(2, records.rows(Entity.PATIENT).getFirst().line());
    }

    @Test
    void anyOrderAndAnyNumberOfRepeatsEndTheSame() {
        List<String> messages = stream();
        Map<String, Map<String, String>> expected = state(bytes(String.join("", messages)));
        for (int seed = 0; seed < 100; seed++) {
            var thrice = new ArrayList<String>();
            for (int i = 0; i < 3; i++) {
                thrice.addAll(messages);
            }
            Collections.shuffle(thrice, new Random(seed));
            assertEquals(expected, state(bytes(String.join("", thrice))), "seed " + seed);
        }
        // 1 in 3 of 60 is a charge: n = 2, 5, …, 59 at 100.25 + n: 20 × 100.25 + 610.
        double billed =
                expected.entrySet().stream()
                        .filter(e -> e.getKey().startsWith("charge "))
                        .mapToDouble(e -> Double.parseDouble(e.getValue().get("billed")))
                        .sum();
        assertEquals(2615.00, billed, 0.001);
        assertEquals("P0@H", expected.get("patient P3@H").get("merged_into"));
    }

    private static Map<String, Map<String, String>> state(byte[] delivery) {
        Readings r = Readings.of(FORMAT, delivery);
        assertEquals(List.of(), r.rejections());
        return r.records().finalState();
    }

    /// Whatever is cut off, no row tells another value than the whole delivery does, and every
    /// message before the cut is there in full.
    @Test
    void fiveHundredCutsLeaveNothingHalfRead() throws IOException {
        byte[] made = bytes(String.join("", stream()));
        cut(made, 350);
        Path folder = SharedData.folder("hl7v2");
        cut(Files.readAllBytes(folder.resolve("hapi/messages.txt")), 75);
        cut(Files.readAllBytes(folder.resolve("fhir-converter/DFT-P11-01.hl7")), 75);
    }

    private static void cut(byte[] whole, int cuts) throws IOException {
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (KeptRecords.Row row : Readings.of(FORMAT, whole).records().rows()) {
            all.put(row.line() + " " + row.entity() + " " + row.get("id"), row.fields());
        }
        var random = new Random(whole.length);
        int open = 0;
        for (int i = 0; i < cuts; i++) {
            int at = random.nextInt(whole.length);
            Readings r = Readings.of(FORMAT, Arrays.copyOf(whole, at));
            assertTrue(r.ended());
            for (KeptRecords.Row row : r.records().rows()) {
                Map<String, String> full =
                        all.get(row.line() + " " + row.entity() + " " + row.get("id"));
                assertTrue(full != null, "cut at " + at + ": a record that is none");
                row.fields()
                        .forEach((field, value) ->
                                assertEquals(
                                        full.get(field), value, "cut at " + at + ": " + field));
                if (row.entity() == Entity.CHARGE || row.entity() == Entity.TRANSACTION) {
                    assertEquals(full.get("billed"), row.get("billed"), "cut at " + at);
                }
            }
            open += r.findings().isEmpty() && r.rejections().isEmpty() ? 0 : 1;
            FORMAT.inspect(new ByteArrayInputStream(whole, 0, at));
        }
        assertTrue(open > cuts / 2, "the cuts were told: " + open + " of " + cuts);
    }

    @Test
    void damageOfAnyKindThrowsNothing() throws IOException {
        byte[] whole = bytes(String.join("", stream().subList(0, 12)));
        byte[] dirt = bytes("|^~\\&\"\r\n\u000b\u001cMSH0-.9\u00e9");
        for (int seed = 0; seed < 3000; seed++) {
            var random = new Random(seed);
            byte[] damaged = whole.clone();
            for (int n = 1 + random.nextInt(20); n > 0; n--) {
                int at = random.nextInt(damaged.length);
                switch (random.nextInt(3)) {
                    case 0 -> damaged[at] = (byte) random.nextInt();
                    case 1 -> damaged[at] = dirt[random.nextInt(dirt.length)];
                    default -> {
                        int from = random.nextInt(damaged.length);
                        int size =
                                Math.min(random.nextInt(50), damaged.length - Math.max(at, from));
                        System.arraycopy(whole, from, damaged, at, size);
                    }
                }
            }
            Readings r = Readings.of(FORMAT, damaged);
            assertTrue(r.ended());
            for (Rejection x : r.rejections()) {
                assertTrue(x.line() > 0);
            }
            FORMAT.inspect(new ByteArrayInputStream(damaged));
            FORMAT.original(new ByteArrayInputStream(damaged), 1 + random.nextInt(12));
        }
    }

    @Test
    void anOpenBlockIsHalfAMessage() {
        String framed = "\u000b" + adt(1, "A01") + "\u001c\r\u000b" + adt(2, "A01");
        Readings r = Readings.of(FORMAT, framed);
        assertEquals(1, r.records().rows(Entity.PATIENT).size());
        assertEquals(Rejection.Reason.CUT_OFF, r.rejections().getFirst().reason());
        assertEquals(2, r.rejections().getFirst().line());
    }

    @Test
    void aSumThatTheEndOfTheFileCutsIsNotBelieved() {
        String start = adt(1, "P03").replace("ADT^P03", "DFT^P03") + "FT1|1|T1||20250101||CG||||1|";
        assertEquals("FT1-11", Readings.of(FORMAT, start + "15").rejections().getFirst().column());
        assertEquals(
                Rejection.Reason.CUT_OFF,
                Readings.of(FORMAT, start + "15.2").rejections().getFirst().reason());
        assertEquals(
                "15.25",
                Readings.of(FORMAT, start + "15.25")
                        .records()
                        .row(Entity.CHARGE, "T1")
                        .get("billed"));
        assertEquals(
                "15.00",
                Readings.of(FORMAT, start + "15|")
                        .records()
                        .row(Entity.CHARGE, "T1")
                        .get("billed"));
    }

    @Test
    void theOriginalOfAPlaceIsItsMessage() throws IOException {
        String all = adt(1, "A01") + adt(2, "A01");
        byte[] second = FORMAT.original(new ByteArrayInputStream(bytes(all)), 2);
        assertArrayEquals(bytes(adt(2, "A01").stripTrailing()), second);
        assertEquals(0, FORMAT.original(new ByteArrayInputStream(bytes(all)), 3).length);
    }

    @Test
    void refusedContentLeavesNoByte() throws IOException {
        String note = "SECRETWORDS";
        String psych =
                adt(1, "T02").replace("ADT^T02", "MDM^T02")
                        + "TXA|1|PN^Psychotherapy note|TX|20250101||||||||"
                        + note
                        + "DOC|||||LA\rOBX|1|TX|N^x||"
                        + note
                        + "\rNTE|1||"
                        + note
                        + "\r";
        String social =
                adt(2, "R01").replace("ADT^R01", "ORU^R01")
                        + "OBR|1||R1|71260^CT^C4\rOBX|1|TX|x||fine\rOBX|2|TX|72166-2^Smoking^LN||"
                        + note
                        + "\rNTE|1||"
                        + note
                        + "\rOBR|2||R2|29762-2^Social^LN\rOBX|1|TX|x||"
                        + note
                        + "\r";
        String service =
                adt(3, "T02").replace("ADT^T02", "MDM^T02").replace("^Doc||||", "^Doc|||SUD|")
                        + "TXA|1|PN^Progress note|TX|20250101||||||||D3|||||LA\rOBX|1|TX|N^x||"
                        + note
                        + "\r";
        String broken = psych.replace("PID|", "PIX|").replace("PV1|", "PVX|");
        String all = psych + social + service + broken;
        Readings r = Readings.of(FORMAT, all);
        assertEquals(
                List.of("1 TXA-2", "2 OBX-3", "2 OBR-4", "3 PV1-10", "4 TXA-2", "4 PID-3"),
                r.rejections().stream().map(x -> x.line() + " " + x.column()).toList());
        var kept = new ByteArrayOutputStream();
        for (Rejection x : r.rejections()) {
            kept.write(x.original());
            assertTrue(x.reason() != Rejection.Reason.REFUSED_CONTENT || x.original().length == 0);
        }
        for (int place = 1; place <= 4; place++) {
            kept.write(FORMAT.original(new ByteArrayInputStream(bytes(all)), place));
        }
        assertFalse(kept.toString(StandardCharsets.UTF_8).contains(note));
        assertFalse(r.records().rows().toString().contains(note));
        assertFalse(FORMAT.inspect(new ByteArrayInputStream(bytes(all))).toString().contains(note));
        assertEquals(
                List.of("R1"),
                r.records().rows(Entity.NOTE).stream().map(x -> x.get("id")).toList(),
                "the other note of the message is known");
        assertEquals(3, r.records().rows(Entity.ENCOUNTER).size(), "the visits still load");
    }

    @Test
    void whatIsOddIsTold() {
        Readings r =
                Readings.of(
                        FORMAT,
                        "MSH|^~\\&|A|H|B|C|||ADT^A28||P|3.0\r// a comment\rPID|1||M1||Doe||1980\r"
                                + adt(1, "A28").replace("20250102", "29990102"));
        assertEquals(
                List.of(
                        "no-control-id",
                        "version",
                        "not-a-date",
                        "not-a-segment",
                        "no-event-time",
                        "future"),
                r.codes());
        assertEquals(0, r.records().row(Entity.PATIENT, "M1").eventMicros());
        assertFalse(r.findings().toString().contains("Doe"));
        assertFalse(r.findings().toString().contains("1980"));
    }
}
