package org.claimscope.data.source.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.source.Receiver;
import org.jspecify.annotations.Nullable;

/// Reads the records of topics, each from where it was left, as far as transactions are committed.
///
/// Where it was left is known here and not by the brokers: positions are handed on with the records
/// they follow, and belong in one transaction with them. No consumer group is joined; one workspace
/// reads all partitions.
///
/// ```java
/// new KafkaSource(settings).read(sink, true, Cancellation.NONE); // what is there now, then returns
/// ```
public final class KafkaSource {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    /// How often it is looked whether the brokers answer and there are new partitions.
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(15);

    private static final int RECORDS_AT_ONCE = 500;
    private static final int BYTES_AT_ONCE = 16 << 20;

    private final KafkaSettings settings;

    /// Where records go.
    public interface Sink {
        /// How far each partition was read, as [Read#reached] told it.
        Map<String, String> reached();

        /// Whether there is room for more. While there is none, nothing is fetched.
        boolean hasRoom();

        /// Returns when the records and the positions behind them are safe.
        void take(Read read);

        /// Something that the administrator has to know, in plain words.
        void found(String finding);
    }

    /// Records that were read.
    ///
    /// @param messages with topic, partition and offset as their place
    /// @param reached where to go on in each partition, such as `adt/0` → `17`
    /// @param tombstones records that only say that a key is deleted
    public record Read(
            List<Receiver.Message> messages, Map<String, String> reached, long tombstones) {}

    public KafkaSource(KafkaSettings settings) {
        this.settings = settings;
    }

    /// Reads until everything is read that was there at the start, or until cancelled.
    ///
    /// @param toEnd false to go on waiting for more
    /// @throws ClaimscopeException SOURCE_DOWN when the brokers do not answer, USER or DENIED when
    ///   trying again does not help
    public void read(Sink sink, boolean toEnd, Cancellation cancellation) {
        try (var consumer = new Closing(consumer())) {
            new Reading(consumer.consumer(), sink).run(toEnd, cancellation);
        } catch (KafkaException e) {
            throw KafkaErrors.told(e);
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> all = settings.all();
        all.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.servers());
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // What the brokers no longer have is told, never skipped.
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
        all.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, BYTES_AT_ONCE);
        all.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        all.putIfAbsent(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        all.putIfAbsent(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 60_000);
        all.put("enable.metrics.push", false);
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /// Closed without waiting long for brokers that are gone.
    private record Closing(Consumer<byte[], byte[]> consumer) implements AutoCloseable {
        @Override
        public void close() {
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }

    /// One connection's reading.
    private final class Reading {
        private final Consumer<byte[], byte[]> consumer;
        private final Sink sink;

        /// Where each partition's next record is, as it was handed on last.
        private final Map<TopicPartition, Long> next = new HashMap<>();

        Reading(Consumer<byte[], byte[]> consumer, Sink sink) {
            this.consumer = consumer;
            this.sink = sink;
        }

        void run(boolean toEnd, Cancellation cancellation) {
            assign();
            Map<TopicPartition, Long> ends =
                    toEnd ? consumer.endOffsets(consumer.assignment()) : Map.of();
            long looked = System.nanoTime();
            while (!cancellation.requested() && !(toEnd && isRead(ends))) {
                try {
                    poll();
                } catch (OffsetOutOfRangeException e) {
                    e.offsetOutOfRangePartitions().forEach(this::afterTheGap);
                }
                if (System.nanoTime() - looked > LOOK_NANOS) {
                    // A consumer waits for brokers that are gone as it waits for records.
                    consumer.endOffsets(consumer.assignment());
                    assign();
                    looked = System.nanoTime();
                }
            }
        }

        private boolean isRead(Map<TopicPartition, Long> ends) {
            return ends.entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        }

        /// All partitions, each from where it was left, else from its first record.
        private void assign() {
            var partitions = new ArrayList<TopicPartition>();
            for (String topic : settings.topics()) {
                @Nullable List<PartitionInfo> infos = consumer.partitionsFor(topic);
                if (infos == null || infos.isEmpty()) {
                    throw KafkaSettings.wrong("there is no topic " + topic);
                }
                infos.forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
            }
            if (consumer.assignment().equals(Set.copyOf(partitions))) {
                return;
            }
            Map<String, String> reached = sink.reached();
            Map<TopicPartition, Long> firsts = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            for (TopicPartition p : partitions) {
                @Nullable String left = reached.get(name(p));
                if (left == null) {
                    consumer.seek(p, firsts.getOrDefault(p, 0L));
                    continue;
                }
                long offset = Long.parseLong(left);
                next.put(p, offset);
                if (offset < firsts.getOrDefault(p, 0L) || offset > ends.getOrDefault(p, 0L)) {
                    afterTheGap(p, offset);
                } else {
                    consumer.seek(p, offset);
                }
            }
        }

        /// What was deleted before it was read cannot be read; what can be done is to say so.
        private void afterTheGap(TopicPartition p, long left) {
            long first = consumer.beginningOffsets(List.of(p)).getOrDefault(p, 0L);
            sink.found(
                    left < first
                            ? place(p)
                                    + ": the brokers deleted "
                                    + (first - left)
                                    + " records (offsets "
                                    + left
                                    + " to "
                                    + (first - 1)
                                    + ") before they were read; ask the sender for them. Reading goes on at offset "
                                    + first
                                    + "."
                            : place(p)
                                    + ": it was read up to offset "
                                    + left
                                    + " and now ends before that: the topic was made again, or lost records. It is read again from its first record; what came before is known and not loaded again.");
            consumer.seek(p, first);
            next.put(p, first);
            sink.take(new Read(List.of(), Map.of(name(p), Long.toString(first)), 0));
        }

        private void poll() {
            boolean room = sink.hasRoom();
            if (room) {
                consumer.resume(consumer.paused());
            } else {
                consumer.pause(consumer.assignment());
            }
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            var messages = new ArrayList<Receiver.Message>(records.count());
            long tombstones = 0;
            for (ConsumerRecord<byte[], byte[]> r : records) {
                byte @Nullable [] value = r.value();
                if (value == null) {
                    tombstones++;
                } else {
                    var p = new TopicPartition(r.topic(), r.partition());
                    messages.add(
                            new Receiver.Message("", value, place(p) + ", offset " + r.offset()));
                }
            }
            Map<String, String> reached = reached();
            if (!reached.isEmpty()) {
                sink.take(new Read(messages, reached, tombstones));
            }
        }

        /// Positions, not records' offsets: behind the last record may be one of an aborted
        /// transaction, or one that compaction took.
        private Map<String, String> reached() {
            var reached = new TreeMap<String, String>();
            for (TopicPartition p : consumer.assignment()) {
                long position = consumer.position(p);
                @Nullable Long before = next.put(p, position);
                if (before == null || before != position) {
                    reached.put(name(p), Long.toString(position));
                }
            }
            return reached;
        }
    }

    private static String name(TopicPartition p) {
        return p.topic() + "/" + p.partition();
    }

    private static String place(TopicPartition p) {
        return p.topic() + ", partition " + p.partition();
    }
}
