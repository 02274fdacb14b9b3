package org.claimscope.data.sync;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.claimscope.data.format.Finding;
import org.claimscope.data.format.Format;
import org.claimscope.data.format.Formats;
import org.claimscope.data.format.csv.ColumnWords;
import org.claimscope.data.format.csv.CsvInspection;
import org.claimscope.data.format.csv.Mapping;
import org.claimscope.data.format.csv.MappingDraft;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.format.csv.Sniffed;
import org.claimscope.data.format.csv.Sniffer;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Records;
import org.claimscope.data.model.Rejection;
import org.claimscope.data.model.RowWriter;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.source.FramesProbe;
import org.claimscope.data.source.UnpackProbe;

/// The parsers of bytes that others wrote, and what must hold of any bytes: nothing is thrown, the
/// end is reached, what was not taken has a place and a reason, and no text quotes a record.
enum ForeignBytes {
    X12,
    HL7V2,
    FHIR,
    CODESET,
    CSV,
    MLLP,
    ZIP,
    INSPECT;

    /// The surname of everybody in the seeds: whatever tells it, tells a value of a record.
    static final String SURNAME = "OXBLOODTHWAITE";

    private static final List<Profile> PROFILES = FeedList.shippedProfiles();
    private static final ColumnWords WORDS = new ColumnWords(PROFILES);
    private static final String PARSER = "fuzz.parser";

    /// Jazzer's entry; the property names the parser.
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        valueOf(System.getProperty(PARSER)).check(input);
    }

    /// How a JVM is told which parser to try.
    String option() {
        return "-D" + PARSER + "=" + name();
    }

    /// The name of the seeds' folder.
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws AssertionError when something does not hold
    void check(byte[] input) throws IOException {
        switch (this) {
            case X12, HL7V2, FHIR, CODESET -> read(Formats.named(folder()).orElseThrow(), input);
            case CSV -> delimited(input);
            case MLLP -> FramesProbe.check(input);
            case ZIP -> UnpackProbe.check(input);
            case INSPECT -> {
                Inspected inspected = Inspected.of("patients.csv", () -> stream(input), PROFILES);
                require(inspected.records() >= 0, "fewer records than none");
                inspected.findings().forEach(ForeignBytes::told);
            }
        }
    }

    private static void read(Format format, byte[] input) throws IOException {
        format.fits(Arrays.copyOf(input, Math.min(Format.HEAD, input.length)));
        var taken = new Taken();
        var rejections = new ArrayList<Rejection>();
        var findings = new ArrayList<Finding>();
        boolean ended =
                format.read(
                        stream(input),
                        new Format.Reading(
                                "hos", taken, rejections::add, findings::add, Cancellation.NONE));
        require(ended, "the end was not reached");
        rejections.forEach(ForeignBytes::told);
        findings.forEach(ForeignBytes::told);
        format.inspect(stream(input)).findings().forEach(ForeignBytes::told);
        var places = new TreeSet<>(taken.places);
        rejections.forEach(r -> places.add(r.line()));
        for (long place : places.stream().limit(2).toList()) {
            format.original(stream(input), place);
        }
    }

    /// By a profile that knows the table, else by the one that would be proposed.
    private static void delimited(byte[] input) throws IOException {
        if (!(Sniffer.sniff(stream(input)) instanceof Sniffed.Text text)) {
            return;
        }
        Mapping.Choice choice = Mapping.choose(PROFILES, "patients", text.header());
        if (choice instanceof Mapping.NoneFits) {
            choice =
                    MappingDraft.propose("patients", text.header(), WORDS)
                            .map(d ->
                                    Mapping.choose(
                                            List.of(d.profile("drafted")),
                                            d.table(),
                                            text.header()))
                            .orElse(choice);
        }
        long records = CsvInspection.of("none.csv", () -> stream(input), List.of()).records();
        if (choice instanceof Mapping.Chosen chosen) {
            var taken = new Taken();
            var rejections = new ArrayList<Rejection>();
            boolean ended =
                    Plan.of(text, chosen, "hos")
                            .reader()
                            .read(
                                    stream(input),
                                    new Format.Reading(
                                            "hos",
                                            taken,
                                            rejections::add,
                                            f -> {},
                                            Cancellation.NONE));
            require(ended, "the end was not reached");
            for (Rejection r : rejections) {
                require(r.line() > 0 && !r.explanation().isBlank(), "no place or no reason");
                // The column is the sender's own word for it.
                silent(r.explanation());
            }
            require(
                    taken.places.size() + rejections.size() == records,
                    "of "
                            + records
                            + " records "
                            + taken.places.size()
                            + " were taken and "
                            + rejections.size()
                            + " refused");
        }
    }

    private static BufferedInputStream stream(byte[] input) {
        return new BufferedInputStream(new ByteArrayInputStream(input));
    }

    private static void told(Rejection r) {
        require(r.line() > 0, "a rejection without a place: " + r.reason());
        require(!r.explanation().isBlank(), "a rejection without words: " + r.reason());
        silent(r.toString());
    }

    private static void told(Finding f) {
        require(!f.code().isBlank() && !f.text().isBlank(), "a finding without words");
        silent(f.toString());
    }

    private static void silent(String text) {
        require(!text.contains(SURNAME), "a text quotes a record: " + text);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /// Where the rows came from.
    private static final class Taken implements Records {
        private final List<Long> places = new ArrayList<>();

        @Override
        public RowWriter of(Entity entity) {
            return new Row();
        }

        private final class Row implements RowWriter {
            @Override
            public void text(int field, byte[] utf8, int from, int length) {
                Objects.checkFromIndexSize(from, length, utf8.length);
            }

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
                require(line > 0, "a row without a place");
                places.add(line);
            }

            @Override
            public void endPatch(long line, long eventMicros) {
                endRow(line);
            }

            @Override
            public void abandonRow() {}
        }
    }
}
