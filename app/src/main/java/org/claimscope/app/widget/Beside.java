package org.claimscope.app.widget;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Two cards side by side, or one under the other where the window is narrow.
public final class Beside extends Region {
    private static final double GAP = 8;
    private static final double NARROW = 860;

    private final double share;
    private final double height;

    /// @param share of the width that the first card gets, between 0 and 1
    /// @param height that one card needs to be read
    public Beside(Region first, Region second, double share, double height) {
        this.share = share;
        this.height = height;
        getChildren().addAll(first, second);
        setMinHeight(USE_PREF_SIZE);
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return width >= 0 && width < NARROW ? 2 * height + GAP : height;
    }

    @Override
    protected double computePrefWidth(double height) {
        return NARROW;
    }

    @Override
    protected void layoutChildren() {
        List<Node> cards = getChildren();
        double width = getWidth();
        if (width < NARROW) {
            double each = (getHeight() - GAP) / 2;
            cards.getFirst().resizeRelocate(0, 0, width, each);
            cards.getLast().resizeRelocate(0, each + GAP, width, each);
            return;
        }
        double first = Math.round((width - GAP) * share);
        cards.getFirst().resizeRelocate(0, 0, first, getHeight());
        cards.getLast().resizeRelocate(first + GAP, 0, width - GAP - first, getHeight());
    }
}
