package org.claimscope.app.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/// The sheets of a document from top to bottom: whoever writes asks for room, and what finds none
/// begins on a new sheet under the same header. Lengths are points, heights count from the top.
final class PdfPages {
    static final float MARGIN = 36;

    private static final float HEADER = 44;
    private static final float FOOTER = 40;

    private final PDDocument document;
    private final Paper paper;
    final PdfFont regular;
    final PdfFont strong;
    private final List<Sheet> sheets = new ArrayList<>();
    private @Nullable PDPageContentStream out;
    private PDRectangle size;
    private Running running = new Running("", "", "", "", "", false);
    private boolean wide;
    private float y;

    /// What stands at the top and the bottom of each sheet.
    record Running(
            String title, String covers, String workspace, String of, String made, boolean phi) {}

    private record Sheet(PDPage page, Running running) {}

    PdfPages(PDDocument document, Paper paper) throws IOException {
        this.document = document;
        this.paper = paper;
        this.regular = PdfFont.load(document, "Regular");
        this.strong = PdfFont.load(document, "SemiBold");
        this.size = paper.size(false);
    }

    /// Begins a new sheet for something else.
    void begin(Running next, boolean landscape) throws IOException {
        running = next;
        wide = landscape;
        turn();
    }

    /// Begins a new sheet of the same.
    void turn() throws IOException {
        end();
        size = paper.size(wide);
        PDPage page = new PDPage(size);
        document.addPage(page);
        sheets.add(new Sheet(page, running));
        out = new PDPageContentStream(document, page);
        y = MARGIN + HEADER;
        header();
    }

    private void header() throws IOException {
        float right = width() + MARGIN;
        String place = regular.writable(running.workspace());
        float placeWide = regular.width(place, 9);
        text(place, regular, 9, Ink.SECOND, right - placeWide, MARGIN + 13);
        String title = strong.writable(running.title());
        text(
                strong.fit(title, 15, width() - placeWide - 16),
                strong,
                15,
                Ink.TEXT,
                MARGIN,
                MARGIN + 13);
        String covers = regular.writable(running.covers());
        text(regular.fit(covers, 8.5f, width()), regular, 8.5f, Ink.SECOND, MARGIN, MARGIN + 27);
        line(Ink.LINE, MARGIN, MARGIN + 34, right, MARGIN + 34);
    }

    /// Writes on a sheet again that was turned over, below its header.
    void reopen(int sheet) throws IOException {
        end();
        PDPage page = sheets.get(sheet).page();
        size = page.getMediaBox();
        out = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true);
        y = MARGIN + HEADER;
    }

    private void end() throws IOException {
        PDPageContentStream open = out;
        if (open != null) {
            open.close();
            out = null;
        }
    }

    int count() {
        return sheets.size();
    }

    /// The width between the margins.
    float width() {
        return size.getWidth() - 2 * MARGIN;
    }

    /// How wide it would be on the same paper.
    float width(boolean landscape) {
        return paper.size(landscape).getWidth() - 2 * MARGIN;
    }

    float y() {
        return y;
    }

    void down(float by) {
        y += by;
    }

    /// How much is left on this sheet.
    float left() {
        return size.getHeight() - MARGIN - FOOTER - y;
    }

    /// Turns the sheet when there is less room.
    ///
    /// @return whether it was turned
    boolean need(float height) throws IOException {
        if (height > left() && y > MARGIN + HEADER) {
            turn();
            return true;
        }
        return false;
    }

    void text(String writable, PdfFont font, float points, Ink ink, float x, float base)
            throws IOException {
        if (writable.isEmpty()) {
            return;
        }
        write(stream(), writable, font, points, ink, x, size.getHeight() - base);
    }

    private static void write(
            PDPageContentStream to,
            String words,
            PdfFont font,
            float points,
            Ink ink,
            float x,
            float up)
            throws IOException {
        to.beginText();
        to.setFont(font.font(), points);
        to.setNonStrokingColor(ink.red, ink.green, ink.blue);
        to.newLineAtOffset(x, up);
        to.showText(words);
        to.endText();
    }

    void line(Ink ink, float x1, float y1, float x2, float y2) throws IOException {
        PDPageContentStream to = stream();
        to.setStrokingColor(ink.red, ink.green, ink.blue);
        to.setLineWidth(0.5f);
        to.moveTo(x1, size.getHeight() - y1);
        to.lineTo(x2, size.getHeight() - y2);
        to.stroke();
    }

    void frame(float x, float top, float wide, float high) throws IOException {
        PDPageContentStream to = stream();
        to.setStrokingColor(Ink.LINE.red, Ink.LINE.green, Ink.LINE.blue);
        to.setLineWidth(0.5f);
        to.addRect(x, size.getHeight() - top - high, wide, high);
        to.stroke();
    }

    void shade(float x, float top, float wide, float high) throws IOException {
        PDPageContentStream to = stream();
        to.setNonStrokingColor(Ink.SHADE.red, Ink.SHADE.green, Ink.SHADE.blue);
        to.addRect(x, size.getHeight() - top - high, wide, high);
        to.fill();
    }

    void picture(ChartPrint print, float x, float top, float wide, float high) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(packed)) {
            deflating.write(print.rgb());
        }
        var image =
                new PDImageXObject(
                        document,
                        new ByteArrayInputStream(packed.toByteArray()),
                        COSName.FLATE_DECODE,
                        print.width(),
                        print.height(),
                        8,
                        PDDeviceRGB.INSTANCE);
        stream().drawImage(image, x, size.getHeight() - top - high, wide, high);
    }

    private PDPageContentStream stream() {
        if (out == null) {
            throw new IllegalStateException("no sheet was begun");
        }
        return out;
    }

    /// The footers, which say how many sheets there are.
    void finish() throws IOException {
        end();
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            try (var to =
                    new PDPageContentStream(
                            document, sheet.page(), PDPageContentStream.AppendMode.APPEND, true)) {
                footer(to, sheet, (i + 1) + "/" + sheets.size());
            }
        }
    }

    private void footer(PDPageContentStream to, Sheet sheet, String number) throws IOException {
        float across = sheet.page().getMediaBox().getWidth();
        float right = across - MARGIN;
        float line = MARGIN + 24;
        to.setStrokingColor(Ink.LINE.red, Ink.LINE.green, Ink.LINE.blue);
        to.setLineWidth(0.5f);
        to.moveTo(MARGIN, line);
        to.lineTo(right, line);
        to.stroke();
        String page = "page " + number;
        float pageWide = regular.width(page, 8);
        write(to, page, regular, 8, Ink.SECOND, right - pageWide, line - 12);
        Running of = sheet.running();
        float room = right - MARGIN - pageWide - 12;
        String conditions = regular.fit(regular.writable(of.of()), 8, room);
        if (!conditions.isEmpty()) {
            write(to, conditions, regular, 8, Ink.SECOND, MARGIN, line - 12);
        }
        String made = regular.writable(of.made());
        float madeTop = conditions.isEmpty() ? line - 12 : line - 23;
        write(to, made, regular, 8, Ink.SECOND, MARGIN, madeTop);
        if (of.phi()) {
            float wide = strong.width(PdfFile.BANNER, 8);
            write(to, PdfFile.BANNER, strong, 8, Ink.WARN, right - wide, line - 23);
        }
    }
}
