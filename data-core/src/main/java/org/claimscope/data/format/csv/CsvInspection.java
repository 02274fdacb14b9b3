package org.claimscope.data.format.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.format.Finding;
import org.claimscope.data.model.CountedRows;
import org.claimscope.data.model.Rejection;
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
        var taken = new CountedRows();
        var others = new AtomicLong();
        String guessed = table.toLowerCase(Locale.ROOT).contains("claim") ? "claims" : table;
        Mapping.Choice choice = Mapping.choose(profiles, guessed, text.header());
        String profile = null;
        List<String> unmapped = List.of();
        switch (choice) {
            case Mapping.NoneFits(String explanation) -> {
                findings.add(new Finding("no-profile", "header", explanation));
                others.set(count(file, text));
            }
            case Mapping.Chosen(Mapping mapping, List<String> left) -> {
                profile = mapping.label();
                unmapped = left;
                try (var in = file.open()) {
                    new CsvFormat(text, mapping, "inspected")
                            .read(
                                    in,
                                    taken,
                                    r -> {
                                        others.incrementAndGet();
                                        note(findings, r);
                                    },
                                    Cancellation.NONE);
                }
            }
        }
        return new CsvInspection(
                "csv", text, taken.count() + others.get(), guessed, profile, unmapped, findings);
    }

    private static long count(Bytes file, Sniffed.Text text) throws IOException {
        long records = 0;
        try (var reader =
                new CsvReader(Utf8Stream.of(file.open(), text.charset()), text.delimiter())) {
            boolean header = reader.next();
            while (header && reader.next()) {
                records++;
            }
        }
        return records;
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
}
