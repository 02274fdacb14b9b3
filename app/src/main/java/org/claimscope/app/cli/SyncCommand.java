package org.claimscope.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `sync`: brings feeds into the workspace.
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Brings feeds into the workspace: each file once, each row only when it is news.",
            "Feeds whose messages arrive by themselves (mllp, kafka) are listened to until Ctrl+C.",
            "Without --preset and --config: the sample hospital's feeds."
        })
final class SyncCommand implements Callable<Integer> {
    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "A shipped set of feeds: two-hospitals.")
    @Nullable String preset;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Feeds as feeds.yaml, or as a metadata table load_config.csv.")
    @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "The folder with the feeds' files.")
    @Nullable Path data;

    @Option(
            names = "--var",
            paramLabel = "NAME=VALUE",
            description = "A value for ${NAME} in the feeds.yaml; goes before its own vars.")
    Map<String, String> vars = new LinkedHashMap<>();

    @Option(
            names = "--once",
            description = "Load what is there and end; do not listen for messages.")
    boolean once;

    @Option(names = "--dry-run", description = "Tell what would change, and change nothing.")
    boolean dryRun;

    @Option(names = "--strict", description = "Exit 2 when records went to quarantine.")
    boolean strict;

    @Option(
            names = "--format",
            paramLabel = "table|json",
            description = "json: one object for each entity.")
    Format format = Format.TABLE;

    /// How results are written.
    enum Format {
        TABLE,
        JSON
    }

    @Override
    public Integer call() {
        Session session = Commands.session(parent);
        if (preset != null && config != null) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "Give either --preset or --config, not both.");
        }
        boolean imported = preset != null || config != null || data != null;
        if (imported && session.sample()) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "Imported data need a workspace of their own: give --workspace DIR. The sample's has no passphrase and never holds real data.");
        }
        if (!vars.isEmpty() && config == null) {
            throw new ClaimscopeException(ErrorKind.USER, "--var is for --config feeds.yaml.");
        }
        FeedList feeds;
        @Nullable Path folder;
        if (preset != null || config != null) {
            feeds =
                    config != null
                            ? FeedList.read(config, vars)
                            : FeedList.preset(String.valueOf(preset));
            if (data == null && feeds.needsFolder()) {
                throw new ClaimscopeException(
                        ErrorKind.USER, "Say where the files are with --data DIR.");
            }
            folder = data == null ? Path.of("") : data;
        } else if (session.sample()) {
            feeds = FeedList.preset("sample-hospital");
            folder = session.home().sampleFeed();
        } else {
            throw new ClaimscopeException(
                    ErrorKind.USER, "Say what to sync with --preset NAME or --config FILE.");
        }
        boolean listening = !once && !dryRun && feeds.listens();
        List<RunEntry> entries;
        // Without one, Ctrl+C ends a sync at once, which a workspace survives.
        try (var stop = listening ? new StopSignal() : null;
                var core = session.open()) {
            var leftOver = core.leftOver();
            if (leftOver.waiting() > 0) {
                session.err()
                        .println(
                                leftOver.waiting()
                                        + " messages that arrived earlier are safe and wait to be loaded: "
                                        + leftOver.why());
            }
            entries = new ArrayList<>(leftOver.loaded());
            entries.addAll(
                    core.sync()
                            .run(
                                    feeds,
                                    folder == null
                                            ? FolderSource.of(Path.of(""), List.of())
                                            : new FolderSource(folder),
                                    dryRun,
                                    (what, done, total) ->
                                            session.err()
                                                    .println(
                                                            what + " (" + done + "/" + total + ")"),
                                    stop == null ? Cancellation.NONE : stop::requested));
            tell(session, feeds, entries);
            if (stop != null) {
                listen(session, core, feeds, stop);
            }
            return core.workspace().inbox().waiting() > 0
                    ? ClaimscopeCommand.FAILED
                    : code(entries);
        }
    }

    private void tell(Session session, FeedList feeds, List<RunEntry> entries) {
        long inactive = feeds.feeds().stream().filter(f -> !f.active()).count();
        if (inactive > 0) {
            session.err().println(inactive + " feeds are inactive and were not run");
        }
        if (format == Format.JSON) {
            entries.forEach(e -> session.out().println(Json.line(object(e))));
        } else if (!entries.isEmpty()) {
            table(entries, dryRun).print(session.out());
        }
        session.out().flush();
    }

    private void listen(Session session, DataCore core, FeedList feeds, StopSignal stop) {
        try (var listening =
                core.listen(
                        feeds,
                        run -> tell(session, run),
                        trouble -> session.err().println(trouble.getMessage()))) {
            listening
                    .ports()
                    .forEach((feed, port) ->
                            session.err().println(feed + " listens at port " + port));
            listening
                    .topics()
                    .forEach((feed, topics) -> session.err().println(feed + " reads " + topics));
            session.err().println("Ctrl+C ends it.");
            session.err().flush();
            stop.await();
        }
    }

    private void tell(Session session, RunEntry e) {
        session.out()
                .println(
                        format == Format.JSON
                                ? Json.line(object(e))
                                : "%s  %d in  %d loaded  %d unchanged  %d quarantined  %s  %s"
                                        .formatted(
                                                e.feed(),
                                                e.rowsIn(),
                                                e.rowsLoaded(),
                                                e.rowsUnchanged(),
                                                e.rowsQuarantined(),
                                                e.status().name().toLowerCase(Locale.ROOT),
                                                e.message())
                                        .strip());
        session.out().flush();
    }

    private int code(List<RunEntry> entries) {
        if (entries.stream()
                .anyMatch(e ->
                        e.status() == RunEntry.Status.FAILED
                                || e.status() == RunEntry.Status.REFUSED)) {
            return ClaimscopeCommand.FAILED;
        }
        return strict && entries.stream().anyMatch(e -> e.rowsQuarantined() > 0)
                ? ClaimscopeCommand.WITH_QUARANTINE
                : ClaimscopeCommand.DONE;
    }

    private static Map<String, @Nullable Object> object(RunEntry e) {
        var o = new LinkedHashMap<String, @Nullable Object>();
        o.put("feed", e.feed());
        o.put("entity", e.entity());
        o.put("delivery", e.deliveryId().orElse(null));
        o.put("rows_in", e.rowsIn());
        o.put("rows_loaded", e.rowsLoaded());
        o.put("rows_unchanged", e.rowsUnchanged());
        o.put("rows_quarantined", e.rowsQuarantined());
        o.put("rows_closed", e.rowsClosed());
        o.put("charges", e.billed());
        o.put("paid", e.paid());
        o.put("status", e.status().name().toLowerCase(Locale.ROOT));
        o.put("message", e.message());
        return o;
    }

    static TextTable table(List<RunEntry> entries, boolean dryRun) {
        var table =
                new TextTable(
                        List.of(
                                "feed",
                                "in",
                                dryRun ? "would load" : "loaded",
                                "unchanged",
                                "quarantined",
                                "charges",
                                "paid",
                                "status",
                                ""),
                        Set.of(1, 2, 3, 4, 5, 6));
        for (RunEntry e : entries) {
            table.add(
                    List.of(
                            e.feed(),
                            Long.toString(e.rowsIn()),
                            Long.toString(e.rowsLoaded()),
                            Long.toString(e.rowsUnchanged()),
                            Long.toString(e.rowsQuarantined()),
                            e.billed() == null ? "" : e.billed().toPlainString(),
                            e.paid() == null ? "" : e.paid().toPlainString(),
                            e.status().name().toLowerCase(Locale.ROOT),
                            e.message()));
        }
        return table;
    }
}
