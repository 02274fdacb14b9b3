package org.claimscope.app.shell;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import org.claimscope.app.export.Pack;
import org.claimscope.app.export.PageBook;
import org.claimscope.app.export.PageContent;
import org.claimscope.app.export.Paper;
import org.claimscope.app.export.PdfFile;
import org.claimscope.app.export.PdfSheets;
import org.claimscope.app.present.Filters;
import org.claimscope.app.present.Place;
import org.claimscope.charts.palette.Theme;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be made of the page in front: a PDF, a workbook. It is read at once, so the file holds
/// what the reader saw when they asked; it is written in the background.
final class Exports {
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    private static final float DOTS = 96;

    private final Shell shell;

    Exports(Shell shell) {
        this.shell = shell;
    }

    void pdf() {
        save(".pdf", page -> PdfFile.bytes(page, Paper.of(Locale.getDefault())));
    }

    void xlsx() {
        save(".xlsx", PageBook::xlsx);
    }

    private void save(String extension, Function<PageContent, byte[]> made) {
        shell.content()
                .ifPresentOrElse(
                        page -> shell.save(page.fileName() + extension, () -> made.apply(page)),
                        () -> shell.tell("This page has nothing to export yet"));
    }

    /// The pages of a pack under the window's filters, opened offstage: the reader stays where they
    /// are.
    void pack(Pack pack) {
        PageContent front = shell.content().orElse(null);
        String name = front == null ? pack.fileName(List.of()) : pack.fileName(List.of(front));
        Filters filters = shell.filters();
        shell.save(
                name + ".pdf",
                () -> {
                    try (var stage =
                            new Offstage(
                                    shell.core(),
                                    shell.features(),
                                    shell.user(),
                                    Theme.LIGHT,
                                    WIDTH,
                                    HEIGHT,
                                    Place.of(pack.pages().getFirst()),
                                    begun -> filters)) {
                        return PdfFile.bytes(
                                pack.title(),
                                stage.contents(pack.pages().stream().map(Place::of).toList()),
                                Paper.of(Locale.getDefault()));
                    }
                });
    }

    /// A preview of the sheets, from which they are printed or saved.
    void print() {
        shell.content()
                .ifPresentOrElse(
                        page ->
                                shell.tasks()
                                        .run(
                                                "print preview",
                                                "Preparing the print",
                                                (job, progress) -> {
                                                    byte[] pdf =
                                                            PdfFile.bytes(
                                                                    page,
                                                                    Paper.of(Locale.getDefault()));
                                                    return new Made(page, pdf, PdfSheets.of(pdf));
                                                },
                                                this::preview,
                                                e -> shell.tell(String.valueOf(e.getMessage()))),
                        () -> shell.tell("This page has nothing to print yet"));
    }

    /// A page made ready to be printed.
    private record Made(PageContent page, byte[] pdf, PdfSheets sheets) {}

    private void preview(Made made) {
        shell.over(
                new PrintPreview(
                        made.sheets(),
                        new PrintPreview.Acts() {
                            @Override
                            public void draw(int sheet, Consumer<Image> shown) {
                                shell.tasks()
                                        .run(
                                                "print sheet",
                                                "Drawing a sheet",
                                                (job, progress) ->
                                                        made.sheets().picture(sheet, DOTS),
                                                shown,
                                                e -> shell.tell(String.valueOf(e.getMessage())));
                            }

                            @Override
                            public void print(Consumer<String> told) {
                                shell.audited("print", made.page().fileName());
                                Printing.print(
                                        shell.getScene(), made.sheets(), shell.tasks(), told);
                            }

                            @Override
                            public void save() {
                                shell.save(made.page().fileName() + ".pdf", made::pdf);
                            }

                            @Override
                            public void close() {
                                shell.uncover();
                            }
                        }));
    }

    /// The button at the end of the tabs.
    MenuButton menu() {
        MenuItem pdf = new MenuItem("Page as PDF");
        pdf.setId("export-pdf");
        pdf.setOnAction(click -> pdf());
        MenuItem print = new MenuItem("Print …");
        print.setId("print-page");
        print.setOnAction(click -> print());
        MenuItem xlsx = new MenuItem("Page as Excel workbook");
        xlsx.setId("export-xlsx");
        xlsx.setOnAction(click -> xlsx());
        MenuButton menu = new MenuButton("", new FontIcon("fth-download"), pdf, xlsx, print);
        menu.setId("export-page");
        menu.getStyleClass().add("export-menu");
        menu.setAccessibleText("Export this page");
        menu.setTooltip(new Tooltip("Export this page (Ctrl+E: PDF, Ctrl+Shift+E: Excel)"));
        return menu;
    }
}
