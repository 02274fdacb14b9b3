package org.claimscope.app.feature.remittances;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.claimscope.app.desk.DrillSums;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.Place;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.shape.Contributions;
import org.claimscope.charts.shape.Stack;
import org.claimscope.data.DataCore;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.query.Queries;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The remittances page on six payments (`six-payments`), by numbers computed by hand.
final class RemittancesPageTest {
    private static final Path SIX = Path.of("../data-core/src/test/resources/six-payments");
    private static final PageContext MARCH = new PageContext(Filters.of(YearMonth.of(2026, 3)));

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

    private Queries loaded() {
        core.sync()
                .run(
                        FeedList.read(SIX.resolve("feeds.yaml")),
                        new FolderSource(SIX.resolve("feed")),
                        false,
                        Progress.NONE,
                        Cancellation.NONE);
        return core.query();
    }

    private static RemittancesPage page(Queries queries, PageContext context) {
        return new RemittancesViewModel(queries, context).page();
    }

    private static List<String> figures(RemittancesPage page) {
        return page.figures().stream().map(t -> plain(t.single().value())).toList();
    }

    private static String plain(BigDecimal value) {
        return value == null ? "n/a" : value.setScale(2).stripTrailingZeros().toPlainString();
    }

    @Test
    void theFiguresOfTheMonthAndWhatTheyAreComparedWith() {
        RemittancesPage page = page(loaded(), MARCH);
        assertTrue(page.loaded());
        assertEquals(List.of("975", "6", "9", "3", "25", "1", "1"), figures(page));
        assertEquals("40", plain(page.figures().getFirst().single().before()));
        assertEquals(6, page.all());
    }

    @Test
    void paymentsByMonthAndPayerAddUpToTheFigure() {
        Stack stack = page(loaded(), MARCH).payments();
        assertEquals(13, stack.columns().size());
        assertEquals(
                List.of("PAYER B 40.0 525.0", "PAYER A 0.0 450.0"),
                stack.parts().stream()
                        .map(p -> p.name() + " " + p.values().get(11) + " " + p.values().get(12))
                        .toList());
    }

    @Test
    void adjustmentsAreNetOfWhatReversalsGiveBack() {
        Contributions adjusted = page(loaded(), MARCH).adjustments();
        assertEquals(
                List.of(
                        "CO-45 Above the contracted price 460.0",
                        "CO-197 Authorization absent 100.0",
                        "PR-2 Coinsurance 80.0"),
                adjusted.items().stream().map(i -> i.label() + " " + i.value()).toList());
        assertEquals(640, adjusted.total());
    }

    @Test
    void theListSaysWhichCheckFails() {
        Table list = page(loaded(), MARCH).remittances();
        String tsv = list.tsv();
        assertEquals(
                """
                Date\tPayer\tTrace\tMethod\tBalance\tOff by\tClaims\tCharge\tAdjusted\tPatient\tPLB\tPaid\tReversals\tUnmatched
                03/28/26\tPAYER A\t••••T6\tEFT\tPayment off\t10\t1\t100\t20\t0\t0\t90\t0\t0
                03/25/26\tPAYER A\t••••T5\tEFT\tBalanced\t\t3\t80\t50\t0\t0\t30\t1\t1
                03/20/26\tPAYER B\t••••T4\tCheck\tBalanced\t\t1\t400\t150\t50\t25\t225\t0\t0
                03/15/26\tPAYER B\t••••T3\tCheck\tClaims off\t50\t1\t500\t150\t0\t0\t300\t0\t0
                03/12/26\tPAYER A\t••••T2\tEFT\tLines off\t20\t1\t100\t40\t0\t0\t60\t0\t0
                03/10/26\tPAYER A\t••••T1\tEFT\tBalanced\t\t2\t500\t230\t30\t0\t270\t0\t0
                """,
                tsv);
    }

    @Test
    void filtersHold() {
        Queries queries = loaded();
        Filters march = MARCH.filters();
        assertEquals(
                List.of("450", "4", "6", "2", "0", "1", "0"),
                figures(
                        page(
                                queries,
                                MARCH.with(march.cut(Filters.Cut.of("facility", "F1", "North"))))));
        assertEquals(
                List.of("525", "2", "2", "1", "25", "0", "0"),
                figures(
                        page(
                                queries,
                                MARCH.with(march.cut(Filters.Cut.of("payer", "six/B", "B"))))));
        assertEquals(
                List.of("630", "3", "4", "2", "0", "0", "0"),
                figures(
                        page(
                                queries,
                                MARCH.with(march.asOf(Optional.of(LocalDate.of(2026, 3, 15)))))));
        assertEquals(
                List.of("40", "1", "1", "0", "0", "0", "0"),
                figures(page(queries, new PageContext(Filters.of(YearMonth.of(2026, 2))))));
    }

