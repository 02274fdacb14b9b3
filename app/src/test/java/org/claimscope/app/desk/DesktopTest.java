package org.claimscope.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.Shell;
import org.claimscope.app.widget.RowsTable;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.tile.KpiTile;
import org.claimscope.data.cache.QuarantineItem;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.model.Entity;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.query.MetricQuery;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a reader does, from the start page on.
final class DesktopTest {
    /// A window that hangs. The figure itself is printed: how long it may be is for a machine that
    /// does nothing else, not for a test.
    private static final long STILL_MILLIS = 5_000;

    @TempDir Path home;

    @Test
    void theFirstHourWithTheSample() throws Exception {
        Sample.make(home, 60);
        Place behind;
        try (var driver = new Driver(home)) {
            driver.fire("#explore-sample");
            driver.until("dashboards", () -> driver.shows("#tile-charges"));
            driver.settle();
            everyPageOpens(driver);
            filtersHoldAndCanBeUndone(driver);
            aPageThatRefusesAFilterGoesOnWithoutIt(driver);
            numbersDrillToTheirRows(driver);
            ExportSteps.thePageInFrontIsExported(driver, home);
            ExportSteps.thePageIsShownAsItWouldBePrinted(driver, home);
            ExportSteps.aPackIsMadeBesideTheWindow(driver, home);
            ReconciliationSteps.totalsThatDifferLeadToTheirClaims(driver);
            HistorySteps.thePastOfAClaimLeadsToItsBytes(driver);
            questionsAreAnswered(driver);
            identifiersNeedAReason(driver);
            BoardSteps.aBoardIsMadeItsOwner(driver, home);
            liveEventsMoveTheTiles(driver);
            aSlowQueryCanBeCancelled(driver);
            theLockGivesTheSamePlaceBack(driver);
            driver.shell();
            behind = new Place(PageId.DENIALS, "", "Denials");
            Driver.call(() -> {
                driver.workstation.shell().orElseThrow().open(behind);
                return true;
            });
            driver.settle();
        }
        // Not closed by the reader: the program starts again where it was.
        try (var driver = new Driver(home)) {
            driver.until("restored", () -> driver.shows("#tile-denied_amount"));
        }
    }

    private static void everyPageOpens(Driver driver) {
        driver.longestPauseMillis();
        for (PageId page : PageId.values()) {
            if (page.group() == PageId.Group.NONE) {
                continue;
            }
            driver.fire("#rail-" + page.id());
            driver.settle();
            assertFalse(
                    driver.shows(".empty-state .small-button"), page + " says something is wrong");
        }
        long pause = driver.longestPauseMillis();
        System.out.println("opening every page: longest pause of the window " + pause + " ms");
        assertTrue(pause < STILL_MILLIS, "the window stood still for " + pause + " ms");
        driver.fire("#rail-overview");
        driver.settle();
    }

    private static KpiTile tile(Driver driver, String measure) {
        return (KpiTile) ((ChartView) driver.find("#tile-" + measure)).chart();
    }

    private static void filtersHoldAndCanBeUndone(Driver driver) {
        KpiTile before = tile(driver, "charges");
        driver.robot.interact(
                () -> ((javafx.scene.control.Button) driver.find("#filter-period")).fire());
        driver.robot.push(KeyCode.DOWN);
        driver.robot.push(KeyCode.ENTER);
        driver.settle();
        Filters.Period chosen =
                Driver.call(() -> driver.workstation.shell().orElseThrow().filters()).period();
        assertEquals("May 2025", chosen.words());
        assertNotEquals(before, tile(driver, "charges"));
        driver.robot.push(KeyCode.CONTROL, KeyCode.Z);
        driver.settle();
        assertEquals(before, tile(driver, "charges"));
    }

