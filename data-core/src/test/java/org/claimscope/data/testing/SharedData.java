package org.claimscope.data.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// The real files that lie beside the project; tests that need them are skipped, with a word, where
/// they are absent.
public final class SharedData {
    private static final Path ROOT =
            Path.of(System.getProperty("shared.data", "../../shared/data")).normalize();

    private SharedData() {}

    public static Path folder(String name) {
        Path folder = ROOT.resolve(name);
        if (!Files.isDirectory(folder)) {
            System.out.println("skipped: no ../shared/data/" + name);
            Assumptions.abort("no ../shared/data/" + name);
        }
        return folder;
    }

    /// The rows of an oracle, header first, split at commas outside quotes.
    public static List<List<String>> oracle(String file) throws IOException {
        var rows = new ArrayList<List<String>>();
        for (String line : Files.readAllLines(folder("oracles").resolve(file))) {
            var cells = new ArrayList<String>();
            var cell = new StringBuilder();
            boolean quoted = false;
            for (char c : line.toCharArray()) {
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
            rows.add(cells);
        }
        return rows;
    }
}
