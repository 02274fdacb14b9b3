package org.claimscope.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.claimscope.app.feature.Features;
import org.claimscope.app.feature.welcome.WelcomeView;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.session.Home;
import org.claimscope.app.session.Settings;
import org.claimscope.app.shell.Host;
import org.claimscope.app.shell.Shell;
import org.claimscope.app.theme.AppTheme;
import org.claimscope.charts.export.Offscreen;
import org.claimscope.charts.export.Snapshot;
import org.claimscope.charts.palette.Theme;
import org.claimscope.data.DataCore;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.RowOrder;

/// Pages as pictures, without a window: the same shell, the same pages, waited for until everything
/// asked for is on screen.
public final class Pictures {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String QUESTION = "denial rate by payer last quarter";

    private final DataCore core;
    private final String user;

    public Pictures(DataCore core, String user) {
        this.core = core;
        this.user = user;
    }

    /// @return a PNG
    public byte[] png(PageId page, Theme theme, int width, int height) {
        return png(page, theme, width, height, List.of());
    }

    /// @param questions what is asked on the page, one after the other; none for the page itself
    /// @return a PNG
    public byte[] png(PageId page, Theme theme, int width, int height, List<String> questions) {
        if (page == PageId.WELCOME) {
            return welcome(theme, width, height);
        }
        Place place = questions.isEmpty() ? place(page) : Place.ask(questions.getFirst());
        Scene scene =
                Offscreen.call(() -> {
                    Shell shell =
                            new Shell(
                                    core, Features.all(), Optional.empty(), user, new Still(theme));
                    Scene made = new Scene(shell, width, height);
                    AppTheme.apply(made, theme);
                    shell.start(place);
                    return made;
                });
        Shell shell = (Shell) scene.getRoot();
        await(shell);
        for (String next : questions.subList(Math.min(1, questions.size()), questions.size())) {
            Offscreen.call(() -> {
                shell.open(Place.ask(next));
                return true;
            });
            await(shell);
        }
        byte[] png =
                Offscreen.call(() -> {
                    byte[] drawn = Snapshot.png(scene, 1);
                    shell.stop();
                    return drawn;
                });
        shell.close();
        return png;
    }

    private static byte[] welcome(Theme theme, int width, int height) {
        return Offscreen.call(() -> {
            Region view = new WelcomeView(List.of(), new NoWays());
            Scene scene = new Scene(view, width, height);
            AppTheme.apply(scene, theme);
            return Snapshot.png(scene, 1);
        });
    }

    private static void await(Shell shell) {
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

    /// Pages of one record show the newest denied claim, or its patient.
    private Place place(PageId page) {
        return switch (page) {
            case CLAIM -> Place.claim(key("row_claim_key"));
            case PATIENT -> Place.patient(key("row_patient_key"));
            case MEASURE -> Place.measure("denial_rate", "Initial denial rate");
            case ASK -> Place.ask(QUESTION);
            case WELCOME,
                    OVERVIEW,
                    FACILITY,
                    PROVIDER,
                    RECEIVABLES,
                    DENIALS,
                    CLAIMS,
                    PAYERS,
                    OPERATIONS,
                    EXECUTIVE,
                    BOARDS,
                    FEEDS,
                    IMPORT,
                    SETTINGS ->
                    Place.of(page);
        };
    }

    private String key(String column) {
        for (MetricQuery query :
                List.of(
                        MetricQuery.of("claim_count")
                                .where(MetricQuery.Filter.is(Dimension.CLAIM_STATUS, "Denied")),
                        MetricQuery.of("claim_count"))) {
            try (Frame rows = core.query().rows(query, false, RowOrder.NEWEST, 1)) {
                if (rows.rowCount() > 0) {
                    return String.valueOf(rows.text(column, 0));
                }
            }
        }
        throw new ClaimscopeException(ErrorKind.USER, "The workspace has no claims to show.");
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

    private static final class NoWays implements WelcomeView.Ways {
        @Override
        public void sample() {}

        @Override
        public void importFiles() {}

        @Override
        public void openWorkspace() {}

        @Override
        public void reopen(String folder) {}
    }
}
