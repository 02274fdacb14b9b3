package org.claimscope.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.sync.FeedList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `delivery`: what was handed over, and taking it back.
@Command(
        name = "delivery",
        mixinStandardHelpOptions = true,
        description = "What senders handed over; an import can be reversed.")
final class DeliveryCommand implements Callable<Integer> {
    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Override
    public Integer call() {
        throw new ClaimscopeException(ErrorKind.USER, "Say which: delivery list or undo ID.");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "All deliveries.")
    int list(
            @Option(names = "--format", defaultValue = "table", paramLabel = "table|json|csv")
                    String format) {
        Session session = Commands.session(parent);
        try (var core = session.open()) {
            var table =
                    new TextTable(
                            List.of(
                                    "id",
                                    "feed",
                                    "file",
                                    "bytes",
                                    "archived",
                                    "received",
                                    "profile",
                                    "undone"),
                            Set.of(0, 3, 4));
            for (Delivery d : core.workspace().journal().deliveries()) {
                if (format.equals("json")) {
                    var o = new LinkedHashMap<String, @Nullable Object>();
                    o.put("id", d.id());
                    o.put("feed", d.feed());
                    o.put("file", d.fileName());
                    o.put("sha256", d.fileHash());
                    o.put("bytes", d.fileBytes());
                    o.put("received", d.receivedAt().toString());
                    o.put("profile", d.profile());
                    o.put("undone", d.undoneAt().map(Object::toString).orElse(null));
                    session.out().println(Json.line(o));
                }
                table.add(
                        List.of(
                                Long.toString(d.id()),
                                d.feed(),
                                d.fileName(),
                                Long.toString(d.fileBytes()),
                                Long.toString(d.rawBytes()),
                                d.receivedAt().toString(),
                                d.profile(),
                                d.undoneAt().map(Object::toString).orElse("")));
            }
            if (format.equals("csv")) {
                table.printCsv(session.out());
            } else if (!format.equals("json")) {
                table.print(session.out());
            }
        }
        return ClaimscopeCommand.DONE;
    }

    @Command(
            name = "undo",
            mixinStandardHelpOptions = true,
            description = {
                "Reverses an import: its rows no longer count, its history stays.",
                "Syncing the same file again loads it again."
            })
    int undo(
            @Parameters(paramLabel = "ID") long id,
            @Option(
                            names = "--config",
                            paramLabel = "FILE",
                            description = "The feeds.yaml whose profiles the feed uses.")
                    @Nullable Path config) {
        Session session = Commands.session(parent);
        try (var core = session.open()) {
            Delivery undone =
                    core.sync()
                            .undo(
                                    id,
                                    config == null
                                            ? FeedList.shippedProfiles()
                                            : FeedList.readProfiles(config));
            session.out().println("delivery " + id + " (" + undone.feed() + ") undone");
        }
        return ClaimscopeCommand.DONE;
    }
}
