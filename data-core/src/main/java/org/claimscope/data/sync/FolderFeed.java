package org.claimscope.data.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.source.Arrival;
import org.claimscope.data.source.Aside;
import org.claimscope.data.source.FolderRules;
import org.claimscope.data.source.FolderSource;

/// Delivers the files of a folder one after the other, and moves those away that are done with.
final class FolderFeed {
    private final FolderSource folder;
    private final Clock clock;

    FolderFeed(FolderSource folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    List<RunEntry> run(Run run, Feed feed, String pattern, FolderRules rules) {
        FolderSource.Arrivals there;
        try {
            there = run.keepTrying(() -> folder.arrivals(pattern, rules, clock));
        } catch (ClaimscopeException e) {
            if (e.kind() != ErrorKind.SOURCE_DOWN) {
                throw e;
            }
            return List.of(run.noted(feed, RunEntry.Status.FAILED, String.valueOf(e.getMessage())));
        }
        if (there.ready().isEmpty()) {
            return List.of(
                    run.noted(
                            feed,
                            RunEntry.Status.ABSENT,
                            (there.unfinished() == 0
                                            ? "no file " + pattern
                                            : "no complete file "
                                                    + pattern
                                                    + " ("
                                                    + there.unfinished()
                                                    + " not complete yet)")
                                    + "; taken as absent, not as empty"));
        }
        Map<Path, List<Arrival>> files = new LinkedHashMap<>();
        there.ready().forEach(a -> files.computeIfAbsent(a.file(), f -> new ArrayList<>()).add(a));
        var entries = new ArrayList<RunEntry>();
        files.forEach((file, arrivals) -> {
            var ofFile = new ArrayList<RunEntry>();
            for (Arrival arrival : arrivals) {
                if (!run.cancellation().requested()) {
                    // Whom one file was waited for in vain, the next thousand are not.
                    boolean down = entries.stream().anyMatch(FolderFeed::failed);
                    ofFile.add(take(down ? run.impatient() : run, feed, arrival));
                }
            }
            entries.addAll(ofFile);
            boolean moves = rules.after() == FolderRules.After.ARCHIVE && !run.dryRun();
            if (moves && ofFile.size() == arrivals.size()) {
                entries.addAll(setAside(run, feed, file, ofFile));
            }
        });
        return entries;
    }

    private static boolean failed(RunEntry entry) {
        return entry.status() == RunEntry.Status.FAILED;
    }

    private static RunEntry take(Run run, Feed feed, Arrival arrival) {
        return switch (arrival) {
            case Arrival.Refused(_, _, String reason) ->
                    run.noted(feed, RunEntry.Status.REFUSED, reason + "; nothing of it was taken");
            case Arrival.Ready(_, String name, Arrival.Bytes bytes) ->
                    run.deliver(feed, new Incoming(name, bytes::open));
        };
    }

    /// Only after the commit: what a crash leaves lying is known by its bytes in the next run, and
    /// moved then. What broke off stays, to be tried again.
    private List<RunEntry> setAside(Run run, Feed feed, Path file, List<RunEntry> taken) {
        try {
            if (taken.stream().anyMatch(FolderFeed::failed)) {
                return List.of();
            }
            if (taken.stream().anyMatch(e -> e.status() == RunEntry.Status.REFUSED)) {
                Aside.failed(file);
            } else {
                Aside.archive(file, LocalDate.ofInstant(clock.instant(), clock.getZone()));
            }
            return List.of();
        } catch (ClaimscopeException e) {
            return List.of(run.noted(feed, RunEntry.Status.FAILED, String.valueOf(e.getMessage())));
        }
    }
}
