package org.claimscope.data.format.fhir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.claimscope.data.format.Format;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.testing.KeptRecords;
import org.claimscope.data.testing.KeptRecords.Row;
import org.claimscope.data.testing.Readings;
import org.claimscope.data.testing.SharedData;
import org.junit.jupiter.api.Test;

/// Dirt, damage and disorder: what a delivery may do and must not do.
final class FhirRobustnessTest {
    private static final FhirFormat FORMAT = new FhirFormat();

    private static String patient(int n) {
        return "{\"resourceType\":\"Patient\",\"id\":\"p"
                + n % 11
                + "\",\"meta\":{\"lastUpdated\":\"2025-01-01T00:00:"
                + String.format("%02d", n % 60)
                + "."
                + n
                + "Z\"},\"name\":[{\"family\":\"Doe "
                + n
                + "\"}]}";
    }

    private static String claim(int n) {
        return "{\"resourceType\":\"Claim\",\"id\":\"c"
                + n
                + "\",\"created\":\"2025-01-01\",\"patient\":{\"reference\":\"Patient/p1\"},\"item\":[{\"sequence\":1,"
                + "\"net\":{\"value\":"
                + n
                + ".25}}],\"total\":{\"value\":"
                + n
                + ".25}}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void onePercentPoisonIsAllRejectedAndTheRestLoads() {
        var lines = new ArrayList<String>();
        var poisoned = new TreeSet<Long>();
        var random = new Random(5);
        String[] poison = {
            "{\"resourceType\":\"Patient\",\"id\":\"x",
            "not json at all",
            "{\"resourceType\":\"Patient\",\"id\":\"x\"}}",
            "{\"id\":\"nothing\"}",
            "[1,2]",
            "{\"a\":" + "[".repeat(10_000),
            "\u0000\u0001\u0002",
            "{\"resourceType\":\"Claim\",\"id\":\"q\",\"total\":{\"value\":\"x\"}}"
        };
        for (int n = 1; n <= 20_000; n++) {
            if (random.nextInt(100) == 0 || n == 1) {
                poisoned.add((long) n);
                lines.add(poison[random.nextInt(poison.length)]);
            } else {
                lines.add(claim(n));
            }
        }
        Readings r = Readings.of(FORMAT, String.join("\n", lines) + "\n");
        var rejected = new TreeSet<Long>();
        r.rejections().forEach(x -> rejected.add(x.line()));
        assertEquals(poisoned, rejected);
        for (Rejection x : r.rejections()) {
            String line = lines.get((int) x.line() - 1);
            String head = line.substring(0, Math.min(line.length(), Units.KEPT_OF_BROKEN));
            assertArrayEquals(bytes(head), x.original());
        }
        List<Row> claims = r.records().rows(Entity.CLAIM);
        assertEquals(20_000 - poisoned.size(), claims.size());
        for (Row row : claims) {
            assertEquals("c" + row.line(), row.get("id"));
        }
    }

    @Test
    void depthOfTenThousandIsOneRejection() throws IOException {
        String deep =
                "{\"resourceType\":\"Patient\",\"id\":\"d\",\"contained\":"
                        + "[{\"contained\":".repeat(5_000)
                        + "1"
                        + "}]".repeat(5_000)
                        + "}";
        String after = patient(1);
        for (String delivery :
                List.of(
                        deep + "\n" + after,
                        deep,
                        "{\n" + deep.substring(1) + "\n" + after,
                        "{\"resourceType\":\"Bundle\",\n\"entry\":[{\"resource\":"
                                + deep
                                + "},{\"resource\":"
                                + after
                                + "}]}",
                        "{\"entry\":" + "[".repeat(10_000))) {
            Readings r = Readings.of(FORMAT, delivery);
            assertEquals(1, r.rejections().size(), delivery.substring(0, 30));
            assertEquals(1, r.rejections().getFirst().line());
            assertEquals(delivery.contains(after) ? 1 : 0, r.records().rows().size());
            FORMAT.inspect(new ByteArrayInputStream(bytes(delivery)));
        }
    }

