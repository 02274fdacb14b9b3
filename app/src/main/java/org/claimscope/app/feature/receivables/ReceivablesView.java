package org.claimscope.app.feature.receivables;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.Way;
import org.claimscope.app.widget.Beside;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.Page;
import org.claimscope.app.widget.PageHeader;
import org.claimscope.app.widget.Tile;
import org.claimscope.app.widget.TileGrid;
import org.claimscope.charts.chart.HeatMap;
import org.claimscope.charts.chart.MonthLine;
import org.claimscope.charts.chart.StackedColumns;

/// Draws the receivables page: tiles, ages by month beside ages by payer, days in A/R beside the
/// table.
public final class ReceivablesView {
    private ReceivablesView() {}

    public static Region of(ReceivablesPage page, Desk desk) {
        Card aging =
                Card.of("A/R by age", page.agingNote(), new StackedColumns(page.aging()), desk)
                        .defined("ar_balance", desk)
                        .leading(
                                members -> Optional.of(stack(page, members, desk.filters())), desk);
        String unit = HeatMap.unitNote(page.agingByPayer());
        Card byPayer =
                Card.of(
                                "Age by payer",
                                unit.isEmpty() ? "balance" : "balance, " + unit,
                                new HeatMap(page.agingByPayer()),
                                desk)
                        .defined("ar_balance", desk)
                        .leading(members -> cell(page, members), desk);
        Card days =
                Card.of(
                                "Days in A/R",
                                Card.note(MonthLine.axisNote(page.daysInAr()), "by month"),
                                new MonthLine(page.daysInAr()),
                                desk)
                        .defined("days_in_ar", desk)
                        .leading(members -> Optional.of(days(members.getFirst())), desk);
        Card departments =
                Card.of("Departments by age", "balance, largest first", page.departments(), desk);
        return new Page()
                .fixed(
                        new PageHeader(
                                "Receivables",
                                page.covers(),
                                page.tiles().stream().map(Tile::single).toList()))
                .fixed(new TileGrid(page.tiles(), desk))
                .growing(new Beside(aging, byPayer, 0.5, 300))
                .growing(new Beside(days, departments, 0.42, 260));
    }

    /// @param month such as `2025-06`
    private static Way days(String month) {
        return new Way(
                Drill.of("days_in_ar").in(Filters.Period.of(YearMonth.parse(month))),
                "Days in A/R " + month);
    }

    /// The columns of the stack are month names; the newest is the last.
    private static Way stack(ReceivablesPage page, List<String> members, Filters filters) {
        List<String> months = page.aging().columns();
        int back = months.size() - 1 - months.indexOf(members.getFirst());
        String bucket = members.getLast();
        return new Way(
                Drill.of("ar_balance")
                        .to(Filters.Cut.of("aging_bucket", bucket, bucket))
                        .in(Filters.Period.of(filters.period().last().minusMonths(back))),
                "A/R " + bucket + " d, " + members.getFirst());
    }

    private static Optional<Way> cell(ReceivablesPage page, List<String> members) {
        String bucket = members.getLast();
        return page.payers().stream()
                .filter(payer -> payer.words().equals(members.getFirst()))
                .findFirst()
                .map(payer ->
                        new Way(
                                Drill.of("ar_balance")
                                        .to(payer, Filters.Cut.of("aging_bucket", bucket, bucket)),
                                payer.words() + ", " + bucket + " d"));
    }
}
