package org.claimscope.app.feature.boards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.claimscope.app.widget.Redraw;

/// The parts of a board at their spots. Rows of figures keep their height; the others share the
/// height that is left. In a narrow window the parts stand below each other.
final class BoardGrid extends Region implements Redraw.Shaped {
    private static final double GAP = 8;
    private static final double ROW = 20;
    private static final double NARROW = 860;

    private final List<Part> parts;
    private final int rows;

    /// @param nodes one for each part
    BoardGrid(List<Part> parts, List<? extends Node> nodes) {
        this.parts = List.copyOf(parts);
        rows = parts.stream().mapToInt(p -> p.spot().bottom()).max().orElse(0);
        getChildren().addAll(nodes);
        setMinHeight(USE_PREF_SIZE);
        setMinWidth(0);
    }

    @Override
    public boolean sameShape(Node fresh) {
        return fresh instanceof BoardGrid other && spots().equals(other.spots());
    }

    private List<Spot> spots() {
        return parts.stream().map(Part::spot).toList();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return NARROW;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (width >= 0 && width < NARROW) {
            double height = 0;
            for (List<Integer> line : lines()) {
                height += tall(parts.get(line.getFirst()).spot()) + GAP;
            }
            return Math.max(0, height - GAP);
        }
        return Math.max(0, rows * (ROW + GAP) - GAP);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (width < NARROW) {
            double top = 0;
            for (List<Integer> line : lines()) {
                double each = (width - GAP * (line.size() - 1)) / line.size();
                double height = tall(parts.get(line.getFirst()).spot());
                for (int i = 0; i < line.size(); i++) {
                    getChildren()
                            .get(line.get(i))
                            .resizeRelocate(Math.rint(i * (each + GAP)), top, each, height);
                }
                top += height + GAP;
            }
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            Spot spot = parts.get(i).spot();
            double left = left(spot.column());
            double top = top(spot.row());
            getChildren()
                    .get(i)
                    .resizeRelocate(
                            left,
                            top,
                            left(spot.right()) - GAP - left,
                            top(spot.bottom()) - GAP - top);
        }
    }

    private static double tall(Spot spot) {
        return spot.height() * (ROW + GAP) - GAP;
    }

    /// In reading order; two figures share a line.
    private List<List<Integer>> lines() {
        List<Integer> order =
                IntStream.range(0, parts.size())
                        .boxed()
                        .sorted(
                                Comparator.comparingInt((Integer i) -> parts.get(i).spot().row())
                                        .thenComparingInt(i -> parts.get(i).spot().column()))
                        .toList();
        var lines = new ArrayList<List<Integer>>();
        for (int i = 0; i < order.size(); i++) {
            boolean pair = i + 1 < order.size() && figure(order.get(i)) && figure(order.get(i + 1));
            lines.add(pair ? List.of(order.get(i), order.get(++i)) : List.of(order.get(i)));
        }
        return lines;
    }

    private boolean figure(int part) {
        return parts.get(part).look() == Look.TILE;
    }

    /// Where a column begins.
    double left(int column) {
        return Math.rint(column * columnWidth());
    }

    /// From the beginning of a column to that of the next.
    double columnWidth() {
        return (getWidth() + GAP) / Spot.COLUMNS;
    }

    /// Where a row begins.
    double top(int row) {
        double extra = extra();
        double top = 0;
        for (int r = 0; r < row; r++) {
            top += ROW + GAP + (stretches(r) ? extra : 0);
        }
        return Math.rint(top);
    }

    /// The row whose beginning is nearest to a height.
    int rowAt(double y) {
        int row = 0;
        while (row < rows + 40 && top(row + 1) - (ROW + GAP) / 2 <= y) {
            row++;
        }
        return row;
    }

    private double extra() {
        long elastic = IntStream.range(0, rows).filter(this::stretches).count();
        double left = getHeight() - computePrefHeight(NARROW);
        return elastic == 0 || left <= 0 ? 0 : left / elastic;
    }

    private boolean stretches(int row) {
        return row < rows
                && parts.stream()
                        .filter(p -> p.look() == Look.TILE)
                        .noneMatch(p -> p.spot().row() <= row && row < p.spot().bottom());
    }
}
