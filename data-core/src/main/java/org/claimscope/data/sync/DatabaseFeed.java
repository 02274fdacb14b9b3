package org.claimscope.data.sync;

import java.io.BufferedInputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.claimscope.data.cache.Landing;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.format.csv.CsvWriter;
import org.claimscope.data.source.jdbc.JdbcSettings;
import org.claimscope.data.source.jdbc.JdbcSource;
import org.claimscope.data.source.jdbc.Watermark;

/// Reads a database's rows, lands them sealed as CSV, and delivers that as any file: what is
/// archived, quarantined, told apart and undone is the CSV.
final class DatabaseFeed {
    private final Workspace workspace;
    private final JdbcSettings settings;

    DatabaseFeed(Workspace workspace, JdbcSettings settings) {
        this.workspace = workspace;
        this.settings = settings;
    }

    RunEntry run(Run run, Feed feed) {
        try {
            return run.keepTrying(() -> runOrThrow(run, feed));
        } catch (ClaimscopeException e) {
            if (e.kind() == ErrorKind.RESOURCES || e.kind() == ErrorKind.INTERNAL) {
                throw e;
            }
            return run.noted(feed, RunEntry.Status.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private RunEntry runOrThrow(Run run, Feed feed) {
        String column = feed.watermark();
        Optional<Watermark> since =
                feed.loadType() == Feed.LoadType.INCREMENTAL && column != null
                        ? workspace.journal().readTo(feed.name(), column).map(Watermark::parse)
                        : Optional.empty();
        var outcome = new AtomicReference<JdbcSource.Outcome>(new JdbcSource.Cancelled());
        try (Landing landed =
                workspace.land(out -> {
                    var csv = new CsvWriter(out);
                    outcome.set(
                            new JdbcSource(settings, workspace.clock())
                                    .read(
                                            column,
                                            since.orElse(null),
                                            csv::row,
                                            run.cancellation()));
                    csv.close();
                })) {
            return switch (outcome.get()) {
                case JdbcSource.Cancelled() ->
                        run.noted(
                                feed,
                                RunEntry.Status.FAILED,
                                feed.table() + ": cancelled; nothing was taken");
                // Nothing changed is no delivery; an empty table in full is one, as an empty file
                // with a header is.
                case JdbcSource.Whole whole when whole.rows() == 0 && since.isPresent() ->
                        run.noted(
                                feed,
                                RunEntry.Status.UNCHANGED,
                                feed.table() + ": no rows changed since the last run");
                case JdbcSource.Whole whole ->
                        run.deliver(
                                feed,
                                new Incoming(
                                        feed.table() + " (database)",
                                        () -> new BufferedInputStream(landed.open(), 1 << 17),
                                        whole.leftOut().isEmpty()
                                                ? ""
                                                : "binary columns left out: "
                                                        + String.join(", ", whole.leftOut()),
                                        whole.newest()
                                                .or(() -> since)
                                                .map(Watermark::text)
                                                .orElse(null)));
            };
        }
    }
}
