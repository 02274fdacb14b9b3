package org.claimscope.charts.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.claimscope.charts.export.Offscreen;
import org.claimscope.charts.export.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartPaletteTest {
    @Test
    void theTableHoldsTheDesignsColours() {
        ChartPalette light = ChartPalette.of(Theme.LIGHT);
        ChartPalette dark = ChartPalette.of(Theme.DARK);
        ChartPalette contrast = ChartPalette.of(Theme.CONTRAST);
        assertEquals(Color.web("#17212B"), light.color(Token.TEXT));
        assertEquals(Color.web("#3A7CC4"), light.color(Token.SERIES_1));
        assertEquals(Color.web("#184A86"), light.color(light.sequential(7)));
        assertEquals(Color.web("#FF7A6E"), dark.color(Token.RISK));
        assertEquals(Color.web("#7B8B9A"), dark.color(dark.series(9)));
        assertEquals(Color.web("#5FD3BC"), dark.color(dark.diverging(8)));
        assertEquals(Color.web("#000000"), contrast.color(Token.SURFACE));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void controlsAndCanvasSeeTheSameColours(Theme theme) {
        ChartPalette palette = ChartPalette.of(theme);
        for (Token token :
                List.of(
                        Token.SURFACE,
                        Token.RISK,
                        Token.SERIES_6,
                        Token.DIVERGING_3,
                        Token.ON_SEQUENTIAL_LOW)) {
            Image image =
                    Offscreen.call(() -> {
                        Region region = new Region();
                        region.setStyle("-fx-background-color: " + token.css());
                        Scene scene = new Scene(new StackPane(region), 8, 8);
                        scene.getStylesheets().add(theme.stylesheet());
                        return Snapshot.image(scene, 1);
                    });
            assertEquals(palette.color(token), image.getPixelReader().getColor(4, 4), token.css());
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textStandsOutFromEverySurfaceItIsUsedOn(Theme theme) {
        ChartPalette palette = ChartPalette.of(theme);
        for (Token text :
                List.of(
                        Token.TEXT,
                        Token.TEXT_2,
                        Token.TEXT_3,
                        Token.ACCENT,
                        Token.RISK,
                        Token.WARN,
                        Token.OK)) {
            for (Token surface :
                    List.of(Token.SURFACE, Token.BG, Token.SUB, Token.RAIL, Token.TARGET_BAND)) {
                double ratio = contrast(palette.color(text), palette.color(surface));
                assertTrue(ratio >= 4.5, theme + " " + text + " on " + surface + " is " + ratio);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void numbersStandOutFromEveryCellColour(Theme theme) {
        ChartPalette palette = ChartPalette.of(theme);
        for (int step = 1; step <= ChartPalette.STEPS; step++) {
            double ratio =
                    contrast(
                            palette.color(palette.onSequential(step)),
                            palette.color(palette.sequential(step)));
            assertTrue(ratio >= 4.5, theme + " step " + step + " is " + ratio);
        }
    }

    private static double contrast(Color a, Color b) {
        double one = luminance(a) + 0.05;
        double two = luminance(b) + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
