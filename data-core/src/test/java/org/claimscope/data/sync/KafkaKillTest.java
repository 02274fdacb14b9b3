package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.model.Entity;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.testing.ChildJvm;
import org.claimscope.data.testing.KafkaBroker;
import org.claimscope.data.testing.MllpSender;
import org.claimscope.data.testing.WarehouseDump;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that reads a topic is killed with SIGKILL again and again while a producer sends: no
/// record is lost, and none is taken twice (G3).
final class KafkaKillTest {
    private static final Pattern CONTROL_ID = Pattern.compile("\\|ADT\\^A01\\|M(\\d+)\\|");
    private static final int PARTITIONS = 3;

    @TempDir Path temp;

    @Test
    void everyRecordIsThereOnceAfterKills() throws Exception {
        killAgainAndAgain(3, 815);
    }

    @Test
    @Tag("deep")
    void everyRecordIsThereOnceAfterFiftyKills() throws Exception {
        killAgainAndAgain(50, 816);
    }

    private void killAgainAndAgain(int kills, long seed) throws Exception {
        var random = new Random(seed);
        Path folder = temp.resolve("w");
        int midStream = 0;
        int leftInInbox = 0;
        int sent;
        try (var broker = KafkaBroker.start(temp.resolve("broker"))) {
            broker.create("adt", PARTITIONS);
            var stop = new AtomicBoolean();
            try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
                var producing = threads.submit(() -> produce(broker, stop));
                for (int i = 0; i < kills; i++) {
                    try (var child =
                            ChildJvm.start(
                                    temp.resolve("tmp"),
                                    StreamChild.class,
                                    folder.toString(),
                                    broker.servers(),
                                    "adt")) {
                        child.awaitReady();
                        // A stream has to be there to be hit: something was loaded in this life.
                        for (int w = 0; !child.text().contains("loaded") && w < 3_000; w++) {
                            assertTrue(!child.endsWithin(5), child.text());
                        }
                        Thread.sleep(random.nextInt(1_500));
                        assertTrue(child.kill(), child.text());
                        List<String> lines = child.lines();
                        assertTrue(lines.contains("bad 0 breaks []"), child.text());
                        assertTrue(!child.text().contains("trouble"), child.text());
                        leftInInbox += lines.contains("found 0") ? 0 : 1;
                        midStream += child.text().contains("loaded") ? 1 : 0;
                    }
                }
                stop.set(true);
                sent = producing.get();
            }
            try (Workspace workspace = KillNineChild.open(folder, new Credentials.None())) {
                new InboxReader(workspace).all();
                long before = taken(workspace).size();
                assertTrue(before > 0 && before <= sent);
                var entries =
                        new Sync(workspace)
                                .run(
                                        new FeedList(
                                                List.of(StreamChild.feed(broker.servers(), "adt")),
                                                List.of()),
                                        FolderSource.of(Path.of(""), List.of()),
                                        false,
                                        Progress.NONE,
                                        Cancellation.NONE);
                check(workspace, sent, entries.toString());
            }
        }
        System.out.printf(
                "kill -9: seed %d, %d kills, %d in mid-stream, %d left messages in the inbox; %d messages, each sent twice%n",
                seed, kills, midStream, leftInInbox, sent);
        assertEquals(kills, midStream);
        assertTrue(leftInInbox > 0, "no kill hit between inbox and delivery");
    }

    /// Sends each message twice, to two partitions.
    ///
    /// @return how many messages
    private static int produce(KafkaBroker broker, AtomicBoolean stop) throws Exception {
        int number = 0;
        try (var producer = broker.producer(null)) {
            while (!stop.get()) {
                for (int time = 0; time < 2; time++) {
                    producer.send(
                            KafkaFeedTest.record(
                                    "adt",
                                    (number + time) % PARTITIONS,
                                    MllpSender.admission(number)));
                }
                number++;
                Thread.sleep(15);
            }
            producer.flush();
        }
        return number;
    }

    private static TreeMap<Integer, Integer> taken(Workspace workspace) throws Exception {
        var taken = new TreeMap<Integer, Integer>();
        for (Delivery delivery : workspace.journal().deliveries()) {
            try (var in = workspace.original(delivery)) {
                var text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                CONTROL_ID
                        .matcher(text)
                        .results()
                        .forEach(m -> taken.merge(Integer.valueOf(m.group(1)), 1, Integer::sum));
            }
        }
        return taken;
    }

    private static void check(Workspace workspace, int sent, String told) throws Exception {
        assertEquals(0, workspace.inbox().waiting(), told);
        var taken = taken(workspace);
        assertEquals(sent, taken.size(), "a record is lost: " + told);
        assertTrue(taken.values().stream().allMatch(n -> n == 1), "a record was taken twice");
        for (Entity entity : List.of(Entity.PATIENT, Entity.ENCOUNTER)) {
            assertEquals(
                    sent + " " + sent,
                    WarehouseDump.text(
                            workspace,
                            entity,
                            "select count(*) || ' ' || count(distinct id) from " + entity.table()));
        }
        assertEquals(0, workspace.quarantine().open());
    }
}
