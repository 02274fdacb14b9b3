package org.claimscope.data.source;

import java.io.BufferedInputStream;
import java.nio.file.Path;

/// A delivery that lies in a folder: a file, or an entry of an archive.
public sealed interface Arrival {
    /// The file itself, or the archive.
    Path file();

    /// As the journal quotes it: the file's name, and `archive.zip!/entry` for an entry.
    String name();

    /// Bytes that can be read more than once.
    interface Bytes {
        BufferedInputStream open();
    }

    record Ready(Path file, String name, Bytes bytes) implements Arrival {}

    /// @param reason why it is not even opened
    record Refused(Path file, String name, String reason) implements Arrival {}
}
