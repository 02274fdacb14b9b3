package org.claimscope.app.session;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The dialogs of the operating system.
public final class SystemDialogs implements FileDialogs {
    @Override
    public void files(@Nullable Window owner, Consumer<List<Path>> chosen) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Files to import");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                "Extracts", "*.csv", "*.txt", "*.tsv", "*.gz"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        List<File> files = chooser.showOpenMultipleDialog(owner);
        if (files != null && !files.isEmpty()) {
            chosen.accept(files.stream().map(File::toPath).toList());
        }
    }

    @Override
    public void folder(@Nullable Window owner, String title, Consumer<Path> chosen) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        File folder = chooser.showDialog(owner);
        if (folder != null) {
            chosen.accept(folder.toPath());
        }
    }

    @Override
    public void save(@Nullable Window owner, String name, Consumer<Path> chosen) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save");
        chooser.setInitialFileName(name);
        File file = chooser.showSaveDialog(owner);
        if (file != null) {
            chosen.accept(file.toPath());
        }
    }
}
