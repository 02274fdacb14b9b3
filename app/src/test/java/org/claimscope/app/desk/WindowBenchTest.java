package org.claimscope.app.desk;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.Shell;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;
import org.claimscope.nlq.Nlq;
import org.claimscope.nlq.Outcome;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.question.Question;
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

    private static final List<String> QUESTIONS =
            List.of(
                    "charges last month",
                    "net payments by payer this year",
                    "denial rate by payer last quarter",
                    "denial rate trend, last 12 months",
                    "top 10 procedures by charges last quarter",
                    "A/R over 90 days by payer",
                    "days in A/R by facility",
                    "A/R by aging bucket",
                    "clean claim rate by facility last quarter, worst first",
                    "first pass yield by month in 2025",
                    "net collection rate by payer last year",
                    "write-offs by month this year",
                    "denied dollars by denial reason this year",
                    "how many claims are denied, by facility, last month",
                    "encounters by department and month this year",
                    "charge lag by department last quarter",
                    "payments this year vs last year by payer",
                    "which payer has the biggest increase in denied dollars this quarter",
                    "patients with incomplete billing documentation between March and May",
                    "denied claims over $5,000 last month",
                    "payers with a denial rate over 10% last quarter",
                    "days to pay by payer, last 6 months",
                    "discharged not final billed by facility",
                    "top 5 providers by charges last month");

    @TempDir Path home;

    @Test
    void pagesFiltersAndLiveEvents() throws Exception {
        String made = System.getProperty("bench.home");
        if (made == null) {
            long begun = System.nanoTime();
            Sample.make(home, ENCOUNTERS);
            say("sample hospital made and synced         %,8d ms", since(begun));
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
            questions(driver);
            if (MINUTES > 0) {
                live(driver, 5, Duration.ofMinutes(1));
                live(driver, 50, Duration.ofMinutes(MINUTES));
            }
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
                if (pauses.getLast() > 100) {
                    say("  still %,6d ms  %s, time %d", pauses.getLast(), page, round + 1);
                }
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

    /// From the words to the rows; for the first time, a question also makes what is kept.
    private static void questions(Driver driver) {
        Queries queries = driver.shell().core().query();
        long begun = System.nanoTime();
        ValueIndex values = ValueIndex.of(queries);
        say("index of members made                   %,8d ms", since(begun));
        var nlq = new Nlq(queries, values);
        for (String round : List.of("first", "again")) {
            var times = new ArrayList<Long>();
            for (String question : QUESTIONS) {
                long asked = System.nanoTime();
                Outcome outcome = nlq.ask(Question.of(question, LocalDate.of(2025, 6, 30)));
                times.add(since(asked));
                if (!(outcome instanceof Outcome.Answered)) {
                    say("  not answered: %s", question);
                } else if (times.getLast() > 500) {
                    say("  %,6d ms  %s", times.getLast(), question);
                }
            }
            say(
                    "question answered, %s         p50 %,7d ms   p95 %,7d ms   max %,7d ms",
                    round, at(times, 50), at(times, 95), at(times, 100));
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
