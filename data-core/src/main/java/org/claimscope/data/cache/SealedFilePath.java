package org.claimscope.data.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/// The file system that H2 sees: every file is a [SealedFile] under this workspace's key.
///
/// H2 finds file systems by scheme in a static registry, so each open workspace registers its own scheme and takes it
/// away on close. H2's own `CIPHER=AES` is unauthenticated and not used (storage.md §3).
final class SealedFilePath extends FilePathWrapper {
    private final String scheme;
    private final SecretKey key;
    private final AtomicLong badBlocks;
    private @Nullable FilePath base;

    SealedFilePath(String workspaceId, byte[] key) {
        this("cs" + workspaceId, new SecretKeySpec(key, "AES"), new AtomicLong());
    }

    private SealedFilePath(String scheme, SecretKey key, AtomicLong badBlocks) {
        this.scheme = scheme;
        this.key = key;
        this.badBlocks = badBlocks;
    }

    void register() {
        FilePath.register(this);
    }

    void unregister() {
        FilePath.unregister(this);
    }

    /// How many blocks failed authentication since opening. They were served as zeros, which H2's own checksums refuse.
    long badBlocks() {
        return badBlocks.get();
    }

    @Override
    public String getScheme() {
        return scheme;
    }

    @Override
    public SealedFilePath getPath(String path) {
        return wrapping(unwrap(path), path);
    }

    @Override
    public SealedFilePath wrap(FilePath base) {
        return wrapping(base, getPrefix() + base);
    }

    private SealedFilePath wrapping(FilePath base, String path) {
        var wrapped = new SealedFilePath(scheme, key, badBlocks);
        wrapped.name = path;
        wrapped.base = base;
        return wrapped;
    }

    @Override
    protected FilePath getBase() {
        return Objects.requireNonNull(base, "the registered root stands for no file");
    }

    @Override
    public FilePath unwrap() {
        return getBase();
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SealedFile(getBase().open(mode), key, badBlocks);
    }

    @Override
    public InputStream newInputStream() throws IOException {
        return Channels.newInputStream(open("r"));
    }

    @Override
    public OutputStream newOutputStream(boolean append) throws IOException {
        return newFileChannelOutputStream(open("rw"), append);
    }

    @Override
    public long size() {
        return SealedFile.plainSize(getBase().size());
    }

    @Override
    public @Nullable FilePath getParent() {
        FilePath parent = getBase().getParent();
        return parent == null ? null : wrap(parent);
    }
}
