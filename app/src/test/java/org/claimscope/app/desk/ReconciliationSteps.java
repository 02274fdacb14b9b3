package org.claimscope.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.claimscope.app.shell.Shell;
import org.claimscope.app.widget.RowsTable;
import org.claimscope.data.query.FeedTotals.Agreement;
import org.claimscope.data.query.FeedTotals.Pair;

/// From two totals that differ to the claims that make the difference.
final class ReconciliationSteps {
    private ReconciliationSteps() {}

    static void totalsThatDifferLeadToTheirClaims(Driver driver) {
        Shell shell = driver.shell();
        List<Agreement> totals = Driver.call(() -> shell.core().query().feedTotals());
        Agreement paid =
                totals.stream().filter(a -> a.pair() == Pair.PAID).findFirst().orElseThrow();
        // Payments that were announced lately are not posted yet.
        assertTrue(paid.different() > 0, "the sample posts days after an 835");
        driver.fire("#rail-reconciliation");
        driver.until("the totals", () -> driver.shows("#feed-totals"));
        driver.settle();
        RowsTable list = (RowsTable) driver.find("#feed-totals");
        assertEquals(totals.size(), list.rows().size());
        driver.robot.interact(list::requestFocus);
        driver.robot.interact(() -> list.getSelectionModel().select(totals.indexOf(paid)));
        driver.robot.push(KeyCode.ENTER);
        driver.until("what differs", () -> driver.shows("#differences"));
        assertEquals(
                Math.min(500, paid.different()),
                ((RowsTable) driver.find("#differences")).rows().size());
        driver.robot.push(KeyCode.ESCAPE);
        driver.until("closed", () -> !driver.shows("#differences"));
        driver.fire("#rail-overview");
        driver.settle();
    }
}
