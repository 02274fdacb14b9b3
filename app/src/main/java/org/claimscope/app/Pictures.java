package org.claimscope.app;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.claimscope.app.export.Pack;
import org.claimscope.app.export.PageContent;
import org.claimscope.app.feature.Features;
import org.claimscope.app.feature.welcome.WelcomeView;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.Offstage;
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
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
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
        return drawn(
                page,
                theme,
                width,
                height,
                questions,
                shell -> Snapshot.png(Objects.requireNonNull(shell.getScene()), 1));
    }

    /// What a page shows, for a file of it. Told to the audit log, as an export from the window is.
    ///
    /// @throws ClaimscopeException if the page shows nothing that could be exported
    public PageContent content(PageId page, List<String> questions) {
        if (page == PageId.WELCOME) {
            throw nothing(page);
        }
        PageContent content =
                drawn(page, Theme.LIGHT, WIDTH, HEIGHT, questions, Shell::content)
                        .orElseThrow(() -> nothing(page));
        core.workspace().audit().append("export", content.fileName(), "analysis", "{}");
        return content;
    }

    private static ClaimscopeException nothing(PageId page) {
        return new ClaimscopeException(
                ErrorKind.USER, "The page " + page.id() + " has nothing to export.");
    }

    /// Draws a page, waits until all of it is there, takes what is wanted.
    private <T> T drawn(
            PageId page,
            Theme theme,
            int width,
            int height,
            List<String> questions,
            Function<Shell, T> taken) {
        Place place = questions.isEmpty() ? place(page) : Place.ask(questions.getFirst());
        try (var stage =
                new Offstage(
                        core,
                        Features.all(),
                        user,
                        theme,
                        width,
                        height,
                        place,
                        UnaryOperator.identity())) {
            questions.stream().skip(1).forEach(next -> stage.open(Place.ask(next)));
            return stage.take(taken);
        }
    }

    private static byte[] welcome(Theme theme, int width, int height) {
        return Offscreen.call(() -> {
            Region view = new WelcomeView(List.of(), new NoWays());
            Scene scene = new Scene(view, width, height);
            AppTheme.apply(scene, theme);
            return Snapshot.png(scene, 1);
        });
    }

    /// What the pages of a pack show; told to the audit log as one export.
    ///
    /// @param period the month shown; empty for the newest complete one
    public List<PageContent> contents(Pack pack, Optional<YearMonth> period) {
        try (var stage =
                new Offstage(
                        core,
                        Features.all(),
                        user,
                        Theme.LIGHT,
                        WIDTH,
                        HEIGHT,
                        Place.of(pack.pages().getFirst()),
                        filters ->
                                period.map(month -> filters.period(Filters.Period.of(month)))
                                        .orElse(filters))) {
            List<PageContent> contents =
                    stage.contents(pack.pages().stream().map(Place::of).toList());
            core.workspace().audit().append("export", pack.fileName(contents), "analysis", "{}");
            return contents;
        }
    }

    /// Pages of one record show the newest denied claim, or its patient.
    private Place place(PageId page) {
        if (page == PageId.CLAIM) {
            return Place.claim(key("row_claim_key"));
        }
        if (page == PageId.PATIENT) {
            return Place.patient(key("row_patient_key"));
        }
        if (page == PageId.READINGS) {
            return Place.readings("denial_rate", "denial_rate_zero_pay", "Initial denial rate");
        }
        if (page == PageId.MEASURE) {
            return Place.measure("denial_rate", "Initial denial rate");
        }
        return page == PageId.ASK ? Place.ask(QUESTION) : Place.of(page);
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
