package org.claimscope.data.source;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/// Files in a folder tree, found by pattern and taken in the order of their names, when they are
/// complete.
public final class FolderSource {
    static final String ARCHIVE = "archive";
    static final String FAILED = "failed";
    static final List<String> SIDECARS = List.of(".done", ".ok", ".trg");

    private static final int DEPTH = 12;
    private static final long SMALL = 1 << 20;
    private static final List<String> PACKED = List.of("", ".gz", ".zip");

    /// What copying programs call a file until it is whole, and what hides.
    private static final Pattern UNFINISHED = Pattern.compile("(?i)\\..*|.*\\.(tmp|part|filepart)");

    private final Path folder;
    private final @Nullable List<Path> only;

    /// @throws ClaimscopeException USER when the folder is not there
    public FolderSource(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "There is no folder " + folder + ". Check --data.");
        }
        this(real(folder), null);
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

    /// Whether it is certain files only, and few bytes: events rather than a load.
    public boolean small() {
        // No files at all: what is fetched is of a database or a server, and nobody knows how much.
        if (only == null || only.isEmpty()) {
            return false;
        }
        long bytes = 0;
        for (Path file : only) {
            try {
                bytes += Files.size(file);
            } catch (IOException e) {
                // Whoever reads it says what is the matter.
                return false;
            }
        }
        return bytes <= SMALL;
    }

    /// What lies there for a feed.
    ///
    /// @param ready files and entries of archives, in the order of names
    /// @param unfinished how many files fit and are still being written
    public record Arrivals(List<Arrival> ready, int unfinished) {}

    /// @param pattern a path below the folder, with `*`, `**` and `?` as in shells, or as it is;
    ///   `.gz` and `.zip` are found too
    /// @param clock tells how long a file has been quiet
    public Arrivals arrivals(String pattern, FolderRules rules, Clock clock) {
        List<PathMatcher> matchers = matchers(pattern);
        try (Stream<Path> tree = only == null ? Files.walk(folder, DEPTH) : only.stream()) {
            List<Path> found =
                    tree.filter(f -> matches(folder.relativize(f), pattern, matchers))
                            .filter(f -> only != null || mayBeTaken(f, rules))
                            .filter(Files::isRegularFile)
                            .sorted(
                                    Comparator.comparing(
                                                    (Path f) -> f.toString(),
                                                    Comparator.comparing(FolderSource::stem))
                                            .thenComparing(Path::toString))
                            .toList();
            var ready = new ArrayList<Arrival>();
            int unfinished = 0;
            for (Path file : found) {
                if (!complete(file, rules.complete(), clock)) {
                    unfinished++;
                } else if (ZipArchive.is(file)) {
                    ready.addAll(
                            new ZipArchive(file, rules.unpack())
                                    .entries(
                                            Comparator.comparing(FolderSource::stem)
                                                    .thenComparing(n -> n)));
                } else {
                    ready.add(
                            new Arrival.Ready(
                                    file,
                                    String.valueOf(file.getFileName()),
                                    () -> open(file, rules.unpack())));
                }
            }
            return new Arrivals(List.copyOf(ready), unfinished);
        } catch (IOException e) {
            throw unreadable(folder, e);
        } catch (UncheckedIOException e) {
            throw unreadable(folder, Objects.requireNonNull(e.getCause()));
        }
    }

    /// The pattern that fits exactly this name, whatever signs are in it.
    public static String literal(String name) {
        return name.replaceAll("[\\\\*?\\[\\]{}]", "\\\\$0");
    }

    private static boolean matches(Path relative, String pattern, List<PathMatcher> matchers) {
        String path = relative.toString().replace('\\', '/');
        return PACKED.stream().anyMatch(p -> path.equals(pattern + p))
                || matchers.stream().anyMatch(m -> m.matches(relative));
    }

    private static List<PathMatcher> matchers(String pattern) {
        var matchers = new ArrayList<PathMatcher>();
        try {
            for (String packed : PACKED) {
                matchers.add(matcher(pattern + packed));
                if (pattern.startsWith("**/")) {
                    // A ** at the start also stands for no folder at all.
                    matchers.add(matcher(pattern.substring(3) + packed));
                }
            }
        } catch (PatternSyntaxException e) {
            // A name such as `people[1.csv`: it only fits itself.
            return List.of();
        }
        return matchers;
    }

    /// Not what is unfinished or hidden, not what was set aside, and nothing that a link brings in
    /// from outside.
    private boolean mayBeTaken(Path file, FolderRules rules) {
        Path relative = folder.relativize(file);
        for (int i = 0; i < relative.getNameCount(); i++) {
            String name = relative.getName(i).toString();
            boolean folderName = i < relative.getNameCount() - 1;
            if (folderName ? name.startsWith(".") : UNFINISHED.matcher(name).matches()) {
                return false;
            }
            if (folderName
                    && rules.after() == FolderRules.After.ARCHIVE
                    && (name.equals(ARCHIVE) || name.equals(FAILED))) {
                return false;
            }
        }
        if (rules.complete() instanceof FolderRules.Sidecar
                && SIDECARS.stream().anyMatch(relative.toString()::endsWith)) {
            return false;
        }
        return !Files.isSymbolicLink(file) || leadsInside(file);
    }

    private boolean leadsInside(Path link) {
        try {
            return link.toRealPath().startsWith(folder);
        } catch (IOException e) {
            // It leads nowhere.
            return false;
        }
    }

    private static boolean complete(Path file, FolderRules.Complete when, Clock clock)
            throws IOException {
        return switch (when) {
            case FolderRules.AtOnce() -> true;
            case FolderRules.Sidecar() ->
                    SIDECARS.stream()
                            .anyMatch(
                                    s -> Files.exists(file.resolveSibling(file.getFileName() + s)));
            // Writing moves the time; a file that grows under an old time is caught when it is
            // read, as its bytes are hashed twice.
            case FolderRules.Quiet(var duration) ->
                    !Files.getLastModifiedTime(file)
                            .toInstant()
                            .isAfter(clock.instant().minus(duration));
        };
    }

    /// The path without its extension, so that `claims.csv` comes before `claims-live-000001.csv`.
    private static String stem(String path) {
        int dot = path.indexOf('.', Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return dot < 0 ? path : path.substring(0, dot);
    }

    /// Opens a file; a gzip file is unpacked on the way, within the usual limits.
    public static BufferedInputStream open(Path file) {
        return open(file, UnpackLimits.USUAL);
    }

    private static BufferedInputStream open(Path file, UnpackLimits limits) {
        String name = String.valueOf(file.getFileName());
        InputStream in = null;
        try {
            in = Files.newInputStream(file);
            if (!name.toLowerCase(Locale.ROOT).endsWith(".gz")) {
                return new BufferedInputStream(in, 1 << 17);
            }
            long packed = Files.size(file);
            return new BufferedInputStream(
                    new CappedStream(
                            new GZIPInputStream(in, 1 << 16),
                            limits.bytesFor(packed),
                            name + " " + limits.reason(packed),
                            in),
                    1 << 17);
        } catch (ZipException e) {
            close(in, e);
            throw new ClaimscopeException(
                    ErrorKind.DATA, name + " is no gzip file, or a damaged one.", e);
        } catch (IOException e) {
            close(in, e);
            throw unreadable(file, e);
        }
    }

    static void close(@Nullable Closeable open, IOException because) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    static ClaimscopeException unreadable(Path path, IOException e) {
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
