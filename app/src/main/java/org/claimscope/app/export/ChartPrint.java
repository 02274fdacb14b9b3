package org.claimscope.app.export;

import java.nio.ByteBuffer;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.claimscope.charts.chart.Chart;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.chart.RankedBars;
import org.claimscope.charts.chart.SplitBar;
import org.claimscope.charts.chart.Timeline;
import org.claimscope.charts.export.Offscreen;
import org.claimscope.charts.export.Snapshot;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Theme;

/// A chart as it stands on paper: in the light theme whatever the window's, twice as sharp as on
/// screen.
///
/// @param rgb three bytes for each pixel, row by row
record ChartPrint(int width, int height, byte[] rgb) {
    private static final int SHARP = 2;
    private static final double USUAL = 232;
    private static final double EDGE = 8;

    /// Draws it on the JavaFX thread and waits; not to be called there.
    static ChartPrint of(Chart chart, double width, double height) {
        return Offscreen.call(() -> {
            var view = new ChartView(chart, ChartPalette.of(Theme.LIGHT));
            var sheet = new StackPane(view);
            sheet.setPadding(new Insets(4, EDGE, 4, EDGE));
            sheet.setBackground(Background.fill(Color.WHITE));
            var scene = new Scene(sheet, width, height, Color.WHITE);
            return of(Snapshot.image(scene, SHARP));
        });
    }

    /// How high a chart should be, in pixels: bars and rows need as much as there are of them.
    static double height(Chart chart) {
        int rows = chart.twin().rows().size();
        return switch (chart) {
            case SplitBar _ -> 76;
            case Timeline _ -> 110;
            case RankedBars _ -> Math.clamp(rows * 22L + 16, 60, 460);
            default -> USUAL;
        };
    }

    private static ChartPrint of(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        PixelReader pixels = image.getPixelReader();
        byte[] bgra = new byte[width * height * 4];
        pixels.getPixels(
                0,
                0,
                width,
                height,
                PixelFormat.getByteBgraInstance(),
                ByteBuffer.wrap(bgra),
                width * 4);
        byte[] rgb = new byte[width * height * 3];
        for (int from = 0, to = 0; from < bgra.length; from += 4, to += 3) {
            rgb[to] = bgra[from + 2];
            rgb[to + 1] = bgra[from + 1];
            rgb[to + 2] = bgra[from];
        }
        return new ChartPrint(width, height, rgb);
    }
}
