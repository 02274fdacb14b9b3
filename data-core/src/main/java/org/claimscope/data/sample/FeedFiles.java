package org.claimscope.data.sample;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.claimscope.data.format.csv.CsvWriter;
import org.jspecify.annotations.Nullable;

/// One delivery: a file per table and those of remittances, visible only when all of them are
/// complete.
///
/// Rows go to files with a temporary name; {@link #publish} gives them their own. A delivery that
/// is closed without that leaves nothing behind.
final class FeedFiles implements Closeable {
    private static final String UNFINISHED = ".part";

    private final Path directory;
    private final String suffix;
    private final Map<Table, CsvWriter> writers = new EnumMap<>(Table.class);
    private final List<Path> wholes = new ArrayList<>();
    private boolean published;

    /// @param suffix goes between the table's name and `.csv`
    FeedFiles(Path directory, String suffix) {
        this.directory = directory;
        this.suffix = suffix;
    }

    void row(Table table, List<@Nullable Object> cells) throws IOException {
        writer(table).row(cells);
    }

    /// Adds a file that is no table.
    void whole(String name, List<byte[]> parts) throws IOException {
        Path file = directory.resolve(name);
        try (var out = Files.newOutputStream(unfinished(file))) {
            for (byte[] part : parts) {
                out.write(part);
            }
        }
        wholes.add(file);
    }

    /// The number of the last line written to a table's file, counted from 1 at the header.
    long lastLine(Table table) throws IOException {
        return writer(table).rows();
    }

    Path file(Table table) {
        return directory.resolve(table.path + suffix + ".csv");
    }

    /// Gives the files their names, what is referred to before what refers to it.
    void publish() throws IOException {
        for (CsvWriter writer : writers.values()) {
            writer.close();
        }
        for (Table table : writers.keySet()) {
            show(file(table));
        }
        for (Path file : wholes) {
            show(file);
        }
        published = true;
    }

    @Override
    public void close() throws IOException {
        if (published) {
            return;
        }
        for (var open : writers.entrySet()) {
            open.getValue().close();
            Files.deleteIfExists(unfinished(file(open.getKey())));
        }
        for (Path file : wholes) {
            Files.deleteIfExists(unfinished(file));
        }
    }

    private CsvWriter writer(Table table) throws IOException {
        CsvWriter open = writers.get(table);
        if (open != null) {
            return open;
        }
        Path file = unfinished(file(table));
        Files.createDirectories(file.toAbsolutePath().getParent());
        var writer = new CsvWriter(new BufferedOutputStream(Files.newOutputStream(file)));
        writers.put(table, writer);
        writer.row(table.columns());
        return writer;
    }

    private static void show(Path file) throws IOException {
        Files.move(
                unfinished(file),
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }
}