    /// The ledger has no status of claims.
    private static void aPageThatRefusesAFilterGoesOnWithoutIt(Driver driver) {
        driver.robot.interact(
                () -> driver.shell().narrow(Filters.Cut.of("claim_status", "Denied", "Denied")));
        driver.fire("#rail-overview");
        driver.until("refused", () -> driver.shows("#without-filters"));
        driver.fire("#without-filters");
        driver.until("figures", () -> driver.shows("#tile-charges"));
        driver.settle();
        assertEquals(List.of(), Driver.call(() -> driver.shell().filters().crossFilters()));
    }

    private static void numbersDrillToTheirRows(Driver driver) {
        ChartView tile = (ChartView) driver.find("#tile-payments");
        driver.robot.interact(tile::requestFocus);
        driver.robot.push(KeyCode.RIGHT);
        driver.robot.push(KeyCode.ENTER);
        driver.settle();
        Label sum = (Label) driver.find("#drill-sum");
        assertTrue(sum.getText().contains("rows · add up to $"), sum.getText());
        String exact = tile.marks().getFirst().exact();
        String amount =
                exact.substring(exact.indexOf('$'), exact.indexOf('.', exact.indexOf('$')) + 3);
        assertTrue(sum.getText().endsWith(amount), sum.getText() + " is not " + amount);
        RowsTable rows = (RowsTable) driver.find("#drill-rows");
        assertFalse(rows.rows().isEmpty());
        driver.robot.push(KeyCode.ESCAPE);
        driver.until("panel closed", () -> !driver.shows("#drill-rows"));
    }

    private static void questionsAreAnswered(Driver driver) {
        driver.fire("#rail-ask");
        driver.settle();
        ask(driver, "charges last month");
        assertTrue(answer(driver).contains("$"), answer(driver));
        ask(driver, "denial rate by payer last quarter vs the quarter before");
        assertFalse(answer(driver).isBlank());
        ask(driver, "show me the SSN of every patient");
        assertFalse(answer(driver).contains("$"), answer(driver));
        Shell shell = driver.shell();
        Driver.call(() -> {
            shell.open(Place.ask("payments last month"));
            return true;
        });
        driver.settle();
        assertTrue(
                Driver.call(() -> driver.workstation.scene().getRoot().lookupAll("#answer").size())
                        >= 4,
                "the conversation went on");
        ask(driver, "flurbish by quonk");
        assertTrue(answer(driver).contains("flurbish"), answer(driver));
    }

    private static void ask(Driver driver, String question) {
        TextField field = (TextField) driver.find("#question");
        driver.robot.interact(() -> {
            field.requestFocus();
            field.setText(question);
        });
        driver.robot.push(KeyCode.ENTER);
        driver.settle();
    }

    private static String answer(Driver driver) {
        return ((Label) driver.find("#answer")).getText();
    }

    private static void identifiersNeedAReason(Driver driver) {
        Shell shell = driver.shell();
        String key =
                Driver.call(() -> {
                    try (var frame =
                            shell.core()
                                    .query()
                                    .rows(
                                            MetricQuery.of("claim_count"),
                                            false,
                                            org.claimscope.data.query.RowOrder.NEWEST,
                                            1)) {
                        return String.valueOf(frame.text("row_patient_key", 0));
                    }
                });
        Driver.call(() -> {
            shell.open(Place.patient(key));
            return true;
        });
        driver.settle();
        Label name = (Label) driver.find(".page-title");
        assertTrue(name.getText().contains("••••"), name.getText());
        driver.fire("#reveal");
        driver.robot.interact(() ->
                ((TextField) driver.find("#reveal-reason")).setText("callback about a balance"));
        driver.robot.push(KeyCode.ENTER);
        driver.settle();
        assertFalse(((Label) driver.find(".page-title")).getText().contains("••••"));
        Driver.call(() -> {
            shell.copy("rows", "secret\t1");
            return true;
        });
        assertEquals("secret\t1", Driver.call(() -> Clipboard.getSystemClipboard().getString()));
        driver.fire("#rail-overview");
        driver.settle();
    }

