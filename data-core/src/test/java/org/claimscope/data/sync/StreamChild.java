package org.claimscope.data.sync;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.kafka.KafkaSettings;

/// The process that [KafkaFeedTest] kills: opens a workspace, loads what waits, and reads a topic.
public final class StreamChild {
    private StreamChild() {}

    static Feed feed(String servers, String... topics) {
        return new Feed(
                "hos-a",
                "adt",
                new Feed.From.Topics(
                        new KafkaSettings(List.of(servers), List.of(topics), Map.of(), null)),
                Feed.LoadType.INCREMENTAL,
                false,
                null,
                true);
    }

    /// @param args workspace, servers, topic
    public static void main(String[] args) throws Exception {
        try (Workspace workspace = KillNineChild.open(Path.of(args[0]), new Credentials.None())) {
            System.out.println(
                    "bad " + workspace.badBlocks() + " breaks " + workspace.auditBreaks());
            System.out.println("found " + workspace.inbox().waiting());
            new InboxReader(workspace).leftOver();
            try (var listening =
                    Listening.start(
                            workspace,
                            new FeedList(List.of(feed(args[1], args[2])), List.of()),
                            run -> System.out.println("loaded " + run.rowsIn()),
                            trouble -> System.out.println("trouble " + trouble))) {
                System.out.println("topics " + listening.topics());
                System.out.println("ready");
                new CountDownLatch(1).await();
            }
        }
    }
}
