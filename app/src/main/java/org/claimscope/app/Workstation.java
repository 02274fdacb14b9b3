package org.claimscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.claimscope.app.feature.Features;
import org.claimscope.app.feature.welcome.UnlockView;
import org.claimscope.app.feature.welcome.WelcomeView;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.session.ClipboardGuard;
import org.claimscope.app.session.FileDialogs;
import org.claimscope.app.session.Home;
import org.claimscope.app.session.SampleFeed;
import org.claimscope.app.session.Settings;
import org.claimscope.app.shell.Host;
import org.claimscope.app.shell.Shell;
import org.claimscope.app.task.Tasks;
import org.claimscope.app.theme.AppTheme;
import org.claimscope.charts.palette.Theme;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.security.Credentials;
import org.jspecify.annotations.Nullable;

/// The desktop program: which workspace is open, locked or not, how the window looks. The only
/// place that puts the parts together. Call on the JavaFX thread.
public final class Workstation implements Host, AutoCloseable {
    private final Home home;
    private final Clock clock;
    private final String user;
    private final FileDialogs dialogs;
    private final Tasks tasks = new Tasks();
    private final ClipboardGuard clipboard = new ClipboardGuard();
    private final StackPane root = new StackPane();
    private final Scene scene;
    private final PauseTransition idle = new PauseTransition();
    private Settings settings;
    private @Nullable DataCore core;
    private @Nullable Shell shell;
    private @Nullable Place next;

    /// @param dialogs where files are chosen; a window's, or a test's
    public Workstation(
            Home home, Clock clock, String user, FileDialogs dialogs, double width, double height) {
        this.home = home;
        this.clock = clock;
        this.user = user;
        this.dialogs = dialogs;
        this.settings = Settings.read(home.settings());
        this.scene = new Scene(root, width, height);
        scene.addEventFilter(InputEvent.ANY, event -> stirred());
        idle.setOnFinished(end -> lock());
        Platform.getPreferences().colorSchemeProperty().addListener((seen, before, now) -> dress());
        dress();
        stirred();
    }

    public Scene scene() {
        return scene;
    }

    /// The window of the open workspace; empty on the start page and while locked.
    public Optional<Shell> shell() {
        return Optional.ofNullable(shell);
    }

    /// Shows what was open when the program ended, else the start page.
    public void start() {
        Optional<Path> last =
                settings.workspaces().stream()
                        .map(Path::of)
                        .filter(w -> Files.exists(w.resolve("vault.json")))
                        .findFirst();
        if (last.isPresent()) {
            reopen(last.get());
        } else {
            welcome();
        }
    }

    private void show(Region content) {
        root.getChildren().setAll(content);
        content.requestFocus();
    }

    // Workspaces

    @Override
    public void welcome() {
        show(
                new WelcomeView(
                        settings.workspaces(),
                        new WelcomeView.Ways() {
                            @Override
                            public void sample() {
                                openSample();
                            }

                            @Override
                            public void importFiles() {
                                next = Place.of(PageId.IMPORT);
                                dialogs.folder(
                                        scene.getWindow(),
                                        "A folder for the new workspace, or an existing one",
                                        folder -> reopen(folder));
                            }

                            @Override
                            public void openWorkspace() {
                                next = Place.of(PageId.FEEDS);
                                dialogs.folder(
                                        scene.getWindow(),
                                        "The workspace's folder",
                                        folder -> reopen(folder));
                            }

                            @Override
                            public void reopen(String folder) {
                                Workstation.this.reopen(Path.of(folder));
                            }

                            private void reopen(Path folder) {
                                Workstation.this.reopen(folder);
                            }
                        }));
    }

    @Override
    public boolean remembers() {
        return true;
    }

    private void openSample() {
        opening(
                "Opening the sample hospital …",
                () -> new SampleFeed(home, clock, user, words -> {}).openSoon());
    }

    /// Opens a workspace, after asking for its passphrase if it has one; a folder without one
    /// becomes one.
    private void reopen(Path folder) {
        if (!Files.exists(folder.resolve("vault.json"))) {
            ask(UnlockView.Kind.NEW, folder);
        } else if (Workspace.needsPassphrase(folder)) {
            ask(UnlockView.Kind.PASSPHRASE, folder);
        } else {
            opening(
                    "Opening " + folder + " …",
                    () -> DataCore.open(folder, new Credentials.None(), clock, user, null));
        }
    }

    private UnlockView ask(UnlockView.Kind kind, Path folder) {
        var view = new UnlockView[1];
        view[0] =
                new UnlockView(
                        kind,
                        String.valueOf(folder.getFileName()),
                        typed -> unlock(kind, folder, typed, view[0]),
                        this::welcome);
        show(view[0]);
        return view[0];
    }

    private void unlock(UnlockView.Kind kind, Path folder, char[] typed, UnlockView view) {
        // The same workspace may still be open behind the start page.
        Runnable closing = takeDown();
        tasks.run(
                "open",
                "Opening the workspace",
                (job, progress) -> {
                    closing.run();
                    try (var passphrase = new Credentials.Passphrase(typed)) {
                        return switch (kind) {
                            case NEW -> DataCore.create(folder, passphrase, clock, user);
                            case PASSPHRASE -> DataCore.open(folder, passphrase, clock, user, null);
                            case SAMPLE ->
                                    DataCore.open(
                                            folder, new Credentials.None(), clock, user, null);
                        };
                    }
                },
                this::opened,
                e -> view.failed(String.valueOf(e.getMessage())));
    }

