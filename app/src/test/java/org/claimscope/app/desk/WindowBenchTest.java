package org.claimscope.app.desk;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.Shell;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.query.MetricQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long the window takes: `mvn -Pbench -pl app -am verify`. Prints a table; says nothing about
/// right or wrong. Sizes and minutes by `-Dbench.encounters`, `-Dbench.minutes`; `-Dbench.home`
/// takes a sample made before.
@Tag("bench")
final class WindowBenchTest {
    /// About a million ledger rows in 28 months for 6,600.
    private static final int ENCOUNTERS = Integer.getInteger("bench.encounters", 6_600);

    private static final int MINUTES = Integer.getInteger("bench.minutes", 10);
    private static final List<PageId> PAGES =
            List.of(
                    PageId.OVERVIEW,
                    PageId.FACILITY,
                    PageId.PROVIDER,
                    PageId.RECEIVABLES,
                    PageId.DENIALS,
                    PageId.CLAIMS);

    @TempDir Path home;

    @Test
    void pagesFiltersAndLiveEvents() throws Exception {
        String made = System.getProperty("bench.home");
        if (made == null) {
            Sample.make(home, ENCOUNTERS);
        }
        try (var driver = new Driver(made == null ? home : Path.of(made))) {
            long begun = System.nanoTime();
            driver.fire("#explore-sample");
            driver.until("dashboards", () -> driver.shows("#tile-charges"));
            say("workspace opened, first dashboard       %,8d ms", since(begun));
            driver.settle();
            Driver.call(() -> {
                // Nobody touches a key for longer than the lock waits.
                driver.workstation.change(driver.workstation.settings().lockAfterMinutes(240));
                return true;
            });
            pages(driver);
            filters(driver);
            live(driver, 5, Duration.ofMinutes(1));
            live(driver, 50, Duration.ofMinutes(MINUTES));
        }
    }

    private static void pages(Driver driver) {
        var first = new ArrayList<Long>();
        var again = new ArrayList<Long>();
        var pauses = new ArrayList<Long>();
        for (int round = 0; round < 6; round++) {
            for (PageId page : PAGES) {
                driver.longestPauseMillis();
                long begun = System.nanoTime();
                Driver.call(() -> {
                    driver.shell().open(Place.of(page));
                    return true;
                });
                shown(driver);
                (round == 0 ? first : again).add(since(begun));
                pauses.add(driver.longestPauseMillis());
                if (page != PageId.OVERVIEW) {
                    driver.robot.push(KeyCode.CONTROL, KeyCode.W);
                    shown(driver);
                }
            }
        }
        say(
                "page open, first time            p50 %,7d ms   p95 %,7d ms",
                at(first, 50), at(first, 95));
        say(
                "page open, again                 p50 %,7d ms   p95 %,7d ms",
                at(again, 50), at(again, 95));
        say(
                "window still while a page opens  p50 %,7d ms   max %,7d ms",
                at(pauses, 50), at(pauses, 100));
    }

    private static void filters(Driver driver) {
        Shell shell = driver.shell();
        var payers = new ArrayList<String>();
        try (var frame =
                shell.core().query().run(MetricQuery.of("transaction_count").by(Dimension.PAYER))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                payers.add(String.valueOf(frame.text("payer_key", r)));
            }
        }
        for (PageId page : List.of(PageId.OVERVIEW, PageId.RECEIVABLES, PageId.DENIALS)) {
            Driver.call(() -> {
                shell.open(Place.of(page));
                return true;
            });
            shown(driver);
            var times = new ArrayList<Long>();
            for (int i = 0; i < 20; i++) {
                String payer = payers.get(i / 2 % payers.size());
                long begun = System.nanoTime();
                Driver.call(() -> {
                    // Every second time takes the filter off again.
                    shell.narrow(
                            new Filters.Cut("payer", List.of(new Filters.Member(payer, payer))));
                    return true;
                });
                shown(driver);
                times.add(since(begun));
            }
            say(
                    "filter change, %-16s  p50 %,7d ms   p95 %,7d ms",
                    page.title(), at(times, 50), at(times, 95));
        }
    }

    private static void live(Driver driver, int rate, Duration length) {
        Shell shell = driver.shell();
        Driver.call(() -> {
            shell.open(Place.of(PageId.OVERVIEW));
            shell.live().orElseThrow().start(rate);
            return true;
        });
        sleep(10_000);
        shell.delay().take();
        driver.longestPauseMillis();
        long end = System.nanoTime() + length.toNanos();
        long slice = Math.max(length.toNanos() / 5, 1);
        long next = System.nanoTime() + slice;
        var delays = new ArrayList<Long>();
        var latest = new ArrayList<Long>();
        say("live, %d events/s for %d min", rate, length.toMinutes());
        while (System.nanoTime() < end) {
            sleep(200);
            List<Long> fresh = shell.delay().take();
            delays.addAll(fresh);
            latest.addAll(fresh);
            if (System.nanoTime() >= next) {
                next += slice;
                say(
                        "  event to tile p50 %,6d ms  p95 %,6d ms  max %,6d ms   of the last slice p50 %,6d ms  p95 %,6d ms   events shown %,6d   heap after gc %,5d MiB   RSS %,5d MiB   Arrow %,d MiB   longest pause %,d ms",
                        at(delays, 50),
                        at(delays, 95),
                        at(delays, 100),
                        at(latest, 50),
                        at(latest, 95),
                        delays.size(),
                        heap(),
                        rss(),
                        shell.core().workspace().arrowBytes() >> 20,
                        driver.longestPauseMillis());
                latest.clear();
            }
        }
        Driver.call(() -> {
            shell.live().orElseThrow().start(0);
            return true;
        });
        driver.settle();
        sleep(1_000);
        driver.settle();
        say("  Arrow bytes left when nothing runs: %,d", shell.core().workspace().arrowBytes());
    }

    /// Waits until nothing is asked for any more; looks every millisecond.
    private static void shown(Driver driver) {
        for (int quiet = 0; quiet < 3; ) {
            quiet = Driver.call(driver.workstation::idle) ? quiet + 1 : 0;
            sleep(1);
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private static long rss() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1;
        }
    }

    private static long since(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static long at(List<Long> values, int percent) {
        if (values.isEmpty()) {
            return -1;
        }
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(String format, Object... values) {
        System.out.println("window: " + format.formatted(values));
    }
}
