package org.claimscope.app.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.claimscope.data.query.Frame;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

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

    /// A workbook with one sheet: numbers as numbers, dates as dates, everything else as text, so
    /// that leading zeros stay and nothing is taken for a formula.
    ///
    /// @param measures the columns that hold numbers, with their numerators and denominators
    static void xlsx(Frame frame, List<String> measures, Path file) throws IOException {
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "Claimscope", "1.0")) {
            Worksheet sheet = book.newWorksheet("result");
            List<String> columns = frame.columns();
            for (int c = 0; c < columns.size(); c++) {
                String column = columns.get(c);
                boolean number = measures.stream().anyMatch(m -> number(column, m));
                sheet.value(0, c, column);
                for (int r = 0; r < frame.rowCount(); r++) {
                    LocalDate date = frame.date(column, r);
                    BigDecimal value = number ? frame.number(column, r) : null;
                    String text = frame.text(column, r);
                    if (date != null) {
                        sheet.value(r + 1, c, date);
                        sheet.style(r + 1, c).format("yyyy-MM-dd").set();
                    } else if (value != null) {
                        sheet.value(r + 1, c, value);
                    } else if (!number && text != null) {
                        sheet.value(r + 1, c, text);
                    }
                }
            }
        }
    }

    private static boolean number(String column, String measure) {
        return column.equals(measure)
                || column.equals(measure + "_numerator")
                || column.equals(measure + "_denominator");
    }
}
