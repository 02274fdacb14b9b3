package org.claimscope.app.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.claimscope.app.Pictures;
import org.claimscope.app.feature.overview.OverviewViewModel;
import org.claimscope.app.present.Figuring;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.PageId;
import org.claimscope.app.session.SampleFeed;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.format.Change;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.palette.Theme;
import org.claimscope.charts.shape.Single;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// The main job without a display: opens the workspace (the sample's is made first), takes in what
/// its feeds have, prints the morning's numbers, and draws the pages.
final class Morning {
    private static final List<PageId> PAGES =
            List.of(PageId.OVERVIEW, PageId.FACILITY, PageId.RECEIVABLES);

    private final Session session;

    Morning(Session session) {
        this.session = session;
    }

    int run() {
        try (DataCore core = session.open()) {
            if (session.sample()) {
                session.err()
                        .println("Workspace: " + session.folder() + " (" + SampleFeed.NOTE + ")");
                sync(core);
            }
            numbers(core);
            draw(new Pictures(core, session.user()));
        }
        return ClaimscopeCommand.DONE;
    }

    private void sync(DataCore core) {
        List<RunEntry> entries = SampleFeed.sync(core, session.home().sampleFeed());
        long loaded = entries.stream().mapToLong(RunEntry::rowsLoaded).sum();
        long quarantined = entries.stream().mapToLong(RunEntry::rowsQuarantined).sum();
        session.out()
                .println(
                        String.format(
                                Locale.US,
                                "Synced %d files: %,d rows new, %,d to quarantine, %d files as before.",
                                entries.size(),
                                loaded,
                                quarantined,
                                entries.stream()
                                        .filter(e -> e.status() == RunEntry.Status.UNCHANGED)
                                        .count()));
        entries.stream()
                .filter(e ->
                        e.status() == RunEntry.Status.FAILED
                                || e.status() == RunEntry.Status.REFUSED)
                .forEach(e -> session.err().println(e.feed() + ": " + e.message()));
    }

    private void numbers(DataCore core) {
        PageContext context =
                PageContext.newest(core.query())
                        .orElseThrow(() ->
                                new ClaimscopeException(
                                        ErrorKind.USER,
                                        "The workspace has no month of ledger rows yet. Sync a feed first."));
        var table =
                new TextTable(
                        List.of("measure", "value", "change", "", "target", "coverage"),
                        Set.of(1, 2));
        for (Tile tile : new Figuring(core.query(), context).tiles(OverviewViewModel.TILES)) {
            Single single = tile.single();
            BigDecimal now = single.value();
            BigDecimal before = single.before();
            Change change =
                    now == null || before == null
                            ? null
                            : Change.of(single.unit(), single.polarity(), before, now);
            table.add(
                    List.of(
                            single.label(),
                            now == null
                                    ? Figures.NOT_APPLICABLE
                                    : Figures.brief(single.unit(), now),
                            change == null ? Figures.ABSENT : change.text(),
                            change == null ? "" : change.word(),
                            Figures.target(single.unit(), single.target()),
                            single.coverage().words()));
        }
        session.out().println();
        session.out().println(context.words());
        table.print(session.out());
    }

    private void draw(Pictures pictures) {
        List<String> missing = Fonts.missing();
        session.out().println();
        if (!missing.isEmpty()) {
            session.out()
                    .println(
                            "No pictures: fonts or pango are missing. Install: "
                                    + String.join(" ", missing));
            return;
        }
        Path folder = session.home().pictures();
        try {
            Files.createDirectories(folder);
            for (PageId page : PAGES) {
                Path file = folder.resolve(page.name().toLowerCase(Locale.ROOT) + ".png");
                Files.write(file, pictures.png(page, Theme.LIGHT, 1440, 900));
                session.out().println("Picture: " + file);
            }
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.RESOURCES, "Cannot write pictures to " + folder + ".", e);
        }
    }
}
