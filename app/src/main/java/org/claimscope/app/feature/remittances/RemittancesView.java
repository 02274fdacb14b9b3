package org.claimscope.app.feature.remittances;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.claimscope.app.present.Drill;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.Way;
import org.claimscope.app.widget.Beside;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.EmptyState;
import org.claimscope.app.widget.FigureStrip;
import org.claimscope.app.widget.Page;
import org.claimscope.app.widget.PageHeader;
import org.claimscope.app.widget.RowsTable;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.chart.Pareto;
import org.claimscope.charts.chart.StackedColumns;
import org.claimscope.charts.format.Figures;

/// Draws the remittances page: its figures, the list, and payments beside adjustments.
public final class RemittancesView {
    private RemittancesView() {}

    /// One of the ready-made choices above the list.
    private record Some(String words, Predicate<Table.Row> rows) {}

    /// @param open shows one remittance, by its key
    public static Region of(RemittancesPage page, Desk desk, Consumer<String> open) {
        var header =
                new PageHeader(
                        "Remittances",
                        page.covers(),
                        page.figures().stream().map(Tile::single).toList());
        if (!page.loaded()) {
            return new Page()
                    .fixed(header)
                    .growing(
                            new EmptyState(
                                    "No remittance advice loaded",
                                    "Import 835 files, or connect a feed that brings them. Payments"
                                            + " that came without one are on Overview."));
        }
        Card payments =
                Card.of(
                                "Payments by month",
                                "by payment date and payer",
                                new StackedColumns(page.payments()),
                                desk)
                        .defined("remittance_paid", desk)
                        .leading(members -> month(page, members, desk.filters()), desk);
        Card adjustments =
                Card.of(
                                "Why billed was not paid",
                                "group and reason · dots: cumulative",
                                new Pareto(page.adjustments()),
                                desk)
                        .defined("remitted_adjustments", desk)
                        .leading(
                                members ->
                                        cuts(page.adjustmentCuts(), members.getFirst())
                                                .map(cuts ->
                                                        new Way(
                                                                Drill.of("remitted_adjustments")
                                                                        .to(cuts),
                                                                members.getFirst())),
                                desk);
        return new Page()
                .fixed(header)
                .fixed(new FigureStrip(page.scope(), Optional.empty(), page.figures(), desk))
                // Before the charts: a panel that opens beside it must not move it.
                .growing(list(page, desk, open))
                .fixed(new Beside(payments, adjustments, 0.46, 228));
    }

    private static Card list(RemittancesPage page, Desk desk, Consumer<String> open) {
        Table table = page.remittances();
        if (table.rows().isEmpty()) {
            return Card.list("Remittances", "", table, desk);
        }
        int shown = table.rows().size();
        String note =
                shown < page.all()
                        ? "newest " + Figures.count(shown) + " of " + Figures.count(page.all())
                        : Figures.count(page.all());
        RowsTable rows =
                new RowsTable(table, desk)
                        .opening(row ->
                                open.accept(row.cuts().getFirst().members().getFirst().key()));
        rows.setId("remittances");
        Card card =
                Card.list("Remittances", note + " · newest first · Enter opens", rows, desk)
                        .with(choosing(table, rows));
        card.setMinHeight(280);
        return card;
    }

    /// Ready-made choices, and words that a row must contain.
    private static HBox choosing(Table table, RowsTable rows) {
        int balance = column(table, "Balance");
        List<Some> choices =
                List.of(
                        new Some("All", row -> true),
                        new Some(
                                "Out of balance",
                                row ->
                                        row.cells().get(balance) instanceof Table.Words state
                                                && state.warns()),
                        new Some("PLB", row -> any(row, column(table, "PLB"))),
                        new Some("Reversals", row -> any(row, column(table, "Reversals"))),
                        new Some("Unmatched", row -> any(row, column(table, "Unmatched"))));
        var group = new ToggleGroup();
        var field = new TextField();
        var buttons = new ArrayList<ToggleButton>();
        Runnable choose =
                () -> {
                    int at = buttons.indexOf((ToggleButton) group.getSelectedToggle());
                    Predicate<Table.Row> some = choices.get(Math.max(0, at)).rows();
                    String sought = field.getText().strip().toLowerCase(Locale.ROOT);
                    rows.keep(some.and(row -> sought.isEmpty() || says(row, sought)));
                };
        for (Some choice : choices) {
            var button = new ToggleButton(choice.words());
            button.getStyleClass().setAll("choice-chip");
            button.setToggleGroup(group);
            button.setSelected(buttons.isEmpty());
            // One is always chosen: pressing it again does not take it back.
            button.setOnAction(click -> {
                button.setSelected(true);
                choose.run();
            });
            buttons.add(button);
        }
        field.setPromptText("Payer, trace, date");
        field.setPrefColumnCount(12);
        field.setAccessibleText("Show remittances with these words");
        field.getStyleClass().add("small-field");
        field.textProperty().addListener((seen, before, text) -> choose.run());
        var bar = new HBox(4);
        bar.getStyleClass().add("choices");
        bar.getChildren().addAll(buttons);
        bar.getChildren().add(field);
        bar.setMinWidth(Region.USE_PREF_SIZE);
        return bar;
    }

    private static int column(Table table, String title) {
        return table.columns().stream().map(Table.Column::title).toList().indexOf(title);
    }

    private static boolean any(Table.Row row, int column) {
        return row.cells().get(column) instanceof Table.Figure figure && figure.value() != 0;
    }

    private static String words(Table.Cell cell) {
        return cell instanceof Table.Words words ? words.text() : "";
    }

    private static boolean says(Table.Row row, String sought) {
        return row.cells().stream()
                .anyMatch(cell -> words(cell).toLowerCase(Locale.ROOT).contains(sought));
    }

    private static Optional<List<Filters.Cut>> cuts(
            List<RemittancesPage.Named> named, String label) {
        return named.stream()
                .filter(n -> n.label().equals(label))
                .map(RemittancesPage.Named::cuts)
                .findFirst();
    }

    /// The columns are month names; the newest is the last.
    private static Optional<Way> month(
            RemittancesPage page, List<String> members, Filters filters) {
        List<String> months = page.payments().columns();
        int back = months.size() - 1 - months.indexOf(members.getFirst());
        var month = Filters.Period.of(filters.period().last().minusMonths(back));
        return cuts(page.payers(), members.getLast())
                .map(cuts ->
                        new Way(
                                Drill.of("remittance_paid").to(cuts).in(month),
                                members.getLast() + ", " + members.getFirst()));
    }
}
