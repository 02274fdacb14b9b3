package org.claimscope.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// What JavaFX needs from the system to draw text on Linux; its own error would be a missing
/// library deep inside.
final class Fonts {
    private static final List<Path> LIBRARIES =
            List.of(
                    Path.of("/usr/lib"),
                    Path.of("/lib"),
                    Path.of("/usr/lib64"),
                    Path.of("/usr/local/lib"));

    private Fonts() {}

    /// The Debian packages that are missing; empty when pages can be drawn.
    static List<String> missing() {
        var packages = new ArrayList<String>();
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return packages;
        }
        if (!library("libpango-1.0.so.0") || !library("libpangoft2-1.0.so.0")) {
            packages.add("libpangoft2-1.0-0");
        }
        if (!library("libfreetype.so.6")) {
            packages.add("libfreetype6");
        }
        if (!library("libfontconfig.so.1")) {
            packages.add("fontconfig");
        }
        if (!anyFont()) {
            packages.add("fonts-dejavu-core");
        }
        return packages;
    }

    /// @throws ClaimscopeException if pages cannot be drawn, with what to install
    static void require() {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            throw new ClaimscopeException(
                    ErrorKind.RESOURCES,
                    "Pictures need fonts and pango. Install: " + String.join(" ", missing));
        }
    }

    private static boolean library(String name) {
        for (Path folder : LIBRARIES) {
            if (Files.exists(folder.resolve(name))) {
                return true;
            }
            // Debian keeps them in a folder for the kind of machine.
            try (var inside = Files.newDirectoryStream(folder, "*-linux-*")) {
                for (Path machine : inside) {
                    if (Files.exists(machine.resolve(name))) {
                        return true;
                    }
                }
            } catch (IOException unreadable) {
                // A folder we may not read is not where the system loads from.
            }
        }
        return false;
    }

    private static boolean anyFont() {
        Path fonts = Path.of("/usr/share/fonts");
        if (!Files.isDirectory(fonts)) {
            return false;
        }
        try (var found =
                Files.find(fonts, 6, (p, a) -> p.toString().matches(".*\\.(ttf|otf|pfb)"))) {
            return found.findAny().isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }
}
