package org.claimscope.app.desk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.Shell;
import org.claimscope.app.widget.OriginalBytes;
import org.claimscope.data.model.Entity;
import org.claimscope.data.query.Lineage.Version;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.RowOrder;

/// From a claim to its past, and from there to the bytes that told it.
final class HistorySteps {
    private HistorySteps() {}

    static void thePastOfAClaimLeadsToItsBytes(Driver driver) throws IOException {
        Shell shell = driver.shell();
        String key =
                Driver.call(() -> {
                    try (var rows =
                            shell.core()
                                    .query()
                                    .rows(
                                            MetricQuery.of("denied_amount"),
                                            false,
                                            RowOrder.LARGEST,
                                            1)) {
                        return String.valueOf(rows.text("row_claim_key", 0));
                    }
                });
        List<Version> versions =
                Driver.call(() -> shell.core().lineage().history(Entity.CLAIM, key));
        Driver.call(() -> {
            shell.open(Place.claim(key));
            return true;
        });
        driver.settle();
        driver.fire("#history-of-it");
        driver.until(
                "its past",
                () ->
                        driver.shows("#history")
                                && Driver.call(() ->
                                        panel(driver).lookupAll(".panel-section").size()
                                                == versions.size()));
        Driver.call(() -> {
            panel(driver).lookupAll(".button").stream()
                    .map(Button.class::cast)
                    .filter(button -> button.getText().equals("Bytes…"))
                    .forEach(Button::fire);
            return true;
        });
        TextField reason = (TextField) driver.find("#bytes-reason");
        driver.robot.interact(() -> reason.setText("a question of the payer"));
        driver.robot.interact(reason::requestFocus);
        driver.robot.push(KeyCode.ENTER);
        // The newest version: what told it names the claim.
        String id = key.substring(key.indexOf('/') + 1);
        driver.until(
                "the record that names the claim",
                () ->
                        Driver.call(() ->
                                panel(driver).lookupAll(".panel-line").stream()
                                        .filter(OriginalBytes.class::isInstance)
                                        .anyMatch(box ->
                                                ((OriginalBytes) box)
                                                        .shown()
                                                        .record()
                                                        .contains(id))));
        assertTrue(
                Driver.call(() ->
                        panel(driver).lookupAll(".bytes-record").stream()
                                .anyMatch(node -> ((Labeled) node).getText().contains(id))));
        driver.picture("claim-history");
        driver.robot.push(KeyCode.ESCAPE);
        driver.until("closed", () -> !driver.shows("#history"));
        driver.fire("#rail-overview");
        driver.settle();
    }

    private static Parent panel(Driver driver) {
        Node scroll = driver.workstation.scene().lookup("#history");
        return (Parent) scroll;
    }
}