    @Test
    void aResourceWithoutEndDoesNotTakeTheMemory() throws IOException {
        for (String start :
                List.of(
                        patient(1) + "\n{\"resourceType\":\"Patient\",\"id\":\"",
                        "{\n\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":"
                                + patient(1)
                                + "},{\"resource\":{\"id\":\"")) {
            boolean lines = !start.startsWith("{\n");
            String end =
                    lines
                            ? "\n" + patient(2)
                            : "\",\"x\":[{},\"]}\"]}},{\"resource\":" + patient(2) + "}]}";
            var records = new KeptRecords();
            var rejections = new ArrayList<Rejection>();
            FORMAT.read(
                    new SequenceInputStream(
                            Collections.enumeration(
                                    List.of(
                                            new ByteArrayInputStream(bytes(start)),
                                            endless(200L << 20),
                                            new ByteArrayInputStream(bytes(end))))),
                    new Format.Reading("s", records, rejections::add, f -> {}, Cancellation.NONE));
            assertEquals(Rejection.Reason.TOO_LONG, rejections.getFirst().reason());
            assertEquals(2, rejections.getFirst().line());
            assertTrue(rejections.getFirst().original().length <= Units.KEPT_OF_BROKEN);
            assertEquals(2, records.rows().size());
        }
    }

    private static InputStream endless(long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 'A' : -1;
            }

