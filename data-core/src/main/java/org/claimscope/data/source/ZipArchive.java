package org.claimscope.data.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// The entries of a zip file, each a delivery of its own. Nothing is written to the disk, and an
/// archive that looks like a trap is refused before its first entry is read.
final class ZipArchive {
    private static final Pattern ARCHIVE =
            Pattern.compile("(?i).*\\.(zip|gz|tgz|tar|bz2|xz|7z|rar|zst|jar)");

    /// Absolute, with a drive, or climbing out.
    private static final Pattern ESCAPE = Pattern.compile("/.*|[A-Za-z]:.*|(.*/)?\\.\\.(/.*)?");

    private final Path file;
    private final String name;
    private final UnpackLimits limits;

    ZipArchive(Path file, UnpackLimits limits) {
        this.file = file;
        this.name = String.valueOf(file.getFileName());
        this.limits = limits;
    }

    static boolean is(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /// @return the entries in the order of their names, or one refusal
    List<Arrival> entries(Comparator<String> order) {
        if (!file.getFileSystem().equals(FileSystems.getDefault())) {
            return List.of(
                    refused(name, "is an archive on a server; there, files and .gz are taken"));
        }
        Charset names = StandardCharsets.UTF_8;
        try {
            try (var zip = new ZipFile(file.toFile(), names)) {
                return entries(zip, names, order);
            } catch (ZipException e) {
                // Old packers name entries in the code page of their machine.
                names = StandardCharsets.ISO_8859_1;
                try (var zip = new ZipFile(file.toFile(), names)) {
                    return entries(zip, names, order);
                }
            }
        } catch (IOException e) {
            return List.of(refused(name, "is no zip file, or a damaged one"));
        }
    }

    private List<Arrival> entries(ZipFile zip, Charset names, Comparator<String> order) {
        if (zip.size() > limits.entries()) {
            return List.of(
                    refused(
                            name,
                            "has more than "
                                    + limits.entries()
                                    + " entries, which is the limit (unpack: entries)"));
        }
        var found = new ArrayList<ZipEntry>();
        var seen = new HashSet<String>();
        long bytes = 0;
        for (ZipEntry entry : zip.stream().toList()) {
            if (ESCAPE.matcher(entry.getName().replace('\\', '/')).matches()) {
                return List.of(refused(name, "has an entry whose name leads out of the archive"));
            }
            if (!seen.add(entry.getName())) {
                return List.of(refused(name, "has two entries of one name"));
            }
            long packed = entry.getCompressedSize();
            if (entry.getSize() > limits.bytesFor(packed)) {
                return List.of(refused(name, limits.reason(packed)));
            }
            bytes += entry.getSize();
            if (bytes > limits.bytes()) {
                return List.of(refused(name, limits.reason(limits.bytes())));
            }
            if (!entry.isDirectory() && !beside(entry.getName())) {
                found.add(entry);
            }
        }
        if (found.isEmpty()) {
            return List.of(refused(name, "has no entries"));
        }
        return found.stream()
                .sorted(Comparator.comparing(ZipEntry::getName, order))
                .map(entry -> arrival(entry, names))
                .toList();
    }

    /// What systems put into archives for themselves.
    private static boolean beside(String entry) {
        return entry.startsWith("__MACOSX/")
                || entry.substring(entry.lastIndexOf('/') + 1).startsWith(".");
    }

    private Arrival arrival(ZipEntry entry, Charset names) {
        String label = name + "!/" + entry.getName();
        return ARCHIVE.matcher(entry.getName()).matches()
                ? refused(label, "is an archive within an archive")
                : new Arrival.Ready(
                        file,
                        label,
                        () ->
                                open(
                                        entry.getName(),
                                        names,
                                        entry.getSize(),
                                        entry.getCompressedSize()));
    }

    private Arrival refused(String label, String reason) {
        return new Arrival.Refused(file, label, label + " " + reason);
    }

    private BufferedInputStream open(String entry, Charset names, long size, long packed) {
        String label = name + "!/" + entry;
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile(), names);
            ZipEntry there = zip.getEntry(entry);
            if (there == null) {
                throw new ZipException("the entry is gone");
            }
            return new BufferedInputStream(
                    new CappedStream(
                            zip.getInputStream(there),
                            Math.min(size, limits.bytesFor(packed)),
                            label + " unpacks to more than the archive says",
                            zip),
                    1 << 17);
        } catch (IOException e) {
            FolderSource.close(zip, e);
            throw new ClaimscopeException(
                    e instanceof ZipException ? ErrorKind.DATA : ErrorKind.SOURCE_DOWN,
                    label + " cannot be read (" + e.getClass().getSimpleName() + ").",
                    e);
        }
    }
}
