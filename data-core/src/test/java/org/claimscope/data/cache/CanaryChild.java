package org.claimscope.data.cache;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.model.Entity;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.Feed;
import org.claimscope.data.sync.FeedList;
import org.claimscope.data.sync.Sync;
import org.claimscope.data.testing.TwoDays;
import org.claimscope.data.testing.WarehouseDump;

/// The process whose files [NothingInPlainTest] searches: syncs people, queries them, provokes
/// errors, and waits with the workspace open, or closes it.
public final class CanaryChild {
    private CanaryChild() {}

    /// @param args workspace, data folder, passphrase file, `wait` or `close`
    public static void main(String[] args) throws Exception {
        var passphrase =
                new Credentials.Passphrase(Files.readString(Path.of(args[2])).toCharArray());
        try (var workspace =
                Workspace.create(Path.of(args[0]), passphrase, TwoDays.CLOCK, "test")) {
            for (RunEntry run : sync(workspace, Path.of(args[1]))) {
                System.out.println(run);
            }
            workspace.quarantine().list(null, 10).forEach(System.out::println);
            System.out.println(
                    WarehouseDump.text(
                            workspace,
                            Entity.PATIENT,
                            "select count(*) from (select first_name from patient order by ssn) p"));
            for (String wrong :
                    List.of("cast(first_name as date)", "cast(ssn as integer)", "error(phone)")) {
                try {
                    workspace.query(
                            EnumSet.of(Entity.PATIENT),
                            org.jooq.impl.DSL.resultQuery("select " + wrong + " from patient"),
                            rows -> {
                                rows.loadNextBatch();
                                return 0;
                            });
                    throw new IllegalStateException("no error for " + wrong);
                } catch (ClaimscopeException e) {
                    e.printStackTrace(System.out);
                    System.out.println("provoked");
                }
            }
            System.out.println("ready");
            if (args[3].equals("wait")) {
                System.in.read();
            }
        }
        System.out.println("closed");
    }

    static List<RunEntry> sync(Workspace workspace, Path data) {
        return new Sync(workspace)
                .run(
                        new FeedList(
                                List.of(
                                        new Feed(
                                                "hos-a",
                                                "patients",
                                                "*.csv",
                                                null,
                                                Feed.LoadType.FULL,
                                                false,
                                                null,
                                                true)),
                                FeedList.shippedProfiles()),
                        new FolderSource(data),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
    }
}