    private void opening(String words, Callable<DataCore> work) {
        WelcomeView welcome;
        if (root.getChildren().isEmpty()
                || !(root.getChildren().getFirst() instanceof WelcomeView shown)) {
            welcome();
            welcome = (WelcomeView) root.getChildren().getFirst();
        } else {
            welcome = shown;
        }
        welcome.busy(words);
        WelcomeView told = welcome;
        Runnable closing = takeDown();
        tasks.run(
                "open",
                words,
                (job, progress) -> {
                    closing.run();
                    return work.call();
                },
                this::opened,
                e -> told.failed(String.valueOf(e.getMessage())));
    }

    private void opened(DataCore opened) {
        core = opened;
        settings = settings.opened(opened.workspace().directory());
        keep();
        boolean sample = opened.workspace().directory().equals(home.sampleWorkspace());
        Shell now =
                new Shell(
                        opened,
                        Features.all(),
                        sample ? Optional.of(home.sampleFeed()) : Optional.empty(),
                        user,
                        this);
        shell = now;
        show(now);
        Place first = next;
        next = null;
        now.start(first == null ? Place.of(PageId.OVERVIEW) : first);
    }

    /// Takes the open workspace off the window at once.
    ///
    /// @return what waits until nothing runs in it any more, closes the engine and wipes the keys;
    ///   for background work
    private Runnable takeDown() {
        Shell open = shell;
        DataCore held = core;
        shell = null;
        core = null;
        if (open != null) {
            open.stop();
        }
        return () -> {
            if (open != null) {
                open.close();
            }
            if (held != null) {
                held.close();
            }
        };
    }

    // Lock

    /// Closes the engine and wipes the keys; what was on screen comes back after unlocking.
    @Override
    public void lock() {
        DataCore held = core;
        if (shell == null || held == null) {
            return;
        }
        Path folder = held.workspace().directory();
        boolean sample = held.workspace().open();
        clipboard.clear();
        Runnable closing = takeDown();
        UnlockView view = ask(sample ? UnlockView.Kind.SAMPLE : UnlockView.Kind.PASSPHRASE, folder);
        view.busy("Closing the engine and wiping the keys …");
        tasks.run(
                "lock",
                "Locking",
                (job, progress) -> {
                    closing.run();
                    return true;
                },
                done -> view.ready(),
                e -> view.failed(String.valueOf(e.getMessage())));
    }

    private void stirred() {
        idle.setDuration(Duration.minutes(settings.lockAfterMinutes()));
        idle.playFromStart();
    }

    // Appearance

    @Override
    public Home home() {
        return home;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public void change(Settings changed) {
        boolean looks =
                !changed.theme().equals(settings.theme())
                        || changed.textSize() != settings.textSize();
        settings = changed;
        keep();
        if (looks) {
            dress();
        }
    }

    private void keep() {
        try {
            settings.write(home.settings());
        } catch (ClaimscopeException e) {
            shell().ifPresent(s -> s.tell(String.valueOf(e.getMessage())));
        }
    }

    @Override
    public Theme theme() {
        return switch (settings.theme()) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            case "contrast" -> Theme.CONTRAST;
            default ->
                    Platform.getPreferences().getColorScheme() == ColorScheme.DARK
                            ? Theme.DARK
                            : Theme.LIGHT;
        };
    }

    private void dress() {
        AppTheme.apply(scene, theme(), settings.textSize());
    }

    // Files and clipboard

    @Override
    public void chooseFiles(Consumer<List<Path>> chosen) {
        dialogs.files(scene.getWindow(), chosen);
    }

    @Override
    public void save(String name, Supplier<byte[]> content, Consumer<String> told) {
        // A picture is drawn on this thread; a table may take a query and is made beside it.
        boolean picture = name.endsWith(".png");
        var drawn = new ArrayList<byte[]>();
        dialogs.save(
                scene.getWindow(),
                name,
                file -> {
                    if (picture) {
                        drawn.add(content.get());
                    }
                    tasks.run(
                            "save " + name,
                            "Saving " + name,
                            (job, progress) -> {
                                byte[] bytes = picture ? drawn.getFirst() : content.get();
                                write(file, bytes);
                                return bytes.length;
                            },
                            length -> told.accept("Saved " + file),
                            e -> told.accept(String.valueOf(e.getMessage())));
                });
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.RESOURCES, "Cannot write " + file + ". Choose another folder.", e);
        }
    }

    @Override
    public void copy(String text) {
        clipboard.copy(text);
    }

    /// Whether all that was asked for is on screen.
    public boolean idle() {
        Shell open = shell;
        return tasks.idle() && (open == null || open.idle());
    }

    @Override
    public void close() {
        idle.stop();
        clipboard.clear();
        Runnable closing = takeDown();
        tasks.stop();
        tasks.close();
        closing.run();
    }
}
