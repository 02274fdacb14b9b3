package org.claimscope.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Rows as aligned text for people, or as CSV for programs.
final class TextTable {
    private static final int WIDEST = 60;

    private final List<String> header;
    private final Set<Integer> rightAligned;
    private final List<List<String>> rows = new ArrayList<>();

    /// @param rightAligned indexes of columns that hold numbers
    TextTable(List<String> header, Set<Integer> rightAligned) {
        this.header = List.copyOf(header);
        this.rightAligned = Set.copyOf(rightAligned);
    }

    void add(List<String> row) {
        rows.add(List.copyOf(row));
    }

    void print(PrintWriter out) {
        int[] widths = new int[header.size()];
        for (int c = 0; c < widths.length; c++) {
            widths[c] = cut(header.get(c)).length();
            for (List<String> row : rows) {
                widths[c] = Math.max(widths[c], cut(row.get(c)).length());
            }
        }
        out.println(line(header, widths));
        StringBuilder rule = new StringBuilder();
        for (int w : widths) {
            rule.append(rule.isEmpty() ? "" : "  ").append("-".repeat(w));
        }
        out.println(rule);
        rows.forEach(r -> out.println(line(r, widths)));
    }

    private String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String cell = cut(cells.get(c));
            String pad = " ".repeat(widths[c] - cell.length());
            line.append(c == 0 ? "" : "  ")
                    .append(rightAligned.contains(c) ? pad + cell : cell + pad);
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String cell) {
        return cell.length() <= WIDEST ? cell : cell.substring(0, WIDEST - 1) + "…";
    }

    void printCsv(PrintWriter out) {
        out.println(csv(header));
        rows.forEach(r -> out.println(csv(r)));
    }

    private static String csv(List<String> cells) {
        return cells.stream().map(TextTable::quoted).collect(Collectors.joining(","));
    }

    /// Spreadsheets run what begins like a formula; an apostrophe makes it text. Numbers stay
    /// numbers.
    private static String quoted(String cell) {
        boolean number = cell.matches("-?\\d+(\\.\\d+)?");
        String safe =
                !cell.isEmpty() && !number && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0
                        ? "'" + cell
                        : cell;
        return safe.contains(",") || safe.contains("\"") || safe.contains("\n")
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
