package org.claimscope.data.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.claimscope.data.DataCore;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;
import org.claimscope.data.sample.SampleHospital;
import org.claimscope.data.sample.SampleLive;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a live event costs below the window: its delivery, and the questions of the Overview asked
/// again, one after another. Sizes by `-Dbench.encounters`; `-Dbench.home` takes a sample made
/// before, which gets the events. Prints a table; says nothing about right or wrong.
@Tag("bench")
final class LiveBenchTest {
    private static final LocalDate ANCHOR = LocalDate.of(2025, 6, 30);
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2025-07-01T12:00:00Z"), ZoneOffset.UTC);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 20);

    @TempDir Path temp;
    private final Set<Path> known = new HashSet<>();
    private final Map<String, Timing> timings = new TreeMap<>();

    @Test
    void eventsToAnswersOfTheOverview() throws Exception {
        String made = System.getProperty("bench.home");
        Path home = made == null ? temp : Path.of(made);
        Path feed = home.resolve("sample/feed");
        Path workspace = home.resolve("sample/workspace");
        if (made == null) {
            Files.createDirectories(feed);
            new SampleHospital(7, ANCHOR, Integer.getInteger("bench.encounters", 2_000))
                    .writeTo(feed);
            DataCore.create(workspace, new Credentials.None(), NOON, "bench").close();
        }
        try (var core = DataCore.open(workspace, new Credentials.None(), NOON, "bench", null)) {
            sync(core, feed);
            var live = new SampleLive(11, NOON, feed);
            for (YearMonth month : List.of(YearMonth.of(2025, 6), YearMonth.of(2025, 7))) {
                rounds(core, feed, live, month);
            }
        }
    }

    private void rounds(DataCore core, Path feed, SampleLive live, YearMonth month)
            throws Exception {
        timings.clear();
        long start = System.nanoTime();
        Queries queries = core.query();
        overview(queries, month, new HashMap<>());
        say("%s first page %,.0f ms", month, (System.nanoTime() - start) / 1e6);
        for (int round = 0; round < ROUNDS; round++) {
            live.appendEvents(1 + round % 4);
            timing("1 delivery").time(() -> sync(core, feed));
            timing("2 questions").time(() -> overview(queries, month, timings));
        }
        timings.forEach((phase, timing) -> {
            var told = new Properties();
            timing.tell(told, "t");
            say(
                    "%s %-32s min %8s   median %8s   p95 %8s ms",
                    month,
                    phase,
                    told.getProperty("t.min"),
                    told.getProperty("t.median"),
                    told.getProperty("t.p95"));
        });
    }

    /// As `OverviewViewModel` asks them, of the month and the one before.
    private static void overview(Queries queries, YearMonth month, Map<String, Timing> timings)
            throws Exception {
        LocalDate first = month.atDay(1);
        LocalDate last = month.atEndOfMonth();
        LocalDate today = LocalDate.now(NOON);
        boolean running = today.isBefore(last) && !today.isBefore(first);
        LocalDate asOf = running ? today : last;
        LocalDate before = running ? today.minusMonths(1) : first.minusDays(1);
        LocalDate trendStart = month.minusMonths(12).atDay(1);
        MetricQuery tiles =
                MetricQuery.of(
                        "charges",
                        "payments",
                        "net_collection_rate",
                        "days_in_ar",
                        "ar_over_90_pct",
                        "denial_rate",
                        "days_to_pay",
                        "adjustments",
                        "ar_balance",
                        "gross_collection_rate");
        ask(
                timings,
                "3 tiles",
                () -> queries.months(tiles.between(trendStart, last).asOf(asOf).per(Grain.MONTH)));
        if (running) {
            ask(
                    timings,
                    "4 tiles, now and before",
                    () -> {
                        queries.total(tiles.between(first, last).asOf(asOf));
                        queries.total(tiles.between(before.withDayOfMonth(1), before).asOf(before));
                    });
        }
        MetricQuery payments = MetricQuery.of("payments");
        ask(
                timings,
                "5 payments, bridge",
                () -> {
                    queries.months(payments.between(trendStart, last).asOf(asOf).per(Grain.MONTH));
                    queries.months(
                            payments.between(trendStart.minusYears(1), last.minusYears(1))
                                    .asOf(last.minusYears(1))
                                    .per(Grain.MONTH));
                    run(
                            queries,
                            MetricQuery.of("charges", "payments", "adjustments")
                                    .between(before.plusDays(1), asOf)
                                    .asOf(asOf));
                    run(
                            queries,
                            MetricQuery.of("ar_balance")
                                    .between(before.withDayOfMonth(1), before)
                                    .asOf(before));
                });
        MetricQuery payers =
                MetricQuery.of("claim_count", "payments", "denial_rate", "days_to_pay")
                        .between(first, last)
                        .asOf(asOf);
        ask(
                timings,
                "6 payers",
                () -> {
                    run(
                            queries,
                            payers.by(Dimension.PAYER, Dimension.PAYER_TYPE)
                                    .ordered(0, new MetricQuery.Order("payments", true)));
                    run(queries, payers);
                });
        MetricQuery facilities =
                MetricQuery.of("payments", "denial_rate").between(first, last).asOf(asOf);
        ask(
                timings,
                "7 facilities",
                () -> {
                    run(
                            queries,
                            facilities
                                    .by(Dimension.FACILITY)
                                    .ordered(0, new MetricQuery.Order("payments", true)));
                    run(queries, facilities);
                });
    }

    private static void run(Queries queries, MetricQuery query) {
        queries.run(query).close();
    }

    private static void ask(Map<String, Timing> timings, String phase, Timing.Work work)
            throws Exception {
        timings.computeIfAbsent(phase, _ -> new Timing(ROUNDS)).time(work);
    }

    private Timing timing(String phase) {
        return timings.computeIfAbsent(phase, _ -> new Timing(ROUNDS));
    }

    private void sync(DataCore core, Path feed) throws IOException {
        List<Path> fresh;
        try (Stream<Path> files = Files.list(feed)) {
            fresh = files.filter(known::add).toList();
        }
        core.sync()
                .run(
                        FeedList.preset("sample-hospital"),
                        FolderSource.of(feed, fresh),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
    }

    private static void say(String format, Object... values) {
        System.out.println("live: " + String.format(Locale.ROOT, format, values));
    }
}