            @Override
            public int read(byte[] b, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int n = (int) Math.min(left, length);
                Arrays.fill(b, offset, offset + n, (byte) 'A');
                left -= n;
                return n;
            }
        };
    }

    @Test
    void encodingsMarksAndLineEndsDoNotMatter() {
        String plain = patient(1) + "\n" + claim(7);
        Map<String, Map<String, String>> expected =
                Readings.of(FORMAT, plain).records().finalState();
        for (byte[] variant :
                List.of(
                        bytes("\ufeff" + plain),
                        bytes(plain.replace("\n", "\r\n")),
                        bytes("\n\n" + plain + "\n\n"),
                        ("\ufeff" + plain).getBytes(StandardCharsets.UTF_16LE),
                        ("\ufeff" + plain).getBytes(StandardCharsets.UTF_16BE),
                        plain.getBytes(StandardCharsets.UTF_16LE))) {
            assertTrue(FORMAT.fits(variant));
            Readings r = Readings.of(FORMAT, variant);
            assertEquals(List.of(), r.rejections());
            assertEquals(expected, r.records().finalState());
        }
    }

    @Test
    void whatIsNoJsonThrowsNothing() {
        byte[] noise = new byte[100_000];
        new Random(3).nextBytes(noise);
        for (byte[] delivery : List.of(noise, new byte[0], bytes("a,b\n1,2\n"), new byte[9000])) {
            assertFalse(FORMAT.fits(delivery));
            Readings r = Readings.of(FORMAT, delivery);
            assertTrue(r.ended());
            assertEquals(List.of(), r.records().rows());
        }
    }

    @Test
    void anyOrderAndAnyNumberOfRepeatsEndTheSame() {
        var lines = new ArrayList<String>();
        for (int n = 0; n < 60; n++) {
            lines.add(n % 2 == 0 ? patient(n) : claim(n));
        }
        Map<String, Map<String, String>> expected =
                Readings.of(FORMAT, String.join("\n", lines)).records().finalState();
        for (int seed = 0; seed < 100; seed++) {
            var thrice = new ArrayList<String>();
            for (int i = 0; i < 3; i++) {
                thrice.addAll(lines);
            }
            Collections.shuffle(thrice, new Random(seed));
            assertEquals(
                    expected,
                    Readings.of(FORMAT, String.join("\n", thrice)).records().finalState(),
                    "seed " + seed);
        }
    }

    /// Whatever is cut off: a record is there whole, as the whole delivery tells it, or not at all.
    @Test
    void fiveHundredCutsLeaveNothingHalfRead() throws IOException {
        var made = new StringBuilder();
        for (int n = 0; n < 100; n++) {
            made.append(n % 2 == 0 ? patient(n) : claim(n)).append('\n');
        }
        cut(bytes(made.toString()), 150);
        cut(
                bytes(
                        "{\n\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":"
                                + made.toString().strip().replace("\n", "},\n{\"resource\":")
                                + "}]}"),
                150);
        Path folder = SharedData.folder("fhir-bfd");
        cut(Files.readAllBytes(folder.resolve("eobByPatientIdPaged.json")), 100);
        cut(Files.readAllBytes(folder.resolve("claimFissRead.json")), 50);
        byte[] encounters =
                Files.readAllBytes(SharedData.folder("synthea").resolve("fhir/Encounter.ndjson"));
        cut(Arrays.copyOf(encounters, 200_000), 50);
    }

    private static void cut(byte[] whole, int cuts) {
        Set<Row> all = new HashSet<>(Readings.of(FORMAT, whole).records().rows());
        var random = new Random(whole.length);
        for (int i = 0; i < cuts; i++) {
            int at = random.nextInt(whole.length);
            Readings r = Readings.of(FORMAT, Arrays.copyOf(whole, at));
            assertTrue(r.ended());
            assertTrue(all.containsAll(r.records().rows()), "cut at " + at);
            assertTrue(r.rejections().size() <= 1, "cut at " + at);
        }
    }

    @Test
    void damageOfAnyKindThrowsNothing() throws IOException {
        String lines = patient(1) + "\n" + claim(2) + "\n" + patient(3) + "\n";
        String bundle =
                "{\n\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":"
                        + lines.strip().replace("\n", "},\n{\"resource\":")
                        + "}],\"link\":[]}";
        byte[] dirt = bytes("{}[]\",:\\\n\u0000e9-\u00e9");
        for (int seed = 0; seed < 6000; seed++) {
            var random = new Random(seed);
            byte[] damaged = bytes(seed % 2 == 0 ? lines : bundle);
            for (int n = 1 + random.nextInt(12); n > 0; n--) {
                damaged[random.nextInt(damaged.length)] =
                        random.nextBoolean()
                                ? (byte) random.nextInt()
                                : dirt[random.nextInt(dirt.length)];
            }
            assertTrue(Readings.of(FORMAT, damaged).ended());
            FORMAT.inspect(new ByteArrayInputStream(damaged));
            FORMAT.original(new ByteArrayInputStream(damaged), 1 + random.nextInt(3));
        }
    }

    @Test
    void theOriginalOfAPlaceIsItsResource() throws IOException {
        String lines = patient(1) + "\n\n" + claim(2) + "\n";
        assertEquals(3, Readings.of(FORMAT, lines).records().rows(Entity.CLAIM).getFirst().line());
        assertArrayEquals(
                bytes(claim(2)), FORMAT.original(new ByteArrayInputStream(bytes(lines)), 3));
        String bundle =
                "{\n\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":"
                        + patient(1)
                        + "},{\"resource\":"
                        + claim(2)
                        + "}]}";
        assertArrayEquals(
                bytes("{\"resource\":" + claim(2) + "}"),
                FORMAT.original(new ByteArrayInputStream(bytes(bundle)), 2));
        assertEquals(0, FORMAT.original(new ByteArrayInputStream(bytes(bundle)), 3).length);
    }

    @Test
    void refusedContentLeavesNoByte() throws IOException {
        String secret = "SECRETWORDS";
        String smoking =
                "{\"resourceType\":\"Observation\",\"id\":\"o\",\"category\":[{\"coding\":[{\"code\":\"social-history\"}]}],\"valueString\":\""
                        + secret
                        + "\"}";
        String therapy =
                "{\"resourceType\":\"DocumentReference\",\"id\":\"d\",\"type\":{\"text\":\"Psychotherapy note\"},\"content\":[{\"attachment\":{\"data\":\""
                        + secret
                        + "\"}}]}";
        String broken = therapy.substring(0, therapy.length() - 2);
        String all = String.join("\n", patient(1), smoking, therapy, broken, claim(1));
        Readings r = Readings.of(FORMAT, all);
        assertEquals(
                List.of("2 REFUSED_CONTENT", "3 REFUSED_CONTENT", "4 MALFORMED"),
                r.rejections().stream().map(x -> x.line() + " " + x.reason()).toList());
        for (Rejection x : r.rejections()) {
            assertEquals(0, x.original().length);
        }
        for (int place = 1; place <= 5; place++) {
            byte[] original = FORMAT.original(new ByteArrayInputStream(bytes(all)), place);
            assertFalse(new String(original, StandardCharsets.UTF_8).contains(secret));
        }
        assertFalse(r.records().rows().toString().contains(secret));
        assertEquals(1, r.records().rows(Entity.PATIENT).size());
        assertEquals(1, r.records().rows(Entity.CLAIM).size());
    }
}