    private static void liveEventsMoveTheTiles(Driver driver) {
        Shell shell = driver.shell();
        Driver.call(() -> {
            shell.live().orElseThrow().start(20);
            return true;
        });
        // On a slow machine one event follows the other, and nothing ever settles.
        driver.until("an event on the screen", () -> !shell.delay().take().isEmpty());
        KpiTile before = tile(driver, "charges");
        driver.until("a live event on a tile", () -> !before.equals(tile(driver, "charges")));
        Driver.call(() -> {
            shell.live().orElseThrow().start(0);
            return true;
        });
        // The delivery that is under way comes to its end, and to the page.
        Workspace workspace = shell.core().workspace();
        var seen = new AtomicLong(-1);
        driver.until(
                "the sender rests",
                () -> {
                    driver.settle();
                    long version = workspace.version();
                    boolean same = seen.getAndSet(version) == version;
                    sleep(same ? 0 : 1_000);
                    return same;
                });
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The engine is kept busy with a statement that would take hours; a page that waits behind it
    /// is given up by the reader, says so, and is there at once when it is asked for again.
    private static void aSlowQueryCanBeCancelled(Driver driver) throws Exception {
        // As many as are asked at once; the page has to wait for one of them.
        int lanes = Math.max(2, Runtime.getRuntime().availableProcessors());
        List<HeldCancellation> busy = Stream.generate(HeldCancellation::new).limit(lanes).toList();
        Workspace workspace = driver.shell().core().workspace();
        List<Thread> slow = busy.stream().map(held -> slowly(workspace, held)).toList();
        driver.until("the engine is busy", () -> busy.stream().allMatch(HeldCancellation::watched));
        driver.fire("#rail-denials");
        driver.until(
                "a cancel button",
                () -> Driver.call(() -> driver.find("#cancel-jobs").isVisible()));
        driver.fire("#cancel-jobs");
        driver.until("the page says so", () -> driver.shows(".empty-state .small-button"));
        busy.forEach(HeldCancellation::cancel);
        for (Thread thread : slow) {
            thread.join();
        }
        driver.settle();
        driver.fire(".empty-state .small-button");
        driver.until("asked again", () -> driver.shows("#tile-denied_amount"));
        driver.settle();
    }

    private static Thread slowly(Workspace workspace, Cancellation held) {
        var endless =
                DSL.using(SQLDialect.DUCKDB)
                        .resultQuery(
                                "select count(*) from transaction a, transaction b, transaction c, transaction d where a.id || b.id || c.id || d.id like '%zz%'");
        return Thread.ofPlatform()
                .start(() ->
                        assertThrows(
                                CancellationException.class,
                                () ->
                                        workspace.query(
                                                EnumSet.of(Entity.TRANSACTION),
                                                endless,
                                                held,
                                                rows -> rows.loadNextBatch())));
    }

    /// Cancelled by the test.
    private static final class HeldCancellation implements Cancellation {
        private final AtomicReference<Runnable> stop = new AtomicReference<>();
        private volatile boolean cancelled;

        boolean watched() {
            return stop.get() != null;
        }

        void cancel() {
            cancelled = true;
            stop.get().run();
        }

        @Override
        public boolean requested() {
            return cancelled;
        }

        @Override
        public Watch whenRequested(Runnable stopping) {
            stop.set(stopping);
            return () -> {};
        }
    }

    private static void theLockGivesTheSamePlaceBack(Driver driver) {
        driver.fire("#rail-receivables");
        driver.settle();
        assertTrue(driver.shows("#tile-ar_over_90_pct"));
        Shell before = driver.shell();
        driver.robot.push(KeyCode.CONTROL, KeyCode.L);
        driver.until("locked", () -> driver.shows("#unlock"));
        assertEquals(Optional.empty(), Driver.call(driver.workstation::shell));
        assertNotEquals("secret\t1", Driver.call(() -> Clipboard.getSystemClipboard().getString()));
        driver.until("closed", () -> Driver.call(() -> !driver.find("#unlock").isDisabled()));
        assertEquals(0, before.core().workspace().arrowBytes());
        driver.fire("#unlock");
        driver.until("back", () -> driver.shows("#tile-ar_over_90_pct"));
        driver.settle();
    }

    /// Two claims: 80.00 of 100.00 paid, 20.00 contractual; 50.00 denied for a missing
    /// authorization.
    private static final String REMITTANCE =
            """
            ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *250610*0900*^*00501*000000001*0*P*:~
            GS*HP*PAYER*CLINIC*20250610*0900*1*X*005010X221A1~
            ST*835*0001~
            BPR*I*80*C*ACH*CCP*01*011000015*DA*1*1511000015**01*011000015*DA*2*20250610~
            TRN*1*TRACE77*1511000015~
            DTM*405*20250609~
            N1*PR*HERON MUTUAL~
            N1*PE*CLINIC*XX*1234567893~
            LX*1~
            CLP*CLAIM1*1*100*80**12*PC1*11*1~
            SVC*HC:99213*100*80**1~
            DTM*472*20250602~
            CAS*CO*45*20~
            CLP*CLAIM2*4*50*0**12*PC2*11*1~
            SVC*HC:97110*50*0**1~
            DTM*472*20250603~
            CAS*CO*197*50~
            SE*16*0001~
            GE*1*1~
            IEA*1*000000001~
            """
                    .replace("\n", "");

    @Test
    void aRemittanceIsImportedAsWhatItIs() throws Exception {
        // The name says nothing of what it is.
        Path file = Files.writeString(home.resolve("june [1].dat"), REMITTANCE);
        try (var driver = new Driver(home)) {
            newWorkspace(driver, home.resolve("mine"));
            driver.files.next = List.of(file);
            driver.fire("#import-choose");
            driver.until("its content is shown", () -> shows(driver, "Remittance claims, paid"));
            driver.settle();
            driver.picture("import-835");
            assertTrue(shows(driver, "x12"), "the format is told");
            driver.robot.interact(
                    () -> ((TextField) driver.find("#import-source")).setText("mine"));
            driver.fire("#import-go");
            driver.until("imported", () -> words(driver).startsWith("Loaded"));
            assertTrue(words(driver).endsWith("0 to quarantine."), words(driver));
            driver.settle();
            driver.picture("import-835-done");
            try (var frame =
                    driver.shell()
                            .core()
                            .query()
                            .run(MetricQuery.of("payments", "adjustments", "denied_amount"))) {
                assertEquals(0, frame.number("payments", 0).compareTo(new BigDecimal("80.00")));
                assertEquals(0, frame.number("adjustments", 0).compareTo(new BigDecimal("20.00")));
                assertEquals(
                        0, frame.number("denied_amount", 0).compareTo(new BigDecimal("50.00")));
            }
            try (var frame =
                    driver.shell()
                            .core()
                            .query()
                            .run(MetricQuery.of("denied_amount").by(Dimension.PAYER))) {
                assertEquals(1, frame.rowCount());
                assertEquals("HERON MUTUAL", frame.text("payer", 0));
            }
            driver.fire("#rail-denials");
            driver.settle();
            driver.picture("denials-835");
        }
    }

    @Test
    void heldRecordsAreDecidedAboutTogether() throws Exception {
        Path folder = Files.createDirectories(home.resolve("extracts"));
        Files.writeString(
                folder.resolve("charges_export.csv"),
                """
                transaction_id,encounter_id,service_date,posted_date,billed
                T1,E1,2025-05-02,2025-05-03,100.00
                T2,E2,someday,2025-05-05,80.00
                T3,E3,someday,2025-05-05,70.00
                T4,E4,2025-05-06,2025-05-07,much
                T5,E5,someday,2025-05-09,60.00
                """);
        try (var driver = new Driver(home)) {
            newWorkspace(driver, home.resolve("mine"));
            driver.files.next = List.of(folder.resolve("charges_export.csv"));
            driver.fire("#import-choose");
            driver.until("files are known", () -> driver.shows("#files"));
            driver.settle();
            driver.robot.interact(
                    () -> ((TextField) driver.find("#import-source")).setText("mine"));
            driver.fire("#import-go");
            driver.until("imported", () -> words(driver).startsWith("Loaded"));
            driver.fire("#rail-feeds");
            driver.settle();
            driver.until("held records", () -> driver.shows("#held"));
            driver.fire("#alike");
            driver.settle();
            driver.picture("quarantine-many");
            driver.robot.interact(() ->
                    ((TextField) driver.find("#discard-reason"))
                            .setText("the sender sends them again"));
            driver.fire("#discard");
            var desk = driver.shell().core().workspace().quarantine();
            driver.until("three of four are discarded", () -> desk.open() == 1);
            driver.settle();
            driver.picture("quarantine-one");
            for (var item : desk.list(QuarantineItem.Status.DISCARDED, 10)) {
                assertEquals("the sender sends them again", item.note());
                assertEquals("NOT_A_DATE", item.reason());
            }
        }
    }

    private static String words(Driver driver) {
        return Driver.call(() -> ((Label) driver.find("#import-words")).getText());
    }

    private static boolean shows(Driver driver, String text) {
        return Driver.call(() ->
                driver.workstation.scene().getRoot().lookupAll(".table-cell").stream()
                        .anyMatch(cell -> text.equals(((Labeled) cell).getText())));
    }

    private static void newWorkspace(Driver driver, Path workspace) {
        driver.files.next = List.of(workspace);
        driver.fire("#import-files");
        driver.until("asked for a passphrase", () -> driver.shows("#passphrase"));
        driver.robot.interact(() ->
                driver.workstation.scene().getRoot().lookupAll(".password-field").stream()
                        .map(TextField.class::cast)
                        .forEach(f -> f.setText("a long enough passphrase")));
        driver.fire("#unlock");
        driver.until("import page", () -> driver.shows("#import-source"));
        driver.settle();
    }

    @Test
    void ownFilesBecomeAnEncryptedWorkspace() throws Exception {
        Path folder = Files.createDirectories(home.resolve("extracts"));
        Files.writeString(
                folder.resolve("charges_export.csv"),
                """
                Transaction_ID;Patient_ID;Billed;Paid;Service_Date;Posted_Date
                T1;P1;100.00;0;2025-06-02;2025-06-03
                T2;P1;250.50;80.25;2025-06-05;2025-06-06
                T3;P2;oops;0;2025-06-07;2025-06-08
                """);
        Path workspace = home.resolve("mine");
        try (var driver = new Driver(home)) {
            newWorkspace(driver, workspace);
            driver.files.next = List.of(folder.resolve("charges_export.csv"));
            driver.fire("#import-choose");
            driver.until("files are known", () -> driver.shows("#files"));
            driver.settle();
            driver.robot.interact(
                    () -> ((TextField) driver.find("#import-source")).setText("mine"));
            driver.fire("#import-go");
            driver.until(
                    "imported",
                    () ->
                            Driver.call(() ->
                                            ((Label)
                                                            driver.workstation
                                                                    .scene()
                                                                    .lookup("#import-words"))
                                                    .getText())
                                    .startsWith("Loaded"));
            assertEquals(
                    "Loaded 2 rows, 1 to quarantine.",
                    ((Label) driver.find("#import-words")).getText());
            driver.settle();
            driver.fire("#rail-overview");
            driver.until("dashboards", () -> driver.shows("#tile-charges"));
            assertTrue(
                    ((ChartView) driver.find("#tile-charges"))
                            .marks()
                            .getFirst()
                            .exact()
                            .contains("$350.50"));
        }
    }
}
