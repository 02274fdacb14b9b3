package org.claimscope.app.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import org.claimscope.app.export.PageContent;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.Place;
import org.claimscope.app.session.Home;
import org.claimscope.app.session.Settings;
import org.claimscope.app.theme.AppTheme;
import org.claimscope.charts.export.Offscreen;
import org.claimscope.charts.palette.Theme;
import org.claimscope.data.DataCore;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// A shell without a window: pages are opened, waited for until everything asked for is there, and
/// read. Not to be used on the JavaFX thread, which does the drawing.
public final class Offstage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Shell shell;

    /// @param narrowed what becomes of the filters that the shell begins with
    public Offstage(
            DataCore core,
            List<Feature> features,
            String user,
            Theme theme,
            int width,
            int height,
            Place first,
            UnaryOperator<Filters> narrowed) {
        shell =
                Offscreen.call(() -> {
                    Shell made =
                            new Shell(core, features, Optional.empty(), user, new Still(theme));
                    Scene scene = new Scene(made, width, height);
                    AppTheme.apply(scene, theme);
                    made.start(first);
                    return made;
                });
        await();
        Offscreen.call(() -> {
            shell.narrowTo(narrowed.apply(shell.filters()));
            return true;
        });
        await();
    }

    /// Brings a place to the front and waits for it.
    public void open(Place place) {
        Offscreen.call(() -> {
            shell.open(place);
            return true;
        });
        await();
    }

    /// Takes something of the shell, on the JavaFX thread.
    public <T> T take(Function<Shell, T> taken) {
        return Offscreen.call(() -> taken.apply(shell));
    }

    /// What some pages show, each under the same filters.
    ///
    /// @throws ClaimscopeException if a page shows nothing
    public List<PageContent> contents(List<Place> places) {
        var contents = new ArrayList<PageContent>();
        for (Place place : places) {
            open(place);
            contents.add(
                    take(Shell::content)
                            .orElseThrow(() ->
                                    new ClaimscopeException(
                                            ErrorKind.USER,
                                            "The page "
                                                    + place.page().title()
                                                    + " has nothing to export.")));
        }
        return contents;
    }

    private void await() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int quiet = 0;
        while (quiet < 3) {
            quiet = Offscreen.call(shell::idle) ? quiet + 1 : 0;
            if (System.nanoTime() > end) {
                throw new ClaimscopeException(
                        ErrorKind.RESOURCES,
                        "The page was not drawn within " + PATIENCE.toSeconds() + " s.");
            }
            try {
                Thread.sleep(15);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        Offscreen.call(() -> {
            shell.stop();
            return true;
        });
        shell.close();
    }

    /// A program around the shell that does nothing but say how it looks.
    private record Still(Theme theme) implements Host {
        @Override
        public boolean remembers() {
            return false;
        }

        @Override
        public Home home() {
            return Home.ofUser();
        }

        @Override
        public Settings settings() {
            return Settings.standard();
        }

        @Override
        public void change(Settings settings) {}

        @Override
        public void lock() {}

        @Override
        public void chooseFiles(Consumer<List<Path>> chosen) {}

        @Override
        public void save(String name, Supplier<byte[]> content, Consumer<String> told) {}

        @Override
        public void copy(String text) {}

        @Override
        public void welcome() {}
    }
}
