package org.claimscope.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.claimscope.app.present.Sent;
import org.claimscope.app.widget.OriginalBytes;
import org.claimscope.app.widget.RowsTable;
import org.claimscope.data.DataCore;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The remittances page in the window, on six payments: what does not balance is found, opened
/// beside the list, and traced to its bytes.
final class RemittancesTest {
    private static final Path SIX = Path.of("../data-core/src/test/resources/six-payments");

    @TempDir Path home;

    @Test
    void whatDoesNotBalanceIsFoundAndOpenedBesideTheList() throws Exception {
        load();
        try (var driver = new Driver(home)) {
            driver.fire("#explore-sample");
            driver.until("dashboards", () -> driver.shows("#tile-charges"));
            driver.settle();
            driver.fire("#rail-remittances");
            driver.find("#remittances");
            driver.settle();
            RowsTable list = (RowsTable) driver.find("#remittances");
            assertEquals(6, list.rows().size());
            choose(driver, "Out of balance");
            assertEquals(3, list.rows().size());
            assertEquals(3, list.table().rows().size(), "what is copied is what is shown");
            choose(driver, "Unmatched");
            assertEquals(1, list.rows().size());
            driver.robot.interact(list::requestFocus);
            driver.robot.push(KeyCode.ENTER);
            driver.find("#remittance-claims");
            driver.settle();
            driver.picture("remittance-panel");
            List<String> words = words(driver);
            for (String said :
                    List.of(
                            "claims 30.00 − PLB 0.00 = 30.00",
                            "takes back 120.00 of Mar 10, 2026, trace ••••T1",
                            "No claim of this number was sent",
                            "all.835")) {
                assertTrue(words.contains(said), said + " is not in " + words);
            }
            driver.robot.interact(
                    () -> ((TextField) driver.find("#bytes-reason")).setText("a test"));
            driver.robot.interact(
                    () -> ((TextField) driver.find("#bytes-reason")).fireEvent(new ActionEvent()));
            driver.until("bytes", () -> sent(driver).record().startsWith("ST*835"));
            // Three segments before it, and what belongs to it.
            assertTrue(sent(driver).after().startsWith("BPR*"), "BPR follows ST");
            driver.picture("remittance-bytes");
            choose(driver, "All");
            driver.robot.interact(() -> ((TextField) driver.find(".small-field")).setText("t3"));
            assertEquals(1, list.rows().size());
            driver.robot.interact(list::requestFocus);
            driver.robot.interact(() -> list.getSelectionModel().selectFirst());
            driver.robot.push(KeyCode.ENTER);
            driver.until("another", () -> words(driver).contains("off by 50.00"));
            driver.picture("remittance-panel-off");
            driver.robot.push(KeyCode.ESCAPE);
            driver.until("closed", () -> !driver.shows("#remittance"));
        }
    }

    /// The six payments where the sample's workspace is.
    private void load() throws IOException {
        Files.createDirectories(home.resolve("sample/feed"));
        try (var core =
                DataCore.create(
                        home.resolve("sample/workspace"),
                        new Credentials.None(),
                        Sample.NOON,
                        "test")) {
            core.sync()
                    .run(
                            FeedList.read(SIX.resolve("feeds.yaml")),
                            new FolderSource(SIX.resolve("feed")),
                            false,
                            Progress.NONE,
                            Cancellation.NONE);
        }
    }

    private static void choose(Driver driver, String words) {
        Driver.call(() -> {
            driver.workstation.scene().getRoot().lookupAll(".choice-chip").stream()
                    .map(ToggleButton.class::cast)
                    .filter(chip -> chip.getText().equals(words))
                    .forEach(ToggleButton::fire);
            return true;
        });
    }

    private static Sent sent(Driver driver) {
        return Driver.call(() -> {
            Node box = driver.workstation.scene().lookup("#remittance");
            return ((Parent) box)
                    .lookupAll(".panel-line").stream()
                            .filter(OriginalBytes.class::isInstance)
                            .map(node -> ((OriginalBytes) node).shown())
                            .findFirst()
                            .orElseThrow();
        });
    }

    private static List<String> words(Driver driver) {
        return Driver.call(() -> {
            Node panel = driver.workstation.scene().lookup("#remittance");
            return panel == null
                    ? List.<String>of()
                    : ((Parent) panel)
                            .lookupAll(".label").stream()
                                    .map(label -> ((Label) label).getText())
                                    .toList();
        });
    }
}
