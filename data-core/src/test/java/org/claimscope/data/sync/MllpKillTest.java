package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.model.Entity;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.testing.ChildJvm;
import org.claimscope.data.testing.MllpSender;
import org.claimscope.data.testing.WarehouseDump;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Messages that were acknowledged survive SIGKILL, and none is taken twice, in one workspace that
/// is killed again and again while four senders send (G3).
final class MllpKillTest {
    private static final int SENDERS = 4;
    private static final Pattern CONTROL_ID = Pattern.compile("\\|ADT\\^A01\\|M(\\d+)\\|");

    @TempDir Path temp;

    @Test
    void everyAcknowledgedMessageIsThereOnceAfterKills() throws Exception {
        killAgainAndAgain(6, 4711);
    }

    @Test
    @Tag("deep")
    void everyAcknowledgedMessageIsThereOnceAfterAHundredKills() throws Exception {
        killAgainAndAgain(100, 4712);
    }

    /// What the senders know.
    private static final class Senders {
        private final AtomicInteger next = new AtomicInteger();
        private final Set<Integer> acknowledged = new ConcurrentSkipListSet<>();

        /// Sent once or more, and not acknowledged.
        private final Set<Integer> open = new ConcurrentSkipListSet<>();

        private final LongAdder brokenOff = new LongAdder();

        /// Sends what is open again, as senders do, and then new messages, until the other side is
        /// gone. Every fourth message is sent once more after its acknowledgement.
        void run(int port, int part) {
            try (var sender = new MllpSender(port)) {
                for (int number : open.stream().filter(n -> n % SENDERS == part).toList()) {
                    send(sender, number);
                }
                while (true) {
                    int number = next.getAndAdd(1) * SENDERS + part;
                    send(sender, number);
                    if (number % 16 < SENDERS) {
                        send(sender, number);
                    }
                }
            } catch (IOException e) {
                brokenOff.increment();
            }
        }

        private void send(MllpSender sender, int number) throws IOException {
            open.add(number);
            String told = MllpSender.told(sender.send(MllpSender.admission(number)));
            assertEquals("AA M" + number, told);
            acknowledged.add(number);
            open.remove(number);
        }
    }

    private void killAgainAndAgain(int kills, long seed) throws Exception {
        var random = new Random(seed);
        var senders = new Senders();
        Path folder = temp.resolve("w");
        int midStream = 0;
        int leftInInbox = 0;
        for (int i = 0; i < kills; i++) {
            try (var child =
                    ChildJvm.start(temp.resolve("tmp"), ListeningChild.class, folder.toString())) {
                child.awaitReady();
                List<String> lines = child.lines();
                assertTrue(lines.contains("ready"), child.text());
                assertTrue(lines.contains("bad 0 breaks []"), child.text());
                leftInInbox += number(lines, "found ") > 0 ? 1 : 0;
                int acknowledged = senders.acknowledged.size();
                long brokenOff = senders.brokenOff.sum();
                try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    int port = Math.toIntExact(number(lines, "port "));
                    for (int s = 0; s < SENDERS; s++) {
                        int part = s;
                        threads.execute(() -> senders.run(port, part));
                    }
                    // A stream has to be there to be hit; a cold start takes its time.
                    for (int w = 0; senders.acknowledged.size() == acknowledged && w < 3_000; w++) {
                        Thread.sleep(5);
                    }
                    Thread.sleep(random.nextInt(600));
                    assertTrue(child.kill(), child.text());
                    threads.shutdown();
                    assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS));
                }
                assertTrue(!child.text().contains("trouble"), child.text());
                // Each sender was cut off, and at least one of them between sending and answer.
                assertEquals(brokenOff + SENDERS, senders.brokenOff.sum());
                midStream +=
                        senders.acknowledged.size() > acknowledged && !senders.open.isEmpty()
                                ? 1
                                : 0;
            }
        }
        try (Workspace workspace = KillNineChild.open(folder, new Credentials.None())) {
            new InboxReader(workspace).all();
            check(workspace, senders);
        }
        System.out.printf(
                "kill -9: seed %d, %d kills, %d in mid-stream, %d left messages in the inbox; %d messages acknowledged%n",
                seed, kills, midStream, leftInInbox, senders.acknowledged.size());
        assertTrue(midStream >= kills * 3 / 4, "the kills hit no stream: " + midStream);
        assertTrue(leftInInbox > 0, "no kill hit between acknowledgement and delivery");
    }

    private static void check(Workspace workspace, Senders senders) throws IOException {
        // The archives hold every message that was taken, once.
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
        assertTrue(taken.values().stream().allMatch(n -> n == 1), "a message was taken twice");
        assertTrue(
                taken.keySet().containsAll(senders.acknowledged),
                "an acknowledged message is lost");
        // Beside them only what was sent and not answered.
        taken.keySet().stream()
                .filter(n -> !senders.acknowledged.contains(n))
                .forEach(n -> assertTrue(senders.open.contains(n)));
        for (Entity entity : List.of(Entity.PATIENT, Entity.ENCOUNTER)) {
            assertEquals(
                    taken.size() + " " + taken.size(),
                    WarehouseDump.text(
                            workspace,
                            entity,
                            "select count(*) || ' ' || count(distinct id) from " + entity.table()));
        }
        var ids =
                WarehouseDump.text(
                        workspace,
                        Entity.ENCOUNTER,
                        "select string_agg(substr(id, 2), ',' order by cast(substr(id, 2) as bigint)) from encounter");
        assertEquals(String.join(",", taken.keySet().stream().map(String::valueOf).toList()), ids);
        assertEquals(0, workspace.quarantine().open());
    }

    private static long number(List<String> lines, String word) {
        return lines.stream()
                .filter(l -> l.startsWith(word))
                .mapToLong(l -> Long.parseLong(l.substring(word.length())))
                .findFirst()
                .orElseThrow();
    }
}
