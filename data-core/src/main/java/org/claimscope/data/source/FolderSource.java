package org.claimscope.data.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/// Files in a folder tree, found by pattern and taken in the order of their names.
public final class FolderSource {
    private static final int DEPTH = 12;

    private final Path folder;
    private final @Nullable List<Path> only;

    /// @throws ClaimscopeException USER when the folder is not there
    public FolderSource(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "There is no folder " + folder + ". Check --data.");
        }
        this(folder, null);
    }

    private FolderSource(Path folder, @Nullable List<Path> only) {
        this.folder = folder;
        this.only = only;
    }

    /// Certain files of a folder, as if it held no others: those that were dropped on the window,
    /// or just arrived.
    public static FolderSource of(Path folder, List<Path> files) {
        return new FolderSource(folder, List.copyOf(files));
    }

    /// @param pattern a path below the folder, with `*`, `**` and `?` as in shells; `.gz` is found
    ///   too
    public List<Path> find(String pattern) {
        PathMatcher plain = matcher(pattern);
        PathMatcher zipped = matcher(pattern + ".gz");
        // A ** at the start also stands for no folder at all.
        String below = pattern.startsWith("**/") ? pattern.substring(3) : pattern;
        PathMatcher top = matcher(below);
        PathMatcher topZipped = matcher(below + ".gz");
        try (Stream<Path> tree = only == null ? Files.walk(folder, DEPTH) : only.stream()) {
            return tree.filter(Files::isRegularFile)
                    .filter(f -> {
                        Path relative = folder.relativize(f);
                        return plain.matches(relative)
                                || zipped.matches(relative)
                                || top.matches(relative)
                                || topZipped.matches(relative);
                    })
                    .sorted(Comparator.comparing(FolderSource::stem).thenComparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /// The path without its extension, so that `claims.csv` comes before `claims-live-000001.csv`.
    private static String stem(Path file) {
        String path = file.toString();
        int dot = path.indexOf('.', path.lastIndexOf(file.getFileSystem().getSeparator()) + 1);
        return dot < 0 ? path : path.substring(0, dot);
    }

    /// Opens a file; a gzip file is unpacked on the way.
    public static BufferedInputStream open(Path file) {
        boolean gzip = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".gz");
        InputStream in = null;
        try {
            in = Files.newInputStream(file);
            return new BufferedInputStream(gzip ? new GZIPInputStream(in, 1 << 16) : in, 1 << 17);
        } catch (IOException e) {
            close(in, e);
            throw unreadable(file, e);
        }
    }

    private static void close(@Nullable InputStream in, IOException because) {
        try {
            if (in != null) {
                in.close();
            }
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    private static ClaimscopeException unreadable(Path path, IOException e) {
        return new ClaimscopeException(
                ErrorKind.SOURCE_DOWN,
                "Cannot read "
                        + path
                        + " ("
                        + e.getClass().getSimpleName()
                        + "). Check that it is there and that you may read it.",
                e);
    }

    private static PathMatcher matcher(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }
}
