package org.claimscope.app.feature.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.claimscope.app.widget.BalanceCheck;
import org.claimscope.app.widget.Table;
import org.claimscope.data.DataCore;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One claim's lines and sums, of `six-payments`; computed by hand from its 835.
final class ClaimPageTest {
    private static final Path SIX = Path.of("../data-core/src/test/resources/six-payments");

    @TempDir Path temp;
    private DataCore core;

    @BeforeEach
    void load() {
        core =
                DataCore.create(
                        temp.resolve("w"),
                        new Credentials.None(),
                        Clock.fixed(Instant.parse("2026-04-01T12:00:00Z"), ZoneOffset.UTC),
                        "test");
        core.sync()
                .run(
                        FeedList.read(SIX.resolve("feeds.yaml")),
                        new FolderSource(SIX.resolve("feed")),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
    }

    @AfterEach
    void close() {
        assertEquals(0, core.workspace().arrowBytes());
        core.close();
    }

    private ClaimPage page(String claim) {
        return new ClaimViewModel(core.query(), "six/" + claim).page();
    }

    private static List<String> rows(Table table) {
        return table.rows().stream().map(ClaimPageTest::words).toList();
    }

    private static String words(Table.Row row) {
        return row.cells().stream()
                .map(cell ->
                        switch (cell) {
                            case Table.Words(String text, boolean _) -> text;
                            case Table.Figure(double value) ->
                                    Double.isNaN(value)
                                            ? "-"
                                            : BigDecimal.valueOf(value)
                                                    .stripTrailingZeros()
                                                    .toPlainString();
                        })
                .collect(Collectors.joining("|"));
    }

    private static List<String> checks(ClaimPage page) {
        return page.checks().stream().map(ClaimPageTest::words).toList();
    }

    private static String words(BalanceCheck check) {
        return check.name() + ": " + check.words() + (check.holds() ? "" : ", off " + check.off());
    }

    @Test
    void theLinesOfTheDecisionThatStandsAddUp() {
        ClaimPage page = page("C1");
        Table lines = Objects.requireNonNull(page.lines());
        assertEquals(
                List.of(
                        "1|99213|||1|200|70|30|0|100|CO-45, PR-2",
                        "2|80053|||1|100|0|0|100|0|CO-197"),
                rows(lines));
        assertEquals("part denied", page.status());
        assertEquals(
                "Denied in part with CARC 197: Authorization absent (Authorization).", page.why());
        assertEquals(
                List.of(
                        "Denied 100.0",
                        "Paid 100.0",
                        "Contract reduction 70.0",
                        "Patient share 30.0"),
                page.money().stream().map(p -> p.label() + " " + p.value()).toList());
        assertEquals("||Total|||300|70|30|100|100|", words(Objects.requireNonNull(lines.total())));
        assertEquals(
                List.of(
                        "Charge: payer 300.00, claim 300.00 (CLP03)",
                        "Paid: 300.00 − adjusted 200.00 = 100.00 (CLP04)"),
                checks(page));
    }

    /// The extract knows one sending and no decision; the 835s know three.
    @Test
    void theTimelineHasEveryDecisionAndItsReversal() {
        assertEquals(
                List.of(
                        "2026-03-01 Service",
                        "2026-03-02 Claim sent",
                        "2026-03-10 Part denied!",
                        "2026-03-25 Taken back!",
                        "2026-03-25 Part denied!"),
                page("C1").events().stream()
                        .map(e -> e.day() + " " + e.label() + (e.warns() ? "!" : ""))
                        .filter(e -> !e.contains("Charges posted"))
                        .toList());
    }

    @Test
    void aDecisionThatDoesNotAddUpSaysByHowMuch() {
        ClaimPage page = page("C4");
        assertNull(page.lines());
        assertEquals(
                List.of(
                        "Charge: payer 500.00, claim 500.00 (CLP03)",
                        "Paid: 500.00 − adjusted 150.00 = 350.00, CLP04 is 300.00, off 50.00"),
                checks(page));
    }
}
