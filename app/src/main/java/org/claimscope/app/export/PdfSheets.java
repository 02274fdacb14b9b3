package org.claimscope.app.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// The sheets of a PDF as pictures, drawn when they are looked at: for a preview, and for a
/// printer.
///
/// @param count how many sheets there are
/// @param wide whether the first one lies on its side
public record PdfSheets(byte[] pdf, int count, boolean wide) {
    private static final float POINTS = 72;

    public static PdfSheets of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var box = document.getPage(0).getMediaBox();
            return new PdfSheets(
                    pdf, document.getNumberOfPages(), box.getWidth() > box.getHeight());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One sheet; takes a moment, on any thread.
    ///
    /// @param sheet from 0
    /// @param dotsPerInch how sharp
    public Image picture(int sheet, float dotsPerInch) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage drawn =
                    new PDFRenderer(document)
                            .renderImage(sheet, dotsPerInch / POINTS, ImageType.RGB);
            int width = drawn.getWidth();
            int height = drawn.getHeight();
            int[] pixels = drawn.getRGB(0, 0, width, height, null, 0, width);
            var image = new WritableImage(width, height);
            image.getPixelWriter()
                    .setPixels(
                            0,
                            0,
                            width,
                            height,
                            PixelFormat.getIntArgbInstance(),
                            pixels,
                            0,
                            width);
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
