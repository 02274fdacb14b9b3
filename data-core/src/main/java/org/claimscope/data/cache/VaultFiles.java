package org.claimscope.data.cache;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.security.VaultHeader;
import org.claimscope.data.security.VaultStore;

/// The vault header on disk, twice: a damaged copy is replaced by the good one.
final class VaultFiles implements VaultStore {
    private final Path directory;
    private final List<Path> copies;

    VaultFiles(Path directory) {
        this.directory = directory;
        this.copies =
                List.of(directory.resolve("vault.json"), directory.resolve("vault.copy.json"));
    }

    boolean exists() {
        return copies.stream().anyMatch(Files::exists);
    }

    /// Makes the folder, readable by its owner only.
    void prepare() {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                var ownerOnly = PosixFilePermissions.fromString("rwx------");
                Files.createDirectories(directory);
                Files.setPosixFilePermissions(directory, ownerOnly);
            } else {
                Files.createDirectories(directory);
            }
        } catch (IOException e) {
            throw DurableFiles.failure(e, "create", directory);
        }
    }

    @Override
    public byte[] read() {
        ClaimscopeException damage =
                new ClaimscopeException(
                        ErrorKind.DATA, "The workspace has no vault header. Restore vault.json.");
        for (Path copy : copies) {
            if (Files.exists(copy)) {
                try {
                    byte[] header = Files.readAllBytes(copy);
                    VaultHeader.parse(header);
                    return header;
                } catch (IOException e) {
                    damage = DurableFiles.failure(e, "read", copy);
                } catch (ClaimscopeException e) {
                    damage = e;
                }
            }
        }
        throw damage;
    }

    @Override
    public void write(byte[] header) {
        for (Path copy : copies) {
            DurableFiles.write(copy, out -> out.write(header));
        }
    }
}
