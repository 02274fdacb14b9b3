package org.claimscope.app.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.claimscope.app.feature.facility.FacilityPage;
import org.claimscope.app.feature.facility.FacilityView;
import org.claimscope.app.feature.overview.OverviewPage;
import org.claimscope.app.feature.overview.OverviewView;
import org.claimscope.app.feature.receivables.ReceivablesPage;
import org.claimscope.app.feature.receivables.ReceivablesView;
import org.claimscope.app.feature.remittances.RemittancesPage;
import org.claimscope.app.feature.remittances.RemittancesView;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Table.Cell;
import org.claimscope.app.widget.Table.Row;
import org.claimscope.charts.palette.Theme;
import org.claimscope.charts.shape.Bridge;
import org.claimscope.charts.shape.Contributions;
import org.claimscope.charts.shape.Matrix;
import org.claimscope.charts.shape.Stack;
import org.claimscope.charts.shape.TimeSeries;
import org.claimscope.charts.shape.Trend;
import org.claimscope.charts.shape.Unit;
import org.junit.jupiter.api.Test;

/// Pages for hospitals no designer drew.
class OddPagesTest {
    private static final String LONG_NAME =
            "Saint Bartholomew Regional Medical ".repeat(9).substring(0, 300);
    private static final Trend NO_MONTHS =
            new Trend(new TimeSeries("none", Unit.MONEY, List.of()), null, null);

    @Test
    void anEmptyWorkspaceSaysWhatToDoOnEveryPage() {
        Table none = Table.empty(Invented.payerColumns(), "payers");
        Bridge nothing = new Bridge(Unit.MONEY, "May 31", 0, List.of(), "Jun 30", 0);
        OverviewPage overview =
                new OverviewPage("", List.of(), NO_MONTHS, "", nothing, "", none, none);
        Picture first =
                Picture.of(
                        "odd-overview-empty",
                        desk -> OverviewView.of(overview, desk),
                        Theme.LIGHT,
                        1440,
                        900);
        assertTrue(
                first.words()
                        .containsAll(
                                List.of(
                                        "No payers in this period",
                                        "Import files or connect a feed, or choose a longer period.",
                                        "No months to show: load a feed or choose a longer period")),
                () -> first.words().toString());
        FacilityPage facility = new FacilityPage("", 0, List.of(), List.of(), "", none);
        Picture second =
                Picture.of(
                        "odd-facility-empty",
                        desk -> FacilityView.of(facility, desk),
                        Theme.LIGHT,
                        1440,
                        900);
        assertTrue(
                second.words().contains("No facilities in this period"),
                () -> second.words().toString());
        ReceivablesPage receivables =
                new ReceivablesPage(
                        "",
                        List.of(),
                        new Stack(Unit.MONEY, List.of(), List.of(), true),
                        "",
                        new Matrix(Unit.MONEY, List.of(), List.of(), List.of()),
                        List.of(),
                        NO_MONTHS,
                        none);
        Picture third =
                Picture.of(
                        "odd-receivables-empty",
                        desk -> ReceivablesView.of(receivables, desk),
                        Theme.LIGHT,
                        1440,
                        900);
        assertTrue(
                third.words().contains("Nothing to compare in this period"),
                () -> third.words().toString());
        RemittancesPage remittances =
                new RemittancesPage(
                        "",
                        "All payers",
                        List.of(),
                        false,
                        new Stack(Unit.MONEY, List.of(), List.of(), false),
                        List.of(),
                        new Contributions(Unit.MONEY, "Adjusted", List.of()),
                        List.of(),
                        none,
                        0);
        Picture fourth =
                Picture.of(
                        "odd-remittances-empty",
                        desk -> RemittancesView.of(remittances, desk, key -> {}),
                        Theme.CONTRAST,
                        1440,
                        900);
        assertTrue(
                fourth.words().contains("No remittance advice loaded"),
                () -> fourth.words().toString());
    }

