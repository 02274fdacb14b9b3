package org.claimscope.app.present;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A workbook with one sheet: numbers as numbers, dates as dates, everything else as text, so that
/// leading zeros stay and nothing is taken for a formula.
///
/// @param columns the first row
/// @param rows one value for each column
public record SheetFile(List<String> columns, List<List<Value>> rows) {
    /// What a cell holds.
    public sealed interface Value {
        record Text(String words) implements Value {}

        record Amount(BigDecimal value) implements Value {}

        record Day(LocalDate day) implements Value {}

        record Nothing() implements Value {}
    }

    public SheetFile {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try {
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public void write(OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Claimscope", "1.0")) {
            Worksheet sheet = book.newWorksheet("result");
            for (int c = 0; c < columns.size(); c++) {
                sheet.value(0, c, columns.get(c));
            }
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < columns.size(); c++) {
                    write(sheet, r + 1, c, rows.get(r).get(c));
                }
            }
        }
    }

    private static void write(Worksheet sheet, int row, int column, Value value) {
        switch (value) {
            case Value.Text(String words) -> sheet.value(row, column, words);
            case Value.Amount(BigDecimal number) -> sheet.value(row, column, number);
            case Value.Day(LocalDate day) -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-MM-dd").set();
            }
            case Value.Nothing() -> {}
        }
    }
}
