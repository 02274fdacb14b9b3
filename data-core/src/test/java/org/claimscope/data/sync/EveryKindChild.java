package org.claimscope.data.sync;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.testing.TwoDays;

/// The process that [KillEveryKindTest] kills: makes or opens a workspace and runs a list of feeds.
public final class EveryKindChild {
    private EveryKindChild() {}

    /// @param args workspace, list of feeds, data folder
    public static void main(String[] args) {
        System.out.println("ready");
        try (var workspace = open(Path.of(args[0]))) {
            sync(workspace, Path.of(args[1]), Path.of(args[2]));
        }
        System.out.println("done");
    }

    static Workspace open(Path folder) {
        return Files.exists(folder.resolve("vault.json"))
                ? Workspace.open(folder, new Credentials.None(), TwoDays.CLOCK, "test", null)
                : Workspace.create(folder, new Credentials.None(), TwoDays.CLOCK, "test");
    }

    static List<RunEntry> sync(Workspace workspace, Path feeds, Path data) {
        return new Sync(workspace)
                .run(
                        FeedList.read(feeds),
                        new FolderSource(data),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
    }
}
