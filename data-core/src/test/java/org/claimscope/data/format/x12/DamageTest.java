package org.claimscope.data.format.x12;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimscope.data.format.Excerpt;
import org.claimscope.data.format.Formats;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection;
import org.junit.jupiter.api.Test;

/// What deliveries go through on their way: cut off, run together, damaged. Nothing is thrown,
/// nothing is taken half or twice, and the rest is read.
final class DamageTest {
    private static final long SEED = 20260322;

    /// Files of each kind that every cut and mutation is tried on, whether or not the real ones are
    /// there.
    private static Map<String, byte[]> samples() {
        var samples = new LinkedHashMap<String, byte[]>();
        samples.put(
                "835",
                bytes(
                        RemittanceTest.file(
                                "5",
                                "CLP*A*1*10*5*2*HM*I1*11*1",
                                "NM1*QC*1*DOE*JANE****MI*M1",
                                "SVC*HC:1*6*3",
                                "DTM*472*20260301",
                                "CAS*CO*45*1*1",
                                "CAS*PR*1*2",
                                "SVC*HC:2*4*2",
                                "CAS*CO*197*2",
                                "CLP*B*22*-10*-5**HM*I2",
                                "CAS*CO*45*-5",
                                "CLP*C*4*7*0**HM*I3",
                                "CAS*CO*16*7",
                                "MOA***N1",
                                "PLB*1*20261231*WO:X*-5")));
        samples.put(
                "837",
                bytes(
                        ClaimTest.file(
                                "20260305",
                                ClaimTest.SUBSCRIBER
                                        + "CLM*A*30***11:B:1~HI*ABK:E119~LX*1~SV1*HC:1*20*UN*1~DTP*472*D8*20260301~LX*2~SV1*HC:2*10*UN*1~CLM*B*5***11:B:8~REF*F8*I9~LX*1~SV1*HC:3*5*UN*1~HL*3*1*22*1~SBR*S~NM1*IL*1*ROE*R****MI*M2~NM1*PR*2*P*****PI*P2~HL*4*3*23~PAT*19~NM1*QC*1*ROE*K~CLM*C*9***11:B:1~LX*1~SV1*HC:3*9*UN*1~NTE*ADD*X~")));
        return samples;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Set<String> rows(Collected read) {
        return read.rows.stream()
                .map(r -> r.entity() + " " + r.values() + " " + r.event())
                .collect(Collectors.toSet());
    }

    @Test
    void whereverADeliveryIsCutOnlyWholeRecordsAreTaken() throws IOException {
        System.out.println("cut points, seed " + SEED);
        var random = new Random(SEED);
        for (var sample : samples().entrySet()) {
            byte[] whole = sample.getValue();
            Collected read = Collected.read(whole);
            assertEquals(List.of(), read.rejections, sample.getKey());
            Set<String> known = rows(read);
            int truncated = 0;
            int fewer = 0;
            for (int i = 0; i < 500; i++) {
                // Without the IEA's terminator nothing is missing.
                int cut = random.nextInt(whole.length - 1);
                Collected part = Collected.read(Arrays.copyOf(whole, cut));
                assertTrue(
                        known.containsAll(rows(part)),
                        () -> sample.getKey() + " cut at " + cut + " took what was never sent");
                assertEquals(part.rows.size(), new HashSet<>(part.rows).size());
                fewer += part.rows.size() < read.rows.size() ? 1 : 0;
                truncated +=
                        part.rejections.stream()
                                        .anyMatch(r -> r.reason() == Rejection.Reason.CUT_OFF)
                                ? 1
                                : 0;
            }
            assertTrue(fewer > 300, sample.getKey() + " " + fewer);
            assertTrue(truncated > 200, sample.getKey() + " " + truncated);
        }
    }

    @Test
    void realFilesCutAnywhereThrowNothing() throws IOException {
        var random = new Random(SEED);
        for (var file : X12InspectTest.files().entrySet()) {
            byte[] whole = file.getValue();
            if (whole.length > 20_000) {
                continue;
            }
            Set<String> known = rows(Collected.read(whole));
            for (int i = 0; i < 60; i++) {
                Collected part = Collected.read(Arrays.copyOf(whole, random.nextInt(whole.length)));
                var more = rows(part);
                more.removeAll(known);
                assertEquals(Set.of(), more, file.getKey());
            }
        }
    }

    @Test
    void bytesThatAreChangedThrowNothing() throws IOException {
        System.out.println("mutations, seed " + SEED);
        var random = new Random(SEED);
        byte[] signs = bytes("~*:^|\n\r ISAGSTE0.-Z\u00ef\u0000");
        int findings = 0;
        for (var sample : samples().entrySet()) {
            for (int i = 0; i < 1500; i++) {
                byte[] changed = sample.getValue().clone();
                int times = 1 + random.nextInt(8);
                for (int t = 0; t < times; t++) {
                    int at = random.nextInt(changed.length);
                    switch (random.nextInt(3)) {
                        case 0 -> changed[at] = (byte) random.nextInt(256);
                        case 1 -> changed[at] = signs[random.nextInt(signs.length)];
                        default -> {
                            int length = Math.min(random.nextInt(20), changed.length - at);
                            System.arraycopy(
                                    changed,
                                    random.nextInt(changed.length - length),
                                    changed,
                                    at,
                                    length);
                        }
                    }
                }
                Collected read = Collected.read(changed);
                findings += read.findings.size() + read.rejections.size();
                for (Rejection r : read.rejections) {
                    assertTrue(r.line() > 0 && !r.explanation().isEmpty());
                }
                assertTrue(new X12Format().inspect(new ByteArrayInputStream(changed)) != null);
            }
        }
        assertTrue(findings > 500, "the mutations hurt: " + findings);
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[random.nextInt(3000)];
            random.nextBytes(noise);
            assertEquals(List.of(), Collected.read(noise).rows);
        }
    }

