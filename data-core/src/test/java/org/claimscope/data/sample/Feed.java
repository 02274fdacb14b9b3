package org.claimscope.data.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.claimscope.data.model.Money;
import org.jspecify.annotations.Nullable;

/// The written files as a test reads them: plain text cells by column name, without help from the
/// code under test. Lines named by a `DQ` truth row are left out, as an importer would.
final class Feed {
    private final Map<String, List<Row>> tables = new TreeMap<>();
    final List<Row> truth;
    private final Path directory;

    Feed(Path directory) throws IOException {
        this.directory = directory;
        truth = new ArrayList<>(read(directory.resolve("truth/truth.csv")));
        Path ofRemittances = directory.resolve("truth/truth-remittances.csv");
        if (Files.exists(ofRemittances)) {
            truth.addAll(read(ofRemittances));
        }
        Map<String, Set<Integer>> dirty = new HashMap<>();
        for (Row row : truth("DQ")) {
            dirty.computeIfAbsent(row.text("entity"), _ -> new HashSet<>())
                    .add(Integer.valueOf(row.text("id")));
        }
        try (var files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                String name = file.getFileName().toString();
                List<Row> rows = read(file);
                rows.removeIf(row -> dirty.getOrDefault(name, Set.of()).contains(row.line));
                tables.put(name, rows);
            }
        }
    }

    List<Row> rows(String table) {
        return tables.getOrDefault(table + ".csv", List.of());
    }

    Map<String, Row> byId(String table, String idColumn) {
        Map<String, Row> byId = new HashMap<>();
        for (Row row : rows(table)) {
            Row other = byId.put(row.text(idColumn), row);
            if (other != null) {
                throw new AssertionError(table + " has an id twice, line " + row.line);
            }
        }
        return byId;
    }

    List<Row> truth(String rule) {
        return truth.stream().filter(t -> t.text("rule").equals(rule)).toList();
    }

    String line(String file, int number) throws IOException {
        return Files.readAllLines(directory.resolve(file)).get(number - 1);
    }

    private static List<Row> read(Path file) throws IOException {
        var rows = new ArrayList<Row>();
        Map<String, Integer> header = new LinkedHashMap<>();
        int line = 0;
        for (String text : Files.readAllLines(file)) {
            line++;
            List<String> cells = cells(text);
            if (line == 1) {
                for (String column : cells) {
                    header.put(column, header.size());
                }
            } else if (cells.size() == header.size()) {
                rows.add(new Row(header, cells, line));
            } else {
                throw new AssertionError(file.getFileName() + " line " + line + " is ragged");
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        if (line.indexOf('"') < 0) {
            return List.of(line.split(",", -1));
        }
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    record Row(Map<String, Integer> header, List<String> cells, int line) {
        String text(String column) {
            Integer index = header.get(column);
            if (index == null) {
                throw new AssertionError("no column " + column);
            }
            return cells.get(index);
        }

        boolean has(String column) {
            return !text(column).isEmpty();
        }

        @Nullable LocalDate dateOrNull(String column) {
            return has(column) ? LocalDate.parse(text(column)) : null;
        }

        LocalDate date(String column) {
            return LocalDate.parse(text(column));
        }

        long cents(String column) {
            return has(column) ? Money.parse(text(column)).cents() : 0;
        }
    }
}
