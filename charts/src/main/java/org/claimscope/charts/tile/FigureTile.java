package org.claimscope.charts.tile;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import eu.hansolo.tilesfx.skins.TileSkin;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.palette.ChartPalette;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.shape.Single;

/// One figure, judged, as a tile of a board: a TilesFX tile with our own skin, so that it stands
/// among other TilesFX tiles, and with nothing of TilesFX's look. The only class that knows
/// TilesFX.
public final class FigureTile extends Region {
    private final Tile tile;
    private final ChartView chart;

    private FigureTile(Single single, ChartPalette palette) {
        chart = new ChartView(new KpiTile(single), palette);
        tile =
                TileBuilder.create()
                        .skinType(Tile.SkinType.CUSTOM)
                        .prefSize(KpiTile.WIDTH, KpiTile.HEIGHT)
                        .animated(false)
                        .graphic(chart)
                        .build();
        // Its own skin gives the graphic a square in the middle; ours gives it the whole tile.
        tile.setSkin(new WholeTile(tile, chart));
        tile.setFocusTraversable(false);
        setPrefSize(KpiTile.WIDTH, KpiTile.HEIGHT);
        getChildren().add(tile);
        color(palette);
    }

    public static FigureTile of(Single single, ChartPalette palette) {
        return new FigureTile(single, palette);
    }

    /// The drawing inside, for listeners, selection and its rows.
    public ChartView chart() {
        return chart;
    }

    public void show(Single next) {
        chart.show(new KpiTile(next));
    }

    public void setPalette(ChartPalette palette) {
        color(palette);
        chart.setPalette(palette);
    }

    @Override
    protected void layoutChildren() {
        tile.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    /// The drawing has a card and a border of its own. The other colours are for whatever a later
    /// TilesFX draws by itself: it must not turn up dark on a light page.
    private void color(ChartPalette palette) {
        tile.setBackgroundColor(Color.TRANSPARENT);
        tile.setBorderColor(Color.TRANSPARENT);
        tile.setForegroundBaseColor(palette.color(Token.TEXT));
        tile.setBarColor(palette.color(Token.SERIES_1));
        tile.setThresholdColor(palette.color(Token.WARN));
    }

    /// A skin that is only its graphic.
    private static final class WholeTile extends TileSkin {
        WholeTile(Tile tile, ChartView chart) {
            super(tile);
            chart.prefWidthProperty().bind(getPane().widthProperty());
            chart.prefHeightProperty().bind(getPane().heightProperty());
            getPane().getChildren().setAll(chart);
        }
    }
}
