package org.claimscope.app.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.claimscope.data.cache.QuarantineItem;
import org.claimscope.data.cache.QuarantineItem.Status;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.sync.FeedList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `quarantine`: the records that were turned away.
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        description = "The records that were turned away: place, reason, bytes, and what to do.")
final class QuarantineCommand implements Callable<Integer> {
    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Override
    public Integer call() {
        throw new ClaimscopeException(
                ErrorKind.USER, "Say which: quarantine list, show, reprocess or discard.");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "The open records, or all; without their bytes.")
    int list(
            @Option(names = "--all", description = "Resolved ones too.") boolean all,
            @Option(names = "--limit", defaultValue = "1000") int limit,
            @Option(names = "--format", defaultValue = "table", paramLabel = "table|json|csv")
                    String format) {
        Session session = Commands.session(parent);
        try (var core = session.open()) {
            List<QuarantineItem> items =
                    core.workspace().quarantine().list(all ? null : Status.OPEN, limit);
            var table =
                    new TextTable(
                            List.of(
                                    "id",
                                    "feed",
                                    "file",
                                    "line",
                                    "column",
                                    "reason",
                                    "status",
                                    "explanation"),
                            Set.of(0, 3));
            for (QuarantineItem i : items) {
                if (format.equals("json")) {
                    session.out().println(Json.line(object(i)));
                }
                table.add(
                        List.of(
                                Long.toString(i.id()),
                                i.feed(),
                                i.fileName(),
                                Long.toString(i.line()),
                                i.column(),
                                i.reason(),
                                i.status().name().toLowerCase(Locale.ROOT),
                                i.explanation()));
            }
            if (format.equals("csv")) {
                table.printCsv(session.out());
            } else if (!format.equals("json")) {
                table.print(session.out());
            }
        }
        return ClaimscopeCommand.DONE;
    }

    private static Map<String, @Nullable Object> object(QuarantineItem i) {
        var o = new LinkedHashMap<String, @Nullable Object>();
        o.put("id", i.id());
        o.put("feed", i.feed());
        o.put("delivery", i.deliveryId());
        o.put("file", i.fileName());
        o.put("line", i.line());
        o.put("column", i.column().isEmpty() ? null : i.column());
        o.put("reason", i.reason());
        o.put("explanation", i.explanation());
        o.put("status", i.status().name().toLowerCase(Locale.ROOT));
        return o;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "One record with its bytes. The look is noted in the audit log.")
    int show(@Parameters(paramLabel = "ID") long id) {
        Session session = Commands.session(parent);
        try (var core = session.open()) {
            core.workspace().audit().append("reveal", "quarantine " + id, "quarantine desk", "{}");
            QuarantineItem i = core.workspace().quarantine().show(id);
            session.out().println("id           " + i.id());
            session.out().println("feed         " + i.feed());
            session.out().println("delivery     " + i.deliveryId());
            session.out().println("file         " + i.fileName());
            session.out().println("line         " + i.line());
            session.out().println("column       " + i.column());
            session.out().println("reason       " + i.reason());
            session.out().println("explanation  " + i.explanation());
            session.out().println("status       " + i.status().name().toLowerCase(Locale.ROOT));
            session.out()
                    .println("bytes        " + new String(i.original(), StandardCharsets.UTF_8));
        }
        return ClaimscopeCommand.DONE;
    }

    @Command(
            name = "reprocess",
            mixinStandardHelpOptions = true,
            description = "Reads a record again, corrected or under a corrected mapping.")
    int reprocess(
            @Parameters(paramLabel = "ID") long id,
            @Option(
                            names = "--set",
                            paramLabel = "COLUMN=VALUE",
                            description = "A correction, by the sender's column name.")
                    @Nullable Map<String, String> corrections,
            @Option(
                            names = "--config",
                            paramLabel = "FILE",
                            description = "The feeds.yaml whose profiles to use.")
                    @Nullable Path config) {
        Session session = Commands.session(parent);
        try (var core = session.open()) {
            RunEntry run =
                    core.reprocessing()
                            .run(
                                    id,
                                    corrections == null ? Map.of() : corrections,
                                    config == null
                                            ? FeedList.shippedProfiles()
                                            : FeedList.readProfiles(config));
            session.out()
                    .println(
                            "record "
                                    + id
                                    + ": "
                                    + (run.rowsLoaded() > 0 ? "loaded" : "already known")
                                    + " as delivery "
                                    + run.deliveryId().orElse(0L));
        }
        return ClaimscopeCommand.DONE;
    }

    @Command(
            name = "discard",
            mixinStandardHelpOptions = true,
            description = "Gives a record up, with a reason. Its bytes stay in the archive.")
    int discard(
            @Parameters(paramLabel = "ID") long id,
            @Option(names = "--reason", required = true) String reason) {
        Session session = Commands.session(parent);
        try (var core = session.open()) {
            if (core.workspace().quarantine().show(id).status() != Status.OPEN) {
                throw new ClaimscopeException(
                        ErrorKind.USER, "Record " + id + " is no longer open.");
            }
            core.workspace().resolve(id, Status.DISCARDED, reason);
            session.out().println("record " + id + ": discarded");
        }
        return ClaimscopeCommand.DONE;
    }
}
