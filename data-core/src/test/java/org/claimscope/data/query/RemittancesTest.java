package org.claimscope.data.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.query.MetricQuery.Filter;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.Feed;
import org.claimscope.data.sync.FeedList;
import org.claimscope.data.testing.SharedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What remittances say, by numbers computed by hand (`six-payments`), and by those of the real
/// files.
final class RemittancesTest {
    private static final Path SIX = Path.of("src/test/resources/six-payments");
    private static final List<String> ALL =
            List.of(
                    "remittance_paid",
                    "remittance_count",
                    "remitted_claim_count",
                    "unbalanced_remittance_count",
                    "provider_adjustments",
                    "reversal_count",
                    "unmatched_claim_count",
                    "remitted_adjustments");
    private static final MetricQuery MARCH =
            MetricQuery.of(ALL.toArray(String[]::new))
                    .between(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    @TempDir Path temp;
    private DataCore core;

    @BeforeEach
    void open() {
        core =
                DataCore.create(
                        temp.resolve("w"),
                        new Credentials.None(),
                        Clock.fixed(Instant.parse("2026-04-01T12:00:00Z"), ZoneOffset.UTC),
                        "test");
    }

    @AfterEach
    void close() {
        assertEquals(0, core.workspace().arrowBytes());
        core.close();
    }

    private void six() {
        List<RunEntry> runs =
                core.sync()
                        .run(
                                FeedList.read(SIX.resolve("feeds.yaml")),
                                new FolderSource(SIX.resolve("feed")),
                                false,
                                Progress.NONE,
                                Cancellation.NONE);
        for (RunEntry run : runs) {
            assertEquals(0, run.rowsQuarantined(), run.toString());
        }
    }

    /// The values of all measures, in their order.
    private List<String> figures(MetricQuery query) {
        Map<String, BigDecimal> one = core.query().total(query);
        return ALL.stream().map(id -> plain(one.get(id))).toList();
    }

    private static String plain(BigDecimal value) {
        return value == null ? "n/a" : value.setScale(2).stripTrailingZeros().toPlainString();
    }

    private List<String> rows(String measure, String... columns) {
        var query =
                MetricQuery.of(measure)
                        .between(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
        try (Frame rows = core.query().rows(query, false, RowOrder.OLDEST, 0)) {
            return IntStream.range(0, rows.rowCount())
                    .mapToObj(r ->
                            List.of(columns).stream()
                                    .map(c -> shown(rows, c, r))
                                    .collect(Collectors.joining(" ")))
                    .toList();
        }
    }

    private static String shown(Frame rows, String column, int row) {
        LocalDate day = rows.date(column, row);
        String text = day == null ? String.valueOf(rows.text(column, row)) : day.toString();
        return text.matches("-?[0-9]+\\.[0-9]+") ? plain(new BigDecimal(text)) : text;
    }

    @Test
    void theMonthAddsUp() {
        six();
        assertEquals(List.of("975", "6", "9", "3", "25", "1", "1", "640"), figures(MARCH));
    }

    @Test
    void aWorkspaceWithoutRemittancesHasNoFiguresRatherThanZero() {
        assertEquals(ALL.stream().map(id -> "n/a").toList(), figures(MARCH));
    }

    @Test
    void thePayersAndTheFacilitiesShareIt() {
        six();
        assertEquals(
                List.of("450", "4", "7", "2", "0", "1", "1", "340"),
                figures(MARCH.where(Filter.is(Dimension.PAYER, "A"))));
        assertEquals(
                List.of("525", "2", "2", "1", "25", "0", "0", "300"),
                figures(MARCH.where(Filter.is(Dimension.PAYER, "PAYER B"))));
        // X9 was not sent, so it is of no facility; its payment is of the one its others are of.
        assertEquals(
                List.of("450", "4", "6", "2", "0", "1", "0", "310"),
                figures(MARCH.where(Filter.is(Dimension.FACILITY, "F1"))));
        assertEquals(
                List.of("525", "2", "2", "1", "25", "0", "0", "300"),
                figures(MARCH.where(Filter.is(Dimension.FACILITY, "South"))));
    }

    @Test
    void aDayOfTheMonthCutsOffWhatCameLater() {
        six();
        assertEquals(
                List.of("630", "3", "4", "2", "0", "0", "0", "420"),
                figures(MARCH.asOf(LocalDate.of(2026, 3, 15))));
    }

    @Test
    void eachOfTheThreeChecksIsMadeOfTheRows() {
        six();
        assertEquals(
                List.of(
                        "T1 Balanced 0 0 0 0 0",
                        "T2 Lines off 0 0 0 2 20",
                        "T3 Claims off 0 1 50 0 0",
                        "T4 Balanced 0 0 0 0 0",
                        "T5 Balanced 0 0 0 0 0",
                        "T6 Payment off 10 0 0 0 0"),
                rows(
                                "remittance_count",
                                "row_remittance",
                                "row_balance_state",
                                "row_payment_difference",
                                "row_claims_off",
                                "row_claim_difference",
                                "row_lines_off",
                                "row_line_difference")
                        .stream()
                        .map(r -> r.replaceAll("•", ""))
                        .toList());
    }

    @Test
    void aReversalNamesWhatItTakesBack() {
        six();
        assertEquals(
                List.of("••••C1 T1|1999|C1|P1|1|1 T1|1999 2026-03-10 120"),
                rows(
                        "reversal_count",
                        "row_claim",
                        "row_reversed_id",
                        "row_reversed_remittance_id",
                        "row_reversed_date",
                        "row_reversed_paid"));
    }

    @Test
    void whatNobodySentSaysWhy() {
        six();
        assertEquals(
                List.of("••••X9 No claim of this number was sent"),
                rows("unmatched_claim_count", "row_claim", "row_match_state"));
    }

    @Test
    void providerAdjustmentsAreRowsWithTheirCodes() {
        six();
        assertEquals(
                List.of("PLB WO 30", "PLB L6 -5"),
                rows(
                        "provider_adjustments",
                        "row_adjustment_group",
                        "row_adjustment_reason",
                        "row_adjusted"));
    }

    /// Each split of each number sums to it, and the rows behind each part sum to the part.
    @Test
    void rowsAndPartsSumToEachNumber() {
        six();
        int checked = 0;
        for (String id : ALL) {
            BigDecimal total = core.query().total(MetricQuery.of(id)).get(id);
            for (Dimension d : core.catalog().kpi(id).definition().dimensions()) {
                if (d.kind() == Dimension.Kind.NUMBER) {
                    continue;
                }
                BigDecimal sum = BigDecimal.ZERO;
                try (Frame parts = core.query().run(MetricQuery.of(id).by(d))) {
                    for (int r = 0; r < parts.rowCount(); r++) {
                        sum = sum.add(parts.number(id, r));
                    }
                }
                assertEquals(plain(total), plain(sum), id + " by " + d);
                checked++;
            }
            try (Frame rows = core.query().rows(MetricQuery.of(id), false, RowOrder.LARGEST, 1)) {
                assertEquals(plain(total), plain(rows.number("all_sum", 0)), id);
            }
        }
        System.out.println(checked + " splits checked");
    }

    /// Claims, adjustments and balance of the real files are those that another program counted.
    @Test
    void theRealFilesAddUpToTheOracles() throws IOException {
        Path folder = SharedData.folder("x12");
        List<List<String>> files = SharedData.oracle("x12_shared_files.csv");
        List<String> header = files.getFirst();
        List<List<String>> claims = SharedData.oracle("x12_shared_clp.csv");
        var feeds = new ArrayList<Feed>();
        var expected = new TreeMap<String, String>();
        var names = new TreeMap<String, String>();
        for (List<String> row : files.subList(1, files.size())) {
            if (!row.get(header.indexOf("tx")).contains("835x")) {
                continue;
            }
            String source = "s" + feeds.size();
            feeds.add(
                    new Feed(
                            source,
                            "x12",
                            row.getFirst(),
                            null,
                            Feed.LoadType.INCREMENTAL,
                            false,
                            null,
                            true));
            names.put(row.getFirst(), source);
            // A claim without sums (one, in Example1.txt) waits in quarantine.
            List<List<String>> readable =
                    claims.stream()
                            .filter(c -> c.getFirst().equals(row.getFirst()) && !c.get(3).isEmpty())
                            .toList();
            expected.put(
                    source,
                    readable.size()
                            + " "
                            + plain(new BigDecimal(row.get(header.indexOf("bpr"))))
                            + " "
                            + readable.stream().filter(c -> c.get(2).equals("22")).count()
                            + " "
                            + plain(new BigDecimal(row.get(header.indexOf("plb_adj")))));
        }
        core.sync()
                .run(
                        new FeedList(feeds, List.of()),
                        new FolderSource(folder),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
        var found = new TreeMap<String, String>();
        try (Frame f =
                core.query()
                        .run(
                                MetricQuery.of(
                                                "remitted_claim_count",
                                                "remittance_paid",
                                                "reversal_count",
                                                "provider_adjustments")
                                        .by(Dimension.SOURCE))) {
            for (int r = 0; r < f.rowCount(); r++) {
                found.put(
                        f.text("source", r),
                        plain(f.number("remitted_claim_count", r))
                                + " "
                                + plain(f.number("remittance_paid", r))
                                + " "
                                + plain(f.number("reversal_count", r))
                                + " "
                                + plain(f.number("provider_adjustments", r)));
            }
        }
        assertEquals(expected, found);
        var reasons = new TreeMap<String, String>();
        List<List<String>> cas = SharedData.oracle("x12_shared_cas.csv");
        for (List<String> row : cas.subList(1, cas.size())) {
            reasons.put(
                    names.get(row.getFirst()) + " " + row.get(1) + "-" + row.get(2),
                    plain(new BigDecimal(row.get(4))));
        }
        var told = new TreeMap<String, String>();
        try (Frame f =
                core.query()
                        .run(
                                MetricQuery.of("remitted_adjustments")
                                        .by(
                                                Dimension.SOURCE,
                                                Dimension.ADJUSTMENT_GROUP,
                                                Dimension.ADJUSTMENT_REASON))) {
            for (int r = 0; r < f.rowCount(); r++) {
                told.put(
                        f.text("source", r)
                                + " "
                                + f.text("adjustment_group", r)
                                + "-"
                                + f.text("adjustment_reason", r),
                        plain(f.number("remitted_adjustments", r)));
            }
        }
        reasons.keySet().removeIf(k -> k.startsWith("null"));
        told.keySet().removeIf(k -> k.contains("PLB-"));
        assertEquals(reasons, told);
    }
}
