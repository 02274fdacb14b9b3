package org.claimscope.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.claimscope.app.present.ErrorWords;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.session.Home;
import org.claimscope.app.task.Tasks;
import org.claimscope.app.widget.Desk;
import org.claimscope.data.DataCore;

/// What a feature may use: the window's desk, the open workspace, background work.
public interface Office extends Desk {
    DataCore core();

    Tasks tasks();

    /// Claimscope's own folder, where the settings of a language model are.
    Home home();

    /// The filters as conditions; empty while the workspace has no ledger rows.
    Optional<PageContext> context();

    /// Data were loaded, undone or corrected: all pages and the filter bar look again.
    void dataChanged();

    /// The page in front was drawn.
    ///
    /// @param asked nano time when its figures were asked for
    void shown(long asked);

    /// Shows details in the side panel, beside the list they came from.
    void aside(String title, String note, Node content);

    /// A short sentence in the status bar, such as "Copied 12 rows".
    void tell(String words);

    /// Does beside the window what the reader asked for; what goes wrong is told in the status bar.
    ///
    /// @param name work of the same name that still runs is given up
    /// @param title for the status bar, in the reader's words
    default <T> void act(String name, String title, Callable<T> work, Consumer<T> shown) {
        tasks().run(
                        name,
                        title,
                        (job, progress) -> work.call(),
                        shown,
                        e -> tell(ErrorWords.of(e).title()));
    }

    /// Asks for files; empty when the reader changed their mind.
    void chooseFiles(Consumer<List<Path>> chosen);

    /// The start page: the sample, an import, another workspace.
    void welcome();

    /// Appearance and lock, for the settings page and the palette.
    Appearance appearance();

    /// The sample's live mode; empty outside the sample workspace.
    Optional<LiveSample> live();

    /// The feed list that the window runs; empty in the sample workspace, which takes no others'
    /// data.
    Optional<Connections> connections();
}
