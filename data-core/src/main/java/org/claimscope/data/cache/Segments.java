package org.claimscope.data.cache;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.compression.CompressionUtil;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.VectorSchemaRootAppender;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.security.SealedStreams;

/// The files of the history: Arrow segments (zstd, encrypted) and the raw deliveries they came
/// from.
///
/// Files are only ever added. One that the manifest does not list was left by a crash and is swept
/// when the workspace opens.
final class Segments {
    private static final String SEGMENT = "segment";
    private static final int BATCH_ROWS = 65_536;
    private static final String RAW = "raw";
    private static final String NOTE = "note";

    private final Path directory;
    private final SealedStreams sealed;
    private final BufferAllocator allocator;

    Segments(Path directory, SealedStreams sealed, BufferAllocator allocator) {
        this.directory = directory;
        this.sealed = sealed;
        this.allocator = allocator;
    }

    /// Writes all batches of the reader.
    ///
    /// @return bytes on disk
    long writeSegment(String id, ArrowReader rows) {
        return DurableFiles.write(
                file(SEGMENT, id),
                out -> {
                    var root = rows.getVectorSchemaRoot();
                    try (OutputStream cipher = buffered(sealed.seal(out, SEGMENT, id));
                            var writer =
                                    new ArrowStreamWriter(
                                            root,
                                            rows,
                                            Channels.newChannel(cipher),
                                            IpcOption.DEFAULT,
                                            CommonsCompressionFactory.INSTANCE,
                                            CompressionUtil.CodecType.ZSTD)) {
                        writer.start();
                        while (rows.loadNextBatch()) {
                            writer.writeBatch();
                        }
                        writer.end();
                    }
                });
    }

    /// Writes the rows of several segments of one schema, in their order.
    ///
    /// @return bytes on disk
    long join(String id, List<String> from) {
        return DurableFiles.write(
                file(SEGMENT, id),
                out -> {
                    try (var root = VectorSchemaRoot.create(schema(from.getFirst()), allocator);
                            OutputStream cipher = buffered(sealed.seal(out, SEGMENT, id));
                            var writer =
                                    new ArrowStreamWriter(
                                            root,
                                            new DictionaryProvider.MapDictionaryProvider(),
                                            Channels.newChannel(cipher),
                                            IpcOption.DEFAULT,
                                            CommonsCompressionFactory.INSTANCE,
                                            CompressionUtil.CodecType.ZSTD)) {
                        writer.start();
                        for (String segment : from) {
                            try (var rows = readSegment(segment)) {
                                while (rows.loadNextBatch()) {
                                    append(root, rows.getVectorSchemaRoot(), writer);
                                }
                            }
                        }
                        if (root.getRowCount() > 0) {
                            writer.writeBatch();
                        }
                        writer.end();
                    }
                });
    }

    private static void append(VectorSchemaRoot to, VectorSchemaRoot rows, ArrowStreamWriter writer)
            throws IOException {
        if (to.getRowCount() == 0) {
            to.allocateNew();
        }
        VectorSchemaRootAppender.append(false, to, rows);
        if (to.getRowCount() >= BATCH_ROWS) {
            writer.writeBatch();
            to.clear();
        }
    }

    /// The columns of a segment.
    Schema schema(String id) {
        try (var rows = readSegment(id)) {
            return rows.getVectorSchemaRoot().getSchema();
        } catch (IOException e) {
            throw unreadable(id, e);
        }
    }

    /// The batches of a segment; the caller closes the reader.
    ArrowReader readSegment(String id) throws IOException {
        InputStream in = Files.newInputStream(file(SEGMENT, id));
        return new ArrowStreamReader(
                new BufferedInputStream(sealed.open(in, SEGMENT, id), 1 << 16),
                allocator,
                CommonsCompressionFactory.INSTANCE);
    }

    /// A segment that was never listed.
    void deleteSegment(String id) {
        try {
            Files.deleteIfExists(file(SEGMENT, id));
        } catch (IOException e) {
            throw DurableFiles.failure(e, "remove", file(SEGMENT, id));
        }
    }

    ClaimscopeException unreadable(String id, IOException e) {
        return DurableFiles.failure(e, "read", file(SEGMENT, id));
    }

    /// Archives a delivery's bytes as they came.
    ///
    /// @return bytes on disk
    long writeRaw(String id, DurableFiles.Content content) {
        return DurableFiles.write(
                file(RAW, id),
                out -> {
                    try (var zstd = new ZstdOutputStream(sealed.seal(out, RAW, id), 1)) {
                        content.writeTo(zstd);
                    }
                });
    }

    InputStream readRaw(String id) {
        Path file = file(RAW, id);
        try {
            return new ZstdInputStream(sealed.open(Files.newInputStream(file), RAW, id));
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.DATA,
                    "The archived delivery "
                            + file
                            + " is missing or damaged. Restore the workspace from a backup.",
                    e);
        }
    }

    void deleteRaw(String id) {
        try {
            Files.deleteIfExists(file(RAW, id));
        } catch (IOException e) {
            throw DurableFiles.failure(e, "remove", file(RAW, id));
        }
    }

    /// Writes a small sealed file that is no history: it may be replaced, and lost.
    void writeNote(String id, byte[] content) {
        DurableFiles.write(
                file(NOTE, id),
                out -> {
                    try (OutputStream cipher = sealed.seal(out, NOTE, id)) {
                        cipher.write(content);
                    }
                });
    }

    /// Empty when it is missing or damaged.
    Optional<byte[]> readNote(String id) {
        Path file = file(NOTE, id);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = sealed.open(Files.newInputStream(file), NOTE, id)) {
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Whether a file of the history reads to its end as it was written.
    boolean intact(String id) {
        try (InputStream in = sealed.open(Files.newInputStream(file(SEGMENT, id)), SEGMENT, id)) {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether a workspace's folder holds any history.
    static boolean anyIn(Path directory) {
        for (String kind : List.of(SEGMENT, RAW)) {
            Path folder = directory.resolve(kind);
            if (Files.isDirectory(folder)) {
                try (var files = Files.list(folder)) {
                    if (files.findAny().isPresent()) {
                        return true;
                    }
                } catch (IOException e) {
                    throw DurableFiles.failure(e, "read", folder);
                }
            }
        }
        return false;
    }

    /// Removes what a crash left behind: half-written files, and whole ones that no commit names.
    ///
    /// @return how many files went
    int sweep(Set<String> segments, Set<String> raws) {
        return sweep(SEGMENT, segments) + sweep(RAW, raws);
    }

    private int sweep(String kind, Set<String> listed) {
        Path folder = directory.resolve(kind);
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        var keep = new HashSet<String>();
        listed.forEach(id -> keep.add(id + "." + kind));
        int swept = 0;
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!keep.contains(String.valueOf(file.getFileName()))) {
                    Files.delete(file);
                    swept++;
                }
            }
        } catch (IOException e) {
            throw DurableFiles.failure(e, "sweep", folder);
        }
        return swept;
    }

    private Path file(String kind, String id) {
        return directory.resolve(kind).resolve(id + "." + kind);
    }

    private static OutputStream buffered(OutputStream out) {
        return new BufferedOutputStream(out, 1 << 16);
    }
}
