package org.claimscope.data.format.x12;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.claimscope.data.format.Format;
import org.claimscope.data.model.Records;
import org.claimscope.data.model.RowWriter;
import org.claimscope.data.progress.Cancellation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How fast X12 is read; prints and never fails on a time. Targets: tokenizer 200 MB/s, 835 to
/// records 20 MB/s.
@Tag("bench")
final class X12BenchTest {
    private static final int ROUNDS = 7;

    private interface Run {
        void read(byte[] file) throws IOException;
    }

    /// A payment of many claims of three lines, seeded.
    private static byte[] remittance(int claims) {
        var random = new Random(835);
        var body = new StringBuilder();
        long total = 0;
        for (int c = 0; c < claims; c++) {
            long paid = 0;
            var lines = new StringBuilder();
            for (int l = 0; l < 3; l++) {
                int charge = 50 + random.nextInt(400);
                int off = random.nextInt(charge / 2);
                int share = random.nextInt(charge - off);
                paid += charge - off - share;
                lines.append(
                        "SVC*HC:9921%d:25*%d*%d**1~DTM*472*202603%02d~CAS*CO*45*%d~CAS*PR*2*%d~REF*6R*L%d~AMT*B6*%d~"
                                .formatted(
                                        l,
                                        charge,
                                        charge - off - share,
                                        1 + random.nextInt(28),
                                        off,
                                        share,
                                        l,
                                        charge - off));
            }
            total += paid;
            body.append(
                            "CLP*C%07d*1*%d*%d**HM*ICN%09d*11*1~NM1*QC*1*DOE*JANE****MI*M%07d~NM1*82*1*GOOD*DOC****XX*1888887777~DTM*050*20260305~"
                                    .formatted(c, 900, paid, c, c % 5000))
                    .append(lines);
        }
        return RemittanceTest.file(String.valueOf(total), body.substring(0, body.length() - 1))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] claims(int claims) {
        var body = new StringBuilder();
        for (int c = 0; c < claims; c++) {
            body.append(ClaimTest.SUBSCRIBER.replace("M123", "M" + c % 5000))
                    .append(
                            "CLM*C%07d*300***11:B:1*Y*A*Y*Y~HI*ABK:E119*ABF:I10~NM1*82*1*GOOD*DOC****XX*1888887777~LX*1~SV1*HC:99213:25*200*UN*1***1:2~DTP*472*D8*20260302~REF*6R*L1~LX*2~SV1*HC:80053*100*UN*2***1~DTP*472*D8*20260302~"
                                    .formatted(c));
        }
        return ClaimTest.file("20260305", body.toString()).getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void throughput() throws IOException {
        byte[] remittance = remittance(60_000);
        byte[] claims = claims(60_000);
        say(
                "835 of %.1f MB, 837 of %.1f MB, best and median of %d rounds",
                remittance.length / 1e6, claims.length / 1e6, ROUNDS);
        measure("tokenizer, 835", remittance, X12BenchTest::tokens);
        measure("tokenizer, 837", claims, X12BenchTest::tokens);
        measure("835 to records", remittance, X12BenchTest::records);
        measure("837 to records", claims, X12BenchTest::records);
        measure(
                "inspect, 835",
                remittance,
                file -> new X12Format().inspect(new ByteArrayInputStream(file)));
        measure("StAEDI events, 835", remittance, X12BenchTest::staedi);
    }

    private static void measure(String what, byte[] file, Run run) throws IOException {
        var rates = new double[ROUNDS];
        for (int i = 0; i < 3; i++) {
            run.read(file);
        }
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            run.read(file);
            rates[i] = file.length / 1e6 / ((System.nanoTime() - start) / 1e9);
        }
        java.util.Arrays.sort(rates);
        say("%-22s best %8.1f MB/s  median %8.1f MB/s", what, rates[ROUNDS - 1], rates[ROUNDS / 2]);
    }

    private static void tokens(byte[] file) throws IOException {
        var reader = new SegmentReader(new ByteArrayInputStream(file), new Findings(f -> {}));
        long elements = 0;
        while (reader.next()) {
            elements += reader.elements();
        }
        if (elements == 0) {
            throw new IllegalStateException("nothing was read");
        }
    }

    private static void records(byte[] file) throws IOException {
        var sink = new Sink();
        new X12Format()
                .read(
                        new ByteArrayInputStream(file),
                        new Format.Reading(
                                "bench",
                                (Records) entity -> sink,
                                r -> {
                                    throw new IllegalStateException(r.toString());
                                },
                                f -> {},
                                Cancellation.NONE));
        if (sink.rows == 0) {
            throw new IllegalStateException("nothing was read");
        }
    }

    private static void staedi(byte[] file) throws IOException {
        var factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
        try (EDIStreamReader reader =
                factory.createEDIStreamReader(new ByteArrayInputStream(file))) {
            while (reader.hasNext()) {
                reader.next();
            }
        } catch (EDIStreamException e) {
            throw new IOException(e);
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.US, format, values));
    }

    /// Counts rows and looks at every value's length.
    private static final class Sink implements RowWriter {
        private long rows;
        private long seen;

        @Override
        public void text(int field, byte[] utf8, int from, int length) {
            seen += length;
        }

        @Override
        public void date(int field, int epochDay) {
            seen += epochDay;
        }

        @Override
        public void money(int field, long cents) {
            seen += cents;
        }

        @Override
        public void quantity(int field, long tenThousandths) {
            seen += tenThousandths;
        }

        @Override
        public void clear(int field) {}

        @Override
        public void endRow(long line) {
            rows++;
        }

        @Override
        public void endPatch(long line, long eventMicros) {
            rows++;
        }

        @Override
        public void abandonRow() {}
    }
}
