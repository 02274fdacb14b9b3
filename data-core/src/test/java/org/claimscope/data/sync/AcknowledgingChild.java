package org.claimscope.data.sync;

import java.nio.file.Path;
import java.util.List;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;

/// Takes in one small delivery after the other, for ever, and says after each that it is safe.
public final class AcknowledgingChild {
    private AcknowledgingChild() {}

    /// @param args workspace
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        try (var workspace = KillNineChild.open(folder, new Credentials.None())) {
            long count = deliveries(workspace);
            System.out.println(
                    "found "
                            + count
                            + " bad "
                            + workspace.badBlocks()
                            + " breaks "
                            + workspace.auditBreaks());
            while (true) {
                count++;
                RunEntry run = deliver(workspace, folder, count);
                if (run.status() != RunEntry.Status.LOADED) {
                    throw new IllegalStateException("not loaded: " + run);
                }
                System.out.println("safe " + count);
                System.out.println("ready");
            }
        }
    }

    static long deliveries(Workspace workspace) {
        return workspace.journal().deliveries().size();
    }

    private static RunEntry deliver(Workspace workspace, Path folder, long count) {
        var rows = new StringBuilder("DeptID,Name\n");
        for (long i = count; i < count + 5; i++) {
            rows.append("D").append(i).append(",Department ").append(count).append('\n');
        }
        var feed =
                new Feed(
                        "hos-a",
                        "departments",
                        null,
                        rows.toString(),
                        Feed.LoadType.INCREMENTAL,
                        false,
                        null,
                        true);
        return new Sync(workspace)
                .run(
                        new FeedList(List.of(feed), FeedList.shippedProfiles()),
                        new FolderSource(folder),
                        false,
                        Progress.NONE,
                        Cancellation.NONE)
                .getFirst();
    }
}
