package org.claimscope.app.feature.receivables;

import javafx.scene.layout.Region;
import org.claimscope.app.widget.Beside;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.Page;
import org.claimscope.app.widget.PageHeader;
import org.claimscope.app.widget.TileGrid;
import org.claimscope.charts.chart.HeatMap;
import org.claimscope.charts.chart.MonthLine;
import org.claimscope.charts.chart.StackedColumns;
import org.claimscope.charts.palette.ChartPalette;

/// Draws the receivables page: tiles, ages by month beside ages by payer, days in A/R beside the
/// table.
public final class ReceivablesView {
    private ReceivablesView() {}

    public static Region of(ReceivablesPage page, ChartPalette palette) {
        Card aging =
                Card.of("A/R by age", page.agingNote(), new StackedColumns(page.aging()), palette);
        String unit = HeatMap.unitNote(page.agingByPayer());
        Card byPayer =
                Card.of(
                        "Age by payer",
                        unit.isEmpty() ? "balance" : "balance, " + unit,
                        new HeatMap(page.agingByPayer()),
                        palette);
        Card days =
                Card.of(
                        "Days in A/R",
                        page.daysInAr().yearBefore() == null
                                ? "by month"
                                : "by month · year before in grey",
                        new MonthLine(page.daysInAr()),
                        palette);
        Card departments =
                Card.of(
                        "Departments by age",
                        "balance, largest first",
                        page.departments(),
                        palette);
        return new Page()
                .fixed(new PageHeader("Receivables", page.covers(), page.tiles()))
                .fixed(new TileGrid(page.tiles(), palette))
                .growing(new Beside(aging, byPayer, 0.5, 300))
                .growing(new Beside(days, departments, 0.42, 260));
    }
}