    @Test
    void everyRealFileLoadsAndSaysWhatItDidNotTake() throws IOException {
        var seen = EnumSet.noneOf(Entity.class);
        int rejected = 0;
        for (var file : X12InspectTest.files().entrySet()) {
            Collected read = Collected.read(file.getValue());
            read.rows.forEach(r -> seen.add(r.entity()));
            rejected += read.rejections.size();
            for (var row : read.rows) {
                assertTrue(row.place() > 0 && row.id() != null, file.getKey() + " " + row);
            }
            for (Rejection r : read.rejections) {
                assertTrue(
                        r.line() > 0 && !r.explanation().isEmpty() && r.original().length > 0,
                        file.getKey() + " " + r);
            }
            byte[] head = Arrays.copyOf(file.getValue(), Math.min(file.getValue().length, 4096));
            assertEquals("x12", Formats.of(head).orElseThrow().id());
        }
        assertTrue(
                seen.containsAll(
                        EnumSet.of(
                                Entity.CLAIM,
                                Entity.CLAIM_LINE,
                                Entity.PATIENT,
                                Entity.COVERAGE,
                                Entity.PAYER,
                                Entity.PROVIDER,
                                Entity.TRANSACTION,
                                Entity.REMITTANCE,
                                Entity.REMITTANCE_CLAIM,
                                Entity.REMITTANCE_LINE,
                                Entity.ADJUSTMENT,
                                Entity.ACKNOWLEDGEMENT,
                                Entity.NOTE)),
                seen.toString());
        assertTrue(rejected > 0 && rejected < 100, "rejected " + rejected);
    }

    @Test
    void filesRunTogetherAreReadOneByOne() throws IOException {
        byte[] remittance = samples().get("835");
        byte[] claims = samples().get("837");
        var together = new ByteArrayOutputStream();
        together.write(remittance, 0, remittance.length - 60);
        together.writeBytes(
                new String(claims, StandardCharsets.ISO_8859_1)
                        .replace('*', '|')
                        .getBytes(StandardCharsets.ISO_8859_1));
        together.writeBytes(bytes("\n-- 2nd copy --\n"));
        together.writeBytes(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        together.writeBytes(remittance);
        Collected read = Collected.read(together.toByteArray());
        var expected = rows(Collected.read(remittance));
        expected.addAll(rows(Collected.read(claims)));
        assertEquals(expected, rows(read));
        assertTrue(
                read.codes().containsAll(List.of("truncated", "no-iea", "garbage", "bom")),
                read.codes().toString());
    }

    @Test
    void aPlaceLeadsBackToItsBytes() throws IOException {
        byte[] file = samples().get("835");
        Collected read = Collected.read(file);
        var line = read.all(Entity.REMITTANCE_LINE).get(1);
        assertArrayEquals(
                bytes("SVC*HC:2*4*2"),
                new X12Format().original(new ByteArrayInputStream(file), line.place()));
        assertEquals(0, new X12Format().original(new ByteArrayInputStream(file), 10_000).length);
        assertEquals(0, new X12Format().original(new ByteArrayInputStream(file), 0).length);
    }

    /// A claim's decision with its adjustments and lines, up to the next claim's.
    @Test
    void aPlaceIsShownWithWhatBelongsToIt() throws IOException {
        String file =
                "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260101*1200*^*00501*000000001*0*P*:~"
                        + "GS*HP*A*B*20260101*1200*1*X*005010X221A1~ST*835*0001~BPR*I*7*C*ACH~TRN*1*T1*1~"
                        + "CLP*A*1*10*4**12~CAS*CO*45*6~SVC*HC:1*10*4~CLP*B*1*3*3**12~SE*7*0001~GE*1*1~IEA*1*000000001~";
        // ISA 1, GS 2, ST 3, BPR 4, TRN 5, CLP 6.
        Excerpt clp = new X12Format().excerpt(new ByteArrayInputStream(bytes(file)), 6);
        assertEquals(
                "ST*835*0001\nBPR*I*7*C*ACH\nTRN*1*T1*1",
                new String(clp.before(), StandardCharsets.US_ASCII));
        assertEquals("CLP*A*1*10*4**12", new String(clp.record(), StandardCharsets.US_ASCII));
        assertEquals(
                "CAS*CO*45*6\nSVC*HC:1*10*4", new String(clp.after(), StandardCharsets.US_ASCII));
        Excerpt last = new X12Format().excerpt(new ByteArrayInputStream(bytes(file)), 9);
        assertEquals("CLP*B*1*3*3**12", new String(last.record(), StandardCharsets.US_ASCII));
        assertEquals(0, last.after().length);
    }

    @Test
    void otherFilesAreNotX12() {
        for (String other :
                List.of(
                        "",
                        "ISA",
                        "patient_id,name\n1,x\n",
                        "MSH|^~\\&|A|B|C|D|20260101||ADT^A01|1|P|2.5\rPID|1\r",
                        "{\"resourceType\":\"Patient\"}",
                        "STATE,GS\n")) {
            assertFalse(new X12Format().fits(bytes(other)), other);
        }
        assertTrue(new X12Format().fits(samples().get("837")));
        assertTrue(new X12Format().fits(SegmentReaderTest.ISA.getBytes(StandardCharsets.UTF_16)));
    }
}
