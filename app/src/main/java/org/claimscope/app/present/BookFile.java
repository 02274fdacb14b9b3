package org.claimscope.app.present;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A workbook with several sheets, cells as in [SheetFile]. Rows leave the memory as they are
/// written.
///
/// @param sheets at least one
public record BookFile(List<Sheet> sheets) {
    private static final int FLUSHED = 500;
    private static final int LONGEST_NAME = 31;
    private static final int WIDEST = 60;

    /// @param name changed where a workbook does not take it
    /// @param head the lines above the table, such as its title; not repeated
    /// @param columns the first row of the table; empty for a sheet of lines
    public record Sheet(
            String name,
            List<String> head,
            List<String> columns,
            List<List<SheetFile.Value>> rows) {
        public Sheet {
            head = List.copyOf(head);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    public BookFile {
        sheets = List.copyOf(sheets);
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
            var taken = new HashSet<String>();
            for (Sheet sheet : sheets) {
                write(book.newWorksheet(name(sheet.name(), taken)), sheet);
            }
        }
    }

    private static void write(Worksheet to, Sheet sheet) throws IOException {
        int across =
                Math.max(
                        sheet.columns().size(),
                        sheet.rows().stream().mapToInt(List::size).max().orElse(0));
        for (int c = 0; c < across; c++) {
            to.width(c, width(sheet, c));
        }
        int row = 0;
        for (String line : sheet.head()) {
            to.value(row++, 0, line);
        }
        if (!sheet.columns().isEmpty()) {
            for (int c = 0; c < sheet.columns().size(); c++) {
                to.value(row, c, sheet.columns().get(c));
                to.style(row, c).bold().set();
            }
            row++;
            to.freezePane(0, row);
        }
        for (List<SheetFile.Value> values : sheet.rows()) {
            for (int c = 0; c < values.size(); c++) {
                SheetFile.write(to, row, c, values.get(c));
            }
            row++;
            if (row % FLUSHED == 0) {
                to.flush();
            }
        }
        to.finish();
    }

    private static double width(Sheet sheet, int column) {
        int most = column < sheet.columns().size() ? sheet.columns().get(column).length() : 0;
        for (List<SheetFile.Value> row : sheet.rows()) {
            if (column < row.size()) {
                most = Math.max(most, length(row.get(column)));
            }
        }
        return Math.clamp(most + 3, 8, WIDEST);
    }

    private static int length(SheetFile.Value value) {
        return switch (value) {
            case SheetFile.Value.Text(String words) -> words.length();
            case SheetFile.Value.Amount amount ->
                    String.format(Locale.US, "%,.2f", amount.value()).length();
            case SheetFile.Value.Day _ -> 10;
            case SheetFile.Value.Nothing() -> 0;
        };
    }

    /// At most 31 letters, none of those that address cells, and each name once, whatever its case.
    private static String name(String wanted, Set<String> taken) {
        String clean = wanted.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ").strip();
        clean = clean.startsWith("'") ? clean.substring(1) : clean;
        String base = clean.isEmpty() ? "Sheet" : clean;
        String name = cut(base, LONGEST_NAME);
        for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
            String suffix = " " + n;
            name = cut(base, LONGEST_NAME - suffix.length()) + suffix;
        }
        return name;
    }

    private static String cut(String text, int most) {
        String cut = text.substring(0, Math.min(most, text.length())).strip();
        return cut.endsWith("'") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
