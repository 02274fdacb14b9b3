package org.claimscope.data.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// A real broker (KRaft, one node) in a JVM of its own on this machine, which can be stopped and
/// started again at the same port with the same log.
public final class KafkaBroker implements AutoCloseable {
    private final Path folder;
    private final int port;
    private ChildJvm process;

    private KafkaBroker(Path folder, int port) throws Exception {
        this.folder = folder;
        this.port = port;
        this.process = launch();
    }

    public static KafkaBroker start(Path folder) throws Exception {
        Files.createDirectories(folder);
        int port = freePort();
        Files.writeString(
                folder.resolve("server.properties"),
                """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=1
                offsets.topic.num.partitions=1
                auto.create.topics.enable=false
                group.initial.rebalance.delay.ms=0
                num.network.threads=2
                num.io.threads=2
                """
                        .formatted(port, freePort(), folder.resolve("log")));
        return new KafkaBroker(folder, port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private ChildJvm launch() throws Exception {
        ChildJvm child =
                ChildJvm.start(
                        folder.resolve("tmp"),
                        KafkaChild.class,
                        folder.resolve("server.properties").toString());
        child.awaitReady();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            try (var admin = admin()) {
                admin.describeCluster().nodes().get(5, TimeUnit.SECONDS);
                return child;
            } catch (Exception notYet) {
                if (System.nanoTime() > deadline || child.endsWithin(50)) {
                    throw new IllegalStateException("no broker: " + child.text(), notYet);
                }
            }
        }
    }

    public String servers() {
        return "127.0.0.1:" + port;
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", servers()));
    }

    public void create(String topic, int partitions) throws Exception {
        try (var admin = admin()) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
        }
    }

    /// What a broker's retention does: the records before an offset are gone.
    public void deleteBefore(String topic, int partition, long offset) throws Exception {
        try (var admin = admin()) {
            admin.deleteRecords(
                            Map.of(
                                    new TopicPartition(topic, partition),
                                    RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        }
    }

    public void delete(String topic) throws Exception {
        try (var admin = admin()) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
    }

    /// @param transaction null for none
    public KafkaProducer<byte[], byte[]> producer(String transaction) {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", servers());
        settings.put("acks", "all");
        settings.put("linger.ms", 5);
        if (transaction != null) {
            settings.put("transactional.id", transaction);
        }
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /// Returns when the broker has them all.
    public void send(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        try (var producer = producer(null)) {
            var sent = new ArrayList<java.util.concurrent.Future<?>>();
            records.forEach(r -> sent.add(producer.send(r)));
            for (var s : sent) {
                s.get();
            }
        }
    }

    public void stop() throws Exception {
        process.kill();
    }

    public void startAgain() throws Exception {
        process = launch();
    }

    @Override
    public void close() throws IOException {
        try {
            process.close();
        } catch (KafkaException e) {
            throw new IOException(e);
        }
    }
}
