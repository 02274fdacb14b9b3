package org.claimscope.app.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.claimscope.app.present.SheetFile;
import org.claimscope.data.query.Frame;

/// A result as a file for another program.
final class FrameFiles {
    private FrameFiles() {}

    /// An Arrow IPC stream.
    static void arrow(Frame frame, Path file) throws IOException {
        try (var channel = Channels.newChannel(Files.newOutputStream(file));
                var writer = new ArrowStreamWriter(frame.root(), null, channel)) {
            writer.start();
            writer.writeBatch();
            writer.end();
        }
    }

    /// A workbook.
    ///
    /// @param measures the columns that hold numbers, with their numerators and denominators
    static void xlsx(Frame frame, List<String> measures, Path file) throws IOException {
        List<String> columns = frame.columns();
        var rows = new ArrayList<List<SheetFile.Value>>();
        for (int r = 0; r < frame.rowCount(); r++) {
            var row = new ArrayList<SheetFile.Value>();
            for (String column : columns) {
                boolean number = measures.stream().anyMatch(m -> number(column, m));
                row.add(value(frame, column, r, number));
            }
            rows.add(row);
        }
        try (var out = Files.newOutputStream(file)) {
            new SheetFile(columns, rows).write(out);
        }
    }

    private static SheetFile.Value value(Frame frame, String column, int r, boolean number) {
        LocalDate date = frame.date(column, r);
        BigDecimal value = number ? frame.number(column, r) : null;
        String text = frame.text(column, r);
        if (date != null) {
            return new SheetFile.Value.Day(date);
        }
        if (value != null) {
            return new SheetFile.Value.Amount(value);
        }
        return number || text == null
                ? new SheetFile.Value.Nothing()
                : new SheetFile.Value.Text(text);
    }

    private static boolean number(String column, String measure) {
        return column.equals(measure)
                || column.equals(measure + "_numerator")
                || column.equals(measure + "_denominator");
    }
}
