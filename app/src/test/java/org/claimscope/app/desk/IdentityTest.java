package org.claimscope.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.claimscope.data.DataCore;
import org.claimscope.data.format.csv.Profile;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.Feed;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The identity page in the window: one pair is looked at, merged, taken back, and kept apart.
final class IdentityTest {
    private static final Profile PROFILE =
            Profile.parse(
                    "hand",
                    """
                    profile: hand
                    version: 1
                    tables:
                      - table: patients
                        entity: patient
                        fields: {id: id, first_name: first, last_name: last, ssn: ssn, phone: phone, birth_date: born}
                    """);
    private static final String PATIENTS =
            """
            id,first,last,ssn,phone,born
            MRN-1001,Ann,Ash,123-45-6780,555-867-5309,1962-03-04
            MRN-1002,Anne,Ash,123-45-6780,,1962-03-04
            MRN-1003,Bea,Birch,,,1970-05-06
            """;

    @TempDir Path home;

    @Test
    void aPairIsMergedTakenBackAndKeptApart() throws Exception {
        load();
        try (var driver = new Driver(home)) {
            driver.fire("#explore-sample");
            driver.until("the window", () -> driver.shows("#rail-identity"));
            driver.settle();
            driver.fire("#rail-identity");
            driver.until("the pair", () -> driver.shows("#identity-reason"));
            assertEquals(1, ((ListView<?>) driver.find("#pairs")).getItems().size());
            assertTrue(says(driver, "1 pair may be one patient · 0 merged here"));
            // Masked: the year, the last four, an initial.
            assertTrue(says(driver, "••/••/1962") && says(driver, "••••6780"));
            assertTrue(!says(driver, "Ash") && !says(driver, "1962-03-04"));
            reason(driver);
            driver.fire("#identity-full");
            driver.until("in full", () -> says(driver, "1962-03-04"));
            assertTrue(says(driver, "Ash") && says(driver, "Anne"));
            driver.picture("identity");
            reason(driver);
            driver.fire("#identity-keep");
            driver.until("merged", () -> says(driver, "no pair to decide about · 1 merged here"));
            driver.settle();
            driver.fire("#identity-back");
            driver.until(
                    "taken back", () -> says(driver, "1 pair may be one patient · 0 merged here"));
            driver.until("the pair again", () -> driver.shows("#identity-apart"));
            driver.settle();
            reason(driver);
            driver.fire("#identity-apart");
            driver.until("apart", () -> says(driver, "no pair to decide about · 0 merged here"));
        }
    }

    private static void reason(Driver driver) {
        driver.robot.interact(
                () -> ((TextField) driver.find("#identity-reason")).setText("same insurance card"));
    }

    private static boolean says(Driver driver, String words) {
        return Driver.call(() ->
                driver.workstation.scene().getRoot().lookupAll(".label").stream()
                        .anyMatch(node ->
                                node instanceof Label label && words.equals(label.getText())));
    }

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
                            new FeedList(
                                    List.of(
                                            new Feed(
                                                    "hos",
                                                    "patients",
                                                    null,
                                                    PATIENTS,
                                                    Feed.LoadType.INCREMENTAL,
                                                    false,
                                                    null,
                                                    true)),
                                    List.of(PROFILE)),
                            new FolderSource(home),
                            false,
                            Progress.NONE,
                            Cancellation.NONE);
        }
    }
}
