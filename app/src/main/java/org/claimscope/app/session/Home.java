package org.claimscope.app.session;

import java.nio.file.Path;
import java.util.Locale;

/// Where Claimscope keeps what is its own: `CLAIMSCOPE_HOME`, else the user's data folder of the
/// system.
public record Home(Path folder) {
    public static Home ofUser() {
        String named = System.getProperty("claimscope.home", System.getenv("CLAIMSCOPE_HOME"));
        if (named != null && !named.isBlank()) {
            return new Home(Path.of(named).toAbsolutePath());
        }
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path user = Path.of(System.getProperty("user.home", "."));
        if (os.contains("win")) {
            String local = System.getenv("LOCALAPPDATA");
            return new Home(
                    (local == null ? user.resolve("AppData/Local") : Path.of(local))
                            .resolve("Claimscope"));
        }
        if (os.contains("mac")) {
            return new Home(user.resolve("Library/Application Support/Claimscope"));
        }
        String data = System.getenv("XDG_DATA_HOME");
        return new Home(
                (data == null || data.isBlank() ? user.resolve(".local/share") : Path.of(data))
                        .resolve("claimscope"));
    }

    public Path sampleWorkspace() {
        return folder.resolve("sample").resolve("workspace");
    }

    /// The sample hospital's feed files.
    public Path sampleFeed() {
        return folder.resolve("sample").resolve("feed");
    }

    /// Appearance and the workspaces used last; no data.
    public Path settings() {
        return folder.resolve("settings.json");
    }

    public Path pictures() {
        return folder.resolve("sample").resolve("pictures");
    }
}
