package org.claimscope.data.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.model.Entity;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.MllpListener;
import org.claimscope.data.source.MllpSettings;
import org.claimscope.data.testing.MllpSender;
import org.claimscope.data.testing.TwoDays;
import org.claimscope.data.testing.WarehouseDump;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How many messages a second are acknowledged after they are on the disk, while they are loaded.
@Tag("bench")
final class MllpSpeedTest {
    @TempDir Path temp;
    private int next;

    @Test
    void acknowledgedAfterTheDisk() throws Exception {
        try (var workspace =
                Workspace.create(
                        temp.resolve("w"), new Credentials.None(), TwoDays.CLOCK, "test")) {
            long end;
            try (var intake =
                            Intake.open(
                                    workspace,
                                    java.time.Duration.ofSeconds(1),
                                    run -> {},
                                    trouble -> {
                                        throw trouble;
                                    });
                    var listener =
                            MllpListener.start(
                                    MllpSettings.local(0),
                                    MllpListener.Limits.USUAL,
                                    intake.receiver(Feed.of("hos-a", "adt")),
                                    TwoDays.CLOCK)) {
                run("warm-up", listener.port(), 1, 2_000, 1);
                run("1 connection, one after the other", listener.port(), 1, 5_000, 1);
                run("4 connections, one after the other", listener.port(), 4, 10_000, 1);
                run("16 connections, one after the other", listener.port(), 16, 10_000, 1);
                run("burst of 10,000 on 1 connection", listener.port(), 1, 10_000, 10_000);
                run("burst of 10,000 on 4 connections", listener.port(), 4, 10_000, 2_500);
                end = System.nanoTime();
            }
            System.out.printf(
                    "mllp: the rest was loaded in %.1f s%n", (System.nanoTime() - end) / 1e9);
            assertEquals(
                    String.valueOf(next),
                    WarehouseDump.text(workspace, Entity.PATIENT, "select count(*) from patient"));
            System.out.printf(
                    "mllp: %d messages in %d deliveries; control store %.1f MB before it is closed, ",
                    next, workspace.journal().deliveries().size(), size());
        }
        System.out.printf("%.1f MB after%n", size());
    }

    private double size() throws IOException {
        return Files.size(temp.resolve("w/control.mv.db")) / 1e6;
    }

    /// @param ahead how many messages a sender sends before it reads answers
    private void run(String what, int port, int connections, int messages, int ahead)
            throws Exception {
        int each = messages / connections;
        var senders = new ArrayList<Callable<long[]>>();
        for (int c = 0; c < connections; c++) {
            int first = next;
            next += each;
            senders.add(() -> send(port, first, each, ahead));
        }
        var latencies = new ArrayList<Long>();
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<long[]> sent : threads.invokeAll(senders)) {
                Arrays.stream(sent.get()).forEach(latencies::add);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        List<Long> sorted = latencies.stream().sorted().toList();
        System.out.printf(
                "mllp: %s: %.0f msg/s, p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                what,
                messages / seconds,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                sorted.getLast() / 1e6);
    }

    private static long[] send(int port, int first, int count, int ahead) throws Exception {
        long[] latencies = new long[count];
        long[] sent = new long[count];
        try (var sender = new MllpSender(port)) {
            Thread writer =
                    Thread.ofVirtual()
                            .unstarted(() -> {
                                try {
                                    for (int i = 0; i < count; i++) {
                                        sent[i] = System.nanoTime();
                                        sender.raw(
                                                MllpSender.admission(first + i)
                                                        .transform(MllpSender::block));
                                    }
                                } catch (IOException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            if (ahead > 1) {
                writer.start();
            }
            for (int i = 0; i < count; i++) {
                if (ahead == 1) {
                    sent[i] = System.nanoTime();
                    sender.write(MllpSender.admission(first + i));
                }
                assertEquals("AA M" + (first + i), MllpSender.told(sender.answer()));
                latencies[i] = System.nanoTime() - sent[i];
            }
            writer.interrupt();
        }
        return latencies;
    }
}
