package org.claimscope.app.feature;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.claimscope.app.feature.facility.FacilityPage;
import org.claimscope.app.feature.facility.FacilityView;
import org.claimscope.app.feature.facility.FacilityViewModel;
import org.claimscope.app.feature.overview.OverviewPage;
import org.claimscope.app.feature.overview.OverviewView;
import org.claimscope.app.feature.overview.OverviewViewModel;
import org.claimscope.app.feature.receivables.ReceivablesPage;
import org.claimscope.app.feature.receivables.ReceivablesView;
import org.claimscope.app.feature.receivables.ReceivablesViewModel;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.shell.FrameState;
import org.claimscope.app.shell.PageFrame;
import org.claimscope.app.shell.PageId;
import org.claimscope.app.theme.AppTheme;
import org.claimscope.charts.export.Offscreen;
import org.claimscope.charts.export.Snapshot;
import org.claimscope.charts.format.MonthNames;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Theme;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// The pages there are, each filled from a workspace and drawn in the frame around all of them.
public final class Pages {
    private static final Duration STALE = Duration.ofHours(24);

    private final DataCore core;
    private final PageContext context;

    /// @throws ClaimscopeException USER when the workspace has nothing to show yet
    public Pages(DataCore core) {
        this.core = core;
        this.context =
                PageContext.newest(core.query())
                        .orElseThrow(() ->
                                new ClaimscopeException(
                                        ErrorKind.USER,
                                        "The workspace has no complete month of ledger rows yet. Sync a feed first."));
    }

    public PageContext context() {
        return context;
    }

    /// Draws a page without a window.
    ///
    /// @return a PNG
    public byte[] png(PageId page, Theme theme, int width, int height) {
        Drawing drawing = fill(page);
        FrameState state = state(page);
        return Offscreen.call(() -> {
            Region content = drawing.on(ChartPalette.of(theme));
            var scene = new Scene(new PageFrame(state, content, id -> {}), width, height);
            AppTheme.apply(scene, theme);
            return Snapshot.png(scene, 1);
        });
    }

    /// A filled page, ready to be drawn in any theme.
    private interface Drawing {
        Region on(ChartPalette palette);
    }

    private Drawing fill(PageId page) {
        return switch (page) {
            case OVERVIEW -> {
                OverviewPage filled = new OverviewViewModel(core.query(), context).page();
                yield palette -> OverviewView.of(filled, palette);
            }
            case FACILITY -> {
                FacilityPage filled = new FacilityViewModel(core.query(), context).page();
                yield palette -> FacilityView.of(filled, palette);
            }
            case RECEIVABLES -> {
                ReceivablesPage filled = new ReceivablesViewModel(core.query(), context).page();
                yield palette -> ReceivablesView.of(filled, palette);
            }
        };
    }

    private FrameState state(PageId page) {
        boolean sample = core.workspace().open();
        return new FrameState(
                sample
                        ? "Sample hospital"
                        : String.valueOf(core.workspace().directory().getFileName()),
                sample ? "synthetic data" : "encrypted workspace",
                page,
                List.of(
                        new FrameState.Filter("Period", month(context.month())),
                        new FrameState.Filter("Compare", month(context.compared())),
                        new FrameState.Filter("As of", PageContext.day(context.last()))),
                feeds(),
                List.of(
                        "As of " + PageContext.day(context.last()),
                        sample ? "Sample data, no passphrase" : "Identifiers masked"));
    }

    private static String month(YearMonth month) {
        return MonthNames.brief(month) + " " + month.getYear();
    }

    /// How long ago each source's newest delivery came.
    private List<FrameState.Feed> feeds() {
        var newest = new TreeMap<String, Instant>();
        for (Delivery d : core.workspace().journal().deliveries()) {
            if (d.undoneAt().isEmpty()) {
                newest.merge(d.source(), d.receivedAt(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        Instant now = core.workspace().clock().instant();
        return newest.entrySet().stream()
                .map(e -> feed(e, Duration.between(e.getValue(), now)))
                .toList();
    }

    private static FrameState.Feed feed(Map.Entry<String, Instant> newest, Duration age) {
        String words =
                age.toHours() > 0
                        ? age.toHours() + " h"
                        : age.toMinutes() > 0
                                ? age.toMinutes() + " min"
                                : Math.max(0, age.toSeconds()) + " s";
        return new FrameState.Feed(newest.getKey(), words, age.compareTo(STALE) > 0);
    }
}
