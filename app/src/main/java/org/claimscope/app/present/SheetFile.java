package org.claimscope.app.present;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.claimscope.charts.shape.Unit;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A workbook with one sheet: numbers as numbers, dates as dates, everything else as text, so that
/// leading zeros stay and nothing is taken for a formula.
///
/// @param columns the first row
/// @param rows one value for each column
public record SheetFile(List<String> columns, List<List<Value>> rows) {
    // What a cell of a workbook can hold.
    private static final int MOST_TEXT = 32_767;

    /// What a cell holds.
    public sealed interface Value {
        record Text(String words) implements Value {}

        /// @param format as spreadsheets spell it; empty for theirs
        record Amount(BigDecimal value, String format) implements Value {
            public Amount(BigDecimal value) {
                this(value, "");
            }
        }

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

    /// How a spreadsheet shows figures of a unit: the value in the cell stays exact.
    public static String format(Unit unit) {
        return switch (unit) {
            case MONEY -> "#,##0.00";
            case RATE -> "0.0%";
            case DAYS -> "#,##0.0";
            case COUNT -> "#,##0";
        };
    }

    static void write(Worksheet sheet, int row, int column, Value value) {
        switch (value) {
            case Value.Text(String words) ->
                    sheet.value(
                            row, column, words.substring(0, Math.min(words.length(), MOST_TEXT)));
            case Value.Amount(BigDecimal number, String format) -> {
                sheet.value(row, column, number);
                if (!format.isEmpty()) {
                    sheet.style(row, column).format(format).set();
                }
            }
            case Value.Day(LocalDate day) -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-MM-dd").set();
            }
            case Value.Nothing() -> {}
        }
    }
}