    @Test
    void aThousandFacilitiesAreTheLargestAndOneLineForTheRest() {
        Table many =
                new Table(
                        Invented.overview().facilities().columns(),
                        IntStream.range(0, 1_000)
                                .mapToObj(i ->
                                        Row.of(
                                                Cell.of("Facility " + i),
                                                Cell.of(1_000_000 - 900 * i),
                                                Cell.of(0.1)))
                                .toList(),
                        Row.of(Cell.of("All facilities"), Cell.of(550_450_000), Cell.of(0.1)),
                        "facilities");
        OverviewPage usual = Invented.overview();
        OverviewPage page =
                new OverviewPage(
                        usual.covers(),
                        usual.tiles(),
                        usual.payments(),
                        "",
                        usual.receivables(),
                        "",
                        usual.payers(),
                        many);
        Picture picture =
                Picture.of(
                        "odd-overview-thousand",
                        desk -> OverviewView.of(page, desk),
                        Theme.DARK,
                        1440,
                        900);
        String rest =
                picture.words().stream()
                        .filter(word -> word.endsWith(" more facilities"))
                        .findFirst()
                        .orElseThrow();
        int hidden = Integer.parseInt(rest.replaceAll("\\D", ""));
        long shown = picture.words().stream().filter(word -> word.matches("Facility \\d+")).count();
        assertEquals(1_000, hidden + shown);
        // The sum of the hidden ones is on the line, in the column's unit.
        double sum =
                IntStream.range((int) shown, 1_000).mapToDouble(i -> 1_000_000 - 900 * i).sum();
        assertTrue(
                picture.words().contains(String.format(Locale.US, "$%.3fM", sum / 1e6)),
                () -> sum + " not in " + picture.words());
        FacilityPage facilities =
                new FacilityPage(
                        "",
                        1_000,
                        Collections.nCopies(1_000, Invented.facility().facilities().getFirst()),
                        Collections.nCopies(1_000, Invented.facility().payments().getFirst()),
                        "",
                        many);
        Picture second =
                Picture.of(
                        "odd-facility-thousand",
                        desk -> FacilityView.of(facilities, desk),
                        Theme.LIGHT,
                        1440,
                        900);
        assertTrue(
                second.words().contains("994 more facilities, largest 6 shown"),
                () -> second.words().toString());
        assertTrue(
                second.words().stream().anyMatch(word -> word.matches("\\d+ more not drawn")),
                () -> second.words().toString());
    }

    @Test
    void longNamesGiveWayAndNumbersNever() {
        Table payers =
                new Table(
                        Invented.payerColumns(),
                        List.of(
                                Row.of(
                                        Cell.of(LONG_NAME),
                                        Cell.of(LONG_NAME),
                                        Cell.of(1),
                                        Cell.of(-98_765_432_101.0),
                                        Cell.of(7.5),
                                        Cell.of(-400))),
                        null,
                        "payers");
        OverviewPage usual = Invented.overview();
        OverviewPage page =
                new OverviewPage(
                        LONG_NAME,
                        usual.tiles(),
                        usual.payments(),
                        LONG_NAME,
                        new Bridge(Unit.MONEY, LONG_NAME, -5, List.of(), LONG_NAME, 9e12),
                        LONG_NAME,
                        payers,
                        payers);
        for (double width : new double[] {1024, 1440}) {
            Picture picture =
                    Picture.of(
                            "odd-overview-long-" + (int) width,
                            desk -> OverviewView.of(page, desk),
                            Theme.LIGHT,
                            width,
                            900);
            assertEquals(List.of(), picture.outside());
            assertTrue(
                    picture.words().stream()
                                    .anyMatch(word -> word.endsWith("hidden, widen the window"))
                            == width > 1200);
            assertTrue(picture.words().contains("−$98,765.432M"), () -> picture.words().toString());
            assertEquals(
                    List.of(LONG_NAME),
                    picture.cut().stream()
                            .filter(text -> !text.startsWith("Denial"))
                            // A note says first where a truncated axis starts, which stays
                            // readable.
                            .map(text -> text.replaceFirst("^axis starts at \\S+ · ", ""))
                            .distinct()
                            .toList());
        }
    }
}
