package org.claimscope.data.format.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.format.Finding;
import org.claimscope.data.model.Rejection;
import org.claimscope.data.model.RowWriter;
import org.claimscope.data.progress.Cancellation;
import org.jspecify.annotations.Nullable;

/// A look into a file: what it is, which mapping fits, and what would go to quarantine.
///
/// @param format `csv`, or what it is instead, or `empty`
/// @param table the sender's name of the table, from the file's name
/// @param profile the mapping that fits, or null
/// @param findings what is wrong, with the place; never a value of a record
public record CsvInspection(
        String format,
        Sniffed.@Nullable Text text,
        long records,
        String table,
        @Nullable String profile,
        List<String> unmapped,
        List<Finding> findings) {
    private static final int MOST_FINDINGS = 100;

    /// Bytes that can be read more than once.
    public interface Bytes {
        BufferedInputStream open();
    }

    /// Reads the whole file once and keeps nothing.
    ///
    /// @param name the file's name, which tells the table
    public static CsvInspection of(String name, Bytes file, List<Profile> profiles) {
        String table = name.replaceAll("(?i)\\.gz$", "").replaceAll("\\.[^.]*$", "");
        try (BufferedInputStream in = file.open()) {
            return switch (Sniffer.sniff(in)) {
                case Sniffed.Empty() ->
                        other("empty", table, new Finding("empty", "", "the file is empty"));
                case Sniffed.NotCsv(String code, String explanation) ->
                        other(code, table, new Finding("not-csv", "", explanation));
                case Sniffed.Text text -> read(file, text, table, profiles);
            };
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.SOURCE_DOWN,
                    "cannot be read to the end (" + e.getClass().getSimpleName() + ")",
                    e);
        }
    }

    private static CsvInspection other(String format, String table, Finding finding) {
        return new CsvInspection(format, null, 0, table, null, List.of(), List.of(finding));
    }

    private static CsvInspection read(
            Bytes file, Sniffed.Text text, String table, List<Profile> profiles)
            throws IOException {
        var findings = new ArrayList<Finding>();
        var counter = new Counter();
        String guessed = table.toLowerCase(Locale.ROOT).contains("claim") ? "claims" : table;
        Mapping.Choice choice = Mapping.choose(profiles, guessed, text.header());
        String profile = null;
        List<String> unmapped = List.of();
        switch (choice) {
            case Mapping.NoneFits(String explanation) -> {
                findings.add(new Finding("no-profile", "header", explanation));
                count(file, text, counter);
            }
            case Mapping.Chosen(Mapping mapping, List<String> left) -> {
                profile = mapping.label();
                unmapped = left;
                try (var in = file.open()) {
                    new CsvFormat(text, mapping, "inspected")
                            .read(
                                    in,
                                    counter,
                                    r -> {
                                        counter.rows++;
                                        note(findings, r);
                                    },
                                    Cancellation.NONE);
                }
            }
        }
        return new CsvInspection("csv", text, counter.rows, guessed, profile, unmapped, findings);
    }

    private static void count(Bytes file, Sniffed.Text text, Counter counter) throws IOException {
        try (var reader =
                new CsvReader(Utf8Stream.of(file.open(), text.charset()), text.delimiter())) {
            boolean header = reader.next();
            while (header && reader.next()) {
                counter.rows++;
            }
        }
    }

    private static void note(List<Finding> findings, Rejection r) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(
                    new Finding(
                            r.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            "line " + r.line() + (r.column().isEmpty() ? "" : ", " + r.column()),
                            r.explanation()));
        }
    }

    /// Counts rows and forgets them.
    private static final class Counter implements RowWriter {
        private long rows;

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
        public void endPatch(long line, long eventMicros) {
            rows++;
        }

        @Override
        public void endRow(long line) {
            rows++;
        }

        @Override
        public void abandonRow() {}
    }
}
