package org.claimscope.charts.tile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.claimscope.charts.Charts;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.export.Offscreen;
import org.claimscope.charts.export.PngWriter;
import org.claimscope.charts.export.Snapshot;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Theme;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.shape.Single;
import org.junit.jupiter.api.Test;

class FigureTileTest {
    @Test
    void itLooksLikeTheDrawingAloneInEveryThemeAndAfterAChangeOfTheme() {
        for (Single single : singles()) {
            for (Theme theme : Theme.values()) {
                ChartPalette palette = ChartPalette.of(theme);
                Offscreen.call(() -> {
                    byte[] alone = png(new ChartView(new KpiTile(single), palette), palette);
                    byte[] fresh = png(FigureTile.of(single, palette), palette);
                    FigureTile changed = FigureTile.of(single, ChartPalette.of(Theme.CONTRAST));
                    changed.setPalette(palette);
                    assertEquals(Arrays.hashCode(alone), Arrays.hashCode(fresh), theme::name);
                    assertEquals(
                            Arrays.hashCode(alone),
                            Arrays.hashCode(png(changed, palette)),
                            theme::name);
                    return true;
                });
            }
        }
    }

    @Test
    void itShowsTheNextFigureAndItsMarkCanBeChosen() {
        ChartPalette palette = ChartPalette.of(Theme.LIGHT);
        Offscreen.call(() -> {
            FigureTile tile = FigureTile.of(singles().getFirst(), palette);
            tile.show(singles().getLast());
            png(tile, palette);
            assertEquals(
                    List.of(singles().getLast().label()),
                    tile.chart().marks().getFirst().members());
            assertFalse(tile.chart().texts().isEmpty());
            return true;
        });
    }

    private static List<Single> singles() {
        List<Single> singles = new ArrayList<>();
        Charts.all()
                .forEach(entry -> {
                    if (entry.sample() instanceof KpiTile(Single single)) {
                        singles.add(single);
                    }
                });
        return singles;
    }

    private static byte[] png(Region content, ChartPalette palette) {
        StackPane page = new StackPane(content);
        Image image =
                Snapshot.image(
                        new Scene(page, KpiTile.WIDTH, KpiTile.HEIGHT, palette.color(Token.BG)), 2);
        return PngWriter.encode(image);
    }
}
