package org.claimscope.data.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// Copies a workspace to one file and back. The files are encrypted as they are, so neither needs
/// the passphrase, and the copy opens with the same one.
public final class WorkspaceBackup {
    private WorkspaceBackup() {}

    /// @return how many files were copied
    /// @throws ClaimscopeException SOURCE_DOWN while a process has the workspace open
    public static int write(Path workspace, Path file) {
        if (!new VaultFiles(workspace).exists()) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "There is no workspace in " + workspace + ".");
        }
        if (file.toAbsolutePath().startsWith(workspace.toAbsolutePath())) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "Put the backup outside the workspace's folder.");
        }
        var count = new int[1];
        try (var channel =
                FileChannel.open(
                        workspace.resolve(Workspace.LOCK),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            var lock = Workspace.lock(channel, workspace);
            DurableFiles.write(
                    file,
                    out -> {
                        try (var zip = new ZipOutputStream(out)) {
                            // Encrypted bytes do not shrink.
                            zip.setLevel(0);
                            for (Path f : files(workspace)) {
                                zip.putNextEntry(
                                        new ZipEntry(
                                                workspace
                                                        .relativize(f)
                                                        .toString()
                                                        .replace('\\', '/')));
                                Files.copy(f, zip);
                                zip.closeEntry();
                                count[0]++;
                            }
                        }
                    });
            lock.release();
        } catch (IOException e) {
            throw DurableFiles.failure(e, "back up", workspace);
        }
        return count[0];
    }

    /// Makes the workspace anew from a backup, in a folder that holds none.
    public static int restore(Path file, Path workspace) {
        var target = new VaultFiles(workspace);
        if (target.exists()) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "There is already a workspace in " + workspace + ".");
        }
        target.prepare();
        int count = 0;
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                Path to = workspace.resolve(e.getName()).normalize();
                if (!to.startsWith(workspace.normalize())) {
                    throw new ClaimscopeException(
                            ErrorKind.DATA, file + " is no backup of a workspace.");
                }
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                Files.copy(zip, to);
                count++;
            }
        } catch (IOException e) {
            throw DurableFiles.failure(e, "restore", file);
        }
        if (!target.exists()) {
            throw new ClaimscopeException(
                    ErrorKind.DATA, file + " is no backup of a workspace: it has no vault header.");
        }
        return count;
    }

    private static List<Path> files(Path workspace) throws IOException {
        try (var tree = Files.walk(workspace)) {
            return tree.filter(Files::isRegularFile)
                    .filter(f -> {
                        String name = String.valueOf(f.getFileName());
                        return !name.equals(Workspace.LOCK)
                                && !name.equals(Workspace.OWNER)
                                && !name.endsWith(DurableFiles.UNFINISHED);
                    })
                    .sorted()
                    .toList();
        }
    }
}
