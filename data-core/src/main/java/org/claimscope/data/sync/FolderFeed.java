package org.claimscope.data.sync;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimscope.data.cache.Landing;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.source.Arrival;
import org.claimscope.data.source.Aside;
import org.claimscope.data.source.FolderRules;
import org.claimscope.data.source.FolderSource;
import org.jspecify.annotations.Nullable;

/// Delivers the files of a folder one after the other, and moves those away that are done with.
final class FolderFeed {
    private final FolderSource folder;
    private final Clock clock;

    /// What a file is copied to before it is read; null to read it where it lies.
    private final @Nullable Workspace landing;

    FolderFeed(FolderSource folder, Clock clock) {
        this(folder, clock, null);
    }

    private FolderFeed(FolderSource folder, Clock clock, @Nullable Workspace landing) {
        this.folder = folder;
        this.clock = clock;
        this.landing = landing;
    }

    /// Files that are far away come over once, and are read here.
    static FolderFeed elsewhere(FolderSource folder, Workspace workspace) {
        return new FolderFeed(folder, workspace.clock(), workspace);
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

    private RunEntry take(Run run, Feed feed, Arrival arrival) {
        return switch (arrival) {
            case Arrival.Refused(_, _, String reason) ->
                    run.noted(feed, RunEntry.Status.REFUSED, reason + "; nothing of it was taken");
            case Arrival.Ready(_, String name, Arrival.Bytes bytes) ->
                    landing == null
                            ? run.deliver(feed, new Incoming(name, bytes::open))
                            : landed(landing, run, feed, name, bytes);
        };
    }

    private static RunEntry landed(
            Workspace workspace, Run run, Feed feed, String name, Arrival.Bytes bytes) {
        try (Landing here = run.keepTrying(() -> workspace.land(out -> copy(name, bytes, out)))) {
            return run.deliver(
                    feed, new Incoming(name, () -> new BufferedInputStream(here.open(), 1 << 17)));
        } catch (ClaimscopeException e) {
            if (e.kind() == ErrorKind.RESOURCES || e.kind() == ErrorKind.INTERNAL) {
                throw e;
            }
            return run.noted(feed, RunEntry.Status.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static void copy(String name, Arrival.Bytes bytes, OutputStream out)
            throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream there = bytes.open()) {
            for (int n = read(name, there, buffer); n >= 0; n = read(name, there, buffer)) {
                out.write(buffer, 0, n);
            }
        }
    }

    /// The other side's trouble is told from that of the disk here.
    private static int read(String name, InputStream there, byte[] buffer) {
        try {
            return there.read(buffer);
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.SOURCE_DOWN,
                    name + " cannot be read to the end (" + e.getClass().getSimpleName() + ")",
                    e);
        }
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
