package org.claimscope.app.shell;

import java.util.function.Consumer;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import org.claimscope.app.export.PdfSheets;
import org.claimscope.app.task.Tasks;
import org.jspecify.annotations.Nullable;

/// Hands sheets to a printer of this computer, if it has one. Call on the JavaFX thread.
final class Printing {
    private static final float DOTS = 200;
    static final String NO_PRINTER =
            "This computer has no printer. Save the page as a PDF instead.";

    private Printing() {}

    /// Asks which printer, then prints in the background.
    ///
    /// @param told what became of it
    static void print(Scene scene, PdfSheets sheets, Tasks tasks, Consumer<String> told) {
        @Nullable PrinterJob job =
                Printer.getDefaultPrinter() == null ? null : PrinterJob.createPrinterJob();
        if (job == null) {
            told.accept(NO_PRINTER);
            return;
        }
        if (!job.showPrintDialog(scene.getWindow())) {
            told.accept("Not printed");
            return;
        }
        PageLayout layout =
                job.getPrinter()
                        .createPageLayout(
                                job.getJobSettings().getPageLayout().getPaper(),
                                sheets.wide()
                                        ? PageOrientation.LANDSCAPE
                                        : PageOrientation.PORTRAIT,
                                Printer.MarginType.HARDWARE_MINIMUM);
        tasks.run(
                "print",
                "Printing",
                (work, progress) -> {
                    for (int i = 0; i < sheets.count(); i++) {
                        progress.at("Printing", i, sheets.count());
                        ImageView sheet = new ImageView(sheets.picture(i, DOTS));
                        sheet.setPreserveRatio(true);
                        sheet.setFitWidth(layout.getPrintableWidth());
                        sheet.setFitHeight(layout.getPrintableHeight());
                        if (work.requested() || !job.printPage(layout, sheet)) {
                            job.cancelJob();
                            return false;
                        }
                    }
                    return job.endJob();
                },
                done -> told.accept(done ? "Printed" : "The printer refused the job"),
                e -> told.accept(String.valueOf(e.getMessage())));
    }
}