    /// Every figure and every number of the list is the sum of the rows it drills to.
    @Test
    void everyNumberIsTheSumOfItsRows() {
        Queries queries = loaded();
        RemittancesPage page = page(queries, MARCH);
        int checked = DrillSums.check(queries, MARCH, page.remittances());
        for (Tile tile : page.figures()) {
            checked +=
                    DrillSums.check(
                            queries, MARCH, Drill.of(tile.measure()), tile.single().value());
        }
        for (RemittancesPage.Named reason : page.adjustmentCuts()) {
            double shown =
                    page.adjustments().items().stream()
                            .filter(i -> i.label().equals(reason.label()))
                            .mapToDouble(Contributions.Item::value)
                            .sum();
            checked +=
                    DrillSums.check(
                            queries,
                            MARCH,
                            Drill.of("remitted_adjustments").to(reason.cuts()),
                            BigDecimal.valueOf(shown));
        }
        assertEquals(6 * 6 + 7 + 3, checked);
    }

    @Test
    void aWorkspaceWithoutRemittancesSaysSo() {
        RemittancesPage page = page(core.query(), MARCH);
        assertFalse(page.loaded());
        assertTrue(page.remittances().rows().isEmpty());
        assertEquals("n/a", figures(page).getFirst());
    }

    private Remittance one(String trace) {
        Queries queries = loaded();
        return new RemittanceViewModel(queries, core.lineage(), "six/" + trace + "|1999")
                .remittance();
    }

    private static List<String> checks(Remittance one) {
        return one.checks().stream()
                .map(c -> c.name() + ": " + c.words() + (c.holds() ? "" : " → " + c.off()))
                .toList();
    }

    @Test
    void aPaymentThatBalancesShowsItsThreeSums() {
        assertEquals(
                List.of(
                        "Payment: claims 250.00 − PLB 25.00 = 225.00",
                        "Claims: charge 400.00 − adjusted 150.00 = 250.00",
                        "Lines: charge − adjusted = paid in every line"),
                checks(one("T4")));
    }

    @Test
    void eachCheckSaysByHowMuchItFails() {
        assertEquals(
                "Payment: claims 80.00 − PLB 0.00 = 80.00, BPR02 is 90.00 → 10.00",
                checks(one("T6")).getFirst());
        assertEquals(
                "Claims: 1 of 1: charge − adjusted is not paid → 50.00", checks(one("T3")).get(1));
        assertEquals(
                "Lines: 2 lines: charge − adjusted is not paid → 20.00",
                checks(one("T2")).getLast());
    }

    @Test
    void whatIsSettledBesideTheClaimsHasItsReason() {
        assertEquals(
                List.of(
                        new Remittance.Settled("WO", "Overpayment recovered", "••••REF1", "30.00"),
                        new Remittance.Settled("L6", "Interest owed", "", "−5.00")),
                one("T4").settled());
    }

    @Test
    void aReversalIsTiedToWhatItTakesBackAndAnUnmatchedClaimSaysWhy() {
        Remittance one = one("T5");
        assertEquals(
                List.of(
                        new Remittance.Reversal(
                                "••••C1",
                                "−120.00",
                                "takes back 120.00 of Mar 10, 2026, trace ••••T1")),
                one.reversals());
        assertEquals(
                List.of(
                        new Remittance.Unmatched(
                                "••••X9", "50.00", "No claim of this number was sent")),
                one.unmatched());
        assertEquals(
                List.of(Place.claim("six/C1"), Place.claim("six/C1"), Place.claim("six/X9")),
                one.claims().rows().stream()
                        .map(Table.Row::place)
                        .sorted(Comparator.comparing(Place::subject))
                        .toList());
    }

    @Test
    void itsLineageLeadsToTheSegmentThatWasSent() {
        Remittance one = one("T6");
        assertEquals("all.835", one.origin().delivery().fileName());
        assertTrue(
                core.lineage().bytes(one.origin(), "a test").record().startsWith("ST*835*0001"),
                "the segment");
    }
}
