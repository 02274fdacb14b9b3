package org.claimscope.data.sync;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.MllpListener;
import org.claimscope.data.source.MllpSettings;

/// The process that [MllpKillTest] kills: opens a workspace, loads what waits, and listens.
public final class ListeningChild {
    private ListeningChild() {}

    /// @param args workspace
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        try (Workspace workspace = KillNineChild.open(folder, new Credentials.None())) {
            System.out.println("found " + workspace.inbox().waiting());
            System.out.println(
                    "bad " + workspace.badBlocks() + " breaks " + workspace.auditBreaks());
            new InboxReader(workspace).all();
            try (var intake =
                            Intake.open(
                                    workspace,
                                    Duration.ofMillis(20),
                                    run -> System.out.println("loaded " + run.rowsIn()),
                                    trouble -> System.out.println("trouble " + trouble));
                    var listener =
                            MllpListener.start(
                                    MllpSettings.local(0),
                                    MllpListener.Limits.USUAL,
                                    intake.receiver(Feed.of("hos-a", "adt")),
                                    workspace.clock())) {
                System.out.println("port " + listener.port());
                System.out.println("ready");
                new CountDownLatch(1).await();
            }
        }
    }
}
