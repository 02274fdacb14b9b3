package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.cache.QuarantineItem;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Entity;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.source.kafka.KafkaSettings;
import org.claimscope.data.testing.KafkaBroker;
import org.claimscope.data.testing.MllpSender;
import org.claimscope.data.testing.TwoDays;
import org.claimscope.data.testing.WarehouseDump;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Records of a real broker's topics, from there to the tables.
final class KafkaFeedTest {
    @TempDir static Path temp;
    private static KafkaBroker broker;

    private final List<ClaimscopeException> trouble = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startBroker() throws Exception {
        broker = KafkaBroker.start(temp.resolve("broker"));
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    private static Workspace create(String name) {
        return Workspace.create(temp.resolve(name), new Credentials.None(), TwoDays.CLOCK, "test");
    }

    private static List<RunEntry> sync(Workspace workspace, Feed feed) {
        return new Sync(workspace)
                .run(
                        new FeedList(List.of(feed), List.of()),
                        FolderSource.of(Path.of(""), List.of()),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
    }

    private static Feed feed(String... topics) {
        return StreamChild.feed(broker.servers(), topics);
    }

    static ProducerRecord<byte[], byte[]> record(String topic, int partition, String value) {
        return new ProducerRecord<>(
                topic, partition, null, value.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static List<ProducerRecord<byte[], byte[]>> admissions(String topic, int from, int to) {
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (int i = from; i < to; i++) {
            records.add(record(topic, 0, MllpSender.admission(i)));
        }
        return records;
    }

    private static String patients(Workspace workspace) {
        return WarehouseDump.text(
                workspace,
                Entity.PATIENT,
                "select count(*) || ' ' || count(distinct id) from patient");
    }

    private static List<String> failures(List<RunEntry> entries) {
        return entries.stream()
                .filter(e -> e.status() == RunEntry.Status.FAILED)
                .map(RunEntry::message)
                .toList();
    }

    @Test
    void whatComesThreeTimesOverSeveralPartitionsIsLoadedOnce() throws Exception {
        broker.create("three", 3);
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (int time = 0; time < 3; time++) {
            for (int i = 0; i < 700; i++) {
                records.add(record("three", (i + time) % 3, MllpSender.admission(i)));
            }
        }
        broker.send(records);
        try (var workspace = create("three")) {
            List<RunEntry> entries = sync(workspace, feed("three"));
            assertEquals(List.of(), failures(entries));
            assertEquals("700 700", patients(workspace));
            assertEquals(
                    "of 2100 records 1400 were repeats, and 0 tombstones, which delete nothing here",
                    entries.getLast().message());
            assertEquals(
                    Map.of("three/0", "700", "three/1", "700", "three/2", "700"),
                    workspace.inbox().positions("hos-a/adt"));
            List<RunEntry> again = sync(workspace, feed("three"));
            assertEquals(List.of("no new records"), again.stream().map(RunEntry::message).toList());
        }
    }

    @Test
    void whatCannotBeReadGoesToQuarantineWithItsOffset() throws Exception {
        broker.create("mixed", 1);
        String patient =
                """
                {
                  "resourceType": "Patient",
                  "id": "F1",
                  "name": [{"family": "Roe", "given": ["Ann"]}]
                }
                """;
        String bundle =
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":"
                        + patient.replace("F1", "F2")
                        + "},{\"resource\":"
                        + patient.replace("F1", "F3")
                        + "}]}";
        broker.send(
                List.of(
                        record("mixed", 0, MllpSender.admission(1)),
                        record("mixed", 0, "hello"),
                        record("mixed", 0, patient),
                        record("mixed", 0, "{\"resourceType\":\"Patient\",\"id\":"),
                        new ProducerRecord<>("mixed", 0, new byte[] {1}, null),
                        record("mixed", 0, bundle),
                        record("mixed", 0, "MSH|^~\\&|A|B|C|D|2025||ADT^A01|M2|P|2.5"),
                        record("mixed", 0, MllpSender.admission(2)),
                        record("mixed", 0, "{\"resourceType\":\"Patient\"}")));
        try (var workspace = create("mixed")) {
            List<RunEntry> entries = sync(workspace, feed("mixed"));
            assertEquals(List.of(), failures(entries));
            assertEquals("5 5", patients(workspace));
            var told =
                    workspace.quarantine().list(QuarantineItem.Status.OPEN, 10).stream()
                            .map(QuarantineItem::explanation)
                            .sorted()
                            .toList();
            for (int offset : List.of(1, 3, 6, 8)) {
                assertTrue(
                        told.stream()
                                .anyMatch(t ->
                                        t.startsWith("mixed, partition 0, offset " + offset + ":")),
                        told::toString);
            }
            assertEquals(4, told.size(), told::toString);
            assertTrue(entries.getLast().message().contains("1 tombstones"));
            assertEquals(Map.of("mixed/0", "9"), workspace.inbox().positions("hos-a/adt"));
        }
    }

    @Test
    void whatAProducerTakesBackIsNeverSeen() throws Exception {
        broker.create("transactions", 1);
        try (var workspace = create("transactions");
                var producer = broker.producer("sender")) {
            producer.initTransactions();
            for (int batch = 0; batch < 3; batch++) {
                producer.beginTransaction();
                admissions("transactions", batch * 5, batch * 5 + 5).forEach(producer::send);
                producer.flush();
                if (batch == 1) {
                    producer.abortTransaction();
                } else if (batch == 0) {
                    producer.commitTransaction();
                }
            }
            // The third is still open.
            sync(workspace, feed("transactions"));
            assertEquals("5 5", patients(workspace));
            producer.commitTransaction();
            assertEquals(List.of(), failures(sync(workspace, feed("transactions"))));
            assertEquals("10 10", patients(workspace));
            for (Delivery delivery : workspace.journal().deliveries()) {
                try (var in = workspace.original(delivery)) {
                    var text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                    assertTrue(!text.contains("|M7|"), "an aborted message was archived");
                }
            }
        }
    }

    @Test
    void whatTheBrokersDeletedIsSaidAndNotSkippedInSilence() throws Exception {
        broker.create("short", 1);
        try (var workspace = create("short")) {
            broker.send(admissions("short", 0, 10));
            sync(workspace, feed("short"));
            broker.send(admissions("short", 10, 20));
            broker.deleteBefore("short", 0, 15);
            List<String> told = failures(sync(workspace, feed("short")));
            assertEquals(1, told.size());
            assertTrue(
                    told.getFirst().contains("short, partition 0: the brokers deleted 5 records"),
                    told::toString);
            assertTrue(told.getFirst().contains("offsets 10 to 14"), told::toString);
            assertEquals("15 15", patients(workspace));
            assertEquals(List.of(), failures(sync(workspace, feed("short"))));

            broker.delete("short");
            eventually(() -> {
                try {
                    broker.create("short", 1);
                    return true;
                } catch (Exception stillThere) {
                    return false;
                }
            });
            broker.send(admissions("short", 18, 23));
            told = failures(sync(workspace, feed("short")));
            assertTrue(told.getFirst().contains("the topic was made again"), told::toString);
            assertEquals("18 18", patients(workspace));
        }
    }

    @Test
    void listeningOutlivesABrokerThatGoesAndComesBack() throws Exception {
        broker.create("away", 2);
        broker.send(admissions("away", 0, 10));
        try (var workspace = create("away");
                var listening =
                        Listening.start(
                                workspace,
                                new FeedList(List.of(feed("away")), List.of()),
                                run -> {},
                                trouble::add)) {
            assertEquals(Map.of("hos-a/adt", "away"), listening.topics());
            eventually(() -> patients(workspace).equals("10 10"));
            broker.stop();
            try (var other = create("down")) {
                var impatient =
                        new Feed.From.Topics(
                                new KafkaSettings(
                                        List.of(broker.servers()),
                                        List.of("away"),
                                        Map.of(
                                                "default.api.timeout.ms", "500",
                                                "request.timeout.ms", "500"),
                                        null));
                var entries =
                        sync(
                                other,
                                new Feed(
                                        "hos-a",
                                        "adt",
                                        impatient,
                                        Feed.LoadType.INCREMENTAL,
                                        false,
                                        null,
                                        true));
                assertTrue(
                        failures(entries).getFirst().startsWith("kafka: the brokers do not answer"),
                        entries::toString);
            }
            broker.startAgain();
            broker.send(admissions("away", 8, 20));
            eventually(() -> patients(workspace).equals("20 20"));
        }
        trouble.forEach(t -> assertEquals(ErrorKind.SOURCE_DOWN, t.kind()));
    }

    @Test
    void aTopicThatIsNotThereIsTheUsersErrorAndChangesNothing() {
        try (var workspace = create("none")) {
            List<String> told = failures(sync(workspace, feed("nowhere")));
            assertEquals(1, told.size());
            assertTrue(told.getFirst().startsWith("kafka: "), told::toString);
            assertEquals(Map.of(), workspace.inbox().positions("hos-a/adt"));
        }
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "it does not happen");
            Thread.sleep(50);
        }
    }
}
