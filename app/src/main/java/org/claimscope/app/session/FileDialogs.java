package org.claimscope.app.session;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Where files are chosen: the system's dialogs, which a display without windows does not have, or
/// a test's answer.
public interface FileDialogs {
    /// @param chosen not called when the reader changed their mind
    void files(@Nullable Window owner, Consumer<List<Path>> chosen);

    void folder(@Nullable Window owner, String title, Consumer<Path> chosen);

    void save(@Nullable Window owner, String name, Consumer<Path> chosen);
}
