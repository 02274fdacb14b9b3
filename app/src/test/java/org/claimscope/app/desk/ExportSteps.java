package org.claimscope.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import javafx.print.Printer;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.format.Figures;
import org.claimscope.charts.tile.KpiTile;

/// The page in front as a file, by the palette and by its key.
final class ExportSteps {
    private ExportSteps() {}

    static void thePageInFrontIsExported(Driver driver, Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("exported"));
        driver.files.next = List.of(folder);
        driver.robot.push(KeyCode.CONTROL, KeyCode.K);
        TextField words = (TextField) driver.find(".palette-text");
        driver.robot.interact(() -> words.setText("Export page as PDF"));
        driver.robot.push(KeyCode.ENTER);
        Path pdf = folder.resolve("overview-jun-2025.pdf");
        driver.until("a PDF", () -> says(driver, "Saved " + pdf));
        KpiTile tile = (KpiTile) ((ChartView) driver.find("#tile-charges")).chart();
        var value = tile.single().value();
        assertTrue(value != null, "the sample has charges");
        try (var document = Loader.loadPDF(pdf.toFile())) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains(Figures.brief(tile.single().unit(), value)), text);
            assertTrue(text.contains("page 1/" + document.getNumberOfPages()), text);
            assertTrue(text.contains("Period Jun 2025 · Compared with May 2025"), text);
            assertTrue(text.contains("All payers"), text);
        }
        driver.robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        Path book = folder.resolve("overview-jun-2025.xlsx");
        driver.until("a workbook", () -> says(driver, "Saved " + book));
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count(), "nothing lies beside the files that were asked for");
        }
        // A folder that is not there: the reader is told, and nothing breaks.
        driver.files.next = List.of(folder.resolve("gone"));
        driver.robot.push(KeyCode.CONTROL, KeyCode.E);
        driver.until("told", () -> says(driver, "Cannot write"));
    }

    /// Ctrl+P shows the sheets. The machine of a test has no printer, which is told in words, and
    /// the sheets can be saved instead.
    static void thePageIsShownAsItWouldBePrinted(Driver driver, Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("printed"));
        driver.files.next = List.of(folder);
        driver.robot.push(KeyCode.CONTROL, KeyCode.P);
        driver.find("#print-preview");
        ImageView sheet = (ImageView) driver.find(".print-sheet");
        driver.until("a sheet", () -> Driver.call(() -> sheet.getImage() != null));
        var image = Driver.call(sheet::getImage);
        // A4 or Letter, upright: higher than wide; and something is on it.
        assertTrue(image.getHeight() > image.getWidth());
        var colours = new HashSet<Integer>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                colours.add(image.getPixelReader().getArgb(x, y));
            }
        }
        assertTrue(colours.contains(0xFFFFFFFF), "white paper");
        assertTrue(colours.size() > 20, "letters and lines");
        driver.robot.push(KeyCode.PAGE_DOWN);
        driver.until("the second sheet", () -> says(driver, "page 2/"));
        if (Driver.call(Printer::getDefaultPrinter) == null) {
            driver.fire("#print-now");
            driver.until("told", () -> says(driver, "This computer has no printer"));
        } else {
            System.out.println("not tried: printing without a printer, this machine has one");
        }
        driver.fire("#print-save");
        driver.until("saved", () -> Files.exists(folder.resolve("overview-jun-2025.pdf")));
        driver.robot.push(KeyCode.ESCAPE);
        driver.until("closed", () -> !driver.shows("#print-preview"));
        driver.settle();
    }

    /// The pages of a pack are opened beside the window, under its filters; each begins on the
    /// sheet that the cover names.
    static void aPackIsMadeBesideTheWindow(Driver driver, Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("packs"));
        driver.files.next = List.of(folder);
        var before = Driver.call(() -> driver.workstation.shell().orElseThrow().place());
        driver.robot.push(KeyCode.CONTROL, KeyCode.K);
        TextField words = (TextField) driver.find(".palette-text");
        driver.robot.interact(() -> words.setText("Report pack: Operational"));
        driver.robot.push(KeyCode.ENTER);
        Path pdf = folder.resolve("operational-pack-jun-2025.pdf");
        driver.until("a pack", () -> says(driver, "Saved " + pdf));
        assertEquals(before, Driver.call(() -> driver.workstation.shell().orElseThrow().place()));
        try (var document = Loader.loadPDF(pdf.toFile())) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setEndPage(1);
            String cover = stripper.getText(document);
            for (String page : List.of("Operations", "Receivables", "Denials", "Provider")) {
                var entry = Pattern.compile("(?m)^" + page + " (\\d+)$").matcher(cover);
                assertTrue(entry.find(), page + " is not in " + cover);
                int at = Integer.parseInt(entry.group(1));
                stripper.setStartPage(at);
                stripper.setEndPage(at);
                assertTrue(stripper.getText(document).startsWith(page), page + " on sheet " + at);
            }
        }
    }

    private static boolean says(Driver driver, String words) {
        return Driver.call(() ->
                driver.workstation.scene().getRoot().lookupAll(".label").stream()
                        .anyMatch(node ->
                                node instanceof Labeled label
                                        && label.getText() != null
                                        && label.getText().contains(words)));
    }
}
