package org.claimscope.charts.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.claimscope.charts.Charts;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Theme;
import org.junit.jupiter.api.Test;

class PngWriterTest {
    @Test
    void everyPixelComesBack() {
        WritableImage image = new WritableImage(7, 5);
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 7; x++) {
                image.getPixelWriter()
                        .setArgb(x, y, 0xff000000 | (x * 37) << 16 | (y * 51) << 8 | (x * y * 5));
            }
        }
        image.getPixelWriter().setArgb(3, 3, 0);
        Image back =
                Offscreen.call(() -> new Image(new ByteArrayInputStream(PngWriter.encode(image))));
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 7; x++) {
                assertEquals(
                        image.getPixelReader().getArgb(x, y),
                        back.getPixelReader().getArgb(x, y),
                        x + "," + y);
            }
        }
    }

    @Test
    void aPictureAtDoubleScaleIsTwiceAsLargeAndSharp() {
        Image image =
                Offscreen.call(() -> {
                    Charts.Entry entry = Charts.all().getFirst();
                    ChartView view = new ChartView(entry.sample(), ChartPalette.of(Theme.LIGHT));
                    Scene scene = new Scene(new StackPane(view), entry.width(), entry.height());
                    return Snapshot.image(scene, 2);
                });
        assertEquals(1_360, image.getWidth());
        assertEquals(420, image.getHeight());
        boolean oddDiffers = false;
        for (int y = 0; y < 418 && !oddDiffers; y += 2) {
            for (int x = 0; x < 1_358; x += 2) {
                oddDiffers |=
                        image.getPixelReader().getArgb(x, y)
                                != image.getPixelReader().getArgb(x + 1, y);
            }
        }
        assertTrue(oddDiffers, "drawn at double resolution, not stretched");
    }
}
