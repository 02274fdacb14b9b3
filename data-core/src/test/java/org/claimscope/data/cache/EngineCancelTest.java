package org.claimscope.data.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.arrow.memory.RootAllocator;
import org.claimscope.data.progress.Cancellation;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A statement that would run for hours ends when nobody wants its result.
final class EngineCancelTest {
    /// Told from another thread, like a button.
    private static final class Button implements Cancellation {
        private final CountDownLatch running = new CountDownLatch(1);
        private final AtomicReference<Runnable> stop = new AtomicReference<>();
        private volatile boolean pressed;

        @Override
        public boolean requested() {
            return pressed;
        }

        @Override
        public Watch whenRequested(Runnable statement) {
            stop.set(statement);
            running.countDown();
            return () -> stop.set(null);
        }
    }

    @Test
    @Timeout(120)
    void aRunningStatementIsStoppedAndTheEngineGoesOn() throws Exception {
        try (var allocator = new RootAllocator();
                var engine = new Engine(allocator)) {
            var button = new Button();
            Thread presser =
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    assertTrue(button.running.await(60, TimeUnit.SECONDS));
                                    Thread.sleep(300);
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                                button.pressed = true;
                                Runnable stop = button.stop.get();
                                assertTrue(stop != null, "the statement was over before");
                                stop.run();
                            });
            var endless =
                    DSL.using(SQLDialect.DUCKDB)
                            .resultQuery(
                                    "select sum(a.range * b.range) from range(100000000) a, range(100000000) b");
            assertThrows(
                    CancellationException.class,
                    () -> engine.query(endless, button, rows -> rows.loadNextBatch()));
            presser.join();
            assertEquals(7, engine.taking().number("select 7"));
        }
    }

    /// The button is pressed while the result is read for the last time.
    @Test
    void aStatementThatIsOverNeedsNoStopping() {
        var stops = new AtomicReference<Runnable>();
        var late =
                new Cancellation() {
                    @Override
                    public boolean requested() {
                        return false;
                    }

                    @Override
                    public Watch whenRequested(Runnable stop) {
                        stops.set(stop);
                        return () -> {};
                    }
                };
        try (var allocator = new RootAllocator();
                var engine = new Engine(allocator)) {
            var brief = DSL.using(SQLDialect.DUCKDB).resultQuery("select 7");
            boolean read = engine.query(brief, late, rows -> rows.loadNextBatch());
            assertTrue(read);
            stops.get().run();
            assertEquals(7, engine.taking().number("select 7"));
        }
    }
}
