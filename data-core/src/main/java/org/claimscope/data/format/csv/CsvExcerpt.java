package org.claimscope.data.format.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.claimscope.data.format.Excerpt;

/// Finds a line of delimited text again, under its header.
public final class CsvExcerpt {
    private static final int HEAD = 1 << 17;

    private CsvExcerpt() {}

    /// Opens the delivery from its start.
    public interface Opening {
        InputStream open() throws IOException;
    }

    /// @param line the first of the record, from 1; a record may go over several
    /// @return empty when no record begins there
    public static Excerpt of(Opening file, long line) throws IOException {
        Sniffed sniffed;
        try (var head = new BufferedInputStream(file.open(), HEAD)) {
            sniffed = Sniffer.sniff(head);
        }
        if (!(sniffed instanceof Sniffed.Text text)) {
            return Excerpt.of(new byte[0]);
        }
        try (var reader =
                new CsvReader(
                        Utf8Stream.of(new BufferedInputStream(file.open(), HEAD), text.charset()),
                        text.delimiter())) {
            byte[] header = reader.next() ? reader.original() : new byte[0];
            while (reader.next()) {
                if (reader.line() == line) {
                    return new Excerpt(header, reader.original(), new byte[0]);
                }
            }
            return Excerpt.of(new byte[0]);
        }
    }
}
