package org.claimscope.data.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.claimscope.data.DataCore;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.catalog.Grain;
import org.claimscope.data.catalog.Kpi;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.query.MetricQuery.Filter;
import org.claimscope.data.sample.SampleHospital;
import org.claimscope.data.sample.SampleLive;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Months that are not computed again are the months that would have been computed: for every KPI,
/// after every live delivery, a change of the past, an undo.
final class MonthMemoryTest {
    private static final LocalDate ANCHOR = LocalDate.of(2025, 6, 30);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2025-07-09T12:00:00Z"), ZoneOffset.UTC);

    @TempDir Path temp;
    private final Set<Path> known = new HashSet<>();

    @Test
    void whatIsRememberedIsWhatWouldBeComputed() throws Exception {
        Path feed = Files.createDirectories(temp.resolve("feed"));
        new SampleHospital(11, ANCHOR, 40).writeTo(feed);
        try (var core = DataCore.create(temp.resolve("w"), new Credentials.None(), CLOCK, "test")) {
            sync(core, feed);
            assertSame(core);
            var live = new SampleLive(5, CLOCK, feed);
            for (int delivery = 0; delivery < 6; delivery++) {
                live.appendEvents(1 + delivery % 5);
                sync(core, feed);
                assertSame(core);
            }
            LocalDate before = core.workspace().touchedSince(core.workspace().version() - 1);
            assertTrue(before.isAfter(LocalDate.of(2024, 1, 1)), "a live event touches " + before);
            // The past changes: an old charge is corrected, then the correction is taken back.
            long correction = correctAnOldCharge(core, feed);
            assertSame(core);
            core.workspace().undo(correction);
            assertSame(core);
        }
    }

    private long correctAnOldCharge(DataCore core, Path feed) throws Exception {
        List<String> rows = Files.readAllLines(feed.resolve("transactions.csv"));
        String old = rows.get(1 + rows.size() / 10);
        int billed = List.of(rows.getFirst().split(",")).indexOf("billed");
        String[] cells = old.split(",", -1);
        cells[billed] = new BigDecimal("0" + cells[billed]).add(BigDecimal.TEN).toString();
        Files.write(
                feed.resolve("transactions-corrected.csv"),
                List.of(rows.getFirst(), String.join(",", cells)));
        sync(core, feed);
        var delivery = core.workspace().journal().deliveries().getLast();
        assertEquals("transactions-corrected.csv", delivery.fileName());
        return delivery.id();
    }

    private void sync(DataCore core, Path feed) throws Exception {
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

    private static void assertSame(DataCore core) {
        assertSame(core, List.of());
        assertSame(core, List.of(Filter.is(Dimension.PAYER, "Heron Mutual")));
        assertSame(core, List.of(Filter.is(Dimension.ENCOUNTER_TYPE, "Outpatient")));
    }

    private static void assertSame(DataCore core, List<Filter> filters) {
        Queries queries = core.query();
        YearMonth to = YearMonth.of(2025, 7);
        var ids = new ArrayList<String>();
        for (Kpi kpi : core.catalog().kpis()) {
            // What needs tables that the sample does not send is n/a here, remembered or not.
            if (core.catalog().missing(kpi).isEmpty()
                    && filters.stream()
                            .allMatch(f -> kpi.definition().dimensions().contains(f.dimension()))) {
                ids.add(kpi.id());
            }
        }
        MetricQuery trend =
                MetricQuery.of(ids.toArray(String[]::new))
                        .between(to.minusMonths(12).atDay(1), to.atEndOfMonth())
                        .asOf(LocalDate.now(CLOCK))
                        .where(filters.toArray(Filter[]::new))
                        .per(Grain.MONTH);
        Months remembered = queries.months(trend);
        try (Frame fresh = queries.run(trend)) {
            int months = 0;
            for (int r = 0; r < fresh.rowCount(); r++) {
                LocalDate start = fresh.date("period", r);
                if (start == null) {
                    continue;
                }
                months++;
                for (String column : remembered.columns()) {
                    assertEquals(
                            fresh.number(column, r),
                            remembered.at(column, YearMonth.from(start)),
                            column + " in " + start);
                }
            }
            assertEquals(months, remembered.values().size());
            assertTrue(months > 6, "months: " + months);
        }
        LocalDate end = LocalDate.of(2025, 6, 9);
        MetricQuery total =
                MetricQuery.of(ids.toArray(String[]::new))
                        .between(LocalDate.of(2025, 6, 1), end)
                        .asOf(end)
                        .where(filters.toArray(Filter[]::new));
        Map<String, BigDecimal> one = queries.total(total);
        try (Frame fresh = queries.run(total)) {
            for (String column : fresh.columns()) {
                assertEquals(fresh.number(column, 0), one.get(column), column);
            }
        }
    }
}
