package org.claimscope.data.sync;

import java.io.BufferedInputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.claimscope.data.cache.Landing;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.source.fhir.FhirSettings;
import org.claimscope.data.source.fhir.FhirSource;

/// Reads a FHIR server's resources, lands them sealed as NDJSON, and delivers that as any file.
/// Nothing of it is visible before all resources are there.
final class FhirFeed {
    private final Workspace workspace;
    private final FhirSettings settings;

    FhirFeed(Workspace workspace, FhirSettings settings) {
        this.workspace = workspace;
        this.settings = settings;
    }

    RunEntry run(Run run, Feed feed) {
        try {
            return runOrThrow(run, feed);
        } catch (ClaimscopeException e) {
            if (e.kind() == ErrorKind.RESOURCES || e.kind() == ErrorKind.INTERNAL) {
                throw e;
            }
            return run.noted(feed, RunEntry.Status.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private RunEntry runOrThrow(Run run, Feed feed) {
        String watermark = String.valueOf(feed.watermark());
        Optional<String> before =
                feed.loadType() == Feed.LoadType.INCREMENTAL
                        ? workspace.journal().readTo(feed.name(), watermark)
                        : Optional.empty();
        var source = new FhirSource(settings, workspace.clock(), run.patience());
        var outcome = new AtomicReference<FhirSource.Outcome>(new FhirSource.Cancelled());
        try (Landing landed =
                workspace.land(out ->
                        outcome.set(
                                source.read(
                                        before.orElse(null), out::write, run.cancellation())))) {
            return switch (outcome.get()) {
                case FhirSource.Cancelled() ->
                        run.noted(
                                feed,
                                RunEntry.Status.FAILED,
                                feed.table() + ": cancelled; nothing was taken");
                case FhirSource.Whole whole when whole.resources() == 0 ->
                        run.noted(
                                feed,
                                RunEntry.Status.UNCHANGED,
                                feed.table()
                                        + (before.isPresent()
                                                ? ": no resources changed since the last run"
                                                : ": the server has no such resources")
                                        + (whole.note().isEmpty() ? "" : "; " + whole.note()));
                case FhirSource.Whole whole ->
                        run.deliver(
                                feed,
                                new Incoming(
                                        feed.table() + " (FHIR server)",
                                        () -> new BufferedInputStream(landed.open(), 1 << 17),
                                        whole.note(),
                                        whole.readTo()));
            };
        }
    }
}
