package org.claimscope.data.format.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.claimscope.data.format.Format;
import org.claimscope.data.format.hl7v2.Hl7Format;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Records;
import org.claimscope.data.model.RowWriter;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.testing.SharedData;
import org.hl7.fhir.r4.model.ExplanationOfBenefit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How fast messages and resources become rows, beside HAPI's parsers, one thread, median of
/// rounds.
@Tag("bench")
final class MessageSpeedTest {
    private static final int ROUNDS = 9;

    /// Rows that go nowhere.
    private static final class Nowhere implements Records, RowWriter {
        private long rows;

        @Override
        public RowWriter of(Entity entity) {
            return this;
        }

        @Override
        public void text(int field, byte[] utf8, int from, int length) {}

        @Override
        public void date(int field, int epochDay) {}

        @Override
        public void money(int field, long cents) {}

        @Override
        public void quantity(int field, long tenThousandths) {}

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

    private interface Run {
        long run() throws Exception;
    }

    private static double seconds(Run run) throws Exception {
        double[] took = new double[ROUNDS];
        for (int i = 0; i < 3; i++) {
            run.run();
        }
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            if (run.run() == 0) {
                throw new AssertionError("nothing read");
            }
            took[i] = (System.nanoTime() - start) / 1e9;
        }
        java.util.Arrays.sort(took);
        return took[ROUNDS / 2];
    }

    private static long rows(Format format, byte[] delivery) throws Exception {
        var nowhere = new Nowhere();
        format.read(
                new ByteArrayInputStream(delivery),
                new Format.Reading("s", nowhere, r -> {}, f -> {}, Cancellation.NONE));
        return nowhere.rows;
    }

    @Test
    void messagesOfHl7() throws Exception {
        Path folder = SharedData.folder("hl7v2").resolve("fhir-converter");
        String one =
                Files.readString(folder.resolve("ADT-A01-01.hl7")).strip().replace("\n", "\r")
                        + "\r";
        String small =
                "MSH|^~\\&|A|H|B|C|20250101080000||ADT^A01|C1|P|2.5\rEVN|A01|202501010800\r"
                        + "PID|1||P1^^^H^MR||Doe^Jane||19800101|F\r"
                        + "PV1|1|I|W^1^1^N||||D1^Doc||||||||||||V1|||||||||||||||||||||||||202501010800\r";
        for (String message : new String[] {small, one}) {
            int count = 20_000_000 / message.length();
            byte[] delivery = message.repeat(count).getBytes(StandardCharsets.UTF_8);
            double ours = seconds(() -> rows(new Hl7Format(), delivery));
            double theirs;
            try (var context = new DefaultHapiContext()) {
                context.setModelClassFactory(new GenericModelClassFactory());
                context.setValidationContext(ValidationContextFactory.noValidation());
                PipeParser parser = context.getPipeParser();
                int fewer = Math.max(1, count / 10);
                theirs =
                        10
                                * seconds(() -> {
                                    for (int i = 0; i < fewer; i++) {
                                        parser.parse(message);
                                    }
                                    return fewer;
                                });
            }
            System.out.printf(
                    Locale.US,
                    "HL7, messages of %,d bytes: to rows %,.0f messages/s (%.0f MB/s); HAPI, parse only, %,.0f/s%n",
                    message.length(),
                    count / ours,
                    delivery.length / ours / 1e6,
                    count / theirs);
        }
    }

    @Test
    void linesOfFhir() throws Exception {
        Path folder = SharedData.folder("synthea").resolve("fhir");
        byte[] file = Files.readAllBytes(folder.resolve("ExplanationOfBenefit.ndjson"));
        var repeated = new ByteArrayOutputStream();
        for (int i = 0; i < 10; i++) {
            repeated.writeBytes(file);
        }
        byte[] delivery = repeated.toByteArray();
        double toRows = seconds(() -> rows(new FhirFormat(), delivery));
        double parse = seconds(() -> FhirFormat.parse(new ByteArrayInputStream(delivery)));
        String[] lines = new String(file, StandardCharsets.UTF_8).split("\n");
        IParser parser = FhirContext.forR4Cached().newJsonParser();
        double hapi =
                seconds(() -> {
                    for (String line : lines) {
                        parser.parseResource(ExplanationOfBenefit.class, line);
                    }
                    return lines.length;
                });
        System.out.printf(
                Locale.US,
                "FHIR NDJSON, %.0f MB of EOB: parse %.0f MB/s (target 100), to rows %.0f MB/s; HAPI FHIR, parse only, %.1f MB/s%n",
                delivery.length / 1e6,
                delivery.length / parse / 1e6,
                delivery.length / toRows / 1e6,
                file.length / hapi / 1e6);
    }
}
