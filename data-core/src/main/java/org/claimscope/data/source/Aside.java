package org.claimscope.data.source;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// Moves files that are done with out of the way, beside where they lay, so that they can be moved
/// back.
public final class Aside {
    private Aside() {}

    /// To `archive/yyyy-MM-dd`.
    ///
    /// @throws ClaimscopeException SOURCE_DOWN when it cannot be moved; it lies where it lay
    public static void archive(Path file, LocalDate day) {
        move(file, file.resolveSibling(FolderSource.ARCHIVE).resolve(day.toString()));
    }

    /// To `failed`.
    ///
    /// @throws ClaimscopeException SOURCE_DOWN when it cannot be moved; it lies where it lay
    public static void failed(Path file) {
        move(file, file.resolveSibling(FolderSource.FAILED));
    }

    private static void move(Path file, Path to) {
        try {
            Files.createDirectories(to);
            // The sidecar first: without it the file waits, without the file it would speak for
            // the next one of that name.
            for (String sidecar : FolderSource.SIDECARS) {
                Path beside = file.resolveSibling(file.getFileName() + sidecar);
                if (Files.exists(beside)) {
                    moveOne(beside, to);
                }
            }
            moveOne(file, to);
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.SOURCE_DOWN,
                    file.getFileName()
                            + " cannot be moved to "
                            + to
                            + " ("
                            + e.getClass().getSimpleName()
                            + "). Check that you may write there.",
                    e);
        }
    }

    /// Never over another file of the name: an archive keeps all.
    private static void moveOne(Path file, Path to) throws IOException {
        String name = String.valueOf(file.getFileName());
        for (int copy = 1; ; copy++) {
            try {
                Files.move(file, to.resolve(copy == 1 ? name : numbered(name, copy)));
                return;
            } catch (FileAlreadyExistsException e) {
                if (copy == 10_000) {
                    throw e;
                }
            }
        }
    }

    private static String numbered(String name, int copy) {
        int dot = name.indexOf('.', 1);
        return dot < 0
                ? name + "-" + copy
                : name.substring(0, dot) + "-" + copy + name.substring(dot);
    }
}
