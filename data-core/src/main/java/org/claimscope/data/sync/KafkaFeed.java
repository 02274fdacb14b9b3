package org.claimscope.data.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.claimscope.data.cache.Inbox;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.source.Patience;
import org.claimscope.data.source.Receiver;
import org.claimscope.data.source.kafka.KafkaSettings;
import org.claimscope.data.source.kafka.KafkaSource;

/// Puts the records of topics into the inbox, and with them, in one transaction, how far the topics
/// were read. From there they load as any messages do.
final class KafkaFeed {
    /// How many messages may wait to be loaded before reading pauses.
    private static final int MOST_WAITING = 10_000;

    private final Workspace workspace;
    private final Feed feed;
    private final KafkaSource source;

    KafkaFeed(Workspace workspace, Feed feed, KafkaSettings settings) {
        this.workspace = workspace;
        this.feed = feed;
        this.source = new KafkaSource(settings);
    }

    /// Reads what is there now, and loads it.
    List<RunEntry> run(Run run) {
        if (run.dryRun()) {
            return List.of(run.noted(feed, RunEntry.Status.UNCHANGED, "a dry run reads no topics"));
        }
        List<RunEntry> entries = Collections.synchronizedList(new ArrayList<>());
        var trouble = new AtomicReference<>("");
        var noted = new ArrayList<RunEntry>();
        try (var intake =
                Intake.open(
                        workspace,
                        Listening.LINGER,
                        entries::add,
                        e -> trouble.set(String.valueOf(e.getMessage())))) {
            var sink =
                    new Topics(
                            intake,
                            text -> noted.add(run.noted(feed, RunEntry.Status.FAILED, text)));
            boolean read = false;
            try {
                read(run, sink);
                read = true;
            } catch (ClaimscopeException e) {
                noted.add(run.noted(feed, RunEntry.Status.FAILED, String.valueOf(e.getMessage())));
            }
            if ((read || sink.read > 0) && !sink.summary().isEmpty()) {
                noted.add(run.noted(feed, RunEntry.Status.UNCHANGED, sink.summary()));
            }
        }
        long waiting = workspace.inbox().waiting();
        if (waiting > 0) {
            noted.add(
                    run.noted(
                            feed,
                            RunEntry.Status.FAILED,
                            waiting + " messages are safe and wait to be loaded: " + trouble));
        }
        var all = new ArrayList<>(entries);
        all.addAll(noted);
        return all;
    }

    private void read(Run run, Topics sink) {
        run.keepTrying(() -> {
            source.read(sink, true, run.cancellation());
            return sink;
        });
    }

    /// Reads on until it is stopped, however often the brokers go away.
    void listen(
            Intake intake,
            Consumer<RunEntry> told,
            Consumer<ClaimscopeException> trouble,
            CountDownLatch stop) {
        String runId = UUID.randomUUID().toString();
        var sync = new Sync(workspace);
        var sink =
                new Topics(
                        intake,
                        text ->
                                told.accept(
                                        sync.noted(
                                                runId, feed, RunEntry.Status.FAILED, text, false)));
        int failed = 0;
        while (stop.getCount() > 0) {
            long before = sink.read;
            try {
                source.read(sink, false, () -> stop.getCount() == 0);
            } catch (RuntimeException e) {
                failed = sink.read == before ? failed + 1 : 1;
                trouble.accept(
                        e instanceof ClaimscopeException known
                                ? known
                                : new ClaimscopeException(
                                        ErrorKind.INTERNAL,
                                        "Reading "
                                                + feed.name()
                                                + " broke off ("
                                                + e.getClass().getSimpleName()
                                                + ").",
                                        e));
                pause(stop, failed);
            }
        }
        if (!sink.summary().isEmpty()) {
            told.accept(sync.noted(runId, feed, RunEntry.Status.UNCHANGED, sink.summary(), false));
        }
    }

    private static void pause(CountDownLatch stop, int failed) {
        try {
            if (stop.await(Patience.USUAL.pauseAfter(failed).toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Between the topics and the inbox.
    private final class Topics implements KafkaSource.Sink {
        private final Intake intake;
        private final Consumer<String> findings;
        private long read;
        private long repeated;
        private long tombstones;

        Topics(Intake intake, Consumer<String> findings) {
            this.intake = intake;
            this.findings = findings;
        }

        @Override
        public Map<String, String> reached() {
            return workspace.inbox().positions(feed.name());
        }

        @Override
        public boolean hasRoom() {
            return intake.waiting() < MOST_WAITING;
        }

        @Override
        public void take(KafkaSource.Read records) {
            List<Inbox.Position> positions =
                    records.reached().entrySet().stream()
                            .map(p -> new Inbox.Position(feed.name(), p.getKey(), p.getValue()))
                            .toList();
            List<Receiver.Receipt> receipts = intake.receive(feed, records.messages(), positions);
            read += records.messages().size() + records.tombstones();
            tombstones += records.tombstones();
            repeated += receipts.stream().filter(r -> r == Receiver.Receipt.REPEATED).count();
        }

        @Override
        public void found(String finding) {
            findings.accept(finding);
        }

        /// What no delivery tells; empty when there is nothing.
        String summary() {
            if (read == 0) {
                return "no new records";
            }
            return tombstones + repeated == 0
                    ? ""
                    : "of "
                            + read
                            + " records "
                            + repeated
                            + " were repeats, and "
                            + tombstones
                            + " tombstones, which delete nothing here";
        }
    }
}
