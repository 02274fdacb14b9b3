package org.claimscope.app.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.claimscope.data.format.Formats;
import org.claimscope.data.model.Entity;
import org.claimscope.data.query.Lineage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `lineage`: from a row to the file and line it came from.
@Command(
        name = "lineage",
        mixinStandardHelpOptions = true,
        description = "Where a row came from: delivery, file, line.")
final class LineageCommand implements Callable<Integer> {
    @ParentCommand @Nullable ClaimscopeCommand parent;

    @Parameters(index = "0", paramLabel = "TABLE", description = "Such as transaction.")
    String table = "";

    @Parameters(index = "1", paramLabel = "KEY", description = "source/id, as drill shows it.")
    String key = "";

    @Option(
            names = "--reveal",
            paramLabel = "REASON",
            description = "Show the line as it was sent; the reason goes to the audit log.")
    @Nullable String reveal;

    @Option(
            names = "--history",
            description = "What it was from which day on, and what told it; identifiers masked.")
    boolean history;

    @Override
    public Integer call() {
        Session session = Commands.session(parent);
        try (var core = session.open()) {
            var lineage = core.lineage();
            Lineage.Origin origin = lineage.of(table, key);
            session.out().println("delivery  " + origin.delivery().id());
            session.out().println("feed      " + origin.delivery().feed());
            session.out().println("file      " + origin.delivery().fileName());
            session.out().println("sha-256   " + origin.delivery().fileHash());
            session.out().println("received  " + origin.delivery().receivedAt());
            session.out().println("profile   " + origin.delivery().profile());
            session.out()
                    .println(
                            "place     "
                                    + Formats.place(origin.delivery().entity(), origin.line(), ""));
            if (reveal != null) {
                Lineage.Sent sent = lineage.bytes(origin, reveal);
                session.out().println("bytes     " + sent.record());
            }
            if (history) {
                session.out().println();
                print(session, lineage.history(Entity.named(table).orElseThrow(), key));
            }
        }
        return ClaimscopeCommand.DONE;
    }

    private static void print(Session session, List<Lineage.Version> versions) {
        var lines =
                new TextTable(
                        List.of("from", "field", "before", "after", "delivery", "place"),
                        Set.of(4));
        for (Lineage.Version v : versions) {
            for (Lineage.Change change : v.changes()) {
                lines.add(
                        List.of(
                                v.from().map(LocalDate::toString).orElse(""),
                                change.field(),
                                change.before(),
                                change.after(),
                                Long.toString(v.origin().delivery().id()),
                                Formats.place(
                                        v.origin().delivery().entity(), v.origin().line(), "")));
            }
        }
        lines.print(session.out());
    }
}
