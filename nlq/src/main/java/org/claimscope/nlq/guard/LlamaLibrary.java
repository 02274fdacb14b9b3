package org.claimscope.nlq.guard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// llama.cpp's native library, unpacked before its loader looks for it. The loader's own way is a
/// file of a known name in the folder for everybody's temporary files, where somebody else may have
/// put another one, and a line on standard output, which belongs to whoever reads `--json`.
final class LlamaLibrary {
    /// Where the loader looks first.
    private static final String PLACE = "de.kherud.llama.lib.path";

    private LlamaLibrary() {}

    /// Unpacks it once into a new folder of this user alone.
    ///
    /// @throws UnsatisfiedLinkError when there is none for this machine
    static void unpack() {
        if (System.getProperty(PLACE) != null) {
            return;
        }
        String name = System.mapLibraryName("jllama");
        String resource = "/de/kherud/llama/" + system() + "/" + processor() + "/" + name;
        try (InputStream in = LlamaLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new UnsatisfiedLinkError("llama.cpp is not built for this machine");
            }
            Path folder = Files.createTempDirectory("claimscope-llama");
            Path library = folder.resolve(name);
            // Deleted in the other order.
            folder.toFile().deleteOnExit();
            library.toFile().deleteOnExit();
            Files.copy(in, library);
            System.setProperty(PLACE, folder.toString());
        } catch (IOException e) {
            throw new UnsatisfiedLinkError("llama.cpp cannot be unpacked");
        }
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.contains("win") ? "Windows" : name.contains("mac") ? "Mac" : "Linux";
    }

    private static String processor() {
        String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64", "x64" -> "x86_64";
            case "x86", "i386", "i686" -> "x86";
            default -> name;
        };
    }
}
