package org.claimscope.app.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.claimscope.app.feature.overview.OverviewPage;
import org.claimscope.app.feature.overview.OverviewViewModel;
import org.claimscope.app.feature.receivables.ReceivablesPage;
import org.claimscope.app.feature.receivables.ReceivablesViewModel;
import org.claimscope.app.shell.PageId;
import org.claimscope.charts.palette.Theme;
import org.claimscope.charts.shape.Bridge;
import org.claimscope.data.DataCore;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.sample.SampleHospital;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages filled from a small sample hospital through the ordinary sync.
final class PagesTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2025-07-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir Path temp;

    @Test
    void pagesShowTheNewestCompleteMonthAndAddUp() throws Exception {
        Path feed = Files.createDirectories(temp.resolve("feed"));
        new SampleHospital(7, LocalDate.of(2025, 6, 30), 150).writeTo(feed);
        try (var core = DataCore.create(temp.resolve("w"), new Credentials.None(), NOON, "test")) {
            core.sync()
                    .run(
                            FeedList.preset("sample-hospital"),
                            new FolderSource(feed),
                            false,
                            Progress.NONE,
                            Cancellation.NONE);
            var pages = new Pages(core);
            assertEquals(YearMonth.of(2025, 6), pages.context().month());

            OverviewPage overview = new OverviewViewModel(core.query(), pages.context()).page();
            Bridge bridge = overview.receivables();
            double moved = bridge.steps().stream().mapToDouble(Bridge.Step::change).sum();
            assertEquals(bridge.closing(), bridge.opening() + moved, 0.005);
            assertEquals(3, overview.facilities().rows().size());

            ReceivablesPage receivables =
                    new ReceivablesViewModel(core.query(), pages.context()).page();
            double aged =
                    receivables.aging().parts().stream()
                            .mapToDouble(p -> p.values().getLast())
                            .sum();
            assertEquals(bridge.closing(), aged, 0.005);

            for (PageId page : PageId.values()) {
                byte[] png = pages.png(page, Theme.DARK, 1440, 900);
                assertTrue(png.length > 20_000, page + " has " + png.length + " bytes");
            }
            assertEquals(0, core.workspace().arrowBytes());
        }
    }

    @Test
    void anEmptyWorkspaceSaysWhatToDo() {
        try (var core = DataCore.create(temp.resolve("w"), new Credentials.None(), NOON, "test")) {
            var e = assertThrows(ClaimscopeException.class, () -> new Pages(core));
            assertTrue(String.valueOf(e.getMessage()).contains("Sync a feed first"));
        }
    }
}
