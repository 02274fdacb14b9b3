package org.claimscope.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.claimscope.app.session.Home;

/// What only the program around a window can do: files, clipboard, other workspaces, the lock.
public interface Host extends Appearance {
    /// Claimscope's own folder.
    Home home();

    void chooseFiles(Consumer<List<Path>> chosen);

    /// Asks where to, and writes in the background.
    void save(String name, Supplier<byte[]> content, Consumer<String> told);

    void copy(String text);

    /// Whether the window's tabs and filters are kept and brought back; not for pictures.
    boolean remembers();

    /// Shows the start page, the workspace stays open.
    void welcome();
}
