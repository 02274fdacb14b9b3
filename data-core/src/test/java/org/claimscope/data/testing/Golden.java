package org.claimscope.data.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares an output with the reviewed file in the repository; `-Dgolden.update=true` rewrites the
/// file instead, and the change is reviewed as a diff.
public final class Golden {
    private Golden() {}

    public static boolean updating() {
        return Boolean.getBoolean("golden.update");
    }

    /// @param file relative to the module's folder
    public static void check(String file, String actual) throws IOException {
        Path path = Path.of(file);
        if (updating()) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, actual);
        }
        assertEquals(
                Files.exists(path) ? Files.readString(path) : "(no such file)",
                actual,
                file + " differs; rewrite with -Dgolden.update=true and review the diff");
    }
}
