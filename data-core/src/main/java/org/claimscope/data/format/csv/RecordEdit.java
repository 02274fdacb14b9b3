package org.claimscope.data.format.csv;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// One record under the header of its file, with some values corrected.
public final class RecordEdit {
    private final Sniffed.Text text;
    private final byte[] record;

    private RecordEdit(Sniffed.Text text, byte[] record) {
        this.text = text;
        this.record = record;
    }

    /// @param file the delivery's bytes, for the header
    /// @param record the record's bytes, in UTF-8 as quarantine keeps them
    public static RecordEdit under(InputStream file, byte[] record) throws IOException {
        return switch (Sniffer.sniff(new BufferedInputStream(file, 1 << 17))) {
            case Sniffed.Text text -> new RecordEdit(text, record);
            case Sniffed.Empty() -> throw new IOException("no header");
            case Sniffed.NotCsv(String code, String explanation) -> throw new IOException(code);
        };
    }

    /// Header and record as comma-separated text in UTF-8.
    ///
    /// @throws ClaimscopeException USER when a correction names no column of the file
    public String apply(Map<String, String> corrections) throws IOException {
        List<String> values = values();
        for (Map.Entry<String, String> correction : corrections.entrySet()) {
            int place = text.header().indexOf(correction.getKey());
            if (place < 0) {
                throw new ClaimscopeException(
                        ErrorKind.USER,
                        "The file has no column "
                                + correction.getKey()
                                + ". It has: "
                                + String.join(", ", text.header())
                                + ".");
            }
            while (values.size() <= place) {
                values.add("");
            }
            values.set(place, correction.getValue());
        }
        return line(text.header()) + "\n" + line(values) + "\n";
    }

    private List<String> values() throws IOException {
        var values = new ArrayList<String>();
        try (var reader = new CsvReader(new ByteArrayInputStream(record), text.delimiter())) {
            if (reader.next()) {
                for (int i = 0; i < reader.fieldCount(); i++) {
                    values.add(
                            new String(
                                    reader.bytes(i),
                                    reader.from(i),
                                    reader.length(i),
                                    StandardCharsets.UTF_8));
                }
            }
        }
        return values;
    }

    private static String line(List<String> values) {
        return values.stream()
                .map(v -> '"' + v.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }
}
