package org.claimscope.data.sync;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.format.Finding;
import org.claimscope.data.format.Format;
import org.claimscope.data.format.Formats;
import org.claimscope.data.format.Inspection;
import org.claimscope.data.format.csv.CsvInspection;
import org.claimscope.data.format.csv.Profile;

/// A look into a file before it is imported: a format that tells by itself what it is, or delimited
/// text that a mapping profile must explain. Keeps nothing.
public sealed interface Inspected {
    /// X12, HL7 v2, FHIR.
    record ByItself(Inspection inspection) implements Inspected {}

    /// Delimited text, and whatever nobody knows.
    record Delimited(CsvInspection inspection) implements Inspected {}

    /// The word for it, such as `x12` or `csv`.
    default String format() {
        return switch (this) {
            case ByItself(Inspection i) -> i.format();
            case Delimited(CsvInspection i) -> i.format();
        };
    }

    default List<Finding> findings() {
        return switch (this) {
            case ByItself(Inspection i) -> i.findings();
            case Delimited(CsvInspection i) -> i.findings();
        };
    }

    /// How many records, messages, resources or claims.
    default long records() {
        return switch (this) {
            case ByItself(Inspection i) ->
                    i.claims().size()
                            + i.remittanceClaims().size()
                            + i.messages().size()
                            + i.resources().values().stream().mapToLong(Long::longValue).sum();
            case Delimited(CsvInspection i) -> i.records();
        };
    }

    /// Reads the whole file once.
    ///
    /// @param name the file's name, which tells the table of delimited text
    /// @throws ClaimscopeException SOURCE_DOWN when it cannot be read to the end
    static Inspected of(String name, CsvInspection.Bytes file, List<Profile> profiles) {
        try {
            Optional<Format> format;
            try (BufferedInputStream in = file.open()) {
                format = Formats.of(in.readNBytes(Format.HEAD));
            }
            if (format.isPresent()) {
                try (BufferedInputStream in = file.open()) {
                    return new ByItself(format.get().inspect(in));
                }
            }
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.SOURCE_DOWN,
                    "cannot be read to the end (" + e.getClass().getSimpleName() + ")",
                    e);
        }
        return new Delimited(CsvInspection.of(name, file, profiles));
    }
}
