package org.claimscope.data.sample;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that grows as the story is told, and has its name only when it is complete.
final class InterfaceFile implements Closeable {
    private final Path file;
    private final Path unfinished;
    private final BufferedWriter out;

    InterfaceFile(Path file) throws IOException {
        this.file = file;
        this.unfinished = file.resolveSibling(file.getFileName() + ".part");
        this.out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8);
    }

    void write(CharSequence text) throws IOException {
        out.append(text);
    }

    void publish() throws IOException {
        out.close();
        Files.move(
                unfinished,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// A file that was not published leaves nothing behind.
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(unfinished);
    }
}
