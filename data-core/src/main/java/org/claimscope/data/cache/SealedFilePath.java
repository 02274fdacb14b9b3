package org.claimscope.data.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;

/// The file system that H2 sees: every file is a [SealedFile] under this workspace's key.
///
/// H2 finds file systems by scheme in a static registry, so each open workspace registers its own
/// scheme and takes it away on close. H2's own `CIPHER=AES` is unauthenticated and not used
/// (storage.md §3); its `FilePathWrapper` makes instances by reflection, which leaves no way to
/// hand them a key.
final class SealedFilePath extends FilePath {
    private final String scheme;
    private final SecretKey key;
    private final AtomicLong badBlocks;
    private final FilePath base;

    /// The root that is registered; it stands for no file.
    SealedFilePath(String workspaceId, byte[] key) {
        this(
                "cs" + workspaceId,
                new SecretKeySpec(key, "AES"),
                new AtomicLong(),
                FilePath.get("."));
    }

    private SealedFilePath(String scheme, SecretKey key, AtomicLong badBlocks, FilePath base) {
        this.scheme = scheme;
        this.key = key;
        this.badBlocks = badBlocks;
        this.base = base;
        this.name = scheme + ":" + base;
    }

    void register() {
        FilePath.register(this);
    }

    void unregister() {
        FilePath.unregister(this);
    }

    /// How many blocks failed authentication since opening. They were served as zeros, which H2's
    /// own checksums refuse.
    long badBlocks() {
        return badBlocks.get();
    }

    private SealedFilePath wrap(FilePath path) {
        return new SealedFilePath(scheme, key, badBlocks, path);
    }

    @Override
    public String getScheme() {
        return scheme;
    }

    @Override
    public FilePath getPath(String path) {
        String prefix = scheme + ":";
        return wrap(FilePath.get(path.startsWith(prefix) ? path.substring(prefix.length()) : path));
    }

    @Override
    public FilePath unwrap() {
        return base;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SealedFile(base.open(mode), key, badBlocks);
    }

    @Override
    public long size() {
        return SealedFile.plainSize(base.size());
    }

    @Override
    public void moveTo(FilePath newName, boolean atomicReplace) {
        base.moveTo(newName.unwrap(), atomicReplace);
    }

    @Override
    public boolean createFile() {
        return base.createFile();
    }

    @Override
    public boolean exists() {
        return base.exists();
    }

    @Override
    public void delete() {
        base.delete();
    }

    @Override
    public List<FilePath> newDirectoryStream() {
        return base.newDirectoryStream().stream().<FilePath>map(this::wrap).toList();
    }

    @Override
    public FilePath toRealPath() {
        return wrap(base.toRealPath());
    }

    @Override
    public @Nullable FilePath getParent() {
        FilePath parent = base.getParent();
        return parent == null ? null : wrap(parent);
    }

    @Override
    public boolean isDirectory() {
        return base.isDirectory();
    }

    @Override
    public boolean isRegularFile() {
        return base.isRegularFile();
    }

    @Override
    public boolean isAbsolute() {
        return base.isAbsolute();
    }

    @Override
    public long lastModified() {
        return base.lastModified();
    }

    @Override
    public boolean canWrite() {
        return base.canWrite();
    }

    @Override
    public void createDirectory() {
        base.createDirectory();
    }

    @Override
    public boolean setReadOnly() {
        return base.setReadOnly();
    }
}
