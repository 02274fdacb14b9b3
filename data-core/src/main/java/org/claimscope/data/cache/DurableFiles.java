package org.claimscope.data.cache;

import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// Files that are there whole or not at all: written under a temporary name, forced to the disk,
/// then renamed.
final class DurableFiles {
    static final String DISK_FULL =
            "The disk is full. Nothing was lost: free some space and run the same command again.";
    static final String UNFINISHED = ".part";

    private DurableFiles() {}

    /// What writes the content.
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// @return the size in bytes
    static long write(Path file, Content content) {
        Path part = file.resolveSibling(file.getFileName() + UNFINISHED);
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        try {
            Files.createDirectories(folder);
            try (var out = new FileOutputStream(part.toFile())) {
                content.writeTo(new StaysOpen(out));
                out.getChannel().force(true);
            }
            long size = Files.size(part);
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            forceDirectory(folder);
            return size;
        } catch (IOException e) {
            throw failure(e, "write", file);
        } catch (UncheckedIOException e) {
            throw failure(new IOException(e.getMessage(), e), "write", file);
        } finally {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                // Swept at the next start.
                part.toFile().deleteOnExit();
            }
        }
    }

    static ClaimscopeException failure(IOException e, String verb, Path file) {
        String text = String.valueOf(e.getMessage());
        if (text.contains("No space left") || text.contains("not enough space")) {
            return new ClaimscopeException(ErrorKind.RESOURCES, DISK_FULL, e);
        }
        return new ClaimscopeException(
                ErrorKind.RESOURCES,
                "Cannot " + verb + " " + file + ": " + e.getClass().getSimpleName(),
                e);
    }

    /// Encrypting and compressing streams close what they write to; the file must stay open to be
    /// forced.
    private static final class StaysOpen extends FilterOutputStream {
        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }

    /// Makes a rename survive a power cut. Windows cannot open directories and does not need to.
    private static void forceDirectory(Path directory) throws IOException {
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
