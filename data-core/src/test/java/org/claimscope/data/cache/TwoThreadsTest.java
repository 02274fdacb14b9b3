package org.claimscope.data.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.claimscope.data.DataCore;
import org.claimscope.data.model.Entity;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.sample.SampleHospital;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A window asks while feeds arrive: nothing waits for ever, and nothing is counted twice.
final class TwoThreadsTest {
    @TempDir Path temp;

    @Test
    void questionsAndCommitsNeverWaitForEachOtherForEver() throws Exception {
        try (var core =
                DataCore.create(
                        temp.resolve("w"), new Credentials.None(), Clock.systemUTC(), "test")) {
            var failed = new AtomicReference<Throwable>();
            var threads = new ArrayList<Thread>();
            for (int t = 0; t < 2; t++) {
                threads.add(
                        start(
                                failed,
                                () -> {
                                    for (int i = 0; i < 300; i++) {
                                        core.workspace().audit().append("query", "x", "test", "{}");
                                    }
                                }));
                threads.add(
                        start(
                                failed,
                                () -> {
                                    for (int i = 0; i < 60; i++) {
                                        core.workspace()
                                                .resolve(i, QuarantineItem.Status.DISCARDED, "");
                                    }
                                }));
            }
            for (Thread thread : threads) {
                assertTrue(thread.join(Duration.ofSeconds(60)), "two threads wait for each other");
            }
            assertEquals(null, failed.get());
            assertEquals(List.of(), core.workspace().auditBreaks());
        }
    }

    @Test
    void aTableThatTwoAskForIsLoadedOnce() throws Exception {
        Path feed = java.nio.file.Files.createDirectories(temp.resolve("feed"));
        new SampleHospital(3, java.time.LocalDate.of(2025, 6, 30), 30).writeTo(feed);
        try (var core =
                DataCore.create(
                        temp.resolve("w"), new Credentials.None(), Clock.systemUTC(), "test")) {
            core.sync()
                    .run(
                            FeedList.preset("sample-hospital"),
                            new FolderSource(feed),
                            false,
                            Progress.NONE,
                            Cancellation.NONE);
        }
        long once = claims();
        for (int round = 0; round < 5; round++) {
            try (var core =
                    DataCore.open(
                            temp.resolve("w"),
                            new Credentials.None(),
                            Clock.systemUTC(),
                            "test",
                            null)) {
                var failed = new AtomicReference<Throwable>();
                var together = new CountDownLatch(1);
                var threads = new ArrayList<Thread>();
                for (int t = 0; t < 4; t++) {
                    threads.add(
                            start(
                                    failed,
                                    () -> {
                                        together.await();
                                        core.workspace()
                                                .ensureLoaded(
                                                        EnumSet.of(
                                                                Entity.CLAIM, Entity.TRANSACTION));
                                    }));
                }
                together.countDown();
                for (Thread thread : threads) {
                    thread.join();
                }
                assertEquals(null, failed.get());
                try (var frame = core.query().run(MetricQuery.of("claim_count"))) {
                    assertEquals(once, (long) frame.real("claim_count", 0));
                }
            }
        }
    }

    private long claims() {
        try (var core =
                        DataCore.open(
                                temp.resolve("w"),
                                new Credentials.None(),
                                Clock.systemUTC(),
                                "test",
                                null);
                var frame = core.query().run(MetricQuery.of("claim_count"))) {
            return (long) frame.real("claim_count", 0);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static Thread start(AtomicReference<Throwable> failed, Work work) {
        return Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        work.run();
                    } catch (Exception e) {
                        failed.compareAndSet(null, e);
                    }
                });
    }
}
