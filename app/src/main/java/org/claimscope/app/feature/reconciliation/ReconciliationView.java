package org.claimscope.app.feature.reconciliation;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.claimscope.app.feature.reconciliation.ReconciliationPage.Compared;
import org.claimscope.app.feature.reconciliation.ReconciliationPage.Differences;
import org.claimscope.app.widget.Card;
import org.claimscope.app.widget.Desk;
import org.claimscope.app.widget.EmptyState;
import org.claimscope.app.widget.Page;
import org.claimscope.app.widget.PageHeader;
import org.claimscope.app.widget.RowsTable;
import org.claimscope.app.widget.Table;
import org.kordamp.ikonli.javafx.FontIcon;

/// Draws the reconciliation page: the account of all records, whether feeds agree, every run.
public final class ReconciliationView {
    private static final double ROW = 24;
    private static final double HEAD = 70;
    private static final int MOST_ROWS = 10;

    private ReconciliationView() {}

    /// @param open shows what two tellings differ about
    public static Region of(ReconciliationPage page, Desk desk, Consumer<Compared> open) {
        PageHeader header = new PageHeader("Reconciliation", page.covers(), List.of());
        Label account =
                new Label(
                        page.account(),
                        new FontIcon(page.balanced() ? "fth-check" : "fth-alert-triangle"));
        account.getStyleClass().add(page.balanced() ? "strong" : "warns");
        account.setWrapText(true);
        VBox sum = new VBox(account);
        sum.getStyleClass().add("panel-line");
        Card all = Card.of("Every record", "in = loaded + known already + held", sum);
        all.setMinHeight(HEAD);
        all.setMaxHeight(HEAD);
        Card totals = totals(page, desk, open);
        double height = HEAD + ROW * Math.clamp(page.pairs().size(), 2, MOST_ROWS);
        totals.setMinHeight(height);
        totals.setMaxHeight(height);
        Card runs = Card.list("Runs", page.runsNote(), page.runs(), desk);
        runs.setMinHeight(260);
        return new Page().fixed(header).fixed(all).fixed(totals).growing(runs);
    }

    private static Card totals(ReconciliationPage page, Desk desk, Consumer<Compared> open) {
        String title = "Do the feeds agree?";
        if (page.pairs().isEmpty()) {
            return Card.of(
                    title,
                    "",
                    new EmptyState(
                            "No two feeds tell the same money",
                            "Claims beside 837, 835 or a ledger are compared here, claim by claim."));
        }
        Table table = page.totals();
        RowsTable rows =
                new RowsTable(table, desk)
                        .opening(row -> open.accept(page.pairs().get(table.rows().indexOf(row))));
        rows.setId("feed-totals");
        return Card.list(title, "claim by claim · Enter lists what differs", rows, desk);
    }

    /// The side panel of a pair.
    static Node differences(Differences found, Desk desk) {
        if (found.rows().rows().isEmpty()) {
            return new EmptyState(
                    "Nothing differs", "Both tell the same of everything they share.");
        }
        RowsTable list = new RowsTable(found.rows(), desk);
        list.setId("differences");
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }
}
