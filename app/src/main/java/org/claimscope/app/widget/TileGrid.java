package org.claimscope.app.widget;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.claimscope.app.present.Drill;
import org.claimscope.charts.chart.ChartView;
import org.claimscope.charts.tile.FigureTile;
import org.claimscope.charts.tile.KpiTile;

/// The KPI tiles of a page in rows of five, four or fewer, as the window allows; all tiles are
/// equally wide and no narrower than their four lines need.
public final class TileGrid extends Region {
    private static final double GAP = 8;
    private static final double LEAST = 232;
    private static final int MOST_ACROSS = 5;

    public TileGrid(List<Tile> tiles, Desk desk) {
        for (Tile tile : tiles) {
            FigureTile figure = FigureTile.of(tile.single(), desk.palette());
            ChartView view = figure.chart();
            view.getStyleClass().add("acts");
            view.setId("tile-" + tile.measure());
            view.setOnSelect(mark -> desk.drill(Drill.of(tile.measure()), tile.single().label()));
            view.setOnOpen(mark -> desk.drill(Drill.of(tile.measure()), tile.single().label()));
            view.setOnContextMenuRequested(menu -> desk.define(tile.measure(), view));
            getChildren().add(figure);
        }
        setMinHeight(USE_PREF_SIZE);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        int tiles = getChildren().size();
        if (tiles == 0) {
            return 0;
        }
        int rows = (tiles + across(width) - 1) / across(width);
        return rows * KpiTile.HEIGHT + (rows - 1) * GAP;
    }

    @Override
    protected double computePrefWidth(double height) {
        return MOST_ACROSS * KpiTile.WIDTH + (MOST_ACROSS - 1) * GAP;
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST;
    }

    @Override
    protected void layoutChildren() {
        int across = across(getWidth());
        double wide = (getWidth() - GAP * (across - 1)) / across;
        int at = 0;
        for (Node tile : getChildren()) {
            int row = at / across;
            double left = Math.round((at - row * across) * (wide + GAP));
            tile.resizeRelocate(
                    left, row * (KpiTile.HEIGHT + GAP), Math.floor(wide), KpiTile.HEIGHT);
            at++;
        }
    }

    private int across(double width) {
        double room = width < 0 ? computePrefWidth(-1) : width;
        return Math.clamp((long) ((room + GAP) / (LEAST + GAP)), 1, MOST_ACROSS);
    }
}
