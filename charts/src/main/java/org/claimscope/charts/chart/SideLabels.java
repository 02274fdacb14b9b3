package org.claimscope.charts.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.claimscope.charts.palette.Token;
import org.claimscope.charts.palette.TypeRole;

/// The names beside the right end of a chart, in place of a legend: two lines each, pushed apart
/// where their marks are close.
final class SideLabels {
    static final double BLOCK = 30;
    static final double LINE = 13;
    private static final double SPACE = 6;

    /// One name and its figure.
    ///
    /// @param y where its mark ends
    record Label(String name, String figure, double y, boolean strong) {}

    private SideLabels() {}

    /// @param most of a name
    /// @param height that the labels have
    static double width(Pen pen, List<Label> labels, double most, double height) {
        boolean oneLine = oneLine(labels.size(), height);
        double width = 0;
        for (Label label : labels) {
            double figure = pen.width(label.figure(), TypeRole.CAPTION_STRONG);
            double name = Math.min(most, pen.width(label.name(), TypeRole.CAPTION));
            width = Math.max(width, oneLine ? name + SPACE + figure : Math.max(name, figure));
        }
        return Math.ceil(width);
    }

    /// Too many for two lines each: then the figure stands after the name.
    private static boolean oneLine(int labels, double height) {
        return labels * BLOCK > height;
    }

    /// Labels that find no room between top and bottom are left out, the weak ones first.
    static void draw(
            Pen pen, List<Label> labels, double x, double width, double top, double bottom) {
        List<Label> shown = new ArrayList<>(labels);
        shown.sort(Comparator.comparingDouble(Label::y));
        boolean oneLine = oneLine(shown.size(), bottom - top);
        double block = oneLine ? LINE + 2 : BLOCK;
        while (shown.size() > 1 && shown.size() * block > bottom - top) {
            shown.remove(
                    shown.stream()
                            .filter(label -> !label.strong())
                            .findFirst()
                            .orElse(shown.getLast()));
        }
        double[] tops =
                spread(
                        shown.stream().mapToDouble(label -> label.y() - block / 2).toArray(),
                        block,
                        top,
                        bottom);
        for (int i = 0; i < tops.length; i++) {
            Label label = shown.get(i);
            Token ink = label.strong() ? Token.TEXT : Token.TEXT_2;
            TypeRole role = label.strong() ? TypeRole.CAPTION_STRONG : TypeRole.CAPTION;
            if (oneLine) {
                double figure = pen.width(label.figure(), role);
                String brief = pen.fit(label.name(), TypeRole.CAPTION, width - SPACE - figure);
                pen.text(brief, TypeRole.CAPTION, Token.TEXT_2, x, tops[i] + 11, Pen.Align.LEFT);
                pen.text(label.figure(), role, ink, x + width, tops[i] + 11, Pen.Align.RIGHT);
                continue;
            }
            String name = pen.fit(label.name(), TypeRole.CAPTION, width);
            pen.text(name, TypeRole.CAPTION, Token.TEXT_2, x, tops[i] + 11, Pen.Align.LEFT);
            pen.text(label.figure(), role, ink, x, tops[i] + 11 + LINE, Pen.Align.LEFT);
        }
    }

    /// Ascending wishes moved as little as a single pass down and one up can, each `block` apart.
    static double[] spread(double[] wishes, double block, double top, double bottom) {
        double[] places = wishes.clone();
        double free = top;
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.max(places[i], free);
            free = places[i] + block;
        }
        double limit = bottom;
        for (int i = places.length - 1; i >= 0; i--) {
            places[i] = Math.min(places[i], limit - block);
            limit = places[i];
        }
        return places;
    }
}
